import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Wording } from '../wording.ts'
import { encodePress, type Press, type Screen, visitPress } from './press.ts'

/** The chat that a message is for. In a channel a press would change the post for everybody, so buttons link to the bot. */
export type Audience = {
  readonly kind: 'private' | 'group' | 'channel'
  readonly botUsername: string
  /** What the buttons stand under; left out: a message that is neither. */
  readonly under?: 'post' | Way
}

/** A screen, and the screens over which it was reached, the oldest first. */
export type Way = { readonly screen: Screen; readonly trail: readonly Screen[] }

/** The audience of a chat of Telegram's four kinds. */
export function audienceOfChat(kind: 'private' | 'group' | 'supergroup' | 'channel', botUsername: string): Audience {
  return { kind: kind === 'supergroup' ? 'group' : kind, botUsername }
}

export type ButtonRow = readonly InlineKeyboardButton[]

/**
 * A button that opens a screen in place with the way back, beside a post, or, from a channel, in the reader's own chat with
 * the bot.
 */
export function openButton(text: string, screen: Screen, audience: Audience): InlineKeyboardButton {
  const { kind, botUsername, under } = audience
  if (kind === 'channel') return { text, url: deepLink(screen, botUsername) }
  if (under === 'post') return pressButton(text, { kind: 'beside', screen })
  return pressButton(text, visitPress(screen, under === undefined ? [] : trailTo(screen, under)))
}

/** The way back to the former screen; without one up to `parent`; `null`: neither. */
export function backButton(parent: Screen | null, { audience, wording }: Facing): InlineKeyboardButton | null {
  const { kind, under } = audience
  const trail = under === undefined || under === 'post' ? [] : under.trail
  const former = trail.at(-1) ?? parent
  if (former === null) return null
  const label = wording.say(BACK_TO[former.view] ?? 'back-one')
  return kind === 'channel'
    ? openButton(label, former, audience)
    : pressButton(label, visitPress(former, trail.slice(0, -1)))
}

type Facing = { readonly wording: Wording; readonly audience: Audience }

const BACK_TO: { readonly [View in Screen['view']]?: string } = {
  front: 'back',
  more: 'back',
  articles: 'back-to-articles',
  search: 'back-to-results',
  verify: 'back-to-results',
  saved: 'back-to-saved',
  quotes: 'back-to-list',
  people: 'back-to-list',
  figures: 'back-to-list',
  timeline: 'back-to-list',
  related: 'back-to-list',
  speaker: 'back-to-list',
  'all-quotes': 'back-to-list',
}

/** A page turned keeps the trail, and a screen on the trail ends it: who goes back and forth does not lengthen it. */
function trailTo(screen: Screen, { screen: here, trail }: Way): readonly Screen[] {
  if (screen.view === here.view) return trail
  const longer = [...trail, here]
  const known = longer.findIndex((one) => codeOf(one) === codeOf(screen))
  return known === -1 ? longer : longer.slice(0, known)
}

function codeOf(screen: Screen): string {
  return encodePress({ kind: 'open', screen })
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
