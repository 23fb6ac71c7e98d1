import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, lines } from '../../text/rich.ts'
import { pressButton, row } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** What is kept, how long, and what is not; with a button to delete it. */
export function renderPrivacy({ wording, audience }: View): Message {
  const parts = (['kept', 'term', 'unkept'] as const).map((part) =>
    lines(FormattedString.b(phrase(wording, `privacy-${part}-title`)), phrase(wording, `privacy-${part}`)),
  )
  const forget = pressButton(wording.say('button-forget'), { kind: 'forget', act: 'ask' })
  // a press in a channel would be everybody's
  return toMessage(blocks(...parts, phrase(wording, 'privacy-forget')), audience.kind === 'channel' ? [] : [[forget]])
}

/** Asks whether to delete all that is kept; the safe answer stands first. */
export function renderForgetQuestion({ wording, audience }: View): Message {
  const question = audience.kind === 'private' ? 'forget-sure-private' : 'forget-sure-chat'
  return toMessage(phrase(wording, question), [
    row(wording, pressButton(wording.say('button-keep'), { kind: 'forget', act: 'keep' })),
    row(wording, pressButton(wording.say('button-forget-sure'), { kind: 'forget', act: 'sure' })),
  ])
}
