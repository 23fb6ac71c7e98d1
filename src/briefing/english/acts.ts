import type { EnglishParagraph } from './passages.ts'
import { type EnglishPhrase, endsPhrase, englishAt, isCapital, phraseOf } from './phrases.ts'
import { CALLING, SAYING } from './words.ts'

/** An act of speech in English: the verb (or `according to`) and its subject, `from`…`to` in tokens. */
export type EnglishAct = {
  readonly from: number
  readonly to: number
  readonly verb: string
  readonly subject: EnglishPhrase | null
  /** Behind the verb (`said Smith`), before it, or behind `according to`. */
  readonly side: 'before' | 'behind' | 'according'
  readonly strength: 'say' | 'call'
}

/** The acts of speech of a paragraph in order, words inside quotes left out. */
export function findActs(paragraph: EnglishParagraph): readonly EnglishAct[] {
  const acts: EnglishAct[] = []
  paragraph.tokens.forEach((token, at) => {
    if (paragraph.hidden[at] === true) return
    const lower = token.text.toLowerCase()
    const act = lower === 'according' ? accordingAt(paragraph, at) : verbAt(paragraph, at, lower)
    if (act !== null) acts.push(act)
  })
  return acts
}

function accordingAt(paragraph: EnglishParagraph, at: number): EnglishAct | null {
  if (englishAt(paragraph.tokens, at + 1).text !== 'to') return null
  const end = phraseEnd(paragraph, at + 2)
  const subject = phraseOf(paragraph.text, paragraph.tokens.slice(at + 2, end))
  return subject === null
    ? null
    : { from: at, to: end, verb: 'according to', subject, side: 'according', strength: 'say' }
}

function verbAt(paragraph: EnglishParagraph, at: number, lower: string): EnglishAct | null {
  const strength = strengthOf(paragraph, at, lower)
  if (strength === null) return null
  const verb = lower
  const start = subjectStart(paragraph, at)
  const subject = phraseOf(paragraph.text, paragraph.tokens.slice(start, at))
  if (subject !== null) return { from: start, to: at + 1, verb, subject, side: 'before', strength }
  const end = phraseEnd(paragraph, at + 1)
  const behind = followsQuote(paragraph, at) ? phraseOf(paragraph.text, paragraph.tokens.slice(at + 1, end)) : null
  if (behind !== null) return { from: at, to: end, verb, subject: behind, side: 'behind', strength }
  const topic = topicBefore(paragraph, at)
  return { from: at, to: at + 1, verb, subject: topic, side: 'before', strength }
}

// `to say`, `the claims`, `United States`: no act of speech.
function strengthOf(paragraph: EnglishParagraph, at: number, lower: string): EnglishAct['strength'] | null {
  const [before, token] = [englishAt(paragraph.tokens, at - 1), englishAt(paragraph.tokens, at)]
  if (token.text !== lower || /^(?:to|be|a|an|the|of|in|is|was|its|his|her|their)$/.test(before.text)) return null
  return SAYING.has(lower) ? 'say' : CALLING.has(lower) ? 'call' : null
}

function followsQuote(paragraph: EnglishParagraph, at: number): boolean {
  return at === 0 || /^[,"”’»]$/.test(englishAt(paragraph.tokens, at - 1).text)
}

const JOINS = new Set(['of', 'for', 'the', 'a', 'an', 'and', 'at'])
const MAX_PHRASE = 14

/** First token of the noun phrase that ends right before a verb. Adverbs between are skipped by their ending. */
function subjectStart(paragraph: EnglishParagraph, verb: number): number {
  const { tokens, hidden } = paragraph
  let start = verb
  while (start > 0 && verb - start < MAX_PHRASE && hidden[start - 1] !== true) {
    const token = englishAt(tokens, start - 1)
    if (/^(?:he|she|they|it)$/i.test(token.text)) return start === verb ? start - 1 : start
    const joins = JOINS.has(token.text.toLowerCase()) && start < verb
    if (!joins && endsPhrase(token)) break
    start -= 1
  }
  while (start < verb && /^(?:and|at|for|of)$/.test(englishAt(tokens, start).text)) start += 1
  return start
}

function phraseEnd(paragraph: EnglishParagraph, from: number): number {
  const { tokens, hidden } = paragraph
  let end = from
  while (end < tokens.length && end < from + MAX_PHRASE && hidden[end] !== true) {
    const token = englishAt(tokens, end)
    if (end === from && /^(?:he|she|they)$/i.test(token.text)) return end + 1
    const joins = end === from ? /^(?:the|a|an|its|his|her)$/i : /^(?:of|for|at)$/
    if (!joins.test(token.text) && endsPhrase(token)) break
    end += 1
  }
  return end
}

/**
 * The subject of a verb behind a comma: the name in commas before it (`the foreign secretary, Daniel Okafor, said`), else
 * the name that opens the sentence (`Raphael Loss, a policy fellow at the council, argues`).
 */
function topicBefore(paragraph: EnglishParagraph, at: number): EnglishPhrase | null {
  const { tokens, sentence, hidden, text } = paragraph
  if (tokens[at - 1]?.text !== ',') return null
  let start = at
  while (start > Math.max(0, at - MAX_ASIDE) && sentence[start - 1] === sentence[at] && hidden[start - 1] !== true)
    start -= 1
  const commas: number[] = []
  for (let index = start; index < at; index += 1) if (tokens[index]?.text === ',') commas.push(index)
  const [first = at] = commas
  const last = commas.at(-2) ?? start - 1
  const named = phraseOf(text, tokens.slice(last + 1, at - 1))
  if (named?.kind === 'person' && isCapital(englishAt(tokens, last + 1))) return named
  const opener = phraseOf(text, tokens.slice(start, first))
  return opener !== null && opener.kind !== 'pronoun' ? opener : null
}

const MAX_ASIDE = 40
