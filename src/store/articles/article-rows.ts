import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article, Slug } from '../../article/article.ts'
import { type Identity, identityOf } from '../../article/identity.ts'
import { type Key, keyOf } from '../../article/key.ts'
import type { Briefing } from '../../briefing/briefing.ts'
import { unitsOf } from '../../briefing/corrections.ts'
import { type ArticleTerms, termsOf } from '../../digest/article-terms.ts'
import { fold } from '../../language/fold.ts'
import type { Language } from '../../language/language.ts'
import { skeletonOf } from '../../search/likeness.ts'
import { type NameUse, namesIn, partsOf } from '../../search/names.ts'
import type { ArticlePassages } from '../../search/passage.ts'
import { readPassages } from '../../search/read-passages.ts'
import type { ReadTerms } from '../../search/terms.ts'
import { readingPages } from '../../shelf/reading.ts'

/** An article's rows without its number; lists of rows are JSON, for one statement each. */
export type ArticleRows = {
  readonly slug: Slug
  readonly key: Key
  /** Of the article, to know it unchanged. */
  readonly hash: string
  readonly title: string
  readonly language: Language
  readonly folded: string
  /** Epoch milliseconds; 0: unknown. */
  readonly published: number
  readonly pages: number
  readonly quotes: number
  readonly terms: string
  readonly briefing: Uint8Array
  readonly related: readonly Slug[]
  readonly names: readonly NameUse[]
  /** Each quote's index, speaker's key and speaker's name. */
  readonly quoteRows: string
  /** For each word of a name: kind, word, the name's key, the word reversed, its consonants. */
  readonly nameRows: string
  readonly passages: PassageRows
  /** What the article says, to be compared with another text of it. */
  readonly units: string
  /** By what another article is known as the same one. */
  readonly identity: Identity
}

export type PassageRows = {
  readonly day: string
  /** Of the passages, which are not written again while it is equal. */
  readonly hash: string
  readonly count: number
  /** For each passage: paragraph, stems, words, stems above it, indexed stems, facets. */
  readonly rows: string
  /** By word: shown form, bare form, bare form reversed, consonants. */
  readonly vocabulary: string
}

/** The most passages of an article: a passage's id holds its paragraph in the low 16 bits. */
export const PARAGRAPHS = 65_536

/** All rows stored for a briefing. */
export function articleRows(briefing: Briefing, readTerms: ReadTerms): ArticleRows {
  const { article, quotes } = briefing
  const names = namesIn(briefing)
  const { stems, speakers } = termsOf(briefing)
  return {
    slug: article.slug,
    key: keyOf(article.slug),
    hash: createHash('sha256').update(JSON.stringify(article)).digest('hex'),
    title: article.title.text,
    language: article.language,
    folded: fold(article.title.text),
    published: publishedAt(article),
    pages: readingPages(briefing).length,
    quotes: quotes.length,
    terms: JSON.stringify([[...stems].join(' '), speakers]),
    briefing: deflateRawSync(JSON.stringify(briefing), { level: 1 }),
    related: [...new Set(article.related.flatMap(({ slug }) => slug ?? []))],
    names,
    quoteRows: JSON.stringify(quotes.map(({ speaker }, at) => [at, speaker && keyOf(fold(speaker)), speaker])),
    nameRows: JSON.stringify(
      names.flatMap(({ kind, key, name }) => {
        return [...new Set(partsOf(name))]
          .filter(isWord)
          .map((word) => [kind, word, key, mirrored(word), skeletonOf(word)])
      }),
    ),
    passages: passageRows(readPassages(briefing, readTerms)),
    units: JSON.stringify(unitsOf(briefing)),
    identity: identityOf(article),
  }
}

export function passageRows({ day, passages, vocabulary }: Omit<ArticlePassages, 'number'>): PassageRows {
  // the index takes rows quickest in the order of their ids
  const ascending = passages.filter(({ paragraph }) => paragraph < PARAGRAPHS).toReversed()
  const tokens = ascending.map(({ paragraph, stems, words, about, facets }) => [
    paragraph,
    stems.join(' '),
    words.join(' '),
    about.join(' '),
    stems.filter((stem) => stem !== '_').join(' '),
    facets.join(' '),
  ])
  const learnt = Object.fromEntries(
    vocabulary
      .filter(({ word }) => isWord(word))
      .map(({ word, shown, bare, skeleton }) => [word, [shown, bare, mirrored(bare), skeleton]]),
  )
  const rows = JSON.stringify(tokens)
  const hash = createHash('sha256').update(day).update(rows).digest('hex')
  return { day, hash, count: tokens.length, rows, vocabulary: JSON.stringify(learnt) }
}

/** What is longer nobody misspells, and PostgreSQL's index of words has no room for. */
const LONGEST_WORD = 200

function isWord(word: string): boolean {
  return word.length <= LONGEST_WORD
}

/** `weight`: characters of the briefing's JSON. */
export function unpackBriefing(packed: Uint8Array): { readonly briefing: Briefing; readonly weight: number } {
  const json = inflateRawSync(packed).toString()
  return { briefing: JSON.parse(json), weight: json.length }
}

export function unpackTerms(json: string): ArticleTerms {
  const [stems, speakers]: [string, string[][]] = JSON.parse(json)
  return { stems: new Set(stems === '' ? [] : stems.split(' ')), speakers }
}

/** A word reversed, so that its ending can be looked up as a prefix. */
export function mirrored(word: string): string {
  return [...word].toReversed().join('')
}

function publishedAt({ published }: Article): number {
  return published === null ? 0 : Date.parse(published) || 0
}
