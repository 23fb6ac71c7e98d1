import { paragraphsOf } from '../article/article.ts'
import type { Quote } from '../briefing/briefing.ts'
import { splitSentences } from '../language/sentences.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { type Alignment, alignWords, type Step } from './align.ts'
import { type ComparedWord, comparedWords, isNegation, weightOf } from './compared-words.ts'
import { differencesIn, type WordedText } from './differences.ts'
import type { Claim, Evidence, Finding } from './finding.ts'
import { piecesOf } from './pieces.ts'
import { isSpeakerOf } from './speaker-likeness.ts'

/** A paragraph that may hold a claim's words. */
export type ClaimPlace = { readonly item: ShelfItem; readonly paragraph: number }

export type Judged = Exclude<Finding, { readonly verdict: 'unknown' }>

/** Less alike, and the words are others. Of the article's own words more is asked: there are many more of them. */
const LEAST_ALIKE = 0.6
const LEAST_ALIKE_REPORTED = 0.75
/** What a word costs that the text has elsewhere: words in another order are other words. */
const MOVED = 0.5
/** A claim of less content is never called altered: anything is nearly like it. */
const LEAST_WEIGHT_ALTERED = 2
/** Words of a claim that are compared: the rest of a longer one is cut off. */
const MOST_CLAIM_WORDS = 150

/** What the candidates, the likeliest first, tell of a claim; `null`: nothing. */
export function judgeClaim(claim: Claim, candidates: readonly ClaimPlace[]): Judged | null {
  const own = { text: claim.words, words: comparedWords(claim.words).slice(0, MOST_CLAIM_WORDS) }
  if (own.words.length === 0) return null
  let best: Ranked | null = null
  for (const place of candidates) {
    for (const text of textsOf(place)) {
      const ranked = judge(claim, own, text)
      if (ranked !== null && ranked.rank > (best?.rank ?? 0)) best = ranked
      if (best !== null && best.rank >= HIGHEST_RANK) return best.judged
    }
  }
  return best?.judged ?? null
}

type Text = WordedText & ClaimPlace & { readonly quote: Quote | null }

function textsOf({ item, paragraph }: ClaimPlace): readonly Text[] {
  const { article, quotes } = item.briefing
  const here = quotes.filter(({ at }) => at.some((place) => place.paragraph === paragraph))
  const own = paragraphsOf(article)[paragraph] ?? ''
  return [
    ...here.map((quote) => {
      return {
        item,
        quote,
        paragraph: quote.at[0]?.paragraph ?? paragraph,
        text: quote.text,
        words: comparedWords(quote.text),
      }
    }),
    { item, quote: null, paragraph, text: own, words: comparedWords(own) },
  ]
}

type Ranked = { readonly judged: Judged; readonly rank: number }

const RANKS = { verbatim: 40, 'other-speaker': 30, reported: 20, altered: 0 } as const
/** All of a quote, word for word, by whom it is said to be. */
const HIGHEST_RANK = 55
const EXTENTS = { whole: 3, part: 2, turned: 1 } as const

function judge(claim: Claim, own: WordedText, text: Text): Ranked | null {
  const aligned = alignWords(own.words, text.words)
  const steps = withNegationBefore(withinSentence(aligned.steps, text), text)
  const isSame = steps.every((step) => step.isSame)
  if (isSame ? !isTelling(own.words, text) : !isAlike(aligned, steps, own.words, text)) return null
  if (text.quote === null && isWithinQuote(steps, text)) return null
  const isTheirs = claim.speaker === null || (text.quote !== null && isSpeakerOf(text.quote, text.item, claim.speaker))
  const verdict = !isSame ? 'altered' : text.quote === null ? 'reported' : isTheirs ? 'verbatim' : 'other-speaker'
  const evidence = evidenceOf({ claim, own, text, steps, isTheirs })
  const rank =
    RANKS[verdict] + EXTENTS[evidence.extent] + 10 * aligned.likeness + Number(isTheirs) + Number(text.quote !== null)
  return { judged: { verdict, claim, evidence }, rank }
}

/** One word alone is said by everybody, unless it is all that was said. */
function isTelling(own: readonly ComparedWord[], { words, quote }: Text): boolean {
  return own.length > 1 || (quote !== null && words.length === own.length)
}

function isAlike(
  { likeness }: Alignment,
  steps: readonly Step[],
  own: readonly ComparedWord[],
  { quote, words }: Text,
): boolean {
  const known = new Set(words.map(({ key }) => key))
  const claimed = (isSame: boolean) =>
    steps.filter((step) => step.isSame === isSame).flatMap((step) => own.slice(...step.claim))
  const moved = weightOfAll(claimed(false).filter(({ key }) => known.has(key)))
  const least = quote === null ? LEAST_ALIKE_REPORTED : LEAST_ALIKE
  return likeness - (MOVED * moved) / weightOfAll(own) >= least && weightOfAll(claimed(true)) >= LEAST_WEIGHT_ALTERED
}

function weightOfAll(words: readonly ComparedWord[]): number {
  return words.reduce((sum, { key }) => sum + weightOf(key), 0)
}

/** A word more at an end of the claim stands for none of the next sentence. */
function withinSentence(steps: readonly Step[], text: Text): readonly Step[] {
  const [first, second] = [steps[0], steps[1]]
  const [before, last] = [steps.at(-2), steps.at(-1)]
  const isCut = (from: number, to: number) =>
    /[.!?؟…\n]/u.test(text.text.slice(text.words[from]?.end ?? 0, text.words[to]?.start ?? 0))
  const added = (step: Step, at: number): Step => ({ ...step, text: [at, at] })
  const head =
    first && second && !first.isSame && first.text[1] > first.text[0] && isCut(first.text[1] - 1, first.text[1])
  const tail = before && last && !last.isSame && last.text[1] > last.text[0] && isCut(last.text[0] - 1, last.text[0])
  return steps.map((step) =>
    head && step === first ? added(step, step.text[1]) : tail && step === last ? added(step, step.text[0]) : step,
  )
}

/** Words that follow a negation are said without it: it was left out. */
function withNegationBefore(steps: readonly Step[], text: Text): readonly Step[] {
  const first = steps[0]?.text[0] ?? 0
  const [before, word] = [text.words[first - 1], text.words[first]]
  if (before === undefined || word === undefined || first === 0) return steps
  const isOneClause = !/[.!?؟؛:،,\n]/u.test(text.text.slice(before.end, word.start))
  const deniesAtStart = /^[وف]?ما$/u.test(before.key) && !isWordBefore(text, first - 1)
  if (!isOneClause || !(DENIES.test(before.key) || deniesAtStart)) return steps
  return [{ isSame: false, claim: [0, 0], text: [first - 1, first] }, ...steps]
}

/** What denies the word after it. */
const DENIES = /^[وف]?(?:ا?لا|لن|لم|ليس\p{L}{0,2}|لس\p{L}{1,2}|غير|بلا|دون|بدون|عدم|not|never|no|without)$/u

function isWordBefore({ text, words }: Text, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]]
  return before !== undefined && word !== undefined && !/[.!?؟؛:،,\n]/u.test(text.slice(before.end, word.start))
}

function isWithinQuote(steps: readonly Step[], { item, paragraph, words }: Text): boolean {
  const [from, to] = rangeOf(steps)
  const [first, last] = [words[from], words[to - 1]]
  if (first === undefined || last === undefined) return true
  const places = item.briefing.quotes.flatMap(({ at }) => at).filter((place) => place.paragraph === paragraph)
  return places.some(({ start, end }) => first.start >= start && last.end <= end)
}

function rangeOf(steps: readonly Step[]): readonly [from: number, to: number] {
  return [steps[0]?.text[0] ?? 0, steps.at(-1)?.text[1] ?? 0]
}

type Weighed = {
  readonly claim: Claim
  readonly own: WordedText
  readonly text: Text
  readonly steps: readonly Step[]
  readonly isTheirs: boolean
}

function evidenceOf({ claim, own, text, steps, isTheirs }: Weighed): Evidence {
  const { item, quote } = text
  const span = sentencesAround(steps, text)
  const speaker = quote?.speaker ?? null
  const differences = differencesIn(steps, own, text, item)
  return {
    item,
    quote,
    paragraph: paragraphAt(steps, text),
    pieces: piecesOf({ steps, own, text, span }),
    extent: extentOf(steps, text, span),
    differences:
      isTheirs || quote === null
        ? differences
        : [{ of: 'speaker', claimed: claim.speaker, said: speaker }, ...differences],
  }
}

/** Of a quote over several paragraphs the one in which the words begin. */
function paragraphAt(steps: readonly Step[], { quote, paragraph, text, words }: Text): number {
  if (quote === null) return paragraph
  const before = text.slice(0, words[rangeOf(steps)[0]]?.start ?? 0)
  return quote.at[before.split('\n').length - 1]?.paragraph ?? paragraph
}

type Span = { readonly start: number; readonly end: number }

function sentencesAround(steps: readonly Step[], { text, words, item }: Text): Span {
  const [from, to] = rangeOf(steps)
  const first = words[from]?.start ?? 0
  const last = words[Math.max(from, to - 1)]?.end ?? first
  const sentences = splitSentences(text, item.briefing.article.language)
  const start = sentences.findLast((sentence) => sentence.start <= first)?.start ?? 0
  const end = sentences.find((sentence) => sentence.end >= last)?.end ?? text.length
  return { start, end }
}

/** «إلا»، «بشرط»: what may turn the words before it; a negation or «إذا» those after it. */
const TURNS_BACK =
  /^[وف]?(?:الا|سوي|بشرط|شريطه|شرط|اذا|لو|لولا|لكن|بل|حتي|طالما|ابدا|unless|except|only|if|until|but|never)$/u
const TURNS_ON = /^[وف]?(?:ما|اذا|لو|لولا|لما|شرط|بشرط|شريطه|ابدا|كلا|if|unless|only|nobody|nothing|none|neither)$/u

function extentOf(steps: readonly Step[], { words, quote }: Text, span: Span): Evidence['extent'] {
  const [from, to] = rangeOf(steps)
  if (quote !== null && from === 0 && to === words.length) return 'whole'
  const inside = (word: ComparedWord) => word.start >= span.start && word.end <= span.end
  const before = words.slice(0, from).filter(inside)
  const after = words.slice(to).filter(inside)
  const isTurned =
    before.some(({ key }) => TURNS_ON.test(key) || isNegation(key)) ||
    after.some(({ key }, at) => TURNS_BACK.test(key) || (/^[وف]?(?:ما|ان)$/u.test(key) && after[at + 1]?.key === 'لم'))
  return isTurned ? 'turned' : 'part'
}
