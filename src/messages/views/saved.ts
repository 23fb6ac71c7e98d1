import { FormattedString } from '@grammyjs/parse-mode'
import type { Language } from '../../language/language.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { clip, lines, numbered, type Rich, rich, verbatim } from '../../text/rich.ts'
import { openButton, pressButton, row } from '../buttons/keyboard.ts'
import type { ArticleScreen } from '../buttons/press.ts'
import type { Listed, Listing, ListingItem } from '../listing.ts'
import { inQuoteMarks } from '../quoted.ts'
import { linked, linkTo, phrase, TITLE_LENGTH, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { wordsAt } from './context.ts'
import { articlesButton } from './front.ts'

export const PLACES_A_PAGE = 6
const SNIPPET_LENGTH = 200

/** The words of a bookmarked place, kept for when its article is gone. `isQuote`: they are somebody's, maybe nobody's known. */
export type KeptWords = {
  readonly title: string
  readonly words: string
  readonly isQuote: boolean
  readonly speaker: string | null
  readonly source: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: Language
}

/** A bookmarked screen; `isGone`: its article is not on hand. `kept` `null`: nor was it since its words are kept. */
export type SavedPlace = { readonly place: ArticleScreen; readonly kept: KeptWords | null; readonly isGone: boolean }

/** A reader's bookmarks, newest first, each with buttons to open and to remove it; under them a button to export all. */
export function renderSaved(saved: Listed<SavedPlace>, view: View): Listing | Message {
  const { wording } = view
  const { page, pages, total } = saved
  if (total === 0) return toMessage(phrase(wording, 'saved-none'), [[articlesButton(view)]])
  return {
    heading: FormattedString.b(phrase(wording, 'saved', { count: total })),
    items: saved.items.map((one, index) => placeItem(one, page * PLACES_A_PAGE + index, view)),
    pager: { page, pages, screenAt: (at) => ({ view: 'saved', page: at }) },
    columns: 2,
    footer: { rows: [row(wording, pressButton(wording.say('button-export'), { kind: 'export' }))] },
  }
}

/** A reader's bookmarks as a Markdown file: of each the title, the words and whose they are, source, day and address. */
export function savedMarkdown(saved: readonly SavedPlace[], { wording }: View): string {
  const entries = saved.flatMap(({ kept }) => {
    if (kept === null) return []
    const { title, source, url, published } = kept
    const day = published === null ? null : wording.day(published)
    const origin = [source !== null && url !== null ? `[${source}](${url})` : (source ?? url), day]
    const speaker = kept.isQuote ? `\n>\n> — ${speakerOf(kept, wording)}` : ''
    const quote = `${wordsIn(kept).replaceAll('\n', '\n> ')}${speaker}`
    return [`## ${title}\n\n> ${quote}\n\n${origin.filter((part) => part !== null).join(' · ')}\n`]
  })
  return `# ${wording.say('saved', { count: entries.length })}\n\n${entries.join('\n')}`
}

/** The words of a bookmarked screen, whose they are and where they were published. */
export function keptWords(item: ShelfItem, place: ArticleScreen): KeptWords {
  const { title, source, url, published, language } = item.briefing.article
  const quote = place.view === 'context' && place.what === 'quote' ? item.briefing.quotes[place.index] : undefined
  const speaker = quote?.speaker ?? null
  const words = wordsOf(item, place)
  return { title: title.text, words, isQuote: quote !== undefined, speaker, source, url, published, language }
}

function placeItem({ place, kept, isGone }: SavedPlace, index: number, view: View): ListingItem {
  const { wording, audience } = view
  const open = openButton(wording.say('button-open-saved', { number: index + 1 }), place, audience)
  const remove = pressButton(wording.say('button-remove'), { kind: 'drop', place })
  const gone = isGone ? phrase(wording, 'saved-gone') : null
  const text = lines(kept === null ? null : keptText(kept, wording), gone)
  return { text: numbered(wording.count(index + 1), text), buttons: isGone ? [remove] : [open, remove] }
}

function keptText(kept: KeptWords, wording: Wording): Rich {
  const { title, language, source, url } = kept
  const link = linkTo(url)
  const from = source === null ? null : rich(clip(source, NAME_LENGTH), wording.direction)
  return lines(
    FormattedString.b(verbatim(clip(title, TITLE_LENGTH), language)),
    kept.isQuote ? rich(clip(`${speakerOf(kept, wording)}:`, NAME_LENGTH), wording.direction) : null,
    verbatim(wordsIn({ ...kept, words: clip(kept.words, SNIPPET_LENGTH) }), language),
    from === null || link === null ? from : linked(from, from.rawText, link),
  )
}

function wordsIn({ words, isQuote, language }: KeptWords): string {
  return isQuote ? inQuoteMarks(words, language) : words
}

function speakerOf({ speaker }: KeptWords, wording: Wording): string {
  return speaker ?? wording.say('speaker-unknown')
}

const NAME_LENGTH = 100

/** The words of a bookmarked screen. */
function wordsOf(item: ShelfItem, place: ArticleScreen): string {
  const { briefing, pages } = item
  switch (place.view) {
    case 'context':
      return wordsAt(item, place) ?? ''
    case 'read':
      return pages[place.page]?.text ?? ''
    default:
      return briefing.summary.line
  }
}
