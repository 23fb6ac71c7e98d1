import { rarityOf } from '../rarity.ts'
import type { SplitArticle } from '../text.ts'
import type { Lexeme } from '../vocabulary.ts'

/** A word of an article with the counts of all its places. */
export type ArticleWord = Lexeme & {
  readonly count: number
  /** Index of its first sentence. */
  readonly first: number
  /** The same of all words of its stem. */
  readonly stemCount: number
  readonly stemFirst: number
  readonly inTitle: boolean
}

export type ReadWords = {
  readonly words: ReadonlyMap<string, ArticleWord>
  /** The folded words of each sentence in order. */
  readonly bySentence: readonly (readonly string[])[]
  readonly total: number
}

type Seen = { count: number; first: number }

/** Counts the words of an article. `ownTitle`: `null` where the page has none of its own. */
export function readWords(text: SplitArticle, ownTitle: string | null): ReadWords {
  const { lookUp } = text
  const forms = new Map<string, Seen & { readonly lexeme: Lexeme }>()
  const stems = new Map<string, Seen>()
  let total = 0
  const bySentence = text.sentences.map((sentence) =>
    sentence.words.map((word) => {
      const lexeme = lookUp(word.text)
      see(forms, lexeme.folded, () => ({ count: 0, first: sentence.index, lexeme }))
      see(stems, lexeme.stem, () => ({ count: 0, first: sentence.index }))
      total += 1
      return lexeme.folded
    }),
  )
  const title = new Set((ownTitle?.match(/\p{L}+/gu) ?? []).map((word) => lookUp(word).stem))
  const words = new Map<string, ArticleWord>()
  for (const [folded, { count, first, lexeme }] of forms) {
    const stem = stems.get(lexeme.stem) ?? { count, first }
    words.set(folded, {
      ...lexeme,
      count,
      first,
      stemCount: stem.count,
      stemFirst: stem.first,
      inTitle: title.has(lexeme.stem),
    })
  }
  return { words, bySentence, total }
}

function see<Entry extends Seen>(seen: Map<string, Entry>, key: string, create: () => Entry): void {
  const entry = seen.get(key) ?? create()
  entry.count += 1
  seen.set(key, entry)
}

/**
 * Features of a word that predict its use in an abstract, in the order of the table of weights.
 */
export function traitsOf(word: ArticleWord, total: number): Readonly<Record<TraitName, number>> {
  const rarity = rarityOf(word.stem) / 5
  const rate = Math.log(1 + (word.stemCount * 400) / Math.max(100, total))
  const first = word.first === 0 ? 1 : 0
  const early = word.first <= 2 ? 1 : 0
  return {
    first,
    second: word.first <= 1 ? 1 : 0,
    early,
    fifth: word.first <= 4 ? 1 : 0,
    tenth: word.first <= 9 ? 1 : 0,
    place: Math.log(1 + word.first) / 3,
    stemFirst: word.stemFirst === 0 ? 1 : 0,
    stemEarly: word.stemFirst <= 2 ? 1 : 0,
    count: Math.log(word.count),
    stemCount: Math.log(word.stemCount),
    rate,
    rarity,
    rateRarity: rate * rarity,
    firstRate: first * rate,
    firstRarity: first * rarity,
    earlyRate: early * rate,
    earlyRarity: early * rarity,
    number: /^\d/u.test(word.folded) ? 1 : 0,
    stop: word.stop ? 1 : 0,
    and: /^و/u.test(word.folded) ? 1 : 0,
    preposition: /^[بل]/u.test(word.folded) ? 1 : 0,
    definite: /^(?:[وبكف]?ال|لل)/u.test(word.folded) ? 1 : 0,
    verb: /^[يت]/u.test(word.folded) && !word.stop ? 1 : 0,
    length: Math.min(word.folded.length, 10) / 10,
    inTitle: word.inTitle ? 1 : 0,
    inTitleFirst: word.inTitle ? first : 0,
  }
}

/** In the order of the table of weights. */
export const TRAITS = [
  'first',
  'second',
  'early',
  'fifth',
  'tenth',
  'place',
  'stemFirst',
  'stemEarly',
  'count',
  'stemCount',
  'rate',
  'rarity',
  'rateRarity',
  'firstRate',
  'firstRarity',
  'earlyRate',
  'earlyRarity',
  'number',
  'stop',
  'and',
  'preposition',
  'definite',
  'verb',
  'length',
  'inTitle',
  'inTitleFirst',
] as const
export type TraitName = (typeof TRAITS)[number]
