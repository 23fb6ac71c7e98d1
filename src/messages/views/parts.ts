import { FormattedString } from '@grammyjs/parse-mode'
import { paragraphsOf } from '../../article/article.ts'
import type { Briefing, RelatedStory } from '../../briefing/briefing.ts'
import { nameWordsOf, placeNaming } from '../../briefing/person-place.ts'
import { summarise } from '../../briefing/summary.ts'
import { readArticle } from '../../briefing/text.ts'
import { detectLanguage, LANGUAGE } from '../../language/language.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { packPages, pageWith } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { backButton, row } from '../buttons/keyboard.ts'
import type { ContextKind, Part, Screen } from '../buttons/press.ts'
import { leadIn } from '../lead-in.ts'
import { type Listing, type ListingItem, numberedItem, pageOfList, textsOf } from '../listing.ts'
import { articleTitle, linkTo, phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { cardButtons, frontButton } from './front.ts'
import { quoteItem } from './quote.ts'

const NAME_LENGTH = 120

/** The parts whose items are passages of the article, opened by number. */
export type PassagePart = Exclude<Part, 'read' | 'related'>

/** A page of a part of an article. */
export type PartPage = { readonly item: ShelfItem; readonly part: PassagePart; readonly page: number }

const CONTEXT_OF: Readonly<Record<PassagePart, ContextKind>> = {
  summary: 'sentence',
  quotes: 'quote',
  people: 'person',
  figures: 'figure',
  timeline: 'event',
}

/** A part of an article's briefing, each passage with a button that opens it in its paragraph. */
export function renderPart({ item, part, page }: PartPage, view: View): Listing {
  return { ...listPart({ item, part, page }, itemsOf(item, part, view), view), columns: 5 }
}

/** The headlines of other reports of an article's story; `onHand`: the articles among them that can be opened. */
export function renderRelated(
  { item, page, onHand }: { item: ShelfItem; page: number; onHand: readonly ShelfItem[] },
  view: View,
): Listing {
  const stories = item.briefing.related.map((story) => {
    const article = onHand.find(({ slug }) => slug === story.slug)
    return { text: storyText(story, view), buttons: article === undefined ? [] : [frontButton(article, view)] }
  })
  return { ...listPart({ item, part: 'related', page }, stories, view), columns: 1 }
}

function listPart(
  { item, part, page }: { item: ShelfItem; part: PassagePart | 'related'; page: number },
  items: readonly ListingItem[],
  view: View,
): Omit<Listing, 'columns'> {
  const { wording } = view
  const title = lines(articleTitle(item, wording), FormattedString.u(phrase(wording, `part-${part}`)))
  return {
    heading: items.length === 0 ? blocks(title, phrase(wording, `no-${part}`)) : title,
    ...pageOfList(items, itemsAPage(part), { page, screenAt: (at) => ({ view: part, article: item.key, page: at }) }),
    footer: { rows: [row(wording, backButton({ view: 'more', article: item.key }, view))] },
  }
}

/** The page of a part that holds an item. */
export function pageOfItem(
  { item, part, index }: { item: ShelfItem; part: PassagePart; index: number },
  view: View,
): number {
  return pageWith(packPages(textsOf(itemsOf(item, part, view)), itemsAPage(part)), index)
}

function itemsAPage(part: PassagePart | 'related'): number {
  return part === 'quotes' ? 5 : 10
}

function itemsOf(item: ShelfItem, part: PassagePart, view: View): readonly ListingItem[] {
  return textsOfPart(item.briefing, part, view.wording).map((text, index) => {
    const screen: Screen = { view: 'context', article: item.key, what: CONTEXT_OF[part], index }
    return numberedItem({ text, index, screen }, view)
  })
}

function textsOfPart(briefing: Briefing, part: PassagePart, wording: Wording): readonly Rich[] {
  const { language } = briefing.article
  const named = (name: string, text: string | null) =>
    lines(
      FormattedString.b(verbatim(clip(name, NAME_LENGTH), language)),
      text === null ? null : verbatim(text, language),
    )
  const led = (sentence: string, paragraph: number) => {
    const start = paragraphsOf(briefing.article)[paragraph]?.indexOf(sentence) ?? -1
    const lead = start < 0 ? null : leadIn(briefing, { paragraph, start, end: start + sentence.length })
    return lead === null ? sentence : `${lead}\n${sentence}`
  }
  switch (part) {
    case 'summary':
      return briefing.summary.sentences.map(({ text }) => verbatim(text, language))
    case 'quotes':
      return briefing.quotes.map((quote) => quoteItem(quote, language, wording))
    case 'people':
      return briefing.people.map((person) => {
        const place = placeNaming(person, briefing.article)
        const sentence = place === null ? null : verbatim(nameWordsOf(place, briefing.article), language)
        return lines(named(person.name, person.role), sentence, phrase(wording, 'mentions', { count: person.mentions }))
      })
    case 'figures':
      return briefing.figures.map(({ text, sentence, paragraph }) => named(text, led(sentence, paragraph)))
    case 'timeline':
      return briefing.timeline.map(({ when, text, paragraph }) => named(wording.inDigits(when), led(text, paragraph)))
    default:
      return part satisfies never
  }
}

function storyText({ title, url, also }: RelatedStory, view: View): Rich {
  const headline = verbatim(title, detectLanguage(title))
  const link = linkTo(url)
  return lines(
    link === null ? headline : FormattedString.a(headline, link),
    also.length === 0 ? null : phrase(view.wording, 'also-worded'),
    ...also.map((variant) => verbatim(variant, detectLanguage(variant))),
  )
}

/** A summary of an article that can be read in so many minutes; at most one message. */
export function renderMinutes(item: ShelfItem, minutes: number, view: View): Message {
  const { wording } = view
  const { article } = item.briefing
  const words = minutes * LANGUAGE[article.language].wordsAMinute
  const { sentences } = summarise(readArticle(article), { words, article })
  const [page] = packPages(sentences.map(({ text }) => verbatim(text, article.language)))
  const heading = lines(articleTitle(item, wording), FormattedString.u(phrase(wording, 'in-minutes', { minutes })))
  return toMessage(blocks(heading, page?.text ?? null), [
    row(wording, ...cardButtons(item, view)),
    row(wording, backButton({ view: 'front', article: item.key }, view)),
  ])
}
