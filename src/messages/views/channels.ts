import { FormattedString } from '@grammyjs/parse-mode'
import { LANGUAGES } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, rich } from '../../text/rich.ts'
import type { Managing } from '../buttons/actions.ts'
import { grid, pressButton, row } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { marked } from './settings.ts'
import { type Appointment, appointmentWords, offeredTimes } from './subscription.ts'

/** A chat that a person manages from elsewhere. */
export type Managed = {
  readonly id: number
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel'
  readonly title: string | null
}

/** Why a chat's schedule is paused; `active`: it runs. */
type ScheduleState = 'active' | 'topic-gone' | 'topic-closed' | 'no-rights' | 'paused'

/** The schedule and settings of a managed chat. */
export type ManagedCard = {
  readonly chat: Managed
  /** `null`: no schedule. */
  readonly appointment: Appointment | null
  readonly state: ScheduleState
  readonly language: string
  readonly pin: string
  /** `null`: no channel. */
  readonly editors: EditorsStatus | null
}

/** Who reviews a channel's digests before they are posted; `nobody`: the reviewers' chat is gone. */
export type EditorsStatus =
  | { readonly kind: 'off' | 'here' | 'somebody' | 'nobody' }
  | { readonly kind: 'group'; readonly title: string }

const TITLE_LENGTH = 60

/** The chats a person manages, a button each; with none, how to add one. */
export function renderManaged(chats: readonly Managed[], { wording, audience }: View): Message {
  const add = { text: wording.say('button-add-to-channel'), url: addLink(audience.botUsername) }
  if (chats.length === 0) return toMessage(phrase(wording, 'channels-none'), [[add]])
  const buttons = chats.map((chat, index) =>
    pressButton(`${index + 1}. ${chatTitle(chat)}`, { kind: 'manage', chat: chat.id, managing: { act: 'card' } }),
  )
  return toMessage(phrase(wording, 'channels', { count: chats.length }), [...grid(wording, 1, buttons), [add]])
}

/** A managed chat: its schedule and settings, with buttons to change them. */
export function renderCard({ chat, appointment, state, language, pin, editors }: ManagedCard, view: View): Message {
  const { wording } = view
  const button = (id: string, managing: Managing) =>
    pressButton(wording.say(id), { kind: 'manage', chat: chat.id, managing })
  const words = appointment === null ? null : appointmentWords(appointment, wording)
  const text = blocks(
    lines(FormattedString.b(rich(chatTitle(chat), wording.direction)), phrase(wording, `managed-${chat.kind}`)),
    words === null ? phrase(wording, 'channel-unscheduled') : phrase(wording, 'current-subscription', words),
    appointment === null || state === 'active' ? null : phrase(wording, `rests-${state}`),
    chat.kind === 'channel' ? phrase(wording, 'channel-is-public') : null,
    lines(
      phrase(wording, 'setting-language', { value: wording.say(`choice-language-${language}`) }),
      phrase(wording, 'setting-pin', { value: wording.say(`choice-pin-${pin}`) }),
      editors === null ? null : phrase(wording, 'setting-editors', { value: editorsWords(editors, wording) }),
    ),
  )
  const press = (label: string, managing: Managing) => pressButton(label, { kind: 'manage', chat: chat.id, managing })
  const otherPin = pin === 'on' ? 'off' : 'on'
  return toMessage(text, [
    row(wording, button('button-schedule', { act: 'times' }), button('button-preview', { act: 'preview' })),
    appointment === null
      ? []
      : row(
          wording,
          state === 'active' ? button('button-pause', { act: 'pause' }) : button('button-resume', { act: 'resume' }),
          button('button-end', { act: 'end' }),
        ),
    row(
      wording,
      ...LANGUAGES.map((value) =>
        press(marked(wording.say(`choice-language-${value}`), value === language), { act: 'language', value }),
      ),
      press(marked(wording.say('name-pin'), pin === 'on'), { act: 'pin', value: otherPin }),
    ),
    editors === null ? [] : row(wording, button('button-editors', { act: 'desk' })),
    row(wording, pressButton(wording.say('button-channels'), { kind: 'channels' })),
  ])
}

/** Asks whether to end a managed chat's digest; the safe answer stands first. */
export function renderEndQuestion(chat: Managed, { wording }: View): Message {
  const press = (id: string, act: 'card' | 'end-sure') =>
    row(wording, pressButton(wording.say(id), { kind: 'manage', chat: chat.id, managing: { act } }))
  return toMessage(phrase(wording, 'end-sure', { title: chatTitle(chat) }), [
    press('button-keep', 'card'),
    press('button-end-sure', 'end-sure'),
  ])
}

/** After a managed chat's digest was ended: it can be brought back. */
export function renderEnded(chat: Managed, { wording }: View): Message {
  const press = (id: string, act: 'card' | 'end-undo') =>
    pressButton(wording.say(id), { kind: 'manage', chat: chat.id, managing: { act } })
  return toMessage(phrase(wording, 'ended', { title: chatTitle(chat) }), [
    row(wording, press('button-undo', 'end-undo')),
    row(wording, press('back-to-card', 'card')),
  ])
}

function editorsWords(editors: EditorsStatus, wording: Wording): string {
  return wording.say(`editors-${editors.kind}`, editors.kind === 'group' ? { title: editors.title } : {})
}

/** Times to choose from for a managed chat. */
export function renderTimes(chat: Managed, { wording }: View): Message {
  return toMessage(phrase(wording, 'channel-times', { title: chatTitle(chat) }), [
    ...offeredTimes(wording, (minute) => ({ kind: 'manage', chat: chat.id, managing: { act: 'at', minute } })),
    row(
      wording,
      pressButton(wording.say('back-to-card'), { kind: 'manage', chat: chat.id, managing: { act: 'card' } }),
    ),
  ])
}

/** After the bot's absence: the number of articles missed, with buttons to include or skip them. */
export function renderMissed(missed: { readonly chat: Managed; readonly count: number }, { wording }: View): Message {
  const { chat, count } = missed
  const press = (id: string, act: 'catch-up' | 'skip') =>
    pressButton(wording.say(id), { kind: 'manage', chat: chat.id, managing: { act } })
  const line = chat.kind === 'channel' ? 'missed-in-channel' : 'missed'
  return toMessage(phrase(wording, line, { count, title: chatTitle(chat) }), [
    row(wording, press('button-catch-up', 'catch-up'), press('button-skip', 'skip')),
  ])
}

/** A chat's title, clipped; its id where it has none. */
export function chatTitle({ id, title }: Pick<Managed, 'id' | 'title'>): string {
  return clip(title ?? '', TITLE_LENGTH) || String(id)
}

/** https://core.telegram.org/api/links#channel-bot-links */
function addLink(botUsername: string): string {
  return `https://t.me/${botUsername}?startchannel&admin=post_messages+edit_messages`
}
