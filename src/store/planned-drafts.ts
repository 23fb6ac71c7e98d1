import type { Pledge } from './drafts/approved.ts'
import { addDraft } from './drafts/change.ts'
import type { Row, Tx } from './schema.ts'
import type { DueInChat, PlannedWrite } from './subscriptions/planning.ts'

type Drafting = {
  /** The subscriptions whose digests go to editors first. */
  readonly rows: readonly Row<'subscriptions'>[]
  readonly writes: readonly PlannedWrite[]
  readonly now: number
}

/** What is approved counts as had, though it is not posted yet. */
export function withPledge(due: DueInChat, pledge: Pledge | undefined): DueInChat {
  if (pledge === undefined) return due
  const reads = pledge.reads.map(({ slug, chunk }) => ({ slug, furthest: chunk, startedAt: 0 }))
  const others = due.progress.filter(({ slug }) => !reads.some((read) => read.slug === slug))
  return { ...due, seenThrough: Math.max(due.seenThrough, pledge.seenThrough), progress: [...others, ...reads] }
}

/** What goes to editors counts as had only when it is posted. */
export async function writeDrafts(tx: Tx, { rows, writes, now }: Drafting): Promise<void> {
  for (const { id, chat_id, zone } of rows) {
    const write = writes.find(({ subscriptionId }) => subscriptionId === id)
    if (write === undefined || write.digest === null) continue
    const { dueAt, seenThrough, digest, read } = write
    const draft = { channelId: chat_id, subscriptionId: id, dueAt, zone, digestId: digest.id, seenThrough, read }
    await addDraft(tx, draft, now)
  }
}
