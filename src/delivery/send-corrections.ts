import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { CorrectionJob } from '../store/ledger/corrections.ts'
import type { Store } from '../store/store.ts'
import { createRounds } from './loop.ts'

export type CorrectorOptions = {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  /** Called when the ledger has new rows. */
  readonly nudge: () => void
}

/** Hands the ledger what has to be put right: edits of posted digests, and notices to their chats. Goes on after a restart. */
export type Corrector = {
  readonly start: () => void
  readonly nudge: () => void
  readonly stop: () => Promise<void>
}

const STEP = 200
const LOOK_EVERY_MS = 1_000
/** A digest that was planned just before the change may still be handed to the ledger, or on its way. */
const OPEN_MS = 60_000

export function createCorrector({ store, now, log, nudge }: CorrectorOptions): Corrector {
  const rounds = createRounds({
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
    while (!rounds.isStopping() && (await store.corrections.advance(job, STEP, now()))) {
      nudge()
      await turn()
    }
    if (!rounds.isStopping() && now() - job.created_at > OPEN_MS) await store.corrections.finish(job)
  }

  return rounds
}
