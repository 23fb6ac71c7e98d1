import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { filePreparer } from '../../../../src/library/prepare-file.ts'
import { createSearch } from '../../../../src/library/search.ts'
import type { ArticlePassages, PassageQuery } from '../../../../src/search/passage.ts'
import { parseQuery } from '../../../../src/search/query.ts'
import { passageRows } from '../../../../src/store/articles/article-rows.ts'
import type { ReadFile } from '../../../../src/store/articles/files.ts'
import { createPassages, putPassages, removePassages } from '../../../../src/store/articles/passages.ts'
import { openDatabase, type StoreOptions } from '../../../../src/store/open-database.ts'
import { openStore } from '../../../../src/store/store.ts'
import { bothOptions } from './both-engines.ts'

const WORDS = ['سلام', 'حرب', 'نهر', 'جسر', 'مدينة', 'x1']
const anyWord = fc.constantFrom(...WORDS)
const anyWords = (most: number) => fc.array(anyWord, { minLength: 1, maxLength: most })
const anyPassages = fc.array(fc.record({ words: anyWords(12), about: anyWords(2) }), { minLength: 1, maxLength: 12 })
const anyTerm = fc.record({ stems: anyWords(2), words: fc.oneof(fc.constant([]), anyWords(1)) })
const anyQuery: fc.Arbitrary<PassageQuery> = fc.record({
  terms: fc.array(anyTerm, { maxLength: 3 }),
  within: fc.constantFrom('passage', 'titled', 'above'),
  phrases: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(fc.array(anyWords(3), { minLength: 1, maxLength: 2 }), { maxLength: 1 }),
  ),
  facets: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.constant([['odd', 'even']]), fc.constant([['odd']])),
  articles: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constant({ after: '2026-01-02', before: null })),
})

function anIndexed(
  number: number,
  texts: readonly { readonly words: readonly string[]; readonly about: readonly string[] }[],
): ArticlePassages {
  return {
    number,
    day: `2026-01-0${number}`,
    passages: texts.map(({ words, about }, paragraph) => {
      const facets = [number % 2 === 0 ? 'even' : 'odd']
      return { paragraph, words, about, facets, stems: words.map((word) => (word === 'x1' ? '_' : word.slice(0, 2))) }
    }),
    vocabulary: texts.flatMap(({ words }) =>
      words.map((word) => ({ word, shown: word, bare: word, skeleton: word.slice(0, 1) })),
    ),
  }
}

async function anIndex(options: StoreOptions) {
  const db = await openDatabase(options)
  const passages = createPassages(db)
  return {
    put: (article: ArticlePassages) =>
      db.transaction().execute((tx) => putPassages(tx, article.number, passageRows(article))),
    remove: (number: number) => db.transaction().execute((tx) => removePassages(tx, number)),
    answer: async (queries: readonly PassageQuery[], limit: number) => ({
      counts: await Promise.all(queries.map((query) => passages.count([query]))),
      found: await Promise.all(
        queries.map(async (query) =>
          (await passages.find(query, limit)).map((found) => JSON.stringify(found)).toSorted(),
        ),
      ),
      often: await Promise.all(
        WORDS.map((word) => passages.frequency({ stems: [word.slice(0, 2)], words: [word] }, 20)),
      ),
      vocabulary: await Promise.all(WORDS.map(async (word) => (await passages.wordsLike(word, 2)).length)),
      size: await passages.size(),
    }),
    end: () => db.destroy(),
  }
}

test('a search finds the same, and of many the same most relevant', async () => {
  const { both, release } = await bothOptions()
  const [ours, sqlites] = [await anIndex(both[0]), await anIndex(both[1])]
  onTestFinished(async () => {
    await ours.end()
    await sqlites.end()
    await release()
  })
  await fc.assert(
    fc.asyncProperty(
      ...([
        fc.integer({ min: 1, max: 5 }),
        anyPassages,
        fc.boolean(),
        fc.array(anyQuery, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
      ] as const),
      async (number, texts, isRemoved, queries, limit) => {
        for (const index of [ours, sqlites]) {
          await index.put(anIndexed(number, texts))
          if (isRemoved) await index.remove(1 + (number % 5))
        }
        expect(await ours.answer(queries, limit)).toEqual(await sqlites.answer(queries, limit))
      },
    ),
    { numRuns: 40 },
  )
})

const CONTENT = join(import.meta.dirname, '../../../../content')
const QUERIES = [
  'بوتين',
  'القمة',
  'ترامب بوتين',
  'أوكرانيا والسلام',
  'الاسكا',
  '"قمة ألاسكا"',
  'كأس العالم',
  'المناخ النفط',
  'الاتحاد الأفريقي',
  'قال',
]

test('the articles that are shipped are found in the same order', async () => {
  const { both, release } = await bothOptions()
  const prepare = filePreparer()
  const files = readdirSync(CONTENT).flatMap((name): readonly ReadFile[] => {
    const prepared = prepare({ name, text: readFileSync(join(CONTENT, name), 'utf8') })
    return prepared.kind === 'unreadable'
      ? []
      : [
          {
            name,
            signature: name,
            hash: name,
            answers: null,
            kind: 'articles',
            articles: prepared.articles,
            page: prepared.page,
          },
        ]
  })
  const [ours, sqlites] = await Promise.all(
    both.map(async (options) => {
      const store = await openStore(options)
      await store.files.take(files, { now: Date.UTC(2026, 2, 1, 12), zone: 'UTC' })
      const search = createSearch(store)
      const answers: unknown[] = []
      for (const query of QUERIES) {
        const { hits, ...rest } = await search.find(parseQuery(query, '2026-03-10'), { limit: 7, offset: 0 })
        answers.push({ ...rest, hits: hits.map(({ item, paragraph, excerpt }) => [item.slug, paragraph, excerpt]) })
      }
      await store.close()
      return answers
    }),
  )
  await release()
  expect(files.length).toBeGreaterThan(5)
  expect(ours).toEqual(sqlites)
  expect(JSON.stringify(ours)).toContain('alaska-summit')
})
