import { clock } from '../messages/buttons/callback-code.ts'
import type { Way } from '../messages/buttons/keyboard.ts'
import { decodePress, type PressOf } from '../messages/buttons/press.ts'
import { renderLine } from '../messages/render.ts'
import type { Message } from '../text/message.ts'
import { answerPress, replace } from './answer.ts'
import type { ChatContext } from './chat-context.ts'
import { manage, managedMessage } from './commands/channels.ts'
import { adjustPreferences, whyHere } from './commands/preferences.ts'
import { dropBookmark, exportBookmarks, saveBookmark } from './commands/saved.ts'
import { choose } from './commands/settings.ts'
import { endSubscription, makeSubscription, offerTimes } from './commands/subscribe.ts'
import { handleDraftPress } from './drafts/buttons.ts'
import { refuseEditors } from './drafts/editors.ts'
import { forgetPressed } from './groups/throttle.ts'
import { answerBroadcastPress } from './owner/broadcast.ts'
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
    case 'broadcast':
      return isOwner(context.ctx, context)
        ? answerBroadcastPress(context, press)
        : tell(context, 'button-unknown', { alert: true })
    default:
      return handleChange(context, press)
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

type Change = PressOf<'subscribe' | 'schedule' | 'adjust' | 'unsubscribe' | 'set'>

async function handleManaging(context: ChatContext, { chat, managing }: PressOf<'manage'>): Promise<void> {
  const managed = await managedByPresser(context, chat)
  if (managed === null) return tell(context, 'manage-refused', { alert: true })
  const refusal = managing.act === 'editors' ? await refuseEditors(context, managed, managing.to) : null
  if (refusal !== null) return tell(context, refusal, { alert: true })
  await answerPress(context.ctx, {})
  await replace(context, await manage(context, managed, managing))
}

async function handleChange(context: ChatContext, change: Change): Promise<void> {
  if (!(await mayChangeSettings(context))) return tell(context, 'admins-only', { alert: true })
  await answerPress(context.ctx, {})
  await replace(context, await messageOf(context, change))
}

function messageOf(context: ChatContext, change: Change): Promise<Message> {
  switch (change.kind) {
    case 'subscribe':
      return makeSubscription(context, clock.write(change.minute))
    case 'schedule':
      return offerTimes(context)
    case 'adjust':
      return adjustPreferences(context, change.adjustment)
    case 'unsubscribe':
      return endSubscription(context)
    case 'set':
      return choose(context, change)
    default:
      return change satisfies never
  }
}

function tell({ ctx, view }: ChatContext, id: string, { alert }: { alert: boolean } = { alert: false }): Promise<void> {
  return answerPress(ctx, { text: renderLine(id, {}, view).text, show_alert: alert })
}
