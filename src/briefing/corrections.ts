import { createHash } from 'node:crypto'
import { fold } from '../language/fold.ts'
import { splitWords } from '../language/words.ts'
import type { Briefing } from './briefing.ts'
import { readArticle } from './text.ts'

/** Something an article said that may be shown on its own. `speaker`: a quote's, as far as it was known. */
export type TextUnit = {
  readonly kind: 'title' | 'line' | 'sentence' | 'quote'
  readonly text: string
  readonly speaker: string | null
}

/** What an article said and no longer says; `now` `null`: nothing stands in its place. */
export type TextChange = { readonly was: TextUnit; readonly now: TextUnit | null }

/** Alike enough to be the same sentence in other words: the share of words that both have. */
const SAME_SENTENCE = 0.5

/** All that a briefing says in its article's words: title, gist, sentences, quotes. */
export function unitsOf(briefing: Briefing): readonly TextUnit[] {
  const { article, summary, quotes } = briefing
  const plain = (kind: TextUnit['kind'], text: string): TextUnit => ({ kind, text: plainText(text), speaker: null })
  return [
    plain('title', article.title.text),
    ...(summary.line === '' ? [] : [plain('line', summary.line)]),
    ...readArticle(article).sentences.map(({ text }) => plain('sentence', text)),
    ...quotes.map(({ text, speaker }) => ({ ...plain('quote', text), speaker })),
  ]
}

/** A short name for a unit: 64 bits of its SHA-256. */
export function unitKey({ kind, text, speaker }: TextUnit): string {
  return createHash('sha256')
    .update(`${kind}\n${speaker ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 16)
}

/**
 * What of the former units is wrong by the new ones: a sentence that no longer stands there, a quote whose words no
 * longer do or that is somebody else's now. What was only added, moved, or is no longer picked out is no correction.
 */
export function changesBetween(former: readonly TextUnit[], current: readonly TextUnit[]): readonly TextChange[] {
  const known = new Set(former.map(unitKey))
  const fresh = current.filter((unit) => !known.has(unitKey(unit)))
  const sentences = current.filter(({ kind }) => kind === 'sentence')
  const whole = sentences.map(({ text }) => text).join(' ')
  const present = new Set(current.map(unitKey))
  return former
    .filter((unit) => !present.has(unitKey(unit)) && isWrong(unit, current, whole))
    .map((was) => ({ was, now: successorOf(was, fresh) }))
}

/** Whether readers are to be told of a change: of somebody's words, or of a number. Other words may be better style. */
export function changesFacts({ was, now }: TextChange): boolean {
  return was.kind === 'quote' || (was.kind !== 'title' && numbersIn(was.text) !== numbersIn(now?.text ?? ''))
}

function numbersIn(text: string): string {
  return (fold(text).match(/\d+(?:[.,٫٬:/]\d+)*/g) ?? []).join(' ')
}

/**
 * Whether a text is most likely cut short, and not corrected: it ends within what the former one said, or more than half
 * of that is gone and nothing is new.
 */
export function isShrunk(former: readonly TextUnit[], current: readonly TextUnit[]): boolean {
  const [was, is] = [sentencesIn(former), sentencesIn(current)]
  const [before, after] = [was.join(' '), is.join(' ')]
  if (after.length < before.length && before.startsWith(after)) return true
  const kept = is.filter((text) => before.includes(text)).length
  return kept === is.length && kept * 2 < was.length
}

/**
 * Of a text that had shrunk: which of its losses are none any more, and what of the text before is wrong now.
 */
export function restoredIn(
  before: readonly TextUnit[],
  shrunk: readonly TextUnit[],
  current: readonly TextUnit[],
): { readonly restored: readonly TextChange[]; readonly wrong: readonly TextChange[] } {
  const wrong = changesBetween(before, current)
  const wrongKeys = new Set(wrong.map(({ was }) => unitKey(was)))
  const restored = changesBetween(before, shrunk).filter(({ was }) => !wrongKeys.has(unitKey(was)))
  return { restored, wrong }
}

/** A cut leaves marks of Markdown without their ends, as words. */
function sentencesIn(units: readonly TextUnit[]): readonly string[] {
  const sentences = units.filter(({ kind }) => kind === 'sentence')
  return sentences.map(({ text }) => text.replace(/[*_`~<>[\]()!]/g, '')).filter((text) => text !== '')
}

/** Without direction marks, spaces made equal: what is compared, and looked for where it is shown. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200E\u200F\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isWrong(unit: TextUnit, current: readonly TextUnit[], whole: string): boolean {
  if (unit.kind === 'title') return true
  if (!whole.includes(unit.text)) return true
  if (unit.kind !== 'quote' || unit.speaker === null) return false
  const same = current.filter(({ kind, text }) => kind === 'quote' && text === unit.text)
  const { speaker: former } = unit
  return same.length > 0 && !same.some(({ speaker }) => speaker !== null && isSameName(speaker, former))
}

/** A name may be given more fully than before. */
function isSameName(left: string, right: string): boolean {
  const [short = [], long = []] = [wordsIn(left), wordsIn(right)].sort((a, b) => a.length - b.length)
  return short.length > 0 && short.every((word) => long.includes(word))
}

function successorOf(was: TextUnit, fresh: readonly TextUnit[]): TextUnit | null {
  const candidates = fresh.filter(({ kind }) => kind === was.kind)
  if (was.kind === 'title' || was.kind === 'line') return candidates[0] ?? null
  const scored = candidates
    .map((unit) => ({ unit, likeness: likeness(unit.text, was.text) }))
    .filter((one) => one.likeness >= SAME_SENTENCE)
    .sort((left, right) => right.likeness - left.likeness)
  return scored[0]?.unit ?? null
}

function likeness(left: string, right: string): number {
  const first = wordsIn(left)
  const rest = wordsIn(right)
  const all = first.length + rest.length
  let shared = 0
  for (const word of first) {
    const at = rest.indexOf(word)
    if (at === -1) continue
    rest.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / Math.max(1, all)
}

function wordsIn(text: string): string[] {
  return splitWords(text).map((word) => fold(word.text))
}
