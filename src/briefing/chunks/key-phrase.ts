import { fold } from '../../language/fold.ts'
import { stem } from '../../language/stems.ts'
import { isStopWord } from '../../language/stop-words.ts'
import { splitWords } from '../../language/words.ts'
import type { Place } from '../briefing.ts'
import { rarityOf } from '../rarity.ts'
import type { ArticleText } from '../text.ts'

const WORDS = { fewest: 2, most: 5 }
/** A noun follows these; a verb never does. */
const PREPOSITIONS = new Set(
  'في من على الى عن بعد قبل بين خلال حول ضد مع عند نحو منذ لدى ضمن عبر امام باسم بشان بسبب'.split(' ').map(fold),
)
const ARTICLE = /^ال(?=\p{L}{2})/u
/** Clitics that tie a word to what stands before it: a heading does not begin with one. */
const TIED = /^(?:[وف]|[بلك]ال|لل)(?=\p{L}{2})/u

type Token = {
  readonly folded: string
  readonly stem: string
  readonly stop: boolean
  readonly start: number
  readonly end: number
  /** Only spaces stand between it and the word before. */
  readonly joined: boolean
  readonly afterPreposition: boolean
  readonly capital: boolean
}

/** Gives each chunk, called in order, its most telling phrase: 2–5 words as they stand in it, no phrase twice. */
export function createKeyPhrases(text: ArticleText): (parts: readonly Place[]) => string {
  const tokens = text.paragraphs.map((paragraph) => tokensOf(paragraph, text))
  const nouns = nounsOf(tokens)
  const inArticle = countStems(tokens.flat())
  const used = new Set<string>()
  return (parts) => {
    const inParts = parts.map(({ paragraph, start, end }) => ({
      source: text.paragraphs[paragraph] ?? '',
      tokens: tokensWithin(tokens[paragraph] ?? [], start, end),
    }))
    const inChunk = countStems(inParts.flatMap((part) => part.tokens))
    let best = { score: 0, phrase: '' }
    for (const { source, tokens: own } of inParts) {
      for (const span of spansOf(own, nouns, text)) {
        const phrase = source.slice(span[0]?.start, span.at(-1)?.end)
        const score = scoreOf(span, inChunk, inArticle)
        if (score > best.score && !used.has(fold(phrase))) best = { score, phrase }
      }
    }
    const phrase = best.phrase || firstWords(inParts)
    used.add(fold(phrase))
    return phrase
  }
}

function tokensOf(paragraph: string, text: ArticleText): readonly Token[] {
  const tokens: Token[] = []
  for (const { text: word, start, end } of splitWords(paragraph)) {
    const before = tokens.at(-1)
    const folded = fold(word)
    tokens.push({
      folded,
      stem: stem(word, text.language),
      stop: isStopWord(folded, text.language),
      start,
      end,
      joined: before !== undefined && start - before.end <= 2 && paragraph.slice(before.end, start).trim() === '',
      afterPreposition: before !== undefined && PREPOSITIONS.has(before.folded),
      capital: /^\p{Lu}/u.test(word),
    })
  }
  return tokens
}

function tokensWithin(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  return tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end))
}

/** Binary search: a paragraph may hold a hundred chunks. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The forms that stand somewhere with the article or after a preposition: nouns, whatever else they look like. */
function nounsOf(tokens: readonly (readonly Token[])[]): ReadonlySet<string> {
  const nouns = new Set<string>()
  for (const token of tokens.flat()) if (token.afterPreposition || ARTICLE.test(token.folded)) nouns.add(token.folded)
  return nouns
}

function countStems(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) if (!token.stop) counts.set(token.stem, (counts.get(token.stem) ?? 0) + 1)
  return counts
}

function* spansOf(tokens: readonly Token[], nouns: ReadonlySet<string>, text: ArticleText): Iterable<readonly Token[]> {
  const fits = (token: Token): boolean =>
    !token.stop && /\p{L}{2}/u.test(token.folded) && (text.language !== 'ar' || nouns.has(token.folded))
  for (const [index, first] of tokens.entries()) {
    if (!fits(first) || !mayBegin(first, text)) continue
    for (let length = 1; length < WORDS.most; length += 1) {
      const next = tokens[index + length]
      if (!next?.joined || !fits(next) || TIED.test(next.folded)) break
      if (length + 1 >= WORDS.fewest) yield tokens.slice(index, index + length + 1)
    }
  }
}

function mayBegin(token: Token, text: ArticleText): boolean {
  if (text.language !== 'ar') return true
  return (token.afterPreposition || ARTICLE.test(token.folded)) && (token.afterPreposition || !TIED.test(token.folded))
}

/** What its words weigh here: frequent in the chunk, rare in the language, and more at home here than elsewhere. */
function scoreOf(
  span: readonly Token[],
  inChunk: ReadonlyMap<string, number>,
  inArticle: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (const each of new Set(span.map((token) => token.stem))) {
    const here = inChunk.get(each) ?? 1
    sum += Math.log(1 + here) * rarityOf(each) * Math.sqrt(here / (inArticle.get(each) ?? here))
  }
  const name = span.every((token) => token.capital) ? 1.5 : 1
  return (sum * name) / Math.sqrt(span.length)
}

function firstWords(parts: readonly { readonly source: string; readonly tokens: readonly Token[] }[]): string {
  const part = parts.find(({ tokens }) => tokens.length > 0)
  const first = part?.tokens[0]
  if (!part || !first) return (parts[0]?.source ?? '').trim().slice(0, 40)
  const run = part.tokens.slice(0, WORDS.most)
  const broken = run.findIndex((token, index) => index > 0 && !token.joined)
  return part.source.slice(first.start, (broken < 1 ? run.at(-1) : run[broken - 1])?.end)
}
