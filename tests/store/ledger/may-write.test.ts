import { expect, test } from 'vitest'
import { mayWrite } from '../../../src/store/ledger/may-write.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { anEmptyStore } from '../a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const CHAT = -10
const everywhere = { chatId: CHAT, threadId: null }
const general = { chatId: CHAT, threadId: 0 }
const topic = { chatId: CHAT, threadId: 4 }

const pauses = (
  why: 'no-rights' | 'topic-closed' | 'topic-gone' | 'paused',
  where: typeof everywhere | typeof topic,
) => {
  return (store: Store) => store.pauses.pause(where, why, NOW)
}

test.each([
  ['an active chat', [], { general: true, topic: true }],
  [
    'a chat that removed the bot',
    [(store: Store) => store.chats.gone(CHAT, 'kicked', NOW)],
    { general: false, topic: false },
  ],
  ['a chat where the bot may not post', [pauses('no-rights', everywhere)], { general: false, topic: false }],
  ['a closed topic', [pauses('topic-closed', topic)], { general: true, topic: false }],
  ['a closed general topic', [pauses('topic-closed', general)], { general: false, topic: true }],
  ['a schedule that an admin paused', [pauses('paused', everywhere)], { general: true, topic: true }],
  [
    'a chat where the bot may post again',
    [pauses('no-rights', everywhere), (store: Store) => store.pauses.resume(everywhere, ['no-rights'], NOW)],
    { general: true, topic: true },
  ],
  [
    'a closed topic where the bot may post again',
    [
      pauses('topic-closed', topic),
      pauses('no-rights', everywhere),
      (store: Store) => store.pauses.resume(everywhere, ['no-rights'], NOW),
    ],
    { general: true, topic: false },
  ],
] as const)('mayWrite to %s', async (_, events, expected) => {
  const options = await anEmptyStore()
  const store = await openStore(options)
  await store.chats.seen({ id: CHAT, kind: 'supergroup', title: null }, NOW)
  for (const event of events) await event(store)
  await store.close()
  const db = await openDatabase(options)
  const answers = await db.transaction().execute(async (tx) => ({
    general: await mayWrite(tx, general),
    topic: await mayWrite(tx, topic),
    unknown: await mayWrite(tx, { chatId: CHAT - 1, threadId: 0 }),
  }))
  await db.destroy()
  expect(answers).toEqual({ ...expected, unknown: false })
})
