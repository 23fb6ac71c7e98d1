import { setImmediate as turn } from 'node:timers/promises'
import type { CorrectionJob } from '../store/ledger/corrections.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

const STEP = 200
const LOOK_EVERY_MS = 1_000
/** A digest planned just before the change may still enter the ledger or be in flight. */
const OPEN_MS = 60_000

/** Adds corrections to the ledger: edits of posted digests and notices to their chats. Resumes after a restart. */
export function createCorrectionSender({ store, now, log, wake }: WorkerParts): Loop {
  const loop = createLoop({
    look,
    retryMs: LOOK_EVERY_MS,
    trouble: 'corrections could not go on: tried again',
    log,
  })

  async function look(): Promise<number> {
    const open = await store.corrections.jobs()
    for (const job of open) await advance(job)
    return open.length > 0 ? LOOK_EVERY_MS : Number.POSITIVE_INFINITY
  }

  async function advance(job: CorrectionJob): Promise<void> {
    while (!loop.isStopping() && (await store.corrections.advance(job, STEP, now()))) {
      wake()
      await turn()
    }
    if (!loop.isStopping() && now() - job.created_at > OPEN_MS) await store.corrections.finish(job)
  }

  return loop
}
