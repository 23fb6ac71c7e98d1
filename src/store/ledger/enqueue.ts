import type { Place } from '../place.ts'
import { RANKS, type Tx } from '../schema.ts'
import { GIVEN_UP_STATES } from './states.ts'

/** A delivery to be made; `dueAt` in epoch milliseconds, before which it is not tried. */
export type NewDelivery = Place & {
  readonly digestId: string
  readonly dueAt: number
  /** The schedule whose due time it is; none by default. */
  readonly subscriptionId?: number | null
  /** A digest by default. */
  readonly rank?: keyof typeof RANKS
  /** `gone`: its place can't be written to, so it is not tried; waiting by default. */
  readonly state?: 'pending' | 'gone'
  readonly broadcastId?: number
  readonly edits?: number | null
  readonly changeId?: string
  readonly draftId?: number
}

/**
 * Writes deliveries into the ledger and answers their ids. A due time of a subscription is delivered once: a delivery that
 * was given up is replaced, while one that waits or was sent stays and the new one is left out, its id too.
 */
export async function enqueue(tx: Tx, deliveries: readonly NewDelivery[], now: number): Promise<readonly number[]> {
  if (deliveries.length === 0) return []
  const rows = await tx
    .insertInto('deliveries')
    .values(deliveries.map((delivery) => rowOf(delivery, now)))
    .onConflict((conflict) =>
      conflict
        .columns(['subscription_id', 'due_at'])
        .doUpdateSet((row) => ({
          digest_id: row.ref('excluded.digest_id'),
          state: row.ref('excluded.state'),
          not_before: row.ref('excluded.not_before'),
          attempts: 0,
          message_id: null,
          reason: null,
          created_at: now,
          updated_at: now,
        }))
        .where('deliveries.state', 'in', GIVEN_UP_STATES),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A column that no delivery of a call has is left out, which is a tenth of the cost of planning. */
function rowOf({ chatId, threadId, digestId, dueAt, ...more }: NewDelivery, now: number) {
  return {
    chat_id: chatId,
    thread_id: threadId,
    subscription_id: more.subscriptionId ?? null,
    digest_id: digestId,
    due_at: dueAt,
    not_before: dueAt,
    state: more.state ?? 'pending',
    attempts: 0,
    rank: RANKS[more.rank ?? 'digest'],
    broadcast_id: more.broadcastId,
    edits: more.edits,
    change_id: more.changeId,
    draft_id: more.draftId,
    created_at: now,
    updated_at: now,
  }
}
