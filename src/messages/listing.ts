import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Message, Shown } from '../text/message.ts'
import { packPages } from '../text/pages.ts'
import { blocks, numbered, type Rich } from '../text/rich.ts'
import { type ButtonRow, grid, openButton, pagerRow } from './buttons/keyboard.ts'
import type { Screen } from './buttons/press.ts'
import { nearestPage, toMessage, type View } from './view.ts'

/** One page of a list before it is packed into a message; `columns`: the most item buttons on a row. */
export type Listing = {
  readonly heading: Rich
  readonly items: readonly ListingItem[]
  readonly columns: number
  readonly pager: Pager | null
  readonly footer: { readonly text?: Rich; readonly rows: readonly ButtonRow[] }
}

/** An item with its own buttons in reading order. */
export type ListingItem = { readonly text: Rich; readonly buttons: readonly InlineKeyboardButton[] }

/** A page of a list, from 0; `screenAt`: the screen of any of its pages. */
export type ListPage = { readonly page: number; readonly screenAt: (page: number) => Screen }
type Pager = ListPage & { readonly pages: number }

/** A screen before it is packed: whole by `packWhole`, or short for a group by `shortMessage`. */
export type Unpacked = Listing | Shown

/** A listing as one message with all its items; a message as it is. */
export function packWhole(unpacked: Listing | Message, view: View): Message
export function packWhole(unpacked: Unpacked, view: View): Shown
export function packWhole(unpacked: Unpacked, { wording, audience }: View): Shown {
  if (!('items' in unpacked)) return unpacked
  const { heading, items, columns, pager, footer } = unpacked
  const buttons = items.flatMap((item) => item.buttons)
  return toMessage(blocks(heading, ...textsOf(items), footer.text ?? null), [
    ...grid(wording, columns, buttons),
    pager === null ? [] : pagerRow(pager, (label, page) => openButton(label, pager.screenAt(page), audience), wording),
    ...footer.rows,
  ])
}

/** One page of a longer list, from 0; `total`: how many items there are in all. */
export type Listed<T> = {
  readonly total: number
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
}

/** An item with its number before it, and a button of that number; `index` counts from 0. */
export function numberedItem(item: { text: Rich; index: number; screen: Screen }, view: View): ListingItem {
  const number = view.wording.count(item.index + 1)
  return { text: numbered(number, item.text), buttons: [openButton(number, item.screen, view.audience)] }
}

/** The items of one page, each page fitting a message; the nearest page when there is none of that number. */
export function pageOfList(
  items: readonly ListingItem[],
  most: number,
  { page, screenAt }: ListPage,
): Pick<Listing, 'items' | 'pager'> {
  const pages = packPages(textsOf(items), most)
  const at = nearestPage(page, pages.length)
  const pieces = pages[at]?.items ?? []
  const shown = pieces.map(({ index, text }, place) => {
    // an item cut in two has its buttons on both pages, yet once on each
    const isFirst = pieces[place - 1]?.index !== index
    return { text, buttons: isFirst ? (items[index]?.buttons ?? []) : [] }
  })
  return { items: shown, pager: { page: at, pages: pages.length, screenAt } }
}

export function textsOf(items: readonly ListingItem[]): readonly Rich[] {
  return items.map(({ text }) => text)
}
