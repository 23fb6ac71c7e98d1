import { insertRows } from '../insert-rows.ts'
import { type NewRow, RANKS, type Tx } from '../schema.ts'
import { GIVEN_UP_STATES } from './states.ts'

type Columns = NewRow<'deliveries'>
type Optional = 'subscription_id' | 'rank' | 'state' | 'broadcast_id' | 'edits' | 'change_id' | 'draft_id'

/** A delivery to be made. `state` `gone`: its place can't be written to, so it is not tried. */
export type NewDelivery = Pick<Columns, 'chat_id' | 'thread_id' | 'digest_id' | 'due_at'> &
  Partial<Pick<Columns, Optional>>

const DEFAULTS = {
  ...{ subscription_id: null, broadcast_id: null, edits: null, change_id: null, draft_id: null },
  ...{ rank: RANKS.digest, state: 'pending' as const, attempts: 0 },
}

/**
 * Writes deliveries into the ledger. A due time of a subscription is delivered once: a delivery that was given up is
 * replaced, while one that waits or was sent stays and the new one is left out.
 */
export async function enqueue(tx: Tx, deliveries: readonly NewDelivery[], now: number): Promise<void> {
  if (deliveries.length > 0) await insertion(tx, deliveries, now).execute()
}

/** Writes a delivery as `enqueue` does, and answers its id; `null`: it was left out. */
export async function enqueueOne(tx: Tx, delivery: NewDelivery, now: number): Promise<number | null> {
  return (await insertion(tx, [delivery], now).returning('id').executeTakeFirst())?.id ?? null
}

function insertion(tx: Tx, deliveries: readonly NewDelivery[], now: number) {
  const times = { created_at: now, updated_at: now }
  const rows = deliveries.map((delivery) => ({ ...DEFAULTS, ...times, not_before: delivery.due_at, ...delivery }))
  return insertRows(tx, 'deliveries', rows).onConflict((conflict) =>
    conflict
      .columns(['subscription_id', 'due_at'])
      .doUpdateSet(({ ref }) => {
        const fresh = {
          digest_id: ref('excluded.digest_id'),
          state: ref('excluded.state'),
          message_id: null,
          reason: null,
        }
        return { ...fresh, ...times, not_before: ref('excluded.not_before'), attempts: 0 }
      })
      .where('deliveries.state', 'in', GIVEN_UP_STATES),
  )
}
