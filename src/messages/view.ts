import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { clip, lines, type Rich, rich, verbatim } from '../text/rich.ts'
import type { Audience, ButtonRow, Way } from './buttons/keyboard.ts'
import type { Wording } from './wording.ts'

/** Whom a screen is made for: the wording and the kind of chat. */
export type View = { readonly wording: Wording; readonly audience: Audience }

/** The view of a message whose presses are answered beside it. */
export function underPost(view: View): View {
  return { ...view, audience: { ...view.audience, under: 'post' } }
}

/** The view of a screen that was reached over others, the oldest first. */
export function underScreen(view: View, way: Way): View {
  return { ...view, audience: { ...view.audience, under: way } }
}

/** The most UTF-16 units of a title. */
export const TITLE_LENGTH = 200

/** A message of a text and rows of buttons; empty rows are left out. */
export function toMessage(text: Rich, rows: readonly ButtonRow[]): Message {
  return { text: text.rawText, entities: text.rawEntities, keyboard: rows.filter((buttons) => buttons.length > 0) }
}

/** An article's title, bold, with a note under a title that the bot derived, and of what an editor fixed. */
export function articleTitle({ briefing }: Told, wording: Wording): Rich {
  const { title, language } = briefing.article
  const bold = FormattedString.b(verbatim(clip(title.text, TITLE_LENGTH), language))
  const fixed = (briefing.edited ?? []).map((kind) => wording.say(`edited-${kind}`))
  return lines(
    bold,
    title.derived ? phrase(wording, 'title-derived') : null,
    fixed.length === 0 ? null : phrase(wording, 'edited', { what: wording.list(fixed) }),
  )
}

/** What is told of an article needs its briefing alone. */
export type Told = Pick<ShelfItem, 'briefing'>

/** A phrase of the locale files, in the direction of its language. */
export function phrase(wording: Wording, id: string, variables: Readonly<Record<string, string | number>> = {}): Rich {
  return rich(keptTogether(wording.say(id, variables)), wording.direction)
}

/** A number stays on the line of the word after it: its unit, its month. */
function keptTogether(text: string): string {
  return text.replace(/(?<=\p{Nd}) (?=\p{L})/gu, '\u00A0')
}

/** A text with some words of it as a link; the whole text where they are not found. */
export function linked(text: Rich, words: string, url: string): Rich {
  const start = text.rawText.indexOf(words)
  if (start === -1 || words === '') return FormattedString.a(text, url)
  const end = start + words.length
  return FormattedString.join([text.slice(0, start), FormattedString.a(text.slice(start, end), url), text.slice(end)])
}

/** Addresses longer than this are left out: Telegram takes a message's links into account. */
const LONGEST_LINK = 300

/** An address that Telegram takes as a link; `null` for any other. */
export function linkTo(url: string | null): string | null {
  if (url === null || url.length > LONGEST_LINK || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && /\.[^.]/.test(hostname) ? url : null
}

/** The page asked for, or the nearest there is: an article may have grown shorter since the button was made. */
export function nearestPage(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1))
}
