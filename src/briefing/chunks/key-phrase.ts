import { fold } from '../../language/fold.ts'
import type { TextPlace } from '../briefing.ts'
import { rarityOf } from '../rarity.ts'
import { type SplitArticle, textOfPlace } from '../text.ts'
import { type ChunkToken, tokensWithin } from './tokens.ts'

const WORDS = { fewest: 2, most: 5 }
const ARTICLE = /^ال(?=\p{L}{2})/u
/** Clitics that tie a word to what stands before it: a heading does not begin with one. */
const TIED = /^(?:[وف]|[بلك]ال|لل)(?=\p{L}{2})/u
/** Titles: only after them does a word without the article go on a phrase that has it (`الرئيس حمدان`). */
const TITLES = new Set(
  'الرئيس الرئيسة الوزير الوزيرة الملك الملكة الأمير الأميرة الشيخ الجنرال النائب السيد الدكتور المهندس البروفيسور'
    .split(' ')
    .map(fold),
)
/** Participles that announce what follows them. */
const ANNOUNCING =
  /^ال(?:واقع|تابع|صادر|ناتج|جاري?|متعلق|خاص|مولف|مكون|مذكور|بالغ|قادم|داير|مسم[ياه]|معروف|ممتد|مطل|موجود)(?:ه|ين|ون|ات)?$/u
/** Names are telling in English, where only they are written with a capital. */
const NAME_BONUS = 1.5

/** Gives each chunk, called in order, its most telling phrase: 2–5 words as they stand in it, no phrase twice. */
export function createKeyPhrases(
  text: SplitArticle,
  tokens: readonly (readonly ChunkToken[])[],
): (parts: readonly TextPlace[]) => string {
  const nouns = nounsOf(tokens)
  const inArticle = countStems(tokens.flat())
  const used = new Set<string>()
  return (parts) => {
    const inParts = parts.map((part) => ({ part, tokens: tokensWithin(tokens, part) }))
    const inChunk = countStems(inParts.flatMap((each) => each.tokens))
    let best = { score: 0, phrase: '' }
    for (const { part, tokens: own } of inParts) {
      for (const span of spansOf(own, nouns, text)) {
        const phrase = textOf(span, part, text)
        const named = text.language === 'en' && /^(?:\p{Lu}\S*\s?)+$/u.test(phrase)
        const score = scoreOf(span, inChunk, inArticle) * (named ? NAME_BONUS : 1)
        if (score > best.score && !used.has(fold(phrase))) best = { score, phrase }
      }
    }
    const phrase = best.phrase || firstWords(inParts, text)
    used.add(fold(phrase))
    return phrase
  }
}

/** The forms that stand somewhere with the article or after a preposition: nouns, whatever else they look like. */
function nounsOf(tokens: readonly (readonly ChunkToken[])[]): ReadonlySet<string> {
  const nouns = new Set<string>()
  for (const token of tokens.flat()) if (token.afterPreposition || ARTICLE.test(token.folded)) nouns.add(token.folded)
  return nouns
}

function countStems(tokens: readonly ChunkToken[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) if (!token.stop) counts.set(token.stem, (counts.get(token.stem) ?? 0) + 1)
  return counts
}

function* spansOf(
  tokens: readonly ChunkToken[],
  nouns: ReadonlySet<string>,
  { language }: SplitArticle,
): Iterable<readonly ChunkToken[]> {
  const fits = (token: ChunkToken): boolean =>
    !token.stop &&
    /\p{L}{2}/u.test(token.folded) &&
    (language !== 'ar' || (nouns.has(token.folded) && !token.possessed))
  for (const [index, first] of tokens.entries()) {
    if (!fits(first) || (language === 'ar' && !mayBegin(first))) continue
    for (let length = 1; length < WORDS.most; length += 1) {
      const [before, next] = [tokens[index + length - 1], tokens[index + length]]
      if (
        !before ||
        !next?.joined ||
        !(fits(next) || isNameAfter(before, next)) ||
        (language === 'ar' && !goesOn(before, next))
      )
        break
      if (length + 1 >= WORDS.fewest && !ANNOUNCING.test(next.folded)) yield tokens.slice(index, index + length + 1)
    }
  }
}

/** A definite word is followed by another one, or, after a title, by a name. */
function goesOn(before: ChunkToken, next: ChunkToken): boolean {
  if (TIED.test(next.folded)) return false
  return !ARTICLE.test(before.folded) || ARTICLE.test(next.folded) || TITLES.has(before.folded)
}

/** After a title any word is a name, whether it was seen as a noun or not. */
function isNameAfter(before: ChunkToken, next: ChunkToken): boolean {
  return TITLES.has(before.folded) && !next.stop
}

function mayBegin(token: ChunkToken): boolean {
  return (token.afterPreposition || ARTICLE.test(token.folded)) && (token.afterPreposition || !TIED.test(token.folded))
}

/** The weight of a phrase: frequent in the chunk, rare in the language, and more at home here than elsewhere. */
function scoreOf(
  span: readonly ChunkToken[],
  inChunk: ReadonlyMap<string, number>,
  inArticle: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (const each of new Set(span.map((token) => token.stem))) {
    const here = inChunk.get(each) ?? 1
    sum += Math.log(1 + here) * rarityOf(each) * Math.sqrt(here / (inArticle.get(each) ?? here))
  }
  return sum / Math.sqrt(span.length)
}

type Part = { readonly part: TextPlace; readonly tokens: readonly ChunkToken[] }

/** The key phrase of a chunk without a better one. */
function firstWords(parts: readonly Part[], text: SplitArticle): string {
  const [first] = parts.filter(({ tokens }) => tokens.length > 0)
  if (first === undefined)
    return parts
      .map(({ part }) => textOfPlace(part, text))
      .join(' ')
      .trim()
      .slice(0, 40)
  const run = first.tokens.slice(0, WORDS.most)
  const broken = run.findIndex((token, index) => index > 0 && !token.joined)
  return textOf(broken < 1 ? run : run.slice(0, broken), first.part, text)
}

/** From the first to the last of some words of one paragraph. */
function textOf(span: readonly ChunkToken[], { paragraph }: TextPlace, text: SplitArticle): string {
  const [[first], [last]] = [span, span.slice(-1)]
  return first === undefined || last === undefined
    ? ''
    : textOfPlace({ paragraph, start: first.start, end: last.end }, text)
}
