import type { Asking } from '../../messages/views/weekly-recap.ts'
import type { Message } from '../../text/message.ts'
import type { Chat } from '../chats/chats.ts'
import { type Database, RANKS, type Tx } from '../schema.ts'
import { digitsOf, languageOfChat } from '../text-columns.ts'
import { enqueue } from './enqueue.ts'
import { mayWrite } from './may-write.ts'
import { keepMessage } from './messages.ts'

/** One article read, or one word searched for; a word is stored only once a second request has it. */
export type RecapCount = { readonly what: 'article' | 'word'; readonly key: string; readonly word: string | null }

/** A group whose weekly recap is due, `zone` `null` where it has no schedule. */
export type DueRecap = {
  readonly chat: Pick<Chat, 'id' | 'kind' | 'language' | 'digits'>
  readonly zone: string | null
  readonly dueAt: number
  readonly asking: Asking
}

/** `message` `null`: this week brings none. `nextAt`: epoch milliseconds. */
export type PlannedRecap = { readonly message: Message | null; readonly nextAt: number }

/** What groups that want a weekly recap read and searched since the last one; no names and no messages. */
export type Weeks = {
  /** Turns a group's recap on, the first at `nextAt`. */
  readonly begin: (chatId: number, nextAt: number) => Promise<void>
  /** Turns a group's recap off and deletes its counts. */
  readonly end: (chatId: number) => Promise<void>
  /** Counts what one request read or searched; nothing in a group without a recap. */
  readonly count: (chatId: number, counts: readonly RecapCount[], now: number) => Promise<void>
  /** Plans the recaps of up to `limit` groups that are due, in one transaction. Answers how many were due. */
  readonly step: (step: WeekStep) => Promise<number>
}

type WeekStep = {
  readonly now: number
  readonly limit: number
  /** `null`: not yet, and the group stays due. */
  readonly decide: (due: DueRecap) => PlannedRecap | null
}

const DAY_MS = 24 * 60 * 60_000
/** A week from one Sunday to the next touches eight days. */
const DAYS = 8
/** Different articles, and different words, that are counted in one group on one day. */
const MOST_A_DAY = 50
const MOST_SHOWN = 10

export function createWeeklyRecaps(db: Database): Weeks {
  return {
    begin: (chatId, nextAt) => db.transaction().execute((tx) => choose(tx, chatId, nextAt)),
    end: (chatId) => db.transaction().execute((tx) => choose(tx, chatId, null)),
    count: async (chatId, counts, now) => {
      if (counts.length === 0) return
      const wanted = db.selectFrom('weeks').select('chat_id').where('chat_id', '=', chatId)
      if ((await wanted.executeTakeFirst()) === undefined) return
      await db.transaction().execute(async (tx) => {
        for (const one of counts) await countOne(tx, { chatId, day: Math.floor(now / DAY_MS) }, one)
      })
    },
    step: (step) => db.transaction().execute((tx) => planWeeks(tx, step)),
  }
}

async function choose(tx: Tx, chatId: number, nextAt: number | null): Promise<void> {
  await tx.deleteFrom('weeks').where('chat_id', '=', chatId).execute()
  if (nextAt === null) await tx.deleteFrom('week_counts').where('chat_id', '=', chatId).execute()
  else await tx.insertInto('weeks').values({ chat_id: chatId, next_at: nextAt }).execute()
  const value = nextAt === null ? 'off' : 'on'
  const choice = tx.insertInto('choices').values({ chat_id: chatId, name: 'week', value })
  await choice.onConflict((conflict) => conflict.columns(['chat_id', 'name']).doUpdateSet({ value })).execute()
}

type ChatDay = { readonly chatId: number; readonly day: number }

async function countOne(tx: Tx, { chatId, day }: ChatDay, { what, key, word }: RecapCount): Promise<void> {
  const old = tx.deleteFrom('week_counts').where('chat_id', '=', chatId)
  await old.where('day', '<=', day - DAYS).execute()
  const ofChat = tx.selectFrom('week_counts').where('chat_id', '=', chatId).where('what', '=', what)
  const days = await ofChat.select('day').where('key', '=', key).execute()
  if (!days.some((known) => known.day === day)) {
    const today = ofChat.select((row) => row.fn.countAll<number>().as('count')).where('day', '=', day)
    if ((await today.executeTakeFirstOrThrow()).count >= MOST_A_DAY) return
  }
  const told = days.length > 0 ? word : null
  await tx
    .insertInto('week_counts')
    .values({ chat_id: chatId, day, what, key, word: told, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['chat_id', 'day', 'what', 'key'])
        .doUpdateSet((row) => ({ word: told, count: row('week_counts.count', '+', 1) })),
    )
    .execute()
}

async function planWeeks(tx: Tx, { now, limit, decide }: WeekStep): Promise<number> {
  const question = tx.selectFrom('weeks').selectAll().where('next_at', '<=', now)
  const rows = await question.orderBy('next_at').orderBy('chat_id').limit(limit).execute()
  for (const { chat_id, next_at } of rows) {
    const due = await dueWeek(tx, { chatId: chat_id, dueAt: next_at, now })
    const planned = decide(due)
    if (planned === null) continue
    const { message, nextAt } = planned
    if (message !== null && (await mayWrite(tx, { chatId: chat_id, threadId: 0 }))) {
      const digest_id = await keepMessage(tx, { message }, now)
      await enqueue(tx, [{ chat_id, thread_id: 0, digest_id, due_at: next_at, rank: RANKS.correction }], now)
    }
    // each recap counts anew, and a word that was searched once is forgotten
    await tx.deleteFrom('week_counts').where('chat_id', '=', chat_id).execute()
    await tx.updateTable('weeks').set({ next_at: nextAt }).where('chat_id', '=', chat_id).execute()
  }
  return rows.length
}

type DueRow = { readonly chatId: number; readonly dueAt: number; readonly now: number }

async function dueWeek(tx: Tx, { chatId, dueAt, now }: DueRow): Promise<DueRecap> {
  const row = await tx.selectFrom('chats').selectAll().where('id', '=', chatId).executeTakeFirst()
  const schedules = tx.selectFrom('subscriptions').select('zone').where('chat_id', '=', chatId)
  const schedule = await schedules.orderBy('thread_id').limit(1).executeTakeFirst()
  const chat = {
    id: chatId,
    kind: row?.kind ?? 'supergroup',
    language: languageOfChat(row?.language ?? null),
    digits: digitsOf(row?.digits ?? null),
  }
  return { chat, zone: schedule?.zone ?? null, dueAt, asking: await askingOf(tx, chatId, now) }
}

async function askingOf(tx: Tx, chatId: number, now: number): Promise<Asking> {
  const rows = await tx
    .selectFrom('week_counts')
    .select(['what', 'key'])
    .select((row) => [row.fn.max('word').as('word'), row.fn.sum<number>('count').as('count')])
    .where('chat_id', '=', chatId)
    .where('day', '>', Math.floor(now / DAY_MS) - DAYS)
    .groupBy(['what', 'key'])
    .orderBy('count', 'desc')
    .orderBy('key')
    .execute()
  return {
    read: rows.filter(({ what }) => what === 'article').slice(0, MOST_SHOWN),
    searched: rows.flatMap(({ word, count }) => (word === null || count < 2 ? [] : [word])).slice(0, MOST_SHOWN),
  }
}

type Ids = { readonly from: number; readonly to: number }

/** Gives a group's recap to its new id, where the group still wants it. */
export async function moveRecap(tx: Tx, { from, to }: Ids): Promise<void> {
  const choices = tx.selectFrom('choices').select('value').where('chat_id', '=', to).where('name', '=', 'week')
  if ((await choices.executeTakeFirst())?.value !== 'on') return
  const week = await tx.selectFrom('weeks').selectAll().where('chat_id', '=', from).executeTakeFirst()
  if (week === undefined) return
  const moved = tx.insertInto('weeks').values({ ...week, chat_id: to })
  await moved.onConflict((conflict) => conflict.doNothing()).execute()
}

/** Adds a group's counts to those of its new id, where that one has a recap. */
export async function moveRecapCounts(tx: Tx, { from, to }: Ids): Promise<void> {
  const week = tx.selectFrom('weeks').select('chat_id').where('chat_id', '=', to)
  if ((await week.executeTakeFirst()) === undefined) return
  for (const row of await tx.selectFrom('week_counts').selectAll().where('chat_id', '=', from).execute()) {
    await tx
      .insertInto('week_counts')
      .values({ ...row, chat_id: to })
      .onConflict((conflict) =>
        conflict
          .columns(['chat_id', 'day', 'what', 'key'])
          .doUpdateSet((there) => ({ count: there('week_counts.count', '+', row.count) })),
      )
      .execute()
  }
}
