import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from '@grammyjs/types'
import type { Message } from '../../text/message.ts'
import { clip, lines, type Rich, rich } from '../../text/rich.ts'
import { encodePress, type PressOf } from '../buttons/press.ts'
import { toMessage, type View } from '../view.ts'

/** Words that are asked for. */
export type WantedWords = {
  /** What they are for, which the answer is known by. */
  readonly press: PressOf<'draft' | 'article'>
  /** The channel's title or the article's. */
  readonly title: string
  readonly how: Rich
  /** The editor to mention in a group; `null` in private. */
  readonly writer: { readonly id: number; readonly name: string } | null
}

/** A question to be answered by reply; the link on the title names what it is for to `askedFor`. */
export function renderQuestion({ press, title, how, writer }: WantedWords, { wording, audience }: View): Message {
  const url = `https://t.me/${audience.botUsername}?start=${encodePress(press)}`
  const named = FormattedString.link(rich(clip(title, 60), wording.direction), url)
  return toMessage(lines(writer === null ? null : mention(writer), named, how), [])
}

/** A mention that notifies a person, who may have no username. */
function mention({ id, name }: { readonly id: number; readonly name: string }): FormattedString {
  const text = clip(name, 60) || String(id)
  const user = { id, is_bot: false, first_name: text }
  const entity: MessageEntity = { type: 'text_mention', offset: 0, length: text.length, user }
  return new FormattedString(text, [entity])
}
