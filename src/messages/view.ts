import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { clip, lines, type Rich, rich, verbatim } from '../text/rich.ts'
import type { Audience, ButtonRow } from './buttons/keyboard.ts'
import type { Wording } from './wording.ts'

/** Whom a screen is made for: the wording and the kind of chat. */
export type View = { readonly wording: Wording; readonly audience: Audience }

/** The most UTF-16 units of a title. */
export const TITLE_LENGTH = 200

/** A message of a text and rows of buttons; empty rows are left out. */
export function toMessage(text: Rich, rows: readonly ButtonRow[]): Message {
  return { text: text.rawText, entities: text.rawEntities, keyboard: rows.filter((buttons) => buttons.length > 0) }
}

/** An article's title, bold, with a note under a title that the bot derived. */
export function articleTitle({ briefing }: ShelfItem, wording: Wording): Rich {
  const { title, language } = briefing.article
  const bold = FormattedString.b(verbatim(clip(title.text, TITLE_LENGTH), language))
  return title.derived ? lines(bold, phrase(wording, 'title-derived')) : bold
}

/** A phrase of the locale files, in the direction of its language. */
export function phrase(wording: Wording, id: string, variables: Readonly<Record<string, string | number>> = {}): Rich {
  return rich(keptTogether(wording.say(id, variables)), wording.direction)
}

/** A number stays on the line of the word after it: its unit, its month. */
function keptTogether(text: string): string {
  return text.replace(/(?<=\p{Nd}) (?=\p{L})/gu, '\u00A0')
}

/** The page asked for, or the nearest there is: an article may have grown shorter since the button was made. */
export function nearestPage(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1))
}
