import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables, Tx } from '../schema.ts'
import { WAITING_STATES } from './states.ts'

type Where = (row: ExpressionBuilder<Tables, 'deliveries'>) => Expression<SqlBool>
type Reason = { readonly why: string; readonly now: number }

/** Ends those of some deliveries that wait, for a reason; the sender's answer ends one that is being sent. */
export async function giveUp(tx: Tx, where: Where, { why, now }: Reason): Promise<void> {
  const change = tx.updateTable('deliveries').set({ state: 'gone', reason: why, updated_at: now }).where(where)
  await change.where('state', 'in', WAITING_STATES).execute()
}

/** Deletes those of some deliveries that wait, as if they had never been enqueued. Answers how many. */
export async function withdraw(tx: Tx, where: Where): Promise<number> {
  const waiting = tx.deleteFrom('deliveries').where(where).where('state', 'in', WAITING_STATES)
  return Number((await waiting.executeTakeFirstOrThrow()).numDeletedRows)
}
