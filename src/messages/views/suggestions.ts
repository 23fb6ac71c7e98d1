import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import { grid, openButton, pressButton, row } from '../buttons/keyboard.ts'
import type { Press } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'

const LABEL_LENGTH = 40

/** Something to press instead of writing it anew. */
export type Option = { readonly label: string; readonly press: Press }

/** A line with buttons for what may be meant, and to all that can be asked for. */
export function renderOptions(
  line: { readonly id: string; readonly words?: Readonly<Record<string, string | number>> },
  options: readonly Option[],
  view: View,
): Message {
  const { wording, audience } = view
  return toMessage(phrase(wording, line.id, line.words), [
    ...grid(
      wording,
      2,
      options.map(({ label, press }) => optionButton({ label, press }, view)),
    ),
    row(wording, openButton(wording.say('button-guide'), { view: 'guide' }, audience)),
  ])
}

/** In a channel the screen opens in private; other presses are not offered there. */
function optionButton({ label, press }: Option, { audience }: View): InlineKeyboardButton {
  const short = clip(label, LABEL_LENGTH)
  return press.kind === 'open' ? openButton(short, press.screen, audience) : pressButton(short, press)
}
