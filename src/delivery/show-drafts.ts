import type { UnshownDraft } from '../store/drafts/show.ts'
import type { Message } from '../text/message.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

export type DraftKeeperOptions = WorkerParts & {
  /** A draft as its editors see it, and what they are told when its time comes. */
  readonly render: (unshown: UnshownDraft, digest: Message) => { readonly message: Message; readonly reminder: Message }
  /** Told of a channel whose draft reached no editors; called again as long as it is so. */
  readonly lost: (channelId: number) => Promise<void>
}

const LOOK_EVERY_MS = 250
const STEP = 50

/**
 * Keeps what editors see in step with what has become of their drafts. Whoever changes a draft raises its version;
 * here alone it is shown, through the ledger, so nothing is forgotten by a crash and no older form comes over a newer.
 *
 *     planning, presses, corrections ──version + 1──▶ drafts ──unshown──▶ render ──▶ ledger ──▶ editors
 *                                                       ▲────── posted, or given up ─────┘
 */
export function createDraftKeeper({ store, render, lost, now, log, wake }: DraftKeeperOptions): Loop {
  const { drafts } = store

  async function look(): Promise<number> {
    // asked first: what comes down while this looks is seen by the next look
    const isBusy = await drafts.isBusy(now())
    await drafts.settlePosted(now())
    const isShowing = await showAll()
    for (const channelId of await drafts.lost()) await lost(channelId)
    return isBusy || isShowing ? LOOK_EVERY_MS : Number.POSITIVE_INFINITY
  }

  /** Whether the ledger has something of it now, or some can't be shown yet. */
  async function showAll(): Promise<boolean> {
    const unshown = await drafts.unshown(STEP)
    if (unshown.length === 0) return false
    for (const one of unshown) {
      await drafts.show(one.draft, render(one, one.digest), now())
    }
    wake()
    return true
  }

  return createLoop({ look, retryMs: LOOK_EVERY_MS, trouble: 'drafts could not be shown: tried again', log })
}
