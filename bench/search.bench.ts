import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { numbersFrom } from '../eval/chance.ts'
import { type Article, type Slug, UNSTATED_RELEASE } from '../src/article/article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import { createSearch, type Search } from '../src/library/search.ts'
import { parseQuery, parseQuestion, type Query } from '../src/search/query.ts'
import { termReader } from '../src/search/terms.ts'
import { articleRows } from '../src/store/articles/article-rows.ts'
import type { ReadFile } from '../src/store/articles/files.ts'
import { openStore } from '../src/store/store.ts'
import type { Row } from './bench.ts'
import { LETTERS, someWords, wordAt, zipfian } from './zipfian-words.ts'

const ARTICLES = 10_000
const PARAGRAPHS = 10
const QUERIES = 600
const DAY = 86_400_000

/** What finding costs over 100,000 passages on disk, and what indexing them costs. */
export async function rows(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  try {
    const chance = numbersFrom(7)
    const words = zipfian(chance)
    const indexed = await bringAll(files(chance, words), directory)
    const store = await openStore({ directory })
    const search = createSearch(store)
    const found = [
      ...(await measure(search, 'as people ask, mixed', () => mixedQuery(chance, words))),
      ...(await measure(search, 'one of the 20 commonest words', () => parseQuery(wordAt(Math.floor(chance() * 20))))),
      ...(await measure(search, 'four words', () => parseQuery([words(), words(), words(), words()].join(' ')))),
      ...(await measure(search, 'a question of six words', () => parseQuestion(`متى ${someWords(words, 6)}؟`))),
      ...(await measure(search, 'a misspelt word, with suggestions', () => parseQuery(misspelt(chance, words())))),
    ]
    await store.close()
    return [...indexed, ...found]
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function bringAll(wanted: Iterable<ReadFile>, directory: string): Promise<readonly Row[]> {
  const passages = (ARTICLES * PARAGRAPHS).toLocaleString('en')
  const store = await openStore({ directory })
  const seconds = await secondsOf(async () => {
    for (const file of wanted) await store.files.take([file], { now: 0, zone: 'UTC' })
    while (await store.passages.settle());
  })
  await store.close()
  const { size } = await stat(join(directory, 'mujaz.db'))
  return [
    { name: `${passages} passages indexed`, value: (ARTICLES * PARAGRAPHS) / seconds, unit: 'passages/s' },
    { name: `${passages} passages on disk`, value: size / 1e6, unit: 'MB' },
  ]
}

async function measure(search: Search, name: string, query: () => Query): Promise<readonly Row[]> {
  const times: number[] = []
  for (let round = 0; round < QUERIES; round += 1) {
    const wanted = query()
    const before = performance.now()
    await search.find(wanted, { limit: 5, offset: 0 })
    if (round >= QUERIES / 10) times.push(performance.now() - before)
  }
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return [
    { name: `find, ${name}: p50`, value: at(0.5), unit: 'ms' },
    { name: `find, ${name}: p99`, value: at(0.99), unit: 'ms' },
  ]
}

/** Words as frequent as in a text, and now and then a phrase, a filter, a question or a slip. */
function mixedQuery(chance: () => number, words: () => string): Query {
  const asked = someWords(words, 1 + Math.floor(chance() * 4))
  const kind = chance()
  if (kind < 0.1) return parseQuery(`«${asked}»`)
  if (kind < 0.2) return parseQuery(`by:${nameAt(Math.floor(chance() * SPEAKERS))} ${asked}`)
  if (kind < 0.25) return parseQuery(`from:مصدر${Math.floor(chance() * SOURCES)} ${asked}`)
  if (kind < 0.35) return parseQuery(`after:2020-06 before:2024 ${asked}`)
  if (kind < 0.45) return parseQuestion(`كم ${asked}؟`)
  return parseQuery(kind < 0.5 ? misspelt(chance, asked) : asked)
}

const SPEAKERS = 2_000
const SOURCES = 40

const STATED = { release: UNSTATED_RELEASE, doubts: [], published: null }

/** Made one by one: all of them at once would be most of the memory. */
function* files(chance: () => number, words: () => string): Iterable<ReadFile> {
  const readTerms = termReader()
  for (let index = 0; index < ARTICLES; index += 1) {
    const rows = articleRows(aBriefing(anArticle(index, chance, words), chance), readTerms)
    const file = { name: `${index}.md`, signature: `${index}`, hash: `${index}` }
    yield { ...file, answers: null, kind: 'articles', articles: [rows], page: STATED }
  }
}

function anArticle(index: number, chance: () => number, words: () => string): Article {
  const published = new Date(Date.UTC(2018, 0, 1) + Math.floor((index / 4 + chance() * 3) * DAY)).toISOString()
  const texts = Array.from({ length: PARAGRAPHS }, () => `${someWords(words, 25 + Math.floor(chance() * 40))}.`)
  return {
    slug: `article-${index}` as Slug,
    title: { text: someWords(words, 8), derived: false },
    language: 'ar',
    source: `مصدر${Math.floor(chance() * SOURCES)}`,
    url: null,
    published,
    keywords: [],
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    related: [],
    embedded: [],
  }
}

function aBriefing(article: Article, chance: () => number): Briefing {
  const quotes = [1, 4].map((paragraph) => ({
    text: 'قول',
    speaker: `${nameAt(Math.floor(chance() * SPEAKERS))} ${nameAt(Math.floor(chance() * SPEAKERS))}`,
    role: null,
    verb: null,
    mode: 'direct' as const,
    medium: null,
    addressee: null,
    at: [{ paragraph, start: 0, end: 20 }],
  }))
  const summary = { line: '', sentences: [], front: [] }
  return { article, summary, chunks: [], quotes, people: [], figures: [], timeline: [], related: [], embedded: [] }
}

function misspelt(chance: () => number, word: string): string {
  const at = 1 + Math.floor(chance() * (word.length - 1))
  return word.slice(0, at) + LETTERS[Math.floor(chance() * LETTERS.length)] + word.slice(at + 1)
}

function nameAt(rank: number): string {
  return `م${wordAt(rank * 31)}`
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await work()
  return (performance.now() - before) / 1000
}
