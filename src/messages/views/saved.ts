import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { clip, lines, numbered, type Rich, verbatim } from '../../text/rich.ts'
import { openButton, pressButton, row } from '../buttons/keyboard.ts'
import { type ArticleScreen, decodePress } from '../buttons/press.ts'
import type { Listed, Listing, ListingItem } from '../listing.ts'
import { articleTitle, phrase, toMessage, type View } from '../view.ts'
import { wordsAt } from './context.ts'

export const PLACES_A_PAGE = 6
const SNIPPET_LENGTH = 200

/** A bookmarked screen with its article; `null`: that is gone. */
export type SavedPlace = { readonly place: ArticleScreen; readonly item: ShelfItem | null }

/** A reader's bookmarks, newest first, each with buttons to open and to remove it; under them a button to export all. */
export function renderSaved(saved: Listed<SavedPlace>, view: View): Listing | Message {
  const { wording } = view
  const { page, pages, total } = saved
  if (total === 0) return toMessage(phrase(wording, 'saved-none'), [])
  return {
    heading: FormattedString.b(phrase(wording, 'saved', { count: total })),
    items: saved.items.map((one, index) => placeItem(one, page * PLACES_A_PAGE + index, view)),
    pager: { page, pages, screenAt: (at) => ({ view: 'saved', page: at }) },
    columns: 2,
    footer: { rows: [row(wording, pressButton(wording.say('button-export'), { kind: 'export' }))] },
  }
}

/** Stored bookmarks as screens; those that no longer decode are left out. */
export function placesOf(kept: readonly string[]): readonly ArticleScreen[] {
  return kept.flatMap((text) => {
    const press = decodePress(text)
    return press?.kind === 'open' && 'article' in press.screen ? [press.screen] : []
  })
}

/** A reader's bookmarks as a Markdown file: of each the title, the words, source, day and address. */
export function savedMarkdown(saved: readonly SavedPlace[], { wording }: View): string {
  const entries = saved.flatMap(({ place, item }) => {
    if (item === null) return []
    const { title, source, url, published } = item.briefing.article
    const origin = [source, published === null ? null : wording.day(published), url].filter((part) => part !== null)
    const quote = wordsOf(item, place).replaceAll('\n', '\n> ')
    return [`## ${title.text}\n\n> ${quote}\n\n${origin.join(' · ')}\n`]
  })
  return `# ${wording.say('saved', { count: entries.length })}\n\n${entries.join('\n')}`
}

function placeItem(saved: SavedPlace, index: number, view: View): ListingItem {
  const { wording, audience } = view
  const { place } = saved
  const open = openButton(wording.say('button-open-saved', { number: index + 1 }), place, audience)
  const remove = pressButton(wording.say('button-remove'), { kind: 'drop', place })
  return { text: numbered(wording.count(index + 1), placeText(saved, view)), buttons: [open, remove] }
}

function placeText({ place, item }: SavedPlace, { wording }: View): Rich {
  if (item === null) return phrase(wording, 'saved-gone')
  return lines(
    articleTitle(item, wording),
    verbatim(clip(wordsOf(item, place), SNIPPET_LENGTH), item.briefing.article.language),
  )
}

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
