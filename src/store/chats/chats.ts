import { type SqlBool, sql } from 'kysely'
import type { Language } from '../../language/language.ts'
import type { Digits } from '../../messages/wording.ts'
import { withdrawDrafts } from '../drafts/change.ts'
import { giveUp } from '../ledger/give-up.ts'
import { createLru } from '../lru.ts'
import type { ChatKind, ChatState, Database, Row } from '../schema.ts'
import { resumeSubscriptions } from '../subscriptions/subscriptions.ts'
import { digitsOf, languageOfChat } from '../text-columns.ts'

export type Chat = {
  readonly id: number
  readonly kind: ChatKind
  readonly title: string | null
  /** `null` until somebody chose one. */
  readonly language: Language | null
  readonly digits: Digits | null
  readonly state: ChatState
}

type SeenChat = Pick<Chat, 'id' | 'kind' | 'title'>

export type Chats = {
  /** Stores a chat that wrote, and writes only a difference. A chat that was gone is active again, its schedules too. */
  readonly seen: (chat: SeenChat, now: number) => Promise<Chat>
  readonly find: (id: number) => Promise<Chat | null>
  readonly setLanguage: (id: number, language: Language, now: number) => Promise<void>
  readonly setDigits: (id: number, digits: Digits, now: number) => Promise<void>
  /** Ends a chat's schedules and waiting deliveries; its settings stay. */
  readonly gone: (id: number, why: Exclude<ChatState, 'active'>, now: number) => Promise<void>
  /** The groups and channels that were lost since a time, the latest first. */
  readonly lost: (since: number, limit: number) => Promise<readonly Pick<Chat, 'id' | 'title'>[]>
  /** What changes a chat's row by other ways runs in here. */
  readonly changing: <T>(ids: readonly number[], change: () => Promise<T>) => Promise<T>
  /** To be called where another process changed rows; `null`: any of them. */
  readonly changed: (ids: readonly number[] | null) => void
}

/** Chats whose rows are cached: an update asks for its chat's each time. */
const MOST_CACHED = 10_000

export function createChats(db: Database): Chats {
  const cache = createLru<number, Chat>(MOST_CACHED, () => 1)
  /** The last read of each row that is being read, until the row changes. */
  const reads = new Map<number, object>()
  const find = async (id: number): Promise<Chat | null> => {
    const known = cache.get(id)
    if (known !== undefined) return known
    const read = {}
    reads.set(id, read)
    const row = await db.selectFrom('chats').selectAll().where('id', '=', id).executeTakeFirst()
    const chat = row === undefined ? null : chatOf(row)
    if (reads.get(id) !== read) return chat
    reads.delete(id)
    if (chat !== null) cache.set(id, chat)
    return chat
  }
  const changing = async <T>(ids: readonly number[], change: () => Promise<T>): Promise<T> => {
    try {
      return await change()
    } finally {
      changed(ids)
    }
  }
  const changed = (ids: readonly number[] | null): void => {
    if (ids === null) cache.clear()
    for (const id of ids ?? [...reads.keys()]) {
      cache.delete(id)
      reads.delete(id)
    }
  }
  return {
    find,
    seen: async (seen, now) => {
      const known = await find(seen.id)
      return known !== null && isAsSeen(known, seen) ? known : await changing([seen.id], () => storeSeen(db, seen, now))
    },
    setLanguage: (id, language, now) =>
      changing([id], async () => {
        await db.updateTable('chats').set({ language, updated_at: now }).where('id', '=', id).execute()
        await db.updateTable('subscriptions').set({ language, updated_at: now }).where('chat_id', '=', id).execute()
      }),
    setDigits: (id, digits, now) =>
      changing([id], async () => {
        await db.updateTable('chats').set({ digits, updated_at: now }).where('id', '=', id).execute()
      }),
    gone: (id, why, now) => changing([id], () => markGone(db, { id, why, now })),
    lost: (since, limit) => {
      const chats = db
        .selectFrom('chats')
        .select(['id', 'title'])
        .where(sql<SqlBool>`state <> 'active' and kind <> 'private'`)
      return chats.where('updated_at', '>=', since).orderBy('updated_at', 'desc').orderBy('id').limit(limit).execute()
    },
    changing,
    changed,
  }
}

/** Whether seeing a chat again changes nothing that is stored. */
export function isAsSeen(known: Chat, { kind, title }: SeenChat): boolean {
  return known.state === 'active' && known.kind === kind && known.title === title
}

async function storeSeen(db: Database, { id, kind, title }: SeenChat, now: number): Promise<Chat> {
  return await db.transaction().execute(async (tx) => {
    const before = await tx.selectFrom('chats').select('state').where('id', '=', id).executeTakeFirst()
    const row = await tx
      .insertInto('chats')
      .values({ id, kind, title, language: null, digits: null, state: 'active', created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind, title, state: 'active', updated_at: now }))
      .returningAll()
      .executeTakeFirstOrThrow()
    if (before !== undefined && before.state !== 'active') await resumeSubscriptions(tx, id, now)
    return chatOf(row)
  })
}

type Farewell = { readonly id: number; readonly why: Exclude<ChatState, 'active'>; readonly now: number }

async function markGone(db: Database, { id, why, now }: Farewell): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('chats').set({ state: why, updated_at: now }).where('id', '=', id).execute()
    await tx.updateTable('subscriptions').set({ next_due: null, updated_at: now }).where('chat_id', '=', id).execute()
    await giveUp(tx, (row) => row('chat_id', '=', id), { why, now })
    await withdrawDrafts(tx, [id], now)
  })
}

function chatOf(row: Row<'chats'>): Chat {
  const { id, kind, title, state } = row
  return { id, kind, title, state, language: languageOfChat(row.language), digits: digitsOf(row.digits) }
}
