import { describe, expect, test } from 'vitest'
import { backoffMs } from '../../../src/delivery/sender/backoff.ts'
import { settle } from '../../../src/delivery/sender/settle.ts'
import type { ClaimedDelivery } from '../../../src/store/ledger/deliveries.ts'

const NOW = Date.UTC(2026, 5, 1, 8)
const DAY = 86_400_000

function aDelivery(parts: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  return {
    id: 5,
    chatId: -7,
    threadId: 0,
    subscriptionId: 3,
    digestId: 'd',
    dueAt: NOW,
    draftId: null,
    edits: null,
    attempts: 0,
    ...parts,
  }
}

describe('settle', () => {
  test('a flood waits all of its time, and the chat with it', () => {
    const { settlement, consequence } = settle(aDelivery(), { kind: 'later', retryAfterSeconds: 7200 }, NOW)
    expect(settlement).toMatchObject({ kind: 'later', notBefore: NOW + 7_200_000 })
    expect(consequence).toEqual({ kind: 'chat-held', chatId: -7, until: NOW + 7_200_000 })
  })

  test('a migration moves the chat and sends again at once', () => {
    const { settlement, consequence } = settle(aDelivery(), { kind: 'moved', to: -1007 }, NOW)
    expect(settlement).toEqual({ kind: 'postponed', id: 5, notBefore: NOW })
    expect(consequence).toEqual({ kind: 'chat-moved', from: -7, to: -1007 })
  })

  test('a migration ends what would change a message: in the new chat its number is another’s', () => {
    const { settlement, consequence } = settle(aDelivery({ edits: 9 }), { kind: 'moved', to: -1007 }, NOW)
    expect(settlement).toMatchObject({ kind: 'refused', reason: 'its message stayed behind' })
    expect(consequence).toMatchObject({ kind: 'chat-moved', to: -1007 })
  })

  test('a topic that is gone pauses its own subscription only', () => {
    const outcome = { kind: 'topic-gone', description: 'message thread not found' } as const
    expect(settle(aDelivery(), outcome, NOW).consequence).toEqual({ kind: 'topic-gone', subscriptionId: 3 })
    expect(settle(aDelivery({ subscriptionId: null }), outcome, NOW).consequence).toEqual({ kind: 'none' })
  })

  test('a failure is tried again for a day, and then given up with its reason', () => {
    const outcome = { kind: 'failed', description: '502 Bad Gateway' } as const
    expect(settle(aDelivery({ dueAt: NOW - DAY + 1 }), outcome, NOW).settlement.kind).toBe('later')
    const { settlement } = settle(aDelivery({ dueAt: NOW - DAY }), outcome, NOW)
    expect(settlement).toEqual({ kind: 'refused', id: 5, reason: 'gave up after a day: 502 Bad Gateway' })
  })

  test('an hour of failures is some tens of tries at most, and the delivery still waits, ten minutes at most', () => {
    const outcome = { kind: 'failed', description: 'connect ECONNREFUSED' } as const
    let [now, attempts] = [NOW, 0]
    for (; now < NOW + 3_600_000; attempts += 1) {
      const { settlement } = settle(aDelivery({ attempts }), outcome, now)
      const until = settlement.kind === 'later' ? settlement.notBefore : Number.NaN
      expect(until - now).toBeLessThanOrEqual(600_000)
      now = until
    }
    expect(attempts).toBeLessThan(40)
  })

  test('a refused token costs no delivery', () => {
    const { settlement } = settle(aDelivery(), { kind: 'token-refused', description: 'Unauthorized' }, NOW)
    expect(settlement).toEqual({ kind: 'postponed', id: 5, notBefore: NOW })
  })
})

test('backoff doubles, with chance, up to ten minutes', () => {
  for (const [failures, whole] of [
    [1, 1000],
    [4, 8000],
    [10, 512_000],
    [11, 600_000],
    [5000, 600_000],
  ] as const) {
    const wait = backoffMs(failures)
    expect(wait).toBeGreaterThanOrEqual(whole / 2)
    expect(wait).toBeLessThanOrEqual(whole)
  }
})
