import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SHARED = resolve(import.meta.dirname, '../../shared')
const EXAMPLES = join(import.meta.dirname, 'examples')

export type NewsItem = { readonly title: string; readonly abstract: string; readonly text: string }
export type HeadlinePair = readonly [string, string]
export type HeadlinePairs = { readonly same: readonly HeadlinePair[]; readonly different: readonly HeadlinePair[] }
export type GoldQuote = {
  readonly text: string
  readonly speaker: string | null
  readonly speaker_aliases?: readonly string[]
  readonly flags?: readonly string[]
}
export type QuotedArticle = { readonly text: string; readonly quotes: readonly GoldQuote[] }
/** What is true of a whole page. */
export type GoldPage = {
  readonly page: string
  readonly paragraphs: number
  readonly headings: readonly string[]
  readonly quotes: readonly { readonly text: string; readonly speaker: string }[]
  readonly people: readonly { readonly name: string; readonly role: string }[]
  readonly figures: readonly string[]
  readonly related_distinct: number
  /** How the paragraphs begin that a summary may draw on. */
  readonly summary_paragraphs: readonly string[]
}

/** `shared`: the evaluation data beside the repository; `newswire`: its articles of agencies. `examples`: the small set of our own in it. */
export type DataSet = 'shared' | 'examples' | 'newswire'

/** The shared data where it is on hand, else our own examples; those always with the argument `examples`. */
export function dataSet(): DataSet {
  return !process.argv.includes('examples') && existsSync(join(SHARED, 'eval')) ? 'shared' : 'examples'
}

/** Articles with an abstract that somebody else wrote. */
export function readNews(set: DataSet = dataSet()): readonly NewsItem[] {
  return readFileSync(fileLike(set, /^news-.*\.jsonl$/), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): NewsItem => JSON.parse(line))
}

/** Pairs of headlines: of one story, and of two. */
export function readHeadlinePairs(set: DataSet = dataSet()): HeadlinePairs {
  return JSON.parse(readFileSync(fileLike(set, /^headlines-.*\.json$/), 'utf8'))
}

/** Articles whose quotes and speakers are known; some have none. */
export function readQuotedArticles(set: DataSet = dataSet()): readonly QuotedArticle[] {
  const folder = join(evalFolder(set), 'quotes')
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return names.sort().map((name) => ({
    text: readFileSync(join(folder, name.replace(/json$/, 'txt')), 'utf8'),
    quotes: JSON.parse(readFileSync(join(folder, name), 'utf8')).quotes,
  }))
}

/** Whole pages as copied from a site, and what is true of them. */
export function readPages(set: DataSet = dataSet()): readonly GoldPage[] {
  const [gold, pages] =
    set === 'shared'
      ? [join(SHARED, 'gold'), join(SHARED, 'articles')]
      : [join(EXAMPLES, 'pages'), join(EXAMPLES, 'pages')]
  const names = readdirSync(gold).filter((file) => file.endsWith('.json'))
  return names.sort().map((name) => ({
    ...JSON.parse(readFileSync(join(gold, name), 'utf8')),
    page: readFileSync(join(pages, name.replace(/json$/, 'page.txt')), 'utf8'),
  }))
}

function evalFolder(set: DataSet): string {
  if (set === 'newswire') return join(SHARED, 'eval/newswire')
  return set === 'shared' ? join(SHARED, 'eval') : EXAMPLES
}

function fileLike(set: DataSet, pattern: RegExp): string {
  const folder = evalFolder(set)
  const name = readdirSync(folder).find((file) => pattern.test(file))
  if (name === undefined) throw new Error(`${folder} has no file like ${pattern.source}`)
  return join(folder, name)
}
