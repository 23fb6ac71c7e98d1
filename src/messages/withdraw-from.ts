import type { Briefing } from '../briefing/briefing.ts'
import { plainText } from '../briefing/corrections.ts'
import type { Message } from '../text/message.ts'
import { clip } from '../text/rich.ts'
import { withLabels } from './correct-message.ts'
import { type Span, spansOf, splice } from './spans.ts'
import { TITLE_LENGTH } from './view.ts'
import type { Wording } from './wording.ts'

/** A withdrawn article as it was, and the titles of the other articles in the message. */
export type WithdrawnArticle = { readonly briefing: Briefing; readonly others: readonly string[] }

/**
 * The message with a note in place of a withdrawn article's title and without what stands under it; the same message when it
 * does not name the article. A line of its title's block goes up to another article's title, a later block where its words are
 * the article's:
 *
 *     1. title          → 1. note
 *        source · day   → (gone)
 *        a sentence     → (gone)
 *
 *     figures, quotes   → (gone)
 *
 *     2. another title  stays, with all under it
 */
export function withdrawFrom(message: Message, { briefing, others }: WithdrawnArticle, wording: Wording): Message {
  const note = wording.say('withdrawn-note')
  const title = shownTitle(briefing.article.title.text)
  const marks = { title, others: others.map(shownTitle), words: wordsOf(briefing) }
  // from the last to the first, so that the places before keep theirs
  const changed = cutsIn(message.text, marks)
    .toReversed()
    .reduce((left, { start, end, isTitle }) => {
      return splice(left, { start, end }, isTitle ? note : '')
    }, message)
  return changed === message ? message : withLabels(changed, briefing.article.title.text, note)
}

type Marks = { readonly title: string; readonly others: readonly string[]; readonly words: string }
type Cut = Span & { readonly isTitle: boolean }

function cutsIn(text: string, { title, others, words }: Marks): readonly Cut[] {
  const cuts: Cut[] = []
  let owner: 'withdrawn' | 'other' = 'other'
  for (const block of partsOf(text, '\n\n')) {
    const lines = partsOf(block.text, '\n').map((line) => ({ ...line, start: line.start + block.start }))
    const named = lines.map((line) => ({ ...line, owner: ownerOf(line.text, title, others) }))
    if (named.every((line) => line.owner === null)) {
      if (owner === 'withdrawn' && lines.some((line) => isOf(line.text, words))) cuts.push(withBreak(block, 2))
      continue
    }
    for (const line of named) {
      owner = line.owner ?? owner
      const [found] = line.owner === 'withdrawn' ? spansOf(line.text, title) : []
      if (found !== undefined)
        cuts.push({ start: line.start + found.start, end: line.start + found.end, isTitle: true })
      else if (owner === 'withdrawn') cuts.push(withBreak(line, 1))
    }
  }
  return cuts
}

type Part = { readonly start: number; readonly text: string }

function partsOf(text: string, separator: string): readonly Part[] {
  let start = 0
  return text.split(separator).map((part) => {
    const at = start
    start += part.length + separator.length
    return { start: at, text: part }
  })
}

function ownerOf(line: string, title: string, others: readonly string[]): 'withdrawn' | 'other' | null {
  const plain = plainText(line)
  if (plain.includes(title)) return 'withdrawn'
  return others.some((other) => plain.includes(other)) ? 'other' : null
}

/** A block or line with the break before it. */
function withBreak({ start, text }: Part, length: number): Cut {
  return { start: Math.max(0, start - length), end: start + text.length, isTitle: false }
}

/** The fewest UTF-16 units of a line that may be an article's. */
const SHORTEST = 4

/** Whether a line's words are the article's: a sentence of it, maybe clipped, or figures. */
function isOf(line: string, words: string): boolean {
  const parts = plainText(line)
    .split(' · ')
    .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  return parts.every((part) => part.length >= SHORTEST && words.includes(part))
}

function wordsOf({ article }: Briefing): string {
  return plainText([...article.blocks.map(({ text }) => text), ...article.related.map((link) => link.title)].join('\n'))
}

/** As `articleTitle` shows it. */
function shownTitle(title: string): string {
  return plainText(clip(title, TITLE_LENGTH))
}
