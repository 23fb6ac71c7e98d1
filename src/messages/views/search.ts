import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton } from '@grammyjs/types'
import { paragraphsOf } from '../../article/article.ts'
import type { Key } from '../../article/key.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { grid, pressButton } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { leadIn } from '../lead-in.ts'
import { type Listing, numberedItem } from '../listing.ts'
import { articleTitle, phrase, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { renderContext } from './context.ts'
import { wayRow } from './front.ts'
import { markedPieces } from './marked-pieces.ts'
import type { Option } from './suggestions.ts'

/** Hits on a page of results. */
export const HITS_A_PAGE = 5
const WORD_LENGTH = 60
const MOST_WORDS = 6
const LEAD_LENGTH = 300

/** A found passage: an excerpt of its paragraph, with the spans of the words searched for; `start`: where it begins. */
type ShownHit = {
  readonly item: ShelfItem
  readonly paragraph: number
  readonly excerpt: {
    readonly text: string
    readonly start: number
    readonly marks: readonly { readonly start: number; readonly end: number }[]
  }
}

/** One page of search results; `reachable`: the number of hits that can be paged to. */
export type Findings = {
  readonly key: Key
  readonly text: string
  readonly page: number
  readonly fit: 'all' | 'apart' | 'most' | 'some' | 'none'
  readonly total: number
  readonly reachable: number
  readonly hits: readonly ShownHit[]
  readonly folded: readonly { readonly asked: string; readonly found: readonly string[] }[]
  readonly suggestions: readonly { readonly asked: string; readonly words: readonly string[] }[]
  /** Searches with a misspelt word corrected. */
  readonly corrected: readonly Option[]
  readonly problems: readonly {
    readonly filter?: string
    readonly kind: string
    readonly word: string
    readonly nearest?: readonly string[]
  }[]
}

/** Passages, best first, with the searched words marked, over notes on how the query was understood. */
export function renderFindings(findings: Findings, view: View): Listing {
  const { wording } = view
  const first = findings.page * HITS_A_PAGE
  const pages = Math.ceil(findings.reachable / HITS_A_PAGE)
  const words = clip(findings.text.replace(/^[«"“]+|(?<![»"”])[»"”]+$/g, ''), WORD_LENGTH)
  const heading = FormattedString.b(phrase(wording, 'found', { count: findings.total, words }))
  const notes = notesOf(findings, wording)
  const isFound = findings.hits.length > 0
  return {
    heading: blocks(heading, isFound ? null : notes),
    items: findings.hits.map((hit, at) => {
      const index = first + at
      const screen: Screen = { view: 'hit', query: findings.key, index }
      return numberedItem({ text: hitText(hit, view), index, screen }, view)
    }),
    columns: 5,
    pager: { page: findings.page, pages, screenAt: (page) => ({ view: 'search', query: findings.key, page }) },
    footer: {
      ...(isFound && notes !== null ? { text: notes } : {}),
      rows: [...grid(wording, 2, correctedButtons(findings, view)), wayRow(null, view)],
    },
  }
}

function correctedButtons({ corrected }: Findings, { audience }: View): readonly InlineKeyboardButton[] {
  // a press in a channel would be everybody's
  if (audience.kind === 'channel') return []
  return corrected.map(({ label, press }) => pressButton(clip(label, WORD_LENGTH), press))
}

const SENTENCE_END = /[.!?؟…:][»”"’)\]]*$/u

/** One result in its paragraph, with the way to the others. */
export function renderHit(findings: Omit<Findings, 'page' | 'corrected'>, index: number, view: View): Message | null {
  const { key, reachable, hits } = findings
  const [hit] = hits
  if (hit === undefined) return null
  const { item, paragraph, excerpt } = hit
  const pager = {
    page: index,
    pages: reachable,
    screenAt: (at: number): Screen => ({ view: 'hit', query: key, index: at }),
    parentOf: (at: number): Screen => ({ view: 'search', query: key, page: Math.floor(at / HITS_A_PAGE) }),
  }
  const marks = excerpt.marks.map(({ start, end }) => ({ start: start + excerpt.start, end: end + excerpt.start }))
  const place = { view: 'context', article: item.key, what: 'paragraph', index: paragraph } as const
  return renderContext(item, place, view, { pager, marks })
}

/** An excerpt that begins or ends within a sentence says so. */
function hitText({ item, paragraph, excerpt }: ShownHit, { wording }: View): Rich {
  const { language } = item.briefing.article
  const whole = paragraphsOf(item.briefing.article)[paragraph] ?? ''
  const before = whole.slice(0, excerpt.start).trimEnd()
  const isEnded = SENTENCE_END.test(excerpt.text) || excerpt.start + excerpt.text.length >= whole.trimEnd().length
  const pieces = markedPieces(excerpt.text, excerpt.marks).map(({ words, isMarked }) => {
    const shown = verbatim(words, language)
    return isMarked ? FormattedString.b(shown) : shown
  })
  const [head, tail] = [before !== '' && !SENTENCE_END.test(before) ? '…' : '', isEnded ? '' : '…']
  const quoted = FormattedString.join([new FormattedString(head), ...pieces, new FormattedString(tail)])
  const lead = leadIn(item.briefing, { paragraph, start: excerpt.start, end: excerpt.start + excerpt.text.length })
  return lines(
    articleTitle(item, wording),
    lead === null ? null : verbatim(clip(lead, LEAD_LENGTH), language),
    FormattedString.blockquote(quoted),
  )
}

/** Notes on words found in other forms, near spellings and filters that failed; `null`: none. */
function notesOf({ fit, folded, suggestions, problems }: Findings, wording: Wording): Rich | null {
  const list = (words: readonly string[]) =>
    wording.list(words.slice(0, MOST_WORDS).map((word) => clip(word, WORD_LENGTH)))
  const notes = [
    ...(fit === 'all' || fit === 'none' ? [] : [phrase(wording, `found-${fit}`)]),
    ...folded
      .slice(0, 3)
      .map(({ asked, found }) =>
        phrase(wording, 'found-folded', { asked: clip(asked, WORD_LENGTH), found: list(found) }),
      ),
    ...suggestions
      .slice(0, 3)
      .map(({ asked, words }) =>
        words.length === 0
          ? phrase(wording, 'found-nothing-near', { asked: clip(asked, WORD_LENGTH) })
          : phrase(wording, 'found-near', { asked: clip(asked, WORD_LENGTH), words: list(words) }),
      ),
    ...problems.slice(0, 3).map(({ kind, word, filter = '', nearest = [] }) =>
      phrase(wording, `query-${kind}`, {
        word: clip(word === '' ? filter : word, WORD_LENGTH),
        nearest: nearest.length === 0 ? '' : wording.say('query-nearest', { names: list(nearest) }),
      }),
    ),
  ]
  return notes.length === 0 ? null : lines(...notes)
}
