import type { InlineKeyboardButton } from '@grammyjs/types'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { clip } from '../../text/rich.ts'
import { inQuoteMarks } from '../quoted.ts'
import { linkTo, type View } from '../view.ts'
import { deepLink, pressButton } from './keyboard.ts'
import type { ArticleScreen } from './press.ts'

/** A button that bookmarks a screen; `null` in a channel, whose buttons are links. */
export function saveButton(place: ArticleScreen, { wording, audience }: View): InlineKeyboardButton | null {
  return audience.kind === 'channel' ? null : pressButton(wording.say('button-save'), { kind: 'save', place })
}

/**
 * A button that shares a link to a screen with its quote and the speaker, or its article's title, and where it was
 * published: https://core.telegram.org/widgets/share#custom-buttons
 */
export function shareButton(place: ArticleScreen, item: ShelfItem, { wording, audience }: View): InlineKeyboardButton {
  const { article, quotes } = item.briefing
  const quote = place.view === 'context' && place.what === 'quote' ? quotes[place.index] : undefined
  const speaker = quote?.speaker ?? wording.say('speaker-unknown')
  const said =
    quote && `${inQuoteMarks(clip(quote.text, QUOTE_LENGTH), article.language)} — ${clip(speaker, NAME_LENGTH)}`
  const words = [said ?? clip(article.title.text, TITLE_LENGTH), article.source && clip(article.source, NAME_LENGTH)]
  const text = [...words, linkTo(article.url)].filter((line) => line !== null).join('\n')
  const link = encodeURIComponent(deepLink(place, audience.botUsername))
  return {
    text: wording.say('button-share'),
    url: `https://t.me/share/url?url=${link}&text=${encodeURIComponent(text.toWellFormed())}`,
  }
}

/** An encoded Arabic letter takes six characters of an address. */
const QUOTE_LENGTH = 200
const TITLE_LENGTH = 100
const NAME_LENGTH = 40
