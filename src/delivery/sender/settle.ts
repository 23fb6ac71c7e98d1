import type { ClaimedDelivery, Settlement } from '../../store/ledger/deliveries.ts'
import type { Outcome } from '../../telegram/outcome.ts'
import { backoffMs } from './backoff.ts'

/** An outcome's effect beyond its own delivery. */
export type Consequence =
  | { readonly kind: 'none' }
  | { readonly kind: 'chat-gone'; readonly chatId: number; readonly why: 'blocked' | 'kicked' | 'deleted' }
  | { readonly kind: 'chat-moved'; readonly from: number; readonly to: number }
  | { readonly kind: 'topic-gone'; readonly subscriptionId: number }
  | { readonly kind: 'chat-held'; readonly chatId: number; readonly until: number }

export type Conclusion = { readonly settlement: Settlement; readonly consequence: Consequence }

/** A delivery is retried for this long after its due time. */
const PATIENCE_MS = 24 * 60 * 60_000

const NONE: Consequence = { kind: 'none' }

/** The ledger entry and the effect of an attempt; `now` in epoch milliseconds. */
export function settle(delivery: ClaimedDelivery, outcome: Outcome, now: number): Conclusion {
  const { id, chatId, subscriptionId } = delivery
  switch (outcome.kind) {
    case 'sent':
      return { settlement: { kind: 'sent', id, chatId, messageId: outcome.messageId }, consequence: NONE }
    case 'gone': {
      const { why, description } = outcome
      return { settlement: { kind: 'gone', id, reason: description }, consequence: { kind: 'chat-gone', chatId, why } }
    }
    case 'moved': {
      const consequence: Consequence = { kind: 'chat-moved', from: chatId, to: outcome.to }
      // in the new chat that message id is another message's
      const isBehind = delivery.edits !== null
      if (isBehind) return { settlement: { kind: 'refused', id, reason: 'its message stayed behind' }, consequence }
      return { settlement: { kind: 'postponed', id, notBefore: now }, consequence }
    }
    case 'topic-gone': {
      const settlement: Settlement = { kind: 'gone', id, reason: outcome.description }
      return { settlement, consequence: subscriptionId === null ? NONE : { kind: 'topic-gone', subscriptionId } }
    }
    case 'later': {
      const until = now + outcome.retryAfterSeconds * 1000
      const reason = `flood: wait ${outcome.retryAfterSeconds} s`
      return {
        settlement: { kind: 'later', id, notBefore: until, reason },
        consequence: { kind: 'chat-held', chatId, until },
      }
    }
    case 'failed':
      return { settlement: afterFailure(delivery, outcome.description, now), consequence: NONE }
    case 'refused':
      return { settlement: { kind: 'refused', id, reason: outcome.description }, consequence: NONE }
    case 'token-refused':
      return { settlement: { kind: 'postponed', id, notBefore: now }, consequence: NONE }
    default:
      return outcome satisfies never
  }
}

function afterFailure({ id, dueAt, attempts }: ClaimedDelivery, description: string, now: number): Settlement {
  if (now - dueAt >= PATIENCE_MS) return { kind: 'refused', id, reason: `gave up after a day: ${description}` }
  return { kind: 'later', id, notBefore: now + Math.ceil(backoffMs(attempts + 1)), reason: description }
}
