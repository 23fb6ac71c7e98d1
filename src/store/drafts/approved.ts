import { GIVEN_UP_STATES } from '../ledger/states.ts'
import type { Database, Tx } from '../schema.ts'
import { approved, type NewDraft } from './change.ts'

/** What a channel will have received once its approved drafts are posted. */
export type Pledge = Pick<NewDraft, 'seenThrough'> & { readonly reads: readonly NonNullable<NewDraft['read']>[] }

/** The approved drafts of channels whose posts the ledger has not given up. */
export function pledged(db: Database | Tx, channelIds: readonly number[]) {
  return db
    .selectFrom('drafts')
    .innerJoin('deliveries', 'deliveries.id', 'drafts.post_delivery_id')
    .where(approved)
    .where('drafts.chat_id', 'in', channelIds)
    .where('deliveries.state', 'not in', GIVEN_UP_STATES)
}

/** What channels will have received: the next drafts leave it out. */
export async function pledgesIn(
  db: Database | Tx,
  channelIds: readonly number[],
): Promise<ReadonlyMap<number, Pledge>> {
  if (channelIds.length === 0) return new Map()
  const question = pledged(db, channelIds).select(['drafts.chat_id', 'seen_through', 'read_slug', 'read_chunk'])
  const pledges = new Map<number, Pledge>()
  for (const { chat_id, seen_through, read_slug, read_chunk } of await question.execute()) {
    const { seenThrough, reads } = pledges.get(chat_id) ?? { seenThrough: 0, reads: [] }
    const read = read_slug === null || read_chunk === null ? [] : [{ slug: read_slug, chunk: read_chunk }]
    pledges.set(chat_id, { seenThrough: Math.max(seenThrough, seen_through), reads: [...reads, ...read] })
  }
  return pledges
}
