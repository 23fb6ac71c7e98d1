import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { numbersFrom } from '../eval/chance.ts'
import { type Article, type Slug, UNSTATED_RELEASE } from '../src/article/article.ts'
import type { Briefing, Quote } from '../src/briefing/briefing.ts'
import { createVerify, type Verify } from '../src/library/verify.ts'
import { termReader } from '../src/search/terms.ts'
import { articleRows } from '../src/store/articles/article-rows.ts'
import type { ReadFile } from '../src/store/articles/files.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Row } from './bench.ts'
import { someWords, wordAt, zipfian } from './zipfian-words.ts'

const ARTICLES = 10_000
const PARAGRAPHS = 10
/** Every other paragraph ends in a quote: 50,000 in all. */
const QUOTES = 5
const CLAIMS = 600
const SPEAKERS = 2_000

/** What verifying a post costs over 100,000 passages and 50,000 quotes on disk. */
export async function rows(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const chance = numbersFrom(11)
  const words = zipfian(chance)
  const store = await openStore({ directory })
  try {
    for (const file of files(chance, words)) await store.files.take([file], { now: 0, zone: 'UTC' })
    while (await store.passages.settle());
    const verify = createVerify(store)
    const quote = () => someQuote(store, chance)
    return [
      ...(await measure(verify, 'verbatim', async () => marked(await quote()))),
      ...(await measure(verify, 'a word changed', async () => marked(changed(await quote(), words, chance)))),
      ...(await measure(verify, 'never said', async () => `«${someWords(words, 8 + Math.floor(chance() * 20))}»`)),
      ...(await measure(
        verify,
        'of the 40 commonest words',
        async () => `«${someWords(() => wordAt(Math.floor(chance() * 40)), 8)}»`,
      )),
    ]
  } finally {
    await store.close()
    await rm(directory, { recursive: true })
  }
}

async function measure(verify: Verify, name: string, text: () => Promise<string>): Promise<readonly Row[]> {
  const times: number[] = []
  for (let round = 0; round < CLAIMS; round += 1) {
    const wanted = await text()
    const before = performance.now()
    await verify.check(await verify.read(wanted))
    if (round >= CLAIMS / 10) times.push(performance.now() - before)
  }
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return [
    { name: `verify, ${name}: p50`, value: at(0.5), unit: 'ms' },
    { name: `verify, ${name}: p99`, value: at(0.99), unit: 'ms' },
  ]
}

async function someQuote({ archive }: Store, chance: () => number): Promise<Quote> {
  const [item] = await archive.byNumbers([1 + Math.floor(chance() * ARTICLES)])
  const quote = item?.briefing.quotes[Math.floor(chance() * QUOTES)]
  if (quote === undefined) throw new Error('an article without quotes')
  return quote
}

function marked({ text, speaker }: Quote): string {
  return `قال ${speaker}: «${text}»`
}

function changed(quote: Quote, words: () => string, chance: () => number): Quote {
  const said = quote.text.split(' ')
  said[Math.floor(chance() * said.length)] = words()
  return { ...quote, text: said.join(' ') }
}

const STATED = { release: UNSTATED_RELEASE, doubts: [], published: null }

/** Made one by one: all of them at once would be most of the memory. */
function* files(chance: () => number, words: () => string): Iterable<ReadFile> {
  const readTerms = termReader()
  for (let index = 0; index < ARTICLES; index += 1) {
    const rows = articleRows(aBriefing(index, chance, words), readTerms)
    const file = { name: `${index}.md`, signature: `${index}`, hash: `${index}` }
    yield { ...file, answers: null, kind: 'articles', articles: [rows], page: STATED }
  }
}

function aBriefing(index: number, chance: () => number, words: () => string): Briefing {
  const said = Array.from({ length: QUOTES }, () => someWords(words, 8 + Math.floor(chance() * 25)))
  const texts = Array.from({ length: PARAGRAPHS }, (_, at) => {
    const own = someWords(words, 20 + Math.floor(chance() * 20))
    return at % 2 === 0 ? `${own}.` : `${own}: «${said[(at - 1) / 2]}».`
  })
  const article: Article = {
    slug: `article-${index}` as Slug,
    title: { text: someWords(words, 8), derived: false },
    language: 'ar',
    source: `مصدر${Math.floor(chance() * 40)}`,
    url: null,
    published: new Date(Date.UTC(2018, 0, 1) + index * 21_600_000).toISOString(),
    keywords: [],
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    related: [],
    embedded: [],
  }
  const quotes = said.map((text, at) =>
    quoteAt(text, { paragraph: 2 * at + 1, whole: texts[2 * at + 1] ?? '', chance }),
  )
  const summary = { line: '', sentences: [], front: [] }
  return { article, summary, chunks: [], quotes, people: [], figures: [], timeline: [], related: [], embedded: [] }
}

type Place = { readonly paragraph: number; readonly whole: string; readonly chance: () => number }

function quoteAt(text: string, { paragraph, whole, chance }: Place): Quote {
  const start = whole.indexOf(`«${text}`) + 1
  const [first, last] = [chance(), chance()].map((drawn) => `م${wordAt(31 * Math.floor(drawn * SPEAKERS))}`)
  return {
    text,
    speaker: `${first} ${last}`,
    ...{ role: null, verb: null, mode: 'direct' as const, medium: null, addressee: null },
    at: [{ paragraph, start, end: start + text.length }],
  }
}
