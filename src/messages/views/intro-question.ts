import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from '@grammyjs/types'
import type { Message } from '../../text/message.ts'
import { clip, lines, rich } from '../../text/rich.ts'
import { encodePress } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** A draft that an intro is wanted for. */
export type WantedIntro = {
  readonly draft: number
  /** The channel's title. */
  readonly channel: string
  /** The most UTF-16 units it may have. */
  readonly most: number
  /** Who is to write it, where others see the question too. */
  readonly writer: { readonly id: number; readonly name: string } | null
}

/** Asks for an intro by reply. The link on the channel's title is how the reply is known for what it is. */
export function renderIntroQuestion({ draft, channel, most, writer }: WantedIntro, view: View): Message {
  const { wording, audience } = view
  const payload = encodePress({ kind: 'draft', draft, deciding: { act: 'intro' } })
  const url = `https://t.me/${audience.botUsername}?start=${payload}`
  const title = FormattedString.link(rich(clip(channel, 60) || String(draft), wording.direction), url)
  return toMessage(lines(writer === null ? null : mention(writer), title, phrase(wording, 'intro-how', { most })), [])
}

/** Names somebody so that the question reaches them. */
function mention({ id, name }: { readonly id: number; readonly name: string }): FormattedString {
  const text = clip(name, 60) || String(id)
  const user = { id, is_bot: false, first_name: text }
  const entity: MessageEntity = { type: 'text_mention', offset: 0, length: text.length, user }
  return new FormattedString(text, [entity])
}
