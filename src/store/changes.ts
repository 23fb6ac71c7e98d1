import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, NewRow, Row } from './schema.ts'
import { together } from './together.ts'

/** What was changed, by this process or another on the same database. */
type ChangeNews = {
  readonly chats: readonly number[]
  readonly articles: readonly number[]
  readonly rights: readonly ChangedRights[]
  /** There may be work for whoever is on duty. */
  readonly hasWork: boolean
}

/** `userId` `null`: everybody's in the chat. */
export type ChangedRights = { readonly chatId: number; readonly userId: number | null }

type NewsListener = {
  readonly heard: (news: ChangeNews) => void
  /** Anything may have changed. */
  readonly missed: () => void
}

/** Tells the processes on a database what the others changed of that which they cache. */
export type Changes = {
  readonly listen: (listener: NewsListener) => void
  readonly tellRights: (changed: ChangedRights) => Promise<void>
  readonly tellWork: () => Promise<void>
  /** Once it has resolved, all listeners know what was changed before it was called; `newest`: the newest change, where that is known. */
  readonly look: (newest?: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** How long a change may stay unheard where the database does not tell of it by itself. */
const LOOK_EVERY_MS = 250
/** So long a change is kept at least, and twice as long at most, as it names a chat that may be forgotten. */
const KEPT_MS = 30_000

/** Looks by itself until it is closed. */
export async function createChanges(db: Database, keptMs = KEPT_MS): Promise<Changes> {
  const listeners: NewsListener[] = []
  const closing = new AbortController()
  let seen = (await db.selectFrom('changes').select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? 0
  let swept = 0
  /** What had been seen when it was last swept. */
  let old = { seen, since: performance.now() }
  let last: Promise<void> = Promise.resolve()
  /** A look that has not begun. */
  let waiting: Promise<void> | null = null

  async function read(): Promise<void> {
    const rows = await db.selectFrom('changes').selectAll().where('id', '>', seen).orderBy('id').execute()
    // others may have swept
    const isWhole = rows[0]?.id === seen + 1
    seen = rows.at(-1)?.id ?? seen
    if (rows.length === 0) return
    const news = newsOf(rows)
    for (const listener of listeners) {
      if (isWhole) listener.heard(news)
      else listener.missed()
    }
  }

  function look(newest = Number.POSITIVE_INFINITY): Promise<void> {
    if (newest <= seen) return last
    waiting ??= last.then(() => {
      waiting = null
      return read()
    })
    last = waiting.catch(() => {})
    return waiting
  }

  async function goOnLooking(): Promise<void> {
    while (!closing.signal.aborted) {
      // a database that does not answer is another's to tell of
      await look().catch(() => {})
      if (performance.now() - old.since >= keptMs) await sweep().catch(() => {})
      await sleep(LOOK_EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }

  async function sweep(): Promise<void> {
    if (old.seen > swept) await db.deleteFrom('changes').where('id', '<=', old.seen).execute()
    swept = old.seen
    old = { seen, since: performance.now() }
  }

  const tell = async (row: NewRow<'changes'>) => void (await db.insertInto('changes').values(row).execute())
  const tellWork = together(() => tell({ kind: 'work', about: 0, person: null }))
  const running = goOnLooking()
  return {
    look,
    listen: (listener) => {
      listeners.push(listener)
    },
    tellRights: ({ chatId, userId }) => tell({ kind: 'rights', about: chatId, person: userId }),
    tellWork: () => tellWork(null),
    close: async () => {
      closing.abort()
      await running
    },
  }
}

function newsOf(rows: readonly Row<'changes'>[]): ChangeNews {
  const about = (kind: Row<'changes'>['kind']) => rows.flatMap((row) => (row.kind === kind ? row.about : []))
  return {
    chats: about('chat'),
    articles: about('article'),
    rights: rows.flatMap((row) => (row.kind === 'rights' ? { chatId: row.about, userId: row.person } : [])),
    hasWork: about('work').length > 0,
  }
}
