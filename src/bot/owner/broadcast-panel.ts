import type { Api } from 'grammy'
import { type BroadcastStatus, renderBroadcast } from '../../messages/views/broadcast.ts'
import type { Wordings } from '../../messages/wording.ts'
import type { Broadcast } from '../../store/ledger/broadcasts.ts'
import type { Store } from '../../store/store.ts'
import { isRefused, isUnchanged, quietly } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'

export type BroadcastPanelOptions = {
  readonly api: Api
  readonly store: Store
  readonly wordings: Wordings
  /** Messages a second. */
  readonly sendRate: number
}

/** Edits the panel that shows an announcement's owner its progress; a deleted panel is sent anew at the end. */
export function createBroadcastPanel({
  api,
  store,
  wordings,
  sendRate,
}: BroadcastPanelOptions): (broadcast: Broadcast) => Promise<void> {
  return async (broadcast) => {
    const { ownerId, panelId, language, state } = broadcast
    const digits = (await store.chats.find(ownerId))?.digits
    const status = await broadcastStatus(broadcast, { store, owner: { sendRate } })
    const message = renderBroadcast(status, wordings(language, digits))
    const options = optionsFor(message)
    if (panelId !== null && (await tryEdit(() => api.editMessageText(ownerId, panelId, message.text, options)))) return
    if (state === 'running' || state === 'stopping') return
    await quietly(() => api.sendMessage(ownerId, message.text, options), 400, 403)
  }
}

type StatusParts = { readonly store: Store; readonly owner: { readonly sendRate: number } }

/** Until all chats are counted, `chats` is the number that would get it now. */
export async function broadcastStatus(broadcast: Broadcast, { store, owner }: StatusParts): Promise<BroadcastStatus> {
  const { id, state, sent, gone, refused, planned, audience } = broadcast
  const isCounting = state === 'draft' || state === 'running'
  const chats = isCounting ? Math.max(planned, await store.broadcasts.audience(audience)) : planned
  return { id, state, sent, gone, refused, chats, audience, rate: owner.sendRate }
}

/** `false`: Telegram refuses the edit; an unchanged message counts as edited. @throws errors that may pass. */
async function tryEdit(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request()
    return true
  } catch (error) {
    if (!isRefused(error, 400, 403)) throw error
    return isUnchanged(error)
  }
}
