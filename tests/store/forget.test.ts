import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../src/store/drafts/decide.ts'
import type { PersonTable } from '../../src/store/forget.ts'
import { OF_CHATS } from '../../src/store/move-chat.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { readerOfPlace } from '../../src/store/readers/reading.ts'
import type { Tables, TablesWith } from '../../src/store/schema.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aMessage, anEmptyStore, aSlug, aSubscribedChat } from './a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const CHANNEL = -1_000_077
const GROUP = -1_000_088
const PERSON = 5_000_005
const NAME = 'حسن الناسي'
const WORDS = 'كلمات لا يعرفها غيره'

/** The tables whose rows hold one of these texts or ids, after what was done to a store of its own. */
async function tablesHolding(values: readonly (string | number)[], act: (store: Store) => Promise<void>) {
  const options = await anEmptyStore()
  const store = await openStore(options)
  await act(store)
  await store.close()
  const db = await openDatabase(options)
  const holding: string[] = []
  for (const { name } of await db.introspection.getTables()) {
    // what processes tell each other is gone within a minute: changes.test.ts
    if (name === 'changes') continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    const cells = rows.flatMap((row) => Object.values(row))
    const holds = cells.some((cell) =>
      values.some((value) => (typeof value === 'string' ? String(cell).includes(value) : cell === value)),
    )
    if (holds) holding.push(name)
  }
  await db.destroy()
  return holding
}

async function sendAll(store: Store, now = NOW): Promise<void> {
  for (let claimed = await store.deliveries.advance([], 50, { now, epoch: 0 }); claimed.length > 0; ) {
    const sent = claimed.map(({ id, chatId, edits }) => ({ kind: 'sent' as const, id, chatId, messageId: edits ?? id }))
    claimed = await store.deliveries.advance(sent, 50, { now, epoch: 0 })
  }
}

/** Shows the drafts with the approver's name, as the bot does. */
async function showDrafts(store: Store): Promise<void> {
  for (const { draft } of await store.drafts.unshown(10)) {
    const message = aMessage(`${draft.id} ${draft.version} ${draft.state} ${draft.decided_name}`)
    await store.drafts.show(draft, { message, reminder: aMessage('reminder') }, NOW)
  }
}

async function approveADraft(store: Store): Promise<void> {
  await store.chats.seen({ id: CHANNEL, kind: 'channel', title: WORDS }, NOW)
  await store.chats.seen({ id: GROUP, kind: 'supergroup', title: 'تحرير' }, NOW)
  await store.editors.choose({ channelId: CHANNEL, place: { chatId: GROUP, threadId: 0 }, language: 'ar', by: 5 }, NOW)
  const digest = { message: aMessage('digest'), shows: { slugs: [aSlug('a')], language: 'ar' as const } }
  const draft = { channelId: CHANNEL, subscriptionId: null, dueAt: NOW + 1, zone: 'UTC', seenThrough: 1, read: null }
  await store.drafts.add({ ...draft, digest }, NOW)
  await showDrafts(store)
  await sendAll(store)
  const made = await store.drafts.find(1)
  const by = { id: PERSON, name: NAME, openly: true }
  const code = made === null ? '' : codeOf(made)
  const post = () => aMessage(`${WORDS} digest`)
  expect((await store.drafts.approve({ id: 1, by, code, post }, NOW))?.isDone).toBe(true)
  await showDrafts(store)
}

describe('forgetting a person', () => {
  test.each(['waits', 'is sent'])('takes an approver’s name from what editors see, whether that %s', async (how) => {
    const approved = async (store: Store) => {
      await approveADraft(store)
      if (how === 'is sent') await sendAll(store)
    }
    expect(await tablesHolding([NAME, PERSON], approved)).toEqual(['digests', 'drafts'])
    const forgotten = async (store: Store) => {
      await approved(store)
      await store.forgetReader(PERSON)
      const [unshown] = await store.drafts.unshown(10)
      expect(unshown?.draft).toMatchObject({ id: 1, state: 'approved', decided_name: null })
      await showDrafts(store)
      await sendAll(store, NOW + 1)
      await store.drafts.settlePosted(NOW + 1)
      expect(await store.drafts.find(1)).toMatchObject({ state: 'published' })
    }
    expect(await tablesHolding([NAME, PERSON], forgotten)).toEqual([])
  })

  test.each(['draft', 'running', 'done'] as const)(
    'deletes an owner’s announcements, %s, and no one else’s',
    async (state) => {
      const announce = async (store: Store) => {
        for (const id of [PERSON, 6, 7]) await store.chats.seen({ id, kind: 'private', title: null }, NOW)
        const id = await store.broadcasts.draft(
          { ownerId: PERSON, language: 'ar', message: aMessage(WORDS), audience: 'all' },
          NOW,
        )
        const other = await store.broadcasts.draft(
          { ownerId: 6, language: 'ar', message: aMessage('other'), audience: 'all' },
          NOW,
        )
        for (const one of state === 'draft' ? [] : [id, other]) {
          await store.broadcasts.confirm(one, NOW)
          await store.broadcasts.plan({ id: one, limit: 10 }, NOW)
        }
        if (state === 'done') await sendAll(store)
      }
      const kept = state === 'draft' ? ['broadcasts'] : ['digests', 'broadcasts']
      expect((await tablesHolding([WORDS], announce)).toSorted()).toEqual(kept.toSorted())
      const forgotten = async (store: Store) => {
        await announce(store)
        await store.forgetReader(PERSON)
        expect(await store.broadcasts.unfinished()).toHaveLength(state === 'draft' ? 0 : 1)
        const { pending, sent } = await store.deliveries.counts()
        expect(pending + sent).toBe(state === 'draft' ? 0 : 3)
        await store.forgetChat(PERSON)
      }
      expect(await tablesHolding([WORDS, PERSON], forgotten)).toEqual([])
    },
  )

  test('deletes bookmarks, searches, reading places and the chats that they administer', async () => {
    const forgotten = async (store: Store) => {
      await store.chats.seen({ id: GROUP, kind: 'supergroup', title: null }, NOW)
      await store.managers.add(GROUP, [PERSON])
      await store.bookmarks.add(PERSON, { place: 'o:1', kept: null }, NOW)
      await store.searches.keep({ key: 'k', text: WORDS, by: PERSON }, NOW)
      await store.reading.mark(readerOfPlace({ chatId: PERSON, threadId: 0 }), { slug: aSlug('a'), chunk: 1 }, NOW)
      await store.forgetReader(PERSON)
    }
    expect(await tablesHolding([WORDS, PERSON, `u:${PERSON}`], forgotten)).toEqual([])
  })
})

describe('forgetting a chat', () => {
  test('deletes the messages that only it received, and keeps those of others', async () => {
    const received = async (store: Store) => {
      const due: number[] = []
      for (const id of [GROUP, 6]) {
        due.push((await aSubscribedChat(store, { chatId: id, threadId: 0 }, NOW)).nextDue ?? 0)
      }
      const now = Math.max(...due)
      for (const text of [WORDS, 'for both']) {
        await store.planning.step({
          ...{ now: text === WORDS ? now : now + 60_000, limit: 9, newest: 0 },
          decide: (subscriptions) =>
            subscriptions.map(({ id, chatId, dueAt }) => {
              const digest = text === WORDS && chatId !== GROUP ? null : { message: aMessage(text) }
              return { subscriptionId: id, dueAt, nextDue: dueAt + 60_000, seenThrough: 1, read: null, digest }
            }),
        })
      }
      await sendAll(store, now + 60_000)
    }
    expect(await tablesHolding([WORDS], received)).toEqual(['digests'])
    const forgotten = async (store: Store) => {
      await received(store)
      await store.forgetChat(GROUP)
    }
    expect(await tablesHolding([WORDS, GROUP], forgotten)).toEqual([])
    expect(await tablesHolding(['for both'], forgotten)).toEqual(['digests'])
  })

  test('deletes a channel’s drafts and what its editors were shown of them', async () => {
    const forgotten = async (store: Store) => {
      await approveADraft(store)
      await sendAll(store)
      await store.forgetChat(CHANNEL)
    }
    expect(await tablesHolding([WORDS, CHANNEL, NAME, 'digest'], forgotten)).toEqual([])
  })
})

describe('a new table', () => {
  type More = Tables & {
    readonly polls: { readonly chat_id: number }
    readonly votes: { readonly user_id: number; readonly answer: string }
    readonly colours: { readonly name: string }
  }

  test('with a chat needs a rule for moving and forgetting', () => {
    // @ts-expect-error `polls` has a `chat_id`, and nothing says what becomes of it
    const rules: Readonly<Record<TablesWith<'chat_id', More>, unknown>> = OF_CHATS
    expect(rules).not.toHaveProperty('polls')
  })

  test('with a person needs a rule for forgetting', () => {
    const named: Record<PersonTable, true> = {
      ...{ reading: true, managers: true, searches: true },
      ...{ bookmarks: true, drafts: true, broadcasts: true, editors: true },
    }
    // @ts-expect-error `votes` has a `user_id`, and nothing says what becomes of it
    const rules: Record<TablesWith<'user_id' | 'owner_id' | 'decided_by' | 'chosen_by' | 'reader', More>, true> = named
    expect(rules).not.toHaveProperty('votes')
  })
})
