import { setImmediate as turn } from 'node:timers/promises'
import { withdrawFrom } from '../messages/withdraw-from.ts'
import type { Wordings } from '../messages/wording.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Withdrawal } from '../store/held/held.ts'
import type { CorrectionJob, WithdrawnDigest } from '../store/ledger/corrections.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

const STEP = 200
const LOOK_EVERY_MS = 1_000
/** A digest planned just before the change may still enter the ledger or be in flight. */
const OPEN_MS = 60_000

export type CorrectionSenderOptions = WorkerParts & {
  readonly archive: Pick<Archive, 'bySlugs'>
  readonly wordings: Wordings
}

/**
 * Adds corrections to the ledger: edits of posted digests, also of those that show a withdrawn article, and notices to their
 * chats. Resumes after a restart.
 */
export function createCorrectionSender(options: CorrectionSenderOptions): Loop {
  const { store, archive, wordings, now, log, wake, isOnDuty } = options
  const loop = createLoop({
    look,
    retryMs: LOOK_EVERY_MS,
    trouble: 'corrections could not go on: tried again',
    log,
    isOnDuty,
  })

  async function look(): Promise<number> {
    const withdrawals = await store.held.withdrawals()
    for (const withdrawal of withdrawals) await withdrawPosted(withdrawal)
    const open = await store.corrections.jobs()
    for (const job of open) await advance(job)
    if (withdrawals.length > 0) await store.held.forgetWithdrawals(now() - OPEN_MS)
    return open.length + withdrawals.length > 0 ? LOOK_EVERY_MS : Number.POSITIVE_INFINITY
  }

  /** Seen anew at each look, as is a digest that shows the article no longer. */
  async function withdrawPosted({ slug, briefing }: Withdrawal): Promise<void> {
    const withdrawn: WithdrawnDigest[] = []
    for (const { id, language, message } of await store.corrections.digestsShowing(slug)) {
      const beside = await archive.bySlugs(await store.corrections.shownBeside(id, slug))
      const others = beside.map((item) => item.briefing.article.title.text)
      const without = withdrawFrom(message, { briefing, others }, wordings(language))
      if (without !== message) withdrawn.push({ digestId: id, message: without })
      await turn()
    }
    await store.corrections.recordWithdrawal(slug, withdrawn, now())
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
