import type { Logger } from 'pino'
import type { Language } from '../language/language.ts'
import type { Library } from '../library/library.ts'
import { audienceOfChat } from '../messages/buttons/keyboard.ts'
import { renderDigest } from '../messages/render-digest.ts'
import { renderWeeklyRecap } from '../messages/views/weekly-recap.ts'
import type { Digits, Wordings } from '../messages/wording.ts'
import type { ClaimedDelivery } from '../store/ledger/deliveries.ts'
import type { ChatKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Outcome } from '../telegram/outcome.ts'
import type { Send } from '../telegram/send.ts'
import { draftMessages } from './draft-message.ts'
import type { Lease } from './lease.ts'
import { createDigestPlanner, type DigestPlannerOptions } from './plan-digests.ts'
import { createWeeklyRecapPlanner } from './plan-weekly-recaps.ts'
import { type BroadcasterOptions, createBroadcaster } from './send-broadcasts.ts'
import { createCorrectionSender } from './send-corrections.ts'
import { createSender } from './sender/sender.ts'
import { createDraftPresenter, type DraftPresenterOptions } from './show-drafts.ts'
import type { Wake } from './wake.ts'

export type DeliveryOptions = {
  readonly store: Store
  readonly library: Pick<Library, 'archive'>
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  /** An IANA time zone. */
  readonly defaultZone: string
  readonly botUsername: string
  readonly send: Send
  /** Messages a second over all chats. */
  readonly rate: number
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  readonly wake: Wake
  readonly lease: Lease
  readonly events: DeliveryEvents
}

/** Callbacks into chats, for owners and for managers. */
type DeliveryEvents = {
  /** Called with each outcome; must neither throw nor wait. */
  readonly concluded: (delivery: ClaimedDelivery, outcome: Outcome) => void
  readonly emptyForAll: NonNullable<DigestPlannerOptions['emptyForAll']>
  readonly mayReview: DraftPresenterOptions['mayReview']
  readonly editorsLost: DraftPresenterOptions['lost']
  readonly showBroadcast: BroadcasterOptions['show']
}

/** Everything sent unprompted: the planners, the renderers and the one sender. */
export type Delivery = {
  readonly start: () => void
  /** Plans what is due now, without waiting for the minute. */
  readonly tick: () => Promise<unknown>
  /** When the next digest of all chats is due, epoch milliseconds; `null` when none is. */
  readonly nextDigest: () => Promise<number | null>
  /** Resolves when the deliveries under way have ended and are recorded. */
  readonly stop: () => Promise<void>
}

/**
 * Planners run by the clock; the other workers sleep until woken, find their own work, and wake the others after they added
 * rows.
 *
 *     digests, weekly recaps ──┐
 *     drafts, corrections, ────┴─▶ ledger ──▶ sender ──▶ outcome ──▶ wake
 *     broadcasts
 */
export function createDelivery({ wake, lease, events, ...options }: DeliveryOptions): Delivery {
  const { store, library, wordings, defaultLanguage, defaultZone, botUsername, send, rate, now, log } = options
  const parts = { store, now, log, wake: wake.all, isOnDuty: lease.isHeld }
  const viewFor = (kind: ChatKind, language: Language, digits: Digits | null) => {
    return { wording: wordings(language, digits), audience: audienceOfChat(kind, botUsername) }
  }

  const sender = createSender({
    ...{ store, send, rate, now, log, lease },
    concluded: (delivery, outcome) => {
      events.concluded(delivery, outcome)
      wake.all()
    },
  })
  const drafts = createDraftPresenter({
    ...parts,
    render: (unshown, digest) => draftMessages(unshown, digest, { wordings, botUsername }),
    mayReview: events.mayReview,
    lost: events.editorsLost,
  })
  const digests = createDigestPlanner({
    ...parts,
    archive: library.archive,
    render: (digest, { language, digits, chatKind, form }) =>
      renderDigest({ ...digest, form }, viewFor(chatKind, language, digits)),
    emptyForAll: events.emptyForAll,
  })
  const recaps = createWeeklyRecapPlanner({
    ...{ ...parts, archive: library.archive, defaultZone },
    render: ({ asking, chat: { kind, language, digits } }, items) =>
      renderWeeklyRecap({ ...asking, items }, viewFor(kind, language ?? defaultLanguage, digits)),
  })
  const corrections = createCorrectionSender({ ...parts, archive: library.archive, wordings })
  const broadcasts = createBroadcaster({ ...parts, show: events.showBroadcast })

  const workers = [sender, drafts, digests, recaps, corrections, broadcasts]
  for (const worker of [sender, drafts, corrections, broadcasts]) wake.add(worker.wake)
  return {
    start: () => {
      for (const worker of workers) worker.start()
    },
    tick: async () => {
      await recaps.tick()
      const report = await digests.tick()
      wake.all()
      return report
    },
    nextDigest: async () => {
      const times = [await store.planning.nextDue(), await store.drafts.nextDue(now())]
      return times.reduce((first, due) => (first === null || (due !== null && due < first) ? due : first))
    },
    stop: async () => {
      for (const worker of workers.toReversed()) await worker.stop()
    },
  }
}
