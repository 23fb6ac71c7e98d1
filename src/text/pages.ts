import { FormattedString } from '@grammyjs/parse-mode'
import type { Rich } from './rich.ts'

/** Telegram's limits on one text: https://core.telegram.org/bots/api#sendmessage and what clients display. */
export const LIMITS = { characters: 4096, entities: 100, entityBytes: 9500 } as const

/** Room for the items of a page: the limits less a title of 200 characters, a footer and the marks around them. */
const ROOM: Size = { characters: 3600, entities: 90, entityBytes: 8000 }
const SEPARATOR = '\n\n'

type Size = { readonly characters: number; readonly entities: number; readonly entityBytes: number }

/** A page's text, and the items or pieces of items on it; `index`: the item's, so that one cut in two is on both pages. */
export type Page = { readonly text: Rich; readonly items: readonly { readonly index: number; readonly text: Rich }[] }

/**
 * Items in order on as few pages as a greedy packing needs, at most `most` on a page. An item too large for a page is cut
 * at a line end, a sentence end or a space, else between two characters; nothing but spaces at the cut is lost.
 * At least one page, empty when there is nothing.
 */
export function packPages(items: readonly Rich[], most = 50): readonly Page[] {
  const pages: { text: Rich; index: number }[][] = []
  let size: Size = { characters: 0, entities: 0, entityBytes: 0 }
  for (const [index, item] of items.entries()) {
    for (const text of cutToRoom(item)) {
      const page = pages.at(-1)
      const grown = sum(size, sizeOf(text))
      const joins = page !== undefined && page.length < most && fits(grown)
      if (joins) page.push({ text, index })
      else pages.push([{ text, index }])
      size = joins ? grown : sizeOf(text)
    }
  }
  if (pages.length === 0) return [{ text: new FormattedString(''), items: [] }]
  return pages.map((items) => ({
    text: FormattedString.join(
      items.map(({ text }) => text),
      SEPARATOR,
    ),
    items,
  }))
}

/** The number of the page on which an item begins, from 0. */
export function pageWith(pages: readonly Page[], item: number): number {
  return Math.max(
    0,
    pages.findIndex(({ items }) => items.some(({ index }) => index === item)),
  )
}

/** The first items that fit one page. */
export function firstThatFit(items: readonly Rich[]): readonly Rich[] {
  let size: Size = { characters: 0, entities: 0, entityBytes: 0 }
  const end = items.findIndex((item) => {
    size = sum(size, sizeOf(item))
    return !fits(size)
  })
  return end === -1 ? items : items.slice(0, end)
}

function cutToRoom(item: Rich): readonly Rich[] {
  const pieces: Rich[] = []
  let rest = item
  while (!fits(sizeOf(rest))) {
    const at = cutBefore(rest.rawText, limitOf(rest))
    pieces.push(rest.slice(0, at))
    const next = rest.rawText.slice(at).search(/\S/)
    if (next === -1) return pieces
    rest = rest.slice(at + next)
  }
  return [...pieces, rest]
}

/** The text before the entity that would be one too many, at most a page's characters. */
function limitOf(item: Rich): number {
  let bytes = 0
  for (const [index, entity] of item.rawEntities.entries()) {
    bytes += bytesOf(entity)
    if (index >= ROOM.entities || bytes > ROOM.entityBytes) return Math.max(1, Math.min(entity.offset, ROOM.characters))
  }
  return ROOM.characters
}

function cutBefore(text: string, limit: number): number {
  const head = text.slice(0, limit)
  for (const end of [/\n/g, /(?<![.!?؟…])[.!?؟…]+[»"”’)\]]*(?=\s)/g, /\s/g]) {
    const last = Array.from(head.matchAll(end)).at(-1)
    if (last !== undefined && last.index > limit / 2) return last.index + last[0].length
  }
  const last = head.charCodeAt(limit - 1)
  return last >= 0xd800 && last < 0xdc00 && limit > 1 ? limit - 1 : limit
}

function fits(size: Size): boolean {
  return size.characters <= ROOM.characters && size.entities <= ROOM.entities && size.entityBytes <= ROOM.entityBytes
}

function sum(left: Size, right: Size): Size {
  return {
    characters: left.characters + SEPARATOR.length + right.characters,
    entities: left.entities + right.entities,
    entityBytes: left.entityBytes + right.entityBytes,
  }
}

function sizeOf(item: Rich): Size {
  return {
    characters: item.rawText.length,
    entities: item.rawEntities.length,
    entityBytes: item.rawEntities.reduce((total, entity) => total + bytesOf(entity), 0),
  }
}

/** Upper estimate of the bytes of an entity on the wire, with its whole link. */
function bytesOf(entity: Rich['rawEntities'][number]): number {
  return 48 + ('url' in entity ? Buffer.byteLength(entity.url) : 0)
}
