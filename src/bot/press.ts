import type { Message } from '../messages/message.ts'
import { renderLine, renderScreen } from '../messages/render.ts'
import { decodePress, type Press, type Screen } from '../messages/screens.ts'
import { mayChangeSettings } from './admins.ts'
import { answerPress, replace } from './answer.ts'
import type { Asked } from './asked.ts'
import { markPage } from './commands/read.ts'
import { speak } from './commands/settings.ts'
import { endSubscription, makeSubscription } from './commands/subscribe.ts'

/** Answers a pressed button: always, once, and in place of the message it hangs on. */
export async function handlePress(asked: Asked): Promise<void> {
  const { ctx, view } = asked
  const press = decodePress(ctx.callbackQuery?.data ?? '')
  if (press === null) return alert(asked, 'button-unknown')
  if (press.kind === 'nothing') return acknowledge(asked)
  if (press.kind === 'open') {
    await acknowledge(asked)
    await replace(asked, renderScreen(press.screen, view))
    return markIfRead(asked, press.screen)
  }
  if (!(await mayChangeSettings(asked))) return alert(asked, 'admins-only')
  await acknowledge(asked)
  await replace(asked, await changeSettings(asked, press))
}

function changeSettings(asked: Asked, press: Exclude<Press, { kind: 'open' | 'nothing' }>): Promise<Message> {
  switch (press.kind) {
    case 'subscribe':
      return makeSubscription(asked, `${press.times.slice(0, 2)}:${press.times.slice(2)}`)
    case 'unsubscribe':
      return endSubscription(asked)
    case 'speak':
      return speak(asked, press.language)
    default:
      return press satisfies never
  }
}

async function markIfRead(asked: Asked, screen: Screen): Promise<void> {
  if (screen.view !== 'read') return
  const item = asked.view.shelf.byKey.get(screen.article)
  if (item !== undefined) await markPage(asked, item, screen.page)
}

function acknowledge({ ctx }: Asked): Promise<void> {
  return answerPress(ctx, {})
}

function alert({ ctx, view }: Asked, id: string): Promise<void> {
  return answerPress(ctx, { text: renderLine(id, {}, view).text, show_alert: true })
}
