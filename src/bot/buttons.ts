import type { Managing } from '../messages/buttons/actions.ts'
import { clock } from '../messages/buttons/callback-code.ts'
import type { Way } from '../messages/buttons/keyboard.ts'
import { decodePress, type PressOf } from '../messages/buttons/press.ts'
import { renderGone, renderLine } from '../messages/render.ts'
import { renderUnsubscribeQuestion } from '../messages/views/subscription.ts'
import type { Chat } from '../store/chats/chats.ts'
import type { Message } from '../text/message.ts'
import { answer, answerPress, replace } from './answer.ts'
import { answerStoredRequest } from './answer-request.ts'
import type { ChatContext } from './chat-context.ts'
import { manage, managedMessage } from './commands/channels.ts'
import { adjustPreferences, whyHere } from './commands/preferences.ts'
import { dropBookmark, exportBookmarks, saveBookmark } from './commands/saved.ts'
import { choose, decideForgetting, refuseChoice, settingMessage, settingsMessage } from './commands/settings.ts'
import { decideUnsubscribing, makeSubscription, offerTimes } from './commands/subscribe.ts'
import { handleDraftPress } from './drafts/buttons.ts'
import { refuseEditors } from './drafts/editors.ts'
import { forgetPressed } from './groups/throttle.ts'
import { answerBroadcastPress, chooseAudience } from './owner/broadcast.ts'
import { handleArticlePress, handleDeskPress } from './owner/desk-buttons.ts'
import { answerSourcePress, showSources } from './owner/feeds.ts'
import { isOwner } from './owner/owner.ts'
import { managedByPresser } from './rights/managed-chats.ts'
import { mayChangeSettings } from './rights/may-change-settings.ts'
import { showBeside, showInPlace } from './show.ts'

/** Answers a pressed button, always and once, and edits its message in place. */
export async function handlePress(context: ChatContext): Promise<void> {
  const press = decodePress(context.ctx.callbackQuery?.data ?? '')
  forgetPressed(context)
  if (press === null) return tell(context, 'button-unknown', { alert: true })
  switch (press.kind) {
    case 'nothing':
      return answerPress(context.ctx, {})
    case 'open':
      return (await isPost(context)) ? showBeside(context, press.screen) : showHere(context, { ...press, trail: [] })
    case 'visit':
      return showHere(context, press)
    case 'beside':
      return showBeside(context, press.screen)
    case 'save':
      return tell(context, await saveBookmark(context, press.place))
    case 'drop':
      await answerPress(context.ctx, {})
      await replace(context, await dropBookmark(context, press.place))
      return
    case 'request':
      await answerPress(context.ctx, {})
      if (!(await answerStoredRequest(context, press.words))) await answer(context, renderGone(null, context.view))
      return
    case 'why':
      return answerPress(context.ctx, { text: (await whyHere(context)).text, show_alert: true })
    case 'export':
      await answerPress(context.ctx, {})
      return exportBookmarks(context)
    case 'channels':
      await answerPress(context.ctx, {})
      await replace(context, await managedMessage(context))
      return
    case 'manage':
      return handleManaging(context, press)
    case 'draft':
      return handleDraftPress(context, press)
    case 'desk':
      return handleDeskPress(context, press)
    case 'article':
      return handleArticlePress(context, press)
    case 'broadcast':
    case 'audience':
    case 'source':
    case 'sources':
      if (!isOwner(context.ctx, context)) return tell(context, 'button-unknown', { alert: true })
      return handleOwnersPress(context, press)
    default:
      return handleChange(context, press)
  }
}

function handleOwnersPress(
  context: ChatContext,
  press: PressOf<'broadcast' | 'audience' | 'source' | 'sources'>,
): Promise<void> {
  switch (press.kind) {
    case 'broadcast':
      return answerBroadcastPress(context, press)
    case 'audience':
      return chooseAudience(context, press)
    case 'source':
      return answerSourcePress(context, press)
    case 'sources':
      return showSources(context, press)
    default:
      return press satisfies never
  }
}

async function showHere(context: ChatContext, visit: Way): Promise<void> {
  await answerPress(context.ctx, {})
  await showInPlace(context, visit)
}

/** Whether a pressed message with buttons of before `beside` is a post: one that was sent on schedule, or a digest asked for. */
async function isPost({ ctx, store, chatId }: ChatContext): Promise<boolean> {
  const pressed = ctx.callbackQuery?.message
  if (pressed === undefined) return false
  const buttons = ('reply_markup' in pressed && pressed.reply_markup?.inline_keyboard.flat()) || []
  const asksWhy = (data: string) => decodePress(data)?.kind === 'why'
  if (buttons.some((button) => 'callback_data' in button && asksWhy(button.callback_data))) return true
  return store.deliveries.isPosted(chatId, pressed.message_id)
}

type Change = PressOf<
  'subscribe' | 'schedule' | 'adjust' | 'unsubscribe' | 'unsubscribing' | 'forget' | 'settings' | 'setting' | 'set'
>

async function handleManaging(context: ChatContext, { chat, managing }: PressOf<'manage'>): Promise<void> {
  const managed = await managedByPresser(context, chat)
  if (managed === null) return tell(context, 'manage-refused', { alert: true })
  const refusal = await refuseManaging(context, managed, managing)
  if (refusal !== null) return tell(context, refusal, { alert: true })
  await answerPress(context.ctx, {})
  await replace(context, await manage(context, managed, managing))
}

/** Why a managed chat's change can't be made, as the id of a line; `null`: it can. */
async function refuseManaging(context: ChatContext, managed: Chat, managing: Managing): Promise<string | null> {
  if (managing.act === 'editors') return refuseEditors(context, managed, managing.to)
  if (managing.act !== 'pin') return null
  return refuseChoice({ ...context, chatId: managed.id }, { setting: 'pin', value: managing.value })
}

async function handleChange(context: ChatContext, change: Change): Promise<void> {
  if (!(await mayChangeSettings(context))) return tell(context, 'admins-only', { alert: true })
  const refusal = change.kind === 'set' ? await refuseChoice(context, change) : null
  if (refusal !== null) return tell(context, refusal, { alert: true })
  await answerPress(context.ctx, {})
  const message = await messageOf(context, change)
  // the button may hang under the welcome, which stays
  if (change.kind === 'subscribe') await answer(context, message)
  else await replace(context, message)
}

function messageOf(context: ChatContext, change: Change): Promise<Message> | Message {
  switch (change.kind) {
    case 'subscribe':
      return makeSubscription(context, clock.write(change.minute))
    case 'schedule':
      return offerTimes(context)
    case 'adjust':
      return adjustPreferences(context, change.adjustment)
    case 'unsubscribe':
      return renderUnsubscribeQuestion(context.view)
    case 'unsubscribing':
      return decideUnsubscribing(context, change)
    case 'forget':
      return decideForgetting(context, change.act)
    case 'settings':
      return settingsMessage(context)
    case 'setting':
      return settingMessage(context, change.setting)
    case 'set':
      return choose(context, change)
    default:
      return change satisfies never
  }
}

function tell({ ctx, view }: ChatContext, id: string, { alert }: { alert: boolean } = { alert: false }): Promise<void> {
  return answerPress(ctx, { text: renderLine(id, {}, view).text, show_alert: alert })
}
