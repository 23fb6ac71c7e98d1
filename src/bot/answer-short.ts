import type { Screen } from '../messages/buttons/press.ts'
import { shortMessage } from '../messages/short.ts'
import type { Shown } from '../text/message.ts'
import { present } from './answer.ts'
import type { Asked } from './chat-context.ts'

/**
 * Answers with a screen: whole in private and in channels, short in a group with a way to the whole. Returns what was
 * sent.
 */
export async function answerShort(asked: Asked, shown: Shown, screen: Screen): Promise<Shown> {
  return present(asked, asked.view.audience.kind === 'group' ? shortMessage(shown, screen, asked.view) : shown)
}
