import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Wording } from '../wording.ts'
import { encodePress, type Press, type Screen } from './press.ts'

/** The chat that a message is for. In a channel a press would change the post for everybody, so buttons link to the bot. */
export type Audience = { readonly kind: 'private' | 'group' | 'channel'; readonly botUsername: string }

/** The audience of a chat of Telegram's four kinds. */
export function audienceOfChat(kind: 'private' | 'group' | 'supergroup' | 'channel', botUsername: string): Audience {
  return { kind: kind === 'supergroup' ? 'group' : kind, botUsername }
}

export type ButtonRow = readonly InlineKeyboardButton[]

/** A button that opens a screen in place, or, in a channel, in the reader's own chat with the bot. */
export function openButton(text: string, screen: Screen, audience: Audience): InlineKeyboardButton {
  return audience.kind === 'channel'
    ? { text, url: deepLink(screen, audience.botUsername) }
    : pressButton(text, { kind: 'open', screen })
}

/** A button of any press; `openButton` is for screens. */
export function pressButton(text: string, press: Press): InlineKeyboardButton {
  return { text, callback_data: encodePress(press) }
}

/** A link that opens a screen in a private chat with the bot. */
export function deepLink(screen: Screen, botUsername: string): string {
  return `https://t.me/${botUsername}?start=${encodePress({ kind: 'open', screen })}`
}

/** A row in reading order: keyboards have no direction of their own, so in Arabic the first button goes to the right. */
export function row(wording: Wording, ...buttons: readonly (InlineKeyboardButton | null)[]): ButtonRow {
  const shown = buttons.filter((button) => button !== null)
  return wording.direction === 'rtl' ? shown.reverse() : shown
}

/** Rows of at most `width` buttons in reading order. */
export function grid(wording: Wording, width: number, buttons: readonly InlineKeyboardButton[]): readonly ButtonRow[] {
  return Array.from({ length: Math.ceil(buttons.length / width) }, (_, index) =>
    row(wording, ...buttons.slice(index * width, (index + 1) * width)),
  )
}

/** Previous, place and next for a screen of several pages; no row for a single page. */
export function pagerRow(
  { page, pages }: { readonly page: number; readonly pages: number },
  open: (text: string, page: number) => InlineKeyboardButton,
  wording: Wording,
): ButtonRow {
  if (pages <= 1) return []
  return row(
    wording,
    page > 0 ? open(wording.say('previous'), page - 1) : null,
    pressButton(wording.say('page-of', { page: page + 1, pages }), { kind: 'nothing' }),
    page + 1 < pages ? open(wording.say('next'), page + 1) : null,
  )
}
