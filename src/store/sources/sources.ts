import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Row } from '../schema.ts'

/** Whether what a source brings is published at once, or held until an owner has seen it. */
export type SourceMode = 'publish' | 'hold'

export type NewsSource = {
  readonly id: number
  readonly kind: 'feed' | 'channel' | 'site'
  /** A feed's address, a channel's id, a site's host. */
  readonly key: string
  readonly title: string
  readonly mode: SourceMode
  /** What kept it from being fetched the last time. */
  readonly trouble: Trouble | null
}

type Trouble = { readonly why: string; readonly words: Readonly<Record<string, string | number>> }

/** A feed with the state of its fetching. */
export type FeedSource = NewsSource & {
  readonly etag: string | null
  readonly modified: string | null
  readonly failures: number
  /** Whether it was read before: the first reading brings in only the newest items. */
  readonly isBegun: boolean
}

export type NewSource = Pick<NewsSource, 'kind' | 'key' | 'title'> & { readonly site: string | null }

/** What a fetch of a feed came to. */
type FeedState = Pick<FeedSource, 'etag' | 'modified' | 'failures' | 'isBegun' | 'trouble' | 'title'> & {
  readonly nextAt: number
}

export type Sources = {
  /** Adds a source, held, a feed due at once; one that is there stays as it is. `null`: there are too many. */
  readonly add: (source: NewSource) => Promise<{ readonly source: NewsSource; readonly isNew: boolean } | null>
  readonly all: () => Promise<readonly NewsSource[]>
  readonly find: (id: number) => Promise<NewsSource | null>
  readonly byKey: (key: string) => Promise<NewsSource | null>
  readonly setMode: (id: number, mode: SourceMode) => Promise<void>
  readonly remove: (id: number) => Promise<void>
  /** The mode of the source that has this key, title or site; where several have it and differ, `hold`. `null`: none has it. */
  readonly modeOf: (name: string) => Promise<SourceMode | null>
  /** The feeds due at a time; also those due later than `until`, which a clock set back leaves behind. */
  readonly due: (now: number, until: number) => Promise<readonly FeedSource[]>
  readonly nextDue: () => Promise<number | null>
  readonly keep: (id: number, state: FeedState) => Promise<void>
}

export const MOST_SOURCES = 100

export function createSources(db: Database): Sources {
  return {
    add: (source) =>
      db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('sources').selectAll().where('key', '=', source.key).executeTakeFirst()
        if (known !== undefined) return { source: sourceOf(known), isNew: false }
        const { count } = await tx
          .selectFrom('sources')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (count >= MOST_SOURCES) return null
        const state = { mode: 'hold', failures: 0, is_begun: 0, next_at: source.kind === 'feed' ? 0 : null } as const
        const added = tx.insertInto('sources').values({ ...source, ...state })
        return { source: sourceOf(await added.returningAll().executeTakeFirstOrThrow()), isNew: true }
      }),
    all: async () => (await db.selectFrom('sources').selectAll().orderBy('id').execute()).map(sourceOf),
    find: async (id) => {
      const row = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : sourceOf(row)
    },
    byKey: async (key) => {
      const row = await db.selectFrom('sources').selectAll().where('key', '=', key).executeTakeFirst()
      return row === undefined ? null : sourceOf(row)
    },
    setMode: async (id, mode) => {
      await db.updateTable('sources').set({ mode }).where('id', '=', id).execute()
    },
    remove: async (id) => {
      await db.deleteFrom('sources').where('id', '=', id).execute()
    },
    modeOf: async (name) => {
      const named = sql<boolean>`${name} in (key, title, site)`
      const row = db.selectFrom('sources').select('mode').where(named)
      return (await row.orderBy(sql`key = ${name}`, 'desc').orderBy('mode').limit(1).executeTakeFirst())?.mode ?? null
    },
    due: async (now, until) => {
      const rows = db.selectFrom('sources').selectAll().where('next_at', 'is not', null)
      const due = rows.where((where) => where.or([where('next_at', '<=', now), where('next_at', '>', until)]))
      return (await due.orderBy('next_at').orderBy('id').execute()).map(feedOf)
    },
    nextDue: async () => {
      const row = await db
        .selectFrom('sources')
        .select(({ fn }) => fn.min('next_at').as('at'))
        .executeTakeFirst()
      return row?.at ?? null
    },
    keep: async (id, { nextAt, isBegun, trouble, ...state }) => {
      const values = {
        ...state,
        next_at: nextAt,
        is_begun: Number(isBegun),
        trouble: trouble && JSON.stringify(trouble),
      }
      await db.updateTable('sources').set(values).where('id', '=', id).execute()
    },
  }
}

const TROUBLE = z.object({ why: z.string(), words: z.record(z.string(), z.union([z.string(), z.number()])) })

function sourceOf({ id, kind, key, title, mode, trouble }: Row<'sources'>): NewsSource {
  return { id, kind, key, title, mode, trouble: trouble === null ? null : TROUBLE.parse(JSON.parse(trouble)) }
}

function feedOf(row: Row<'sources'>): FeedSource {
  const { etag, modified, failures, is_begun } = row
  return { ...sourceOf(row), etag, modified, failures, isBegun: is_begun === 1 }
}
