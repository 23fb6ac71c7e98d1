import fc from 'fast-check'
import { expect, inject, onTestFinished, test } from 'vitest'
import { titleRelated } from '../../../src/article/collection.ts'
import { withRelated } from '../../../src/briefing/brief-article.ts'
import type { Briefing } from '../../../src/briefing/briefing.ts'
import { termReader } from '../../../src/search/terms.ts'
import type { Archive } from '../../../src/shelf/archive.ts'
import type { ShelfItem } from '../../../src/shelf/shelf.ts'
import { articleRows } from '../../../src/store/articles/article-rows.ts'
import type { ReadFile } from '../../../src/store/articles/files.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { createShelf } from '../../a-shelf.ts'
import { A_PAGE, aBriefing, anArticle, paragraphs } from '../../an-article.ts'
import { createListArchive } from '../../list-archive.ts'
import { aSlug, borrowStore } from '../a-store.ts'

const FILES = ['a.md', 'b.md', 'c.md', 'd.md']
const SLUGS = ['bridge', 'ferry', 'market', 'harbour', 'school']
/** Spellings of a few people; two have a name in common, and one the article on it. */
const SPEAKERS = [
  'أحمد سالم',
  'احمد سالم',
  'سلمى الراوي',
  'سلمى راوي',
  'منى',
  'المنى',
  'الاحمد',
  'وزير النقل',
  'Ann O"Neil',
]
const WORDS = ['الجسر', 'جسور', 'السوق', 'مدرسة', 'في', 'ال', "it's", '100%', 'a"b']

const anyQuote = fc.record({
  speaker: fc.option(fc.constantFrom(...SPEAKERS)),
  text: fc.constantFrom('سنفتح المعبر', 'هذا يوم طويل'),
})

const anyBriefing = fc
  .record({
    slug: fc.constantFrom(...SLUGS),
    language: fc.constantFrom('ar' as const, 'en' as const),
    title: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')),
    published: fc.constantFrom(null, '2025-03-10', '2025-03-10T09:00:00+03:00', '2026-01-01', '1969-07-20'),
    source: fc.constantFrom(null, 'وكالة الضفاف', 'Reuters'),
    related: fc.array(fc.constantFrom(...SLUGS), { maxLength: 2 }),
    quotes: fc.array(anyQuote, { maxLength: 4 }),
    texts: fc.array(fc.constantFrom('افتتحت المدينة جسرها.', 'وصل الضيوف إلى السوق.'), { maxLength: 3 }),
  })
  .map(({ slug, title, related, quotes, texts, ...said }): Briefing => {
    const links = related.map((named) => ({ title: named, url: null, slug: aSlug(named) }))
    const titled = { text: title, derived: false }
    const article = anArticle({
      ...said,
      slug: aSlug(slug),
      title: titled,
      blocks: paragraphs(...texts),
      related: links,
    })
    const said_ = { role: null, verb: null, mode: 'direct', medium: null, addressee: null, at: [] } as const
    const chunks = texts.map((text, at) => ({ heading: '', derived: true, text, from: at, to: at, quotes: [] }))
    return aBriefing({ article, chunks, quotes: quotes.map((quote) => ({ ...said_, ...quote })) })
  })

type Step =
  | { readonly kind: 'write'; readonly file: string; readonly briefings: readonly Briefing[] }
  | { readonly kind: 'remove' | 'break'; readonly file: string }
  | { readonly kind: 'restart' }

const anyFile = fc.constantFrom(...FILES)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      file: anyFile,
      briefings: fc.uniqueArray(anyBriefing, { maxLength: 3, selector: ({ article }) => article.slug }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'break' as const), file: anyFile }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
)

const readTerms = termReader()
/** A store, and beside it the same articles as a plain list of each file's. */
async function aPair() {
  const { options, release } = await borrowStore()
  let store = await openStore(options)
  const files = new Map<string, readonly Briefing[]>()
  const numbers = new Map<string, number>()

  async function readFile(name: string): Promise<ReadFile> {
    const briefings = files.get(name)
    if (briefings === undefined) return { name, signature: 'gone', answers: null, kind: 'gone' }
    const rows = briefings.map((briefing) => articleRows(briefing, readTerms))
    return { name, signature: 'as it is', answers: null, kind: 'articles', hash: name, articles: rows, page: A_PAGE }
  }

  async function take(file: ReadFile): Promise<void> {
    const isAll = await store.files.take([file], { now: 0, zone: 'UTC' })
    for (const { slug } of file.kind === 'articles' ? file.articles : []) {
      const item = await store.archive.bySlug(slug)
      if (item !== null) numbers.set(slug, item.number)
    }
    if (isAll) return
    const again = (await store.files.known(FILES)).filter(({ signature }) => signature === '')
    for (const { name } of again) await take(await readFile(name))
  }

  return {
    store: () => store,
    end: async () => {
      await store.close()
      await release()
    },
    run: async (step: Step) => {
      if (step.kind === 'restart') {
        await store.close()
        store = await openStore(options)
        return
      }
      if (step.kind === 'write') files.set(step.file, step.briefings)
      if (step.kind === 'remove') files.delete(step.file)
      await take(
        step.kind === 'break'
          ? { name: step.file, signature: 'broken', answers: null, kind: 'broken', problem: 'no' }
          : await readFile(step.file),
      )
    },
    list: () => {
      const held = new Map<string, Briefing>()
      for (const [, briefings] of [...files].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
        for (const briefing of briefings) {
          if (!held.has(briefing.article.slug)) held.set(briefing.article.slug, briefing)
        }
      }
      const titles = new Map([...held.values()].map(({ article }) => [article.slug, article.title.text]))
      const shelf = createShelf(
        [...held].map(([slug, briefing]) => {
          const isAlone = briefing.article.related.length === 0
          const titled = isAlone ? briefing : withRelated(briefing, titleRelated(briefing.article, titles))
          return { number: numbers.get(slug) ?? 0, briefing: titled }
        }),
      )
      return createListArchive(() => shelf)
    },
  }
}

const PAGES = [
  { offset: 0, limit: 3 },
  { offset: 2, limit: 2 },
  { offset: 50, limit: 2 },
]

/** Every question's answers, as plain values. */
async function answersOf(archive: Omit<Archive, 'version'>) {
  const all = await archive.newest({ offset: 0, limit: 100 })
  const speakers = (await archive.speakers({ offset: 0, limit: 100 })).items
  const plain = (items: readonly (ShelfItem | null)[]) => items.map((item) => item && { ...item, terms: item.terms() })
  const each = <In, Out>(inputs: readonly In[], ask: (input: In) => Promise<Out>) => Promise.all(inputs.map(ask))
  const said = (quotes: Awaited<ReturnType<Archive['quotesOf']>>) =>
    quotes.map(({ item, quote }) => [item.number, item.briefing.quotes.indexOf(quote)])
  const keys = [...all.map(({ key }) => key).toReversed(), 'nobody']
  const numbers = [...all.map(({ number }) => number), 9_999]
  return {
    counts: [await archive.count(), await archive.newestNumber()],
    newest: await each(PAGES, async (page) => plain(await archive.newest(page))),
    byKey: plain(await each(keys, archive.byKey)),
    byKeys: plain(await archive.byKeys(keys)),
    bySlug: plain(await each(SLUGS, archive.bySlug)),
    bySlugs: plain(await archive.bySlugs(SLUGS)),
    byNumbers: plain(await archive.byNumbers(numbers)),
    titled: plain(await each([...WORDS, 'سور', 'السوق الجسر', ' ', 'nowhere', 'الجسر nowhere'], archive.titled)),
    quotes: await each(['ar', 'en'] as const, (language) =>
      each(PAGES, async (page) => {
        const { total, items } = await archive.quotes(page, language)
        return { total, items: said(items) }
      }),
    ),
    speakers: await each(PAGES, archive.speakers),
    speaker: await each([...speakers.map(({ key }) => key), 'nobody'], archive.speaker),
    quotesOf: await each(speakers, async ({ key }) =>
      each(PAGES, async (page) => said(await archive.quotesOf(key, page))),
    ),
    named: await each([...SPEAKERS, 'احمد', 'راوي', 'الراوي', 'ال', '', 'سلمى منى'], (words) =>
      archive.speakersNamed(words, 3),
    ),
    lastArrived: await each([1, 100], async (limit) => {
      return (await archive.lastArrived(limit)).map((article) => ({ ...article, terms: article.terms() }))
    }),
    arrivedCount: await each([0, 2, 99], archive.arrivedCount),
  }
}

test('the archive answers as a plain list does through additions, changes, deletions and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { run, list, store, end } = await aPair()
      for (const step of steps) {
        const before = store().archive.version()
        await run(step)
        expect(await answersOf(store().archive)).toEqual(await answersOf(list()))
        expect(store().archive.version()).toBeGreaterThanOrEqual(step.kind === 'restart' ? 0 : before)
      }
      await end()
    }),
    { numRuns: inject('postgres') === null ? 25 : 8 },
  )
}, 120_000)

/** What stays in the tables of search when all articles are gone. */
async function leftovers(store: Store) {
  return [await store.passages.size(), await store.names.like({ kind: 'from', words: ['reuters'], limit: 9 }, 'same')]
}

test('deleting all articles leaves no names or passages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { run, store, end } = await aPair()
      for (const step of steps) await run(step)
      for (const file of FILES) await run({ kind: 'remove', file })
      expect(await leftovers(store())).toEqual([0, []])
      expect(await store().passages.wordsLike('مدينه', 2)).toEqual([])
      expect(await store().files.problems()).toEqual([])
      await end()
    }),
    { numRuns: 10 },
  )
})

test('items are cached up to a bound, and a changed one is loaded anew', async () => {
  const { run, store, end } = await aPair()
  onTestFinished(end)
  const briefing = aBriefing({ article: anArticle({ slug: aSlug('bridge') }) })
  await run({ kind: 'write', file: 'a.md', briefings: [briefing] })
  const { archive } = store()
  const first = await archive.bySlug('bridge')
  expect(await archive.bySlug('bridge')).toBe(first)
  await run({ kind: 'write', file: 'b.md', briefings: [aBriefing({ article: anArticle({ slug: aSlug('ferry') }) })] })
  expect(await archive.bySlug('bridge')).toBe(first)
  await run({ kind: 'write', file: 'a.md', briefings: [briefing] })
  expect(await archive.bySlug('bridge')).not.toBe(first)
})

test('an article of any length is kept: titles, words, names and addresses', async () => {
  const { run, store, end } = await aPair()
  onTestFinished(end)
  // no engine's index can pack it into less
  const long = Array.from({ length: 30_000 }, (_, at) =>
    String.fromCharCode(97 + ((at * at * 7919 + (at >> 3)) % 26)),
  ).join('')
  const quote = {
    text: 'سنفتح',
    speaker: long,
    role: null,
    verb: null,
    mode: 'direct',
    medium: null,
    addressee: null,
    at: [],
  } as const
  const article = anArticle({
    slug: aSlug('long'),
    title: { text: `${long} ${long}`, derived: false },
    source: long,
    url: `https://example.com/${long.slice(0, 1900)}`,
    blocks: paragraphs(`${long} نهر\0 \ud800`),
  })
  await run({ kind: 'write', file: 'a.md', briefings: [aBriefing({ article, quotes: [quote] })] })
  expect((await store().archive.bySlug('long'))?.briefing.article.title.text).toHaveLength(60_001)
  expect(await store().passages.size()).toBe(1)
  await store().imports.put(
    { slug: aSlug('long'), source: 'x', content: 'x' },
    { identity: { url: long.slice(0, 2000), body: null }, keys: [long] },
    0,
  )
  expect(await store().imports.isNamed(long)).toBe(true)
  await run({ kind: 'remove', file: 'a.md' })
  expect(await store().archive.count()).toBe(0)
})
