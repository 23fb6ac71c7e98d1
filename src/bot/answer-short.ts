import type { Message } from '../messages/message.ts'
import type { Screen } from '../messages/screens.ts'
import { shortMessage } from '../messages/short.ts'
import { answer } from './answer.ts'
import type { Asked } from './asked.ts'

/** Answers with a screen's message: whole in private and in channels, short in a group with a way to the whole. */
export function answerShort(asked: Asked, message: Message, screen: Screen): Promise<void> {
  return answer(asked, asked.view.audience.kind === 'group' ? shortMessage(message, screen, asked.view) : message)
}
