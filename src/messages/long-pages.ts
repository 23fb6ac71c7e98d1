import type { InputRichBlock, RichText } from '@grammyjs/types'
import { paragraphsOf } from '../article/article.ts'
import type { Chunk } from '../briefing/briefing.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { clip, verbatim } from '../text/rich.ts'

export type RichBlock = InputRichBlock<never>

/** A page of the long reading view: sections of the article, and the reading pages they are, `last` included. */
export type LongPage = { readonly blocks: readonly RichBlock[]; readonly first: number; readonly last: number }

/** Telegram's limits on one rich message: https://core.telegram.org/bots/api#rich-message-limits */
export const RICH_LIMITS = { characters: 32_768, blocks: 500 } as const

/** Room for the sections of a page: the limits less a title, a source and the marks around them. */
const ROOM = { characters: RICH_LIMITS.characters - 2_000, blocks: RICH_LIMITS.blocks - 5 }
/** Paragraphs beyond this number are joined into one block, so that a section always fits a page. */
const MOST_PARAGRAPHS = 200
const HEADING_LENGTH = 120

type Section = { readonly blocks: readonly RichBlock[]; readonly characters: number }
type Span = { readonly start: number; readonly end: number }

/**
 * The whole article on as few pages as a greedy packing needs: a section for each of its reading pages, in order, under
 * its heading, with the words of its quotes marked. At least one page.
 */
export function longPages(item: ShelfItem): readonly LongPage[] {
  const pages: { blocks: RichBlock[]; characters: number; first: number; last: number }[] = []
  for (const [index, section] of item.pages.map((_, index) => sectionOf(item, index)).entries()) {
    const page = pages.at(-1)
    const fits =
      page !== undefined &&
      page.characters + section.characters <= ROOM.characters &&
      page.blocks.length + section.blocks.length <= ROOM.blocks
    if (!fits) pages.push({ ...section, blocks: [...section.blocks], first: index, last: index })
    else {
      page.blocks.push(...section.blocks)
      page.characters += section.characters
      page.last = index
    }
  }
  return pages
}

/** The index of the long page that holds a reading page; the last one for a page past the end. */
export function longPageWith(pages: readonly LongPage[], readingPage: number): number {
  const at = pages.findIndex(({ last }) => readingPage <= last)
  return at === -1 ? pages.length - 1 : at
}

function sectionOf(item: ShelfItem, index: number): Section {
  const { language } = item.briefing.article
  const page = item.pages[index]
  if (page === undefined) return { blocks: [], characters: 0 }
  const begins = item.pages[index - 1]?.chunk !== page.chunk
  const isWhole = begins && item.pages[index + 1]?.chunk !== page.chunk
  const chunk = item.briefing.chunks[page.chunk]
  const paragraphs: readonly RichText[] =
    isWhole && chunk !== undefined ? markedParagraphs(item, chunk) : paragraphsIn(page.text)
  const texts = paragraphs.filter((text) => isVisible(plainOf(text)))
  const heading = begins ? verbatim(clip(page.heading, HEADING_LENGTH), language).rawText : ''
  const blocks: readonly RichBlock[] = [
    ...(isVisible(heading) ? [{ type: 'heading' as const, text: heading, size: page.derived ? 3 : 2 } as const] : []),
    ...texts.map((text) => ({ type: 'paragraph' as const, text })),
  ]
  return { blocks, characters: texts.reduce<number>((sum, text) => sum + plainOf(text).length, heading.length) }
}

function paragraphsIn(text: string): readonly string[] {
  const parts = text.split('\n\n').filter((part) => part.trim() !== '')
  if (parts.length <= MOST_PARAGRAPHS) return parts
  return [...parts.slice(0, MOST_PARAGRAPHS - 1), parts.slice(MOST_PARAGRAPHS - 1).join('\n\n')]
}

/** A chunk's paragraphs, or parts of them, with their quoted words marked. */
function markedParagraphs({ briefing }: ShelfItem, chunk: Chunk): readonly RichText[] {
  const paragraphs = paragraphsOf(briefing.article)
  const places = briefing.quotes.flatMap(({ at }) => at)
  return paragraphsIn(chunk.text).map((part, index) => {
    const paragraph = chunk.from + index
    const from = paragraphs[paragraph]?.indexOf(part) ?? -1
    const here = from === -1 ? [] : places.filter((place) => place.paragraph === paragraph)
    const spans = here.map(({ start, end }) => ({ start: start - from, end: end - from }))
    return markedText(part, spans, (words) => verbatim(words, briefing.article.language).rawText)
  })
}

function markedText(text: string, spans: readonly Span[], show: (words: string) => string): RichText {
  const pieces: RichText[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((left, right) => left.start - right.start)) {
    const from = Math.max(at, start)
    const to = Math.min(end, text.length)
    if (from >= to) continue
    if (from > at) pieces.push(show(text.slice(at, from)))
    pieces.push({ type: 'marked', text: show(text.slice(from, to)) })
    at = to
  }
  if (pieces.length === 0) return show(text)
  return at < text.length ? [...pieces, show(text.slice(at))] : pieces
}

function plainOf(text: RichText): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainOf).join('')
  return 'text' in text ? plainOf(text.text) : ''
}

/** Whether a text holds more than spaces and invisible marks: Telegram refuses a block without. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text)
}
