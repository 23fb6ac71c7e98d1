import { announcementOf } from '../../messages/announcement.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { markedAnnouncement, renderBroadcast } from '../../messages/views/broadcast.ts'
import { isRefused } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerPress, replace } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { broadcastStatus } from './broadcast-panel.ts'

/** `/broadcast text`, or as a reply: previews the announcement, its audience and its duration; nothing is sent yet. */
export async function broadcast(context: ChatContext, start: number): Promise<void> {
  const { store, chatId, view, now } = context
  const wanted = wantedMessage(context, start)
  if (wanted === null) return answer(context, renderLine('broadcast-how', {}, view))
  const message = markedAnnouncement(wanted, view.wording)
  const refusal = await preview(context, message)
  if (refusal !== null) return answer(context, renderLine('broadcast-impossible', { reason: refusal }, view))
  const { language } = view.wording
  const id = await store.broadcasts.draft({ ownerId: chatId, language, message, audience: 'chats' }, now().getTime())
  await showPanel(context, id)
}

/** Sends, cancels, stops or resumes an announcement; a second press changes nothing. */
export async function answerBroadcastPress(
  context: ChatContext,
  { act, broadcast: id }: PressOf<'broadcast'>,
): Promise<void> {
  const { store, ctx, chatId, view, now } = context
  const known = await store.broadcasts.find(id)
  const change = { send: store.broadcasts.confirm, cancel: store.broadcasts.cancel, stop: store.broadcasts.stop }
  const run = act === 'retry' ? store.broadcasts.retry : change[act]
  const changed = known?.ownerId === chatId && (await run(id, now().getTime()))
  await answerPress(ctx, changed ? {} : { text: renderLine('broadcast-known', {}, view).text })
  if (!changed) return
  // the sender shows all other states, so that no older one is shown over a newer one
  if (act !== 'cancel') return
  await replace(
    context,
    renderBroadcast(await broadcastStatus({ ...known, state: 'cancelled' }, context), view.wording),
  )
}

/** Chooses whom an announcement is for, while it is not sent. */
export async function chooseAudience(
  context: ChatContext,
  { audience, broadcast: id }: PressOf<'audience'>,
): Promise<void> {
  const { store, ctx, chatId, view, now } = context
  const known = await store.broadcasts.find(id)
  const isDone = known?.ownerId === chatId && (await store.broadcasts.setAudience(id, audience, now().getTime()))
  await answerPress(ctx, isDone ? {} : { text: renderLine('broadcast-known', {}, view).text })
  if (isDone) {
    await replace(context, renderBroadcast(await broadcastStatus({ ...known, audience }, context), view.wording))
  }
}

function wantedMessage({ ctx }: ChatContext, start: number): Message | null {
  const { msg } = ctx
  const own = announcementOf({ text: msg?.text ?? '', entities: msg?.entities ?? [] }, start)
  const replied = msg?.reply_to_message
  if (own !== null || replied === undefined) return own
  const text = replied.text ?? replied.caption ?? ''
  return announcementOf({ text, entities: replied.entities ?? replied.caption_entities ?? [] })
}

/** Sends the preview; returns why Telegram refused it, or `null`. */
async function preview({ ctx, chatId }: ChatContext, message: Message): Promise<string | null> {
  try {
    await ctx.api.sendMessage(chatId, message.text, optionsFor(message))
    return null
  } catch (error) {
    if (isRefused(error, 400)) return error.description
    throw error
  }
}

async function showPanel(context: ChatContext, id: number): Promise<void> {
  const { store, ctx, chatId, view } = context
  const draft = await store.broadcasts.find(id)
  if (draft === null) return
  const message = renderBroadcast(await broadcastStatus(draft, context), view.wording)
  const panel = await ctx.api.sendMessage(chatId, message.text, optionsFor(message))
  await store.broadcasts.setPanel(id, panel.message_id)
}
