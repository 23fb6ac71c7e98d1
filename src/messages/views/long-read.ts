import { LANGUAGE } from '../../language/language.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { RichMessage } from '../../text/message.ts'
import { clip, verbatim } from '../../text/rich.ts'
import { backButton, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { isVisible, longPages, longPageWith, type RichBlock } from '../long-pages.ts'
import { TITLE_LENGTH, type View } from '../view.ts'
import { originOf } from './origin.ts'
import { nextRow, type ReadPage, renderRead } from './read.ts'

/** The long page of an article that holds a reading page, with buttons to the other pages and to the front. */
export function renderLongRead({ item, page, next }: ReadPage, view: View): RichMessage {
  const { wording, audience } = view
  const pages = longPages(item)
  const at = longPageWith(pages, page)
  const place: Screen = { view: 'read', article: item.key, page: pages[at]?.first ?? 0 }
  const open = (label: string, to: number) => openButton(label, { ...place, page: pages[to]?.first ?? 0 }, audience)
  return {
    blocks: [...headOf(item, view), ...(pages[at]?.blocks ?? [])],
    isRtl: LANGUAGE[item.briefing.article.language].direction === 'rtl',
    keyboard: [
      pagerRow({ page: at, pages: pages.length }, open, wording),
      row(wording, saveButton(place, view), shareButton(place, item, view)),
      at + 1 < pages.length ? [] : nextRow(next, view),
      row(wording, backButton({ view: 'front', article: item.key }, view)),
    ].filter((buttons) => buttons.length > 0),
    classic: renderRead({ item, page, next }, view),
  }
}

/** The last reading page on the long page that holds `page`. */
export function lastPageShown(item: ShelfItem, page: number): number {
  const pages = longPages(item)
  return pages[longPageWith(pages, page)]?.last ?? 0
}

function headOf(item: ShelfItem, view: View): readonly RichBlock[] {
  const { title, language } = item.briefing.article
  const text = verbatim(clip(title.text, TITLE_LENGTH), language).rawText
  const heading: RichBlock = { type: 'heading', size: 1, text }
  const note: RichBlock = { type: 'paragraph', text: { type: 'italic', text: view.wording.say('title-derived') } }
  return [
    ...(isVisible(text) ? [heading] : []),
    ...(title.derived ? [note] : []),
    { type: 'paragraph', text: { type: 'italic', text: originOf(item, view).rawText } },
  ]
}
