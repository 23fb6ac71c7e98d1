import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, lines } from '../../text/rich.ts'
import { grid, pressButton, row } from '../buttons/keyboard.ts'
import type { PressOf } from '../buttons/press.ts'
import { textOf } from '../intro.ts'
import { phrase, toMessage } from '../view.ts'
import type { Wording } from '../wording.ts'
import { marked } from './settings.ts'

/** Progress of an announcement; `chats`: the number of receivers; `rate`: messages a second. */
export type BroadcastStatus = {
  readonly id: number
  readonly state: 'draft' | 'cancelled' | 'running' | 'stopping' | 'stopped' | 'done'
  readonly chats: number
  readonly sent: number
  readonly gone: number
  readonly refused: number
  readonly rate: number
  readonly audience: Audience
}

const AUDIENCES = ['chats', 'private', 'groups', 'channels', 'all'] as const
type Audience = (typeof AUDIENCES)[number]

/** The panel of an announcement: a forecast to confirm, its progress, or its result. */
export function renderBroadcast(status: BroadcastStatus, wording: Wording): Message {
  const { id, state } = status
  const button = (act: PressOf<'broadcast'>['act']) =>
    pressButton(wording.say(`announce-${act}`), { kind: 'broadcast', act, broadcast: id })
  switch (state) {
    case 'draft':
      return toMessage(forecast(status, wording), [
        ...grid(wording, 2, audienceButtons(status, wording)),
        row(wording, button('send'), button('cancel')),
      ])
    case 'cancelled':
      return toMessage(phrase(wording, 'broadcast-cancelled'), [])
    case 'running':
      return toMessage(progress(status, 'broadcast-running', wording), [row(wording, button('stop'))])
    case 'stopping':
      return toMessage(progress(status, 'broadcast-stopping', wording), [])
    case 'stopped':
      return toMessage(progress(status, 'broadcast-stopped', wording), [row(wording, button('retry'))])
    case 'done': {
      const rest = status.refused > 0 ? [row(wording, button('retry'))] : []
      return toMessage(progress(status, 'broadcast-done', wording), rest)
    }
    default:
      return state satisfies never
  }
}

function audienceButtons({ id, audience }: BroadcastStatus, wording: Wording) {
  return AUDIENCES.map((one) =>
    pressButton(marked(wording.say(`audience-${one}`), one === audience), {
      kind: 'audience',
      audience: one,
      broadcast: id,
    }),
  )
}

/** An announcement under a line that says it is the operator's. */
export function markedAnnouncement(message: Message, wording: Wording): Message {
  const whole = blocks(FormattedString.b(phrase(wording, 'broadcast-mark')), textOf(message))
  return { ...message, text: whole.rawText, entities: whole.rawEntities }
}

function forecast({ chats, rate }: BroadcastStatus, wording: Wording) {
  return phrase(wording, 'broadcast-forecast', {
    chats: wording.say('chats-count', { count: chats }),
    time: durationOf(chats / rate, wording),
  })
}

function progress(status: BroadcastStatus, heading: string, wording: Wording) {
  const { chats, sent, gone, refused, rate } = status
  const left = Math.max(0, chats - sent - gone - refused)
  return blocks(
    FormattedString.b(phrase(wording, heading)),
    lines(
      phrase(wording, 'broadcast-sent', { sent, chats }),
      gone > 0 ? phrase(wording, 'broadcast-gone', { count: gone }) : null,
      refused > 0 ? phrase(wording, 'broadcast-refused', { count: refused }) : null,
      status.state === 'running' && left > 0
        ? phrase(wording, 'broadcast-left', { time: durationOf(left / rate, wording) })
        : null,
    ),
  )
}

function durationOf(seconds: number, wording: Wording): string {
  const whole = Math.max(1, Math.ceil(seconds))
  if (whole < 120) return wording.say('duration-seconds', { count: whole })
  if (whole < 7200) return wording.say('duration-minutes', { count: Math.ceil(whole / 60) })
  return wording.say('duration-hours', { count: Math.ceil(whole / 3600) })
}
