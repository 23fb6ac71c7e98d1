import { clock } from '../messages/buttons/callback-code.ts'
import { decodePress, type PressOf } from '../messages/buttons/press.ts'
import { renderLine } from '../messages/render.ts'
import type { Message } from '../text/message.ts'
import { answerPress, replace } from './answer.ts'
import type { Asked } from './chat-context.ts'
import { manage, managedMessage } from './commands/channels.ts'
import { adjustPlan, whyHere } from './commands/preferences.ts'
import { dropBookmark, exportBookmarks, keepBookmark } from './commands/saved.ts'
import { choose } from './commands/settings.ts'
import { endSubscription, makeSubscription, offerTimes } from './commands/subscribe.ts'
import { handleDraftPress } from './drafts/buttons.ts'
import { refuseEditors } from './drafts/editors.ts'
import { forgetPressed } from './groups/throttle.ts'
import { countArticle } from './groups/weekly-recap.ts'
import { answerBroadcastPress } from './owner/broadcast.ts'
import { isOwner } from './owner/owner.ts'
import { mayChangeSettings } from './rights/admins.ts'
import { managedByPresser } from './rights/managed-chats.ts'
import { keepPlace, screenMessage } from './show.ts'

/** Answers a pressed button: always, once, and in place of the message it hangs on. */
export async function handlePress(asked: Asked): Promise<void> {
  const press = decodePress(asked.ctx.callbackQuery?.data ?? '')
  forgetPressed(asked)
  if (press === null) return tell(asked, 'button-unknown', { alert: true })
  switch (press.kind) {
    case 'nothing':
      return answerPress(asked.ctx, {})
    case 'open':
      await answerPress(asked.ctx, {})
      await keepPlace(asked, press.screen, await replace(asked, await screenMessage(asked, press.screen)))
      return countArticle(asked, press.screen)
    case 'save':
      return tell(asked, await keepBookmark(asked, press.place))
    case 'drop':
      await answerPress(asked.ctx, {})
      await replace(asked, await dropBookmark(asked, press.place))
      return
    case 'why':
      return answerPress(asked.ctx, { text: (await whyHere(asked)).text, show_alert: true })
    case 'export':
      await answerPress(asked.ctx, {})
      return exportBookmarks(asked)
    case 'channels':
      await answerPress(asked.ctx, {})
      await replace(asked, await managedMessage(asked))
      return
    case 'manage':
      return handleManaging(asked, press)
    case 'draft':
      return handleDraftPress(asked, press)
    case 'broadcast':
      return isOwner(asked.ctx, asked)
        ? answerBroadcastPress(asked, press)
        : tell(asked, 'button-unknown', { alert: true })
    default:
      return handleChange(asked, press)
  }
}

type Change = PressOf<'subscribe' | 'schedule' | 'adjust' | 'unsubscribe' | 'set'>

async function handleManaging(asked: Asked, { chat, managing }: PressOf<'manage'>): Promise<void> {
  const managed = await managedByPresser(asked, chat)
  if (managed === null) return tell(asked, 'manage-refused', { alert: true })
  const refusal = managing.act === 'editors' ? await refuseEditors(asked, managed, managing.to) : null
  if (refusal !== null) return tell(asked, refusal, { alert: true })
  await answerPress(asked.ctx, {})
  await replace(asked, await manage(asked, managed, managing))
}

async function handleChange(asked: Asked, change: Change): Promise<void> {
  if (!(await mayChangeSettings(asked))) return tell(asked, 'admins-only', { alert: true })
  await answerPress(asked.ctx, {})
  await replace(asked, await messageOf(asked, change))
}

function messageOf(asked: Asked, change: Change): Promise<Message> {
  switch (change.kind) {
    case 'subscribe':
      return makeSubscription(asked, clock.write(change.minute))
    case 'schedule':
      return offerTimes(asked)
    case 'adjust':
      return adjustPlan(asked, change.adjustment)
    case 'unsubscribe':
      return endSubscription(asked)
    case 'set':
      return choose(asked, change)
    default:
      return change satisfies never
  }
}

function tell({ ctx, view }: Asked, id: string, { alert }: { alert: boolean } = { alert: false }): Promise<void> {
  return answerPress(ctx, { text: renderLine(id, {}, view).text, show_alert: alert })
}
