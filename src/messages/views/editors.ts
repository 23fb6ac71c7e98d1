import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import type { EditorsPlace, Managing } from '../buttons/actions.ts'
import { grid, pressButton, row } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { chatTitle, type Managed } from './channels.ts'

/** A channel, the private chat it is managed from, and the groups that could review its digests. */
export type EditorsCandidates = {
  readonly channel: Managed
  readonly here: number
  readonly groups: readonly Managed[]
  /** Minutes between a draft's arrival and its due time. */
  readonly leadMinutes: number
}

/** The chats that may receive a channel's drafts, a button each. */
export function renderEditorsChoice({ channel, here, groups, leadMinutes }: EditorsCandidates, view: View): Message {
  const { wording } = view
  const press = (label: string, managing: Managing) =>
    pressButton(label, { kind: 'manage', chat: channel.id, managing })
  const to = (label: string, chatId: number) => press(label, { act: 'editors', to: { chatId, threadId: 0 } })
  const words = { title: chatTitle(channel), minutes: leadMinutes }
  return toMessage(phrase(wording, 'editors-how', words), [
    row(wording, press(wording.say('button-editors-off'), { act: 'editors', to: null })),
    row(wording, to(wording.say('button-editors-here'), here)),
    ...grid(
      wording,
      1,
      groups.map((group) => to(clip(chatTitle(group), 60), group.id)),
    ),
    row(wording, press(wording.say('back-to-card'), { act: 'card' })),
  ])
}

/** The channels whose drafts may go to an offered topic, a button each. */
export function renderOffer(channels: readonly Managed[], place: EditorsPlace, { wording }: View): Message {
  if (channels.length === 0) return toMessage(phrase(wording, 'channels-none'), [])
  const buttons = channels.map((channel) =>
    pressButton(chatTitle(channel), { kind: 'manage', chat: channel.id, managing: { act: 'editors', to: place } }),
  )
  return toMessage(phrase(wording, 'editors-offer'), [
    ...grid(wording, 1, buttons),
    row(wording, pressButton(wording.say('button-channels'), { kind: 'channels' })),
  ])
}
