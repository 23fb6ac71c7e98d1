import { type RawBuilder, sql } from 'kysely'
import type { Slug } from '../../article/article.ts'
import { titleRelated } from '../../article/collection.ts'
import { withRelated } from '../../briefing/brief-article.ts'
import type { Briefing } from '../../briefing/briefing.ts'
import { termsOf } from '../../digest/article-terms.ts'
import type { ShelfArticle } from '../../digest/plan-digests.ts'
import { fold } from '../../language/fold.ts'
import type { Archive, PageOf } from '../../shelf/archive.ts'
import { readingPages } from '../../shelf/reading.ts'
import type { ShelfItem, ShelfQuote } from '../../shelf/shelf.ts'
import { engineOf } from '../engines/engine-of.ts'
import { createLru } from '../lru.ts'
import type { Database, Row } from '../schema.ts'
import { unpackBriefing, unpackTerms } from './article-rows.ts'
import { countOf } from './counts.ts'
import { createItemCache } from './item-cache.ts'
import { createSpeakers } from './speakers.ts'

/** An archive that must be notified of changes. */
export type StoredArchive = Archive & {
  /** To be called after each change with the numbers of the changed articles; `null`: any of them. */
  readonly changed: (numbers: readonly number[] | null) => void
  /** Publication times in epoch milliseconds, 0 for unknown; `newest`: the latest of all articles. */
  readonly published: (numbers: readonly number[]) => Promise<PublishedTimes>
}

type PublishedTimes = { readonly newest: number; readonly byNumber: ReadonlyMap<number, number> }

type Arrived = { readonly limit: number; readonly version: number; readonly articles: readonly ShelfArticle[] }

/** Queries whose numbers are cached. */
const MOST_FOUND = 500

/** Reads the tables; the items used last are cached, up to some megabytes. */
export function createArchive(db: Database): StoredArchive {
  const cache = createItemCache()
  const { list } = engineOf(db)
  let version = 0
  const currentVersion = () => version
  const load = (numbers: readonly number[]) => loadItems(db, numbers, cache.at(version, currentVersion))
  const newest = db.selectFrom('briefings').orderBy('published', 'desc').orderBy('number')
  const found = createLru<string, readonly number[]>(MOST_FOUND, () => 1)
  /** The numbers of articles that a query finds, until the archive changes. */
  const numbersOnce = async (query: string, find: () => Promise<readonly { readonly number: number }[]>) => {
    const known = found.get(query)
    if (known !== undefined) return known
    const before = version
    const numbers = (await find()).map(({ number }) => number)
    if (before === version) found.set(query, numbers)
    return numbers
  }
  const numbersIn = ({ offset, limit }: PageOf) =>
    numbersOnce(`${offset} ${limit}`, () => newest.select('number').limit(limit).offset(offset).execute())
  const byColumn = async (column: 'key' | 'slug', values: readonly string[]) => {
    const find = async () => {
      const { rows } = await sql<{ number: number }>`select number from ${list(values)}
        join briefings on ${sql.ref(`briefings.${column}`)} = given.value order by given.key`.execute(db)
      return rows
    }
    return await load(await numbersOnce(`${column} ${JSON.stringify(values)}`, find))
  }
  const first = (items: readonly ShelfItem[]) => items[0] ?? null
  /** What each digest begins with. */
  let arrived: Arrived | null = null
  const speakers = createSpeakers(db, async (places) => {
    const items = new Map(
      (await load([...new Set(places.map(({ number }) => number))])).map((each) => [each.number, each]),
    )
    return places.flatMap(({ number, position }): readonly ShelfQuote[] => {
      const item = items.get(number)
      const quote = item?.briefing.quotes[position]
      return item === undefined || quote === undefined ? [] : [{ item, quote }]
    })
  })
  return {
    version: () => version,
    changed: (numbers) => {
      version += 1
      found.clear()
      cache.drop(numbers)
    },
    count: () => countOf(db, 'articles'),
    newestNumber: async () => {
      const row = await db
        .selectFrom('briefings')
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst()
      return row?.number ?? 0
    },
    newest: async (page) => await load(await numbersIn(page)),
    byKey: async (key) => first(await byColumn('key', [key])),
    byKeys: (keys) => byColumn('key', keys),
    bySlug: async (slug) => first(await byColumn('slug', [slug])),
    bySlugs: (slugs) => byColumn('slug', slugs),
    byUrls: async (urls) => {
      const { rows } = await sql<{ number: number }>`select number from ${list(urls)}
        join article_identities on article_identities.url = given.value order by given.key`.execute(db)
      return await load(rows.map(({ number }) => number))
    },
    byNumbers: load,
    removed: async (key) => {
      const removed = db.selectFrom('removed_articles').select(['title', 'withdrawn'])
      const row = await removed.where(sql<boolean>`key = ${key}`).executeTakeFirst()
      return row === undefined ? null : { title: row.title, isWithdrawn: row.withdrawn === 1 }
    },
    titled: async (words) => first(await load(await titledNumber(db, words))),
    ...speakers,
    lastArrived: async (limit) => {
      if (arrived?.limit === limit && arrived.version === version) return arrived.articles
      const before = version
      const rows = await db
        .selectFrom('briefings')
        .select(['number', 'slug', 'pages', 'terms'])
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      const articles = rows.map(({ terms, pages, ...row }) => {
        return { ...row, chunks: pages, terms: later(() => unpackTerms(terms)) }
      })
      arrived = { limit, version: before, articles }
      return articles
    },
    arrivedCount: async (after) => {
      // the same numbers as in `briefings`, in a table of few pages
      const counted = db.selectFrom('indexed_articles').select(({ fn }) => fn.countAll<number>().as('count'))
      return (await counted.where('number', '>', after).executeTakeFirstOrThrow()).count
    },
    published: async (numbers) => {
      const latest = await newest.select('published').limit(1).executeTakeFirst()
      const rows = await sql<Pick<Row<'briefings'>, 'number' | 'published'>>`
        select number, published from ${list(numbers)} join briefings on number = cast(value as bigint)`.execute(db)
      return {
        newest: latest?.published ?? 0,
        byNumber: new Map(rows.rows.map((row) => [row.number, row.published])),
      }
    },
  }
}

/** Each is a condition, and SQLite nests a thousand at most. */
const MOST_WORDS = 50
/** The newest titles are scanned before the index of titles is used. */
const MOST_SCANNED = 2_000

/** The number of the newest article whose title holds every word, if any. */
async function titledNumber(db: Database, words: string): Promise<readonly number[]> {
  // a NUL would end the text of a match
  const parts = fold(words.replaceAll('\0', ' ').trim()).split(/\s+/).slice(0, MOST_WORDS)
  const { positionIn, search } = engineOf(db)
  const holdsAll = sql.join(
    parts.map((part) => sql`${positionIn}(folded, ${part}) > 0`),
    sql` and `,
  )
  const find = async (from: RawBuilder<unknown>) => {
    const { rows } = await sql<{ number: number }>`select number from ${from} as titles where ${holdsAll}
      order by published desc, number limit 1`.execute(db)
    return rows.map(({ number }) => number)
  }
  const recent = await find(sql`(select number, published, folded from briefings
    order by published desc, number limit ${sql.lit(MOST_SCANNED)})`)
  return recent.length > 0 ? recent : await find(search.titled(parts))
}

type Cached = ReturnType<ReturnType<typeof createItemCache>['at']>

/** Ordered as the numbers; articles that are not on hand are left out. */
async function loadItems(db: Database, numbers: readonly number[], cache: Cached): Promise<readonly ShelfItem[]> {
  const missing = numbers.filter((number) => cache.get(number) === null)
  const fresh = new Map<number, ShelfItem>()
  if (missing.length > 0) {
    const { rows } = await sql<Pick<Row<'briefings'>, 'number' | 'key' | 'slug' | 'briefing'>>`
      select number, briefings.key, slug, briefing from ${engineOf(db).list(missing)}
      join briefings on number = cast(value as bigint)`.execute(db)
    for (const { briefing: packed, ...row } of rows) {
      const { briefing: own, weight } = unpackBriefing(packed)
      const briefing = await withTitles(db, own)
      const item: ShelfItem = {
        ...row,
        briefing,
        get pages() {
          return pages()
        },
        terms: later(() => termsOf(briefing)),
      }
      const pages = later(() => readingPages(briefing))
      fresh.set(row.number, item)
      cache.put(item, { weight, followsOthers: own.article.related.some(({ slug }) => slug !== null) })
    }
  }
  return numbers.flatMap((number) => fresh.get(number) ?? cache.get(number) ?? [])
}

/** The briefing with the current titles of its related articles; links to articles not on hand are left out. */
async function withTitles(db: Database, briefing: Briefing): Promise<Briefing> {
  const slugs = briefing.article.related.flatMap(({ slug }) => slug ?? [])
  if (slugs.length === 0) return briefing
  const rows = await db.selectFrom('briefings').select(['slug', 'title']).where('slug', 'in', slugs).execute()
  const titles = new Map<Slug, string>(rows.map(({ slug, title }) => [slug, title]))
  return withRelated(briefing, titleRelated(briefing.article, titles))
}

/** Makes a value at the first call. */
function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
