import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from '@grammyjs/types'
import type { Message } from '../../text/message.ts'
import { clip, lines, rich } from '../../text/rich.ts'
import { encodePress } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** A draft whose intro is asked for. */
export type WantedIntro = {
  readonly draft: number
  /** The channel's title. */
  readonly channel: string
  /** The most UTF-16 units it may have. */
  readonly most: number
  /** The editor to mention in a group; `null` in private. */
  readonly writer: { readonly id: number; readonly name: string } | null
}

/** A question to be answered by reply; the link on the channel's title names its draft to `introAsked`. */
export function renderIntroQuestion({ draft, channel, most, writer }: WantedIntro, view: View): Message {
  const { wording, audience } = view
  const payload = encodePress({ kind: 'draft', draft, deciding: { act: 'intro' } })
  const url = `https://t.me/${audience.botUsername}?start=${payload}`
  const title = FormattedString.link(rich(clip(channel, 60) || String(draft), wording.direction), url)
  return toMessage(lines(writer === null ? null : mention(writer), title, phrase(wording, 'intro-how', { most })), [])
}

/** A mention that notifies a person, who may have no username. */
function mention({ id, name }: { readonly id: number; readonly name: string }): FormattedString {
  const text = clip(name, 60) || String(id)
  const user = { id, is_bot: false, first_name: text }
  const entity: MessageEntity = { type: 'text_mention', offset: 0, length: text.length, user }
  return new FormattedString(text, [entity])
}
