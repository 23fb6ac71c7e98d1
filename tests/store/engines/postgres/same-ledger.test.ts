import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimedDelivery, Settlement } from '../../../../src/store/ledger/deliveries.ts'
import type { StoreOptions } from '../../../../src/store/open-database.ts'
import { openStore } from '../../../../src/store/store.ts'
import { aMessage, aSchedule } from '../../a-store.ts'
import { bothOptions } from './both-engines.ts'

/*
 * The same history on PostgreSQL and on SQLite, and the same questions after it. Ids may differ: PostgreSQL leaves gaps.
 */

const NOW = Date.UTC(2026, 2, 1, 12)
const CHATS = [1, 2, 3, -4, -5]
const anyChat = fc.constantFrom(...CHATS)
const aMinute = fc.integer({ min: 0, max: 5 })
const anyAct = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('subscribe' as const), chat: anyChat, minute: aMinute }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('plan' as const), minute: aMinute, text: fc.constantFrom('a', 'b') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('send' as const),
      room: fc.integer({ min: 1, max: 3 }),
      ends: fc.array(fc.constantFrom('sent', 'later', 'postponed', 'gone', 'refused', 'lost'), {
        minLength: 3,
        maxLength: 3,
      }),
    }),
  },
  fc.record({ what: fc.constant('takeBack' as const) }),
  fc.record({ what: fc.constant('seen' as const), chat: anyChat }),
  fc.record({ what: fc.constant('gone' as const), chat: anyChat }),
  fc.record({ what: fc.constant('hold' as const), chat: anyChat, minute: aMinute }),
  fc.record({ what: fc.constant('clock' as const), minute: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ what: fc.constant('announce' as const), text: fc.constantFrom('x', 'y') }),
  fc.record({ what: fc.constant('move' as const), chat: fc.constantFrom(-4, -5), to: fc.constantFrom(-1004, -5) }),
  fc.record({ what: fc.constant('forget' as const), chat: anyChat }),
  fc.record({ what: fc.constant('prune' as const) }),
)
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

/** A store's ledger, and what it answered to each act. */
async function aLedger(options: StoreOptions) {
  const store = await openStore(options)
  const at = (minute: number) => NOW + minute * 60_000
  const claimed: ClaimedDelivery[] = []
  const settle = ({ id, chatId }: ClaimedDelivery, end: string): readonly Settlement[] => {
    if (end === 'lost') return []
    if (end === 'sent') return [{ kind: 'sent', id, chatId, messageId: 70 }]
    if (end === 'later') return [{ kind: 'later', id, notBefore: at(2), reason: 'flood' }]
    if (end === 'postponed') return [{ kind: 'postponed', id, notBefore: at(1) }]
    return [{ kind: end === 'gone' ? 'gone' : 'refused', id, reason: end }]
  }
  const told = ({ chatId, threadId, dueAt, attempts, edits }: ClaimedDelivery) => [
    chatId,
    threadId,
    dueAt,
    attempts,
    edits,
  ]

  async function answer(act: Act): Promise<unknown> {
    switch (act.what) {
      case 'subscribe': {
        await store.chats.seen({ id: act.chat, kind: act.chat > 0 ? 'private' : 'group', title: null }, NOW)
        const schedule = aSchedule({ times: [14 * 60 + act.minute], zone: 'UTC' })
        const saved = await store.subscriptions.save({ chatId: act.chat, threadId: 0, schedule, language: 'ar' }, NOW)
        return saved?.nextDue
      }
      case 'plan': {
        const now = NOW + 2 * 60 * 60_000 + act.minute * 60_000
        return await store.planning.step({
          ...{ now, limit: 3, newest: 0 },
          decide: (due) =>
            due.map(({ id, dueAt }) => ({
              ...{ subscriptionId: id, dueAt, nextDue: dueAt + 60_000, seenThrough: act.minute, read: null },
              digest: { message: aMessage(act.text) },
            })),
        })
      }
      case 'send': {
        const now = NOW + 3 * 60 * 60_000
        claimed.push(
          ...(await store.deliveries.advance([], act.room, { now, epoch: (await store.leases.look()).epoch })),
        )
        const settled = claimed.flatMap((each, index) => settle(each, act.ends[index] ?? 'sent'))
        const answered = claimed.splice(0).map(told)
        await store.deliveries.advance(settled, 0, { now, epoch: (await store.leases.look()).epoch })
        return answered
      }
      case 'takeBack':
        return await store.leases.take(await store.leases.look(), 'next', NOW)
      case 'seen':
        return await store.chats.seen({ id: act.chat, kind: act.chat > 0 ? 'private' : 'group', title: 'أ' }, NOW)
      case 'gone':
        return await store.chats.gone(act.chat, 'blocked', NOW)
      case 'hold':
        return await store.deliveries.holdChat(act.chat, at(act.minute), NOW)
      case 'clock':
        return await store.deliveries.followClock(act.minute * 60_000, NOW)
      case 'announce': {
        const announcement = { ownerId: 9, language: 'ar', message: aMessage(act.text), audience: 'all' } as const
        const id = await store.broadcasts.draft(announcement, NOW)
        return [await store.broadcasts.confirm(id, NOW), await store.broadcasts.plan({ id, limit: 2 }, NOW)]
      }
      case 'move':
        return await store.moveChat(act.chat, act.to, NOW)
      case 'forget':
        return await store.forgetChat(act.chat)
      case 'prune':
        return await store.deliveries.prune(NOW + 1)
      default:
        return act satisfies never
    }
  }

  const state = async () => ({
    counts: await store.deliveries.counts(),
    census: await store.tallies.census(9),
    next: [await store.deliveries.nextAt(), await store.planning.nextDue()],
    chats: await Promise.all(CHATS.map((chat) => store.chats.find(chat))),
    seen: await Promise.all(CHATS.map((chatId) => store.subscriptions.seenThrough({ chatId, threadId: 0 }))),
    announcements: (await store.broadcasts.unfinished()).map(({ id: _id, ...rest }) => rest),
  })
  return { answer, state, end: store.close }
}

test('the ledger answers the same through any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 5, maxLength: 25 }), async (acts) => {
      const { both, release } = await bothOptions()
      const [ours, sqlites] = [await aLedger(both[0]), await aLedger(both[1])]
      try {
        for (const act of acts) expect(await ours.answer(act)).toEqual(await sqlites.answer(act))
        expect(await ours.state()).toEqual(await sqlites.state())
      } finally {
        await ours.end()
        await sqlites.end()
        await release()
      }
    }),
    { numRuns: 12 },
  )
})
