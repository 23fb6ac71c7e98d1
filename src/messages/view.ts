import { FormattedString } from '@grammyjs/parse-mode'
import type { Shelf, ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { clip, lines, type Rich, rich, verbatim } from '../text/rich.ts'
import type { Audience, ButtonRow } from './buttons/keyboard.ts'
import type { Wording } from './wording.ts'

/** All a screen is made from: what is on hand, in whose words, and where it is shown. */
export type View = { readonly shelf: Shelf; readonly wording: Wording; readonly audience: Audience }

/** Characters of a title that are shown. */
export const TITLE_LENGTH = 200

/** A finished message of a text and its rows of buttons; empty rows are left out. */
export function toMessage(text: Rich, rows: readonly ButtonRow[]): Message {
  return { text: text.rawText, entities: text.rawEntities, keyboard: rows.filter((buttons) => buttons.length > 0) }
}

/** An article's title, bold; a title made by us says so. */
export function articleTitle({ briefing }: ShelfItem, wording: Wording): Rich {
  const { title, language } = briefing.article
  const bold = FormattedString.b(verbatim(clip(title.text, TITLE_LENGTH), language))
  return title.derived ? lines(bold, FormattedString.i(phrase(wording, 'title-derived'))) : bold
}

/** A message of the locale files, in its direction. */
export function phrase(wording: Wording, id: string, variables: Readonly<Record<string, string | number>> = {}): Rich {
  return rich(wording.say(id, variables), wording.direction)
}

/** The page asked for, or the nearest there is: an article may have grown shorter since the button was made. */
export function nearestPage(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1))
}
