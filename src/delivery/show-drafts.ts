import type { UnshownDraft } from '../store/drafts/show.ts'
import type { Message } from '../text/message.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

export type DraftPresenterOptions = WorkerParts & {
  /** A draft for its editors, and their reminder at its due time. */
  readonly render: (unshown: UnshownDraft, digest: Message) => { readonly message: Message; readonly reminder: Message }
  /** Whether a person may still see a channel's drafts in private. */
  readonly mayReview: (channelId: number, userId: number) => Promise<boolean>
  /** Called with a channel whose draft reached no editors, repeatedly while that lasts. */
  readonly lost: (channelId: number) => Promise<void>
}

const LOOK_EVERY_MS = 250
const STEP = 50

/**
 * Shows editors each draft's current state. Every change of a draft raises its version; only this loop shows it, through the
 * ledger, so that a crash loses no change and no older form replaces a newer.
 *
 *     planning, presses, corrections ──version + 1──▶ drafts ──unshown──▶ render ──▶ ledger ──▶ editors
 *                                                       ▲────── posted, or given up ─────┘
 */
export function createDraftPresenter(options: DraftPresenterOptions): Loop {
  const { store, render, mayReview, lost, now, log, wake, isOnDuty } = options
  const { drafts, editors } = store

  async function look(): Promise<number> {
    // read first: a change recorded during this look is shown by the next
    const isBusy = await drafts.isBusy(now())
    await drafts.settlePosted(now())
    const isShowing = await showAll()
    for (const channelId of await drafts.lost()) await lost(channelId)
    return isBusy || isShowing ? LOOK_EVERY_MS : Number.POSITIVE_INFINITY
  }

  /** Whether drafts were added to the ledger, or can't be shown yet. */
  async function showAll(): Promise<boolean> {
    const unshown = await drafts.unshown(STEP)
    if (unshown.length === 0) return false
    for (const one of unshown) {
      const { chat_id: channelId, editors_chat_id: editor } = one.draft
      // of a group's members Telegram tells the bot, of a channel's former admins it may not
      if (editor > 0 && !(await mayReview(channelId, editor))) await editors.leave(channelId, editor)
      else await drafts.show(one.draft, render(one, one.digest), now())
    }
    wake()
    return true
  }

  return createLoop({ look, retryMs: LOOK_EVERY_MS, trouble: 'drafts could not be shown: tried again', log, isOnDuty })
}
