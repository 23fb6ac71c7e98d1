import type { Language } from '../language/language.ts'
import { splitSentences, type TextSpan } from '../language/sentences.ts'
import type { QueryTerm } from './rank.ts'
import { searchTermsOf, type Term } from './terms.ts'

/** A range of a text in UTF-16 offsets. */
type Span = { readonly start: number; readonly end: number }

/** Part of a paragraph: `text` is `paragraph.slice(start, end)`; `marks` are ranges of `text`. */
export type Excerpt = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly marks: readonly Span[]
}

export type ExcerptWish = {
  readonly text: string
  readonly language: Language
  readonly terms: readonly QueryTerm[]
  /** Each phrase in its spellings. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** A sentence's bonus for what it says, 0 to 1. */
  readonly favour: (sentence: TextSpan) => number
}

/** In UTF-16 units. */
const LONGEST_EXCERPT = 300
const EXACT = 0.35

/** `term`: an index into the terms, -1 for a word of a phrase. */
type Match = Span & { readonly term: number; readonly weight: number }

/** The sentence of a paragraph that has most of the query, cut to the longest excerpt. */
export function excerptOf(wish: ExcerptWish): Excerpt {
  const words = searchTermsOf(wish.text)
  const matches = matchesIn(words, wish)
  const sentence = bestSentence(wish, matches)
  const inside = matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const { start, end } = windowOf(wish.text, { sentence, inside, words })
  const marks = inside
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start - start, end: match.end - start }))
  return { text: wish.text.slice(start, end), start, end, marks: joined(marks) }
}

function matchesIn(words: readonly Term[], { terms, phrases }: ExcerptWish): readonly Match[] {
  const matches = new Map<number, Match>()
  words.forEach(({ start, end, stem, exact }, index) => {
    const term = terms.findIndex((each) => (stem !== null && each.stems.includes(stem)) || each.words.includes(exact))
    const found = terms[term]
    if (found) matches.set(index, { start, end, term, weight: found.weight * (found.exact === exact ? 1 + EXACT : 1) })
    for (const phrase of phrases.flat()) {
      if (!phrase.every((word, at) => words[index + at]?.exact === word)) continue
      for (const [at, word] of words.slice(index, index + phrase.length).entries()) {
        matches.set(index + at, { start: word.start, end: word.end, term: -1, weight: 10 })
      }
    }
  })
  return [...matches.values()].sort((left, right) => left.start - right.start)
}

function bestSentence(wish: ExcerptWish, matches: readonly Match[]): TextSpan {
  const whole = { start: 0, end: wish.text.length, text: wish.text }
  let best = whole
  let most = -1
  for (const sentence of splitSentences(wish.text, wish.language)) {
    const inside = matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    const score = worthOf(inside) * (1 + 0.3 * wish.favour(sentence)) + 0.01 * wish.favour(sentence)
    if (score > most) [best, most] = [sentence, score]
  }
  return best
}

/** A term counts once, by its best match. */
function worthOf(matches: readonly Match[]): number {
  const best = new Map<number, number>()
  for (const { term, weight } of matches) best.set(term, Math.max(weight, best.get(term) ?? 0))
  return [...best.values()].reduce((sum, weight) => sum + weight, 0)
}

type Windowing = { readonly sentence: Span; readonly inside: readonly Match[]; readonly words: readonly Term[] }

/** The whole sentence, or its words around the best matches. */
function windowOf(text: string, { sentence, inside, words }: Windowing): Span {
  if (sentence.end - sentence.start <= LONGEST_EXCERPT) return sentence
  const core = bestStretch(inside) ?? { start: sentence.start, end: sentence.start }
  const spare = LONGEST_EXCERPT - (core.end - core.start)
  const before = Math.min(core.start - sentence.start, Math.floor(spare / 3))
  const from = Math.max(sentence.start, Math.min(core.start - before, sentence.end - LONGEST_EXCERPT))
  const own = words.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const first = own.find(({ start }) => start >= from && start <= core.start)
  const start = from === sentence.start ? from : (first?.start ?? core.start)
  if (sentence.end - start <= LONGEST_EXCERPT) return { start, end: sentence.end }
  const last = own.findLast(({ end }) => end > start && end <= start + LONGEST_EXCERPT)
  return { start, end: last?.end ?? wholeCharacters(text, start) }
}

/** The range of the matches that fit into one excerpt and weigh most. */
function bestStretch(matches: readonly Match[]): Span | null {
  let best: Span | null = null
  let most = 0
  matches.forEach((first, index) => {
    const fitting = matches.slice(index, index + 40).filter(({ end }) => end - first.start <= LONGEST_EXCERPT)
    const worth = worthOf(fitting)
    if (worth > most) [best, most] = [{ start: first.start, end: fitting.at(-1)?.end ?? first.end }, worth]
  })
  return best
}

/** A word too long for an excerpt is cut, but never inside a character. */
function wholeCharacters(text: string, start: number): number {
  const end = start + LONGEST_EXCERPT
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end
}

/** Marks side by side with nothing but a space or a hyphen between them stay apart; halves of one word join. */
function joined(marks: readonly Span[]): readonly Span[] {
  const apart: Span[] = []
  for (const mark of marks) {
    const last = apart.at(-1)
    if (last && mark.start < last.end) continue
    apart.push(mark)
  }
  return apart
}
