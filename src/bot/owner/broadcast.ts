import { announcementOf } from '../../messages/announcement.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderBroadcast } from '../../messages/views/broadcast.ts'
import { isRefused } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerPress, replace } from '../answer.ts'
import type { Asked } from '../chat-context.ts'
import { broadcastStatus } from './broadcast-panel.ts'

/** `/broadcast text`, or as a reply: shows what it will look like and what it will take; nothing is sent yet. */
export async function broadcast(asked: Asked, start: number): Promise<void> {
  const { store, chatId, view, now } = asked
  const message = wantedMessage(asked, start)
  if (message === null) return answer(asked, renderLine('broadcast-how', {}, view))
  const refusal = await preview(asked, message)
  if (refusal !== null) return answer(asked, renderLine('broadcast-impossible', { reason: refusal }, view))
  const { language } = view.wording
  const id = await store.broadcasts.draft({ ownerId: chatId, language, message }, now().getTime())
  await showPanel(asked, id)
}

/** Sends, cancels, stops or resumes an announcement; pressed twice it does so once. */
export async function answerBroadcastPress(asked: Asked, { act, broadcast: id }: PressOf<'broadcast'>): Promise<void> {
  const { store, ctx, chatId, view, now } = asked
  const known = await store.broadcasts.find(id)
  const change = { send: store.broadcasts.confirm, cancel: store.broadcasts.cancel, stop: store.broadcasts.stop }
  const run = act === 'retry' ? store.broadcasts.retry : change[act]
  const changed = known?.ownerId === chatId && (await run(id, now().getTime()))
  await answerPress(ctx, changed ? {} : { text: renderLine('broadcast-known', {}, view).text })
  if (!changed) return
  // all else is shown by who does it, so that no older state is shown over a newer one
  if (act !== 'cancel') return
  await replace(asked, renderBroadcast(await broadcastStatus({ ...known, state: 'cancelled' }, asked), view.wording))
}

function wantedMessage({ ctx }: Asked, start: number): Message | null {
  const { msg } = ctx
  const own = announcementOf({ text: msg?.text ?? '', entities: msg?.entities ?? [] }, start)
  const replied = msg?.reply_to_message
  if (own !== null || replied === undefined) return own
  const text = replied.text ?? replied.caption ?? ''
  return announcementOf({ text, entities: replied.entities ?? replied.caption_entities ?? [] })
}

/** Why Telegram does not take it; `null`: there it is. */
async function preview({ ctx, chatId }: Asked, message: Message): Promise<string | null> {
  try {
    await ctx.api.sendMessage(chatId, message.text, optionsFor(message))
    return null
  } catch (error) {
    if (isRefused(error, 400)) return error.description
    throw error
  }
}

async function showPanel(asked: Asked, id: number): Promise<void> {
  const { store, ctx, chatId, view } = asked
  const draft = await store.broadcasts.find(id)
  if (draft === null) return
  const message = renderBroadcast(await broadcastStatus(draft, asked), view.wording)
  const panel = await ctx.api.sendMessage(chatId, message.text, optionsFor(message))
  await store.broadcasts.setPanel(id, panel.message_id)
}
