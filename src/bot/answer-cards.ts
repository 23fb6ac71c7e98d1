import { canonicalUrl } from '../article/identity.ts'
import { keyOf } from '../article/key.ts'
import {
  briefCard,
  foundCards,
  type InlineCard,
  matchingCards,
  messageCard,
  passageCard,
  quotesIn,
} from '../messages/inline.ts'
import { packWhole } from '../messages/listing.ts'
import type { View } from '../messages/view.ts'
import type { AskedText } from '../requests/guest-question.ts'
import { readQuestion } from '../requests/read-question.ts'
import { parseQuery, parseQuestion } from '../search/query.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfQuote } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import type { BotParts } from './chat-context.ts'
import { findArticle } from './find-article.ts'
import { verifyQuotesIn, verifyText } from './verify-text.ts'

const MOST_PASSAGES = 100
/** Query words that are looked up as speakers, and quotes looked at of each speaker. */
const MOST_NAMES = 5
const QUOTES_OF_EACH = 30

/** What of a text can be proven: whether its quotes were said, then the articles on hand that it links to. */
export async function provenCards(
  { text, links }: AskedText,
  view: View,
  { library }: BotParts,
): Promise<readonly InlineCard[]> {
  const verified = await verifyQuotesIn(text, { library, view })
  const items = await library.archive.byUrls([...new Set(links.map(canonicalUrl))])
  const cards = items.map((item) => briefCard(item, view))
  return verified === null ? cards : [verifiedCard(text, verified, view), ...cards]
}

/** Whether somebody said the words of a text, quoted or not. */
export async function claimCards(text: string, view: View, { library }: BotParts): Promise<readonly InlineCard[]> {
  return [verifiedCard(text, packWhole(await verifyText(text, { library, view }), view), view)]
}

/** Where the words of a text stand; none for words that no article on hand has. */
export async function standingCards(text: string, view: View, parts: BotParts): Promise<readonly InlineCard[]> {
  const { verify } = parts.library
  const findings = text === '' ? [] : await verify.check((await verify.read(text)).slice(0, 1))
  return findings.some(({ verdict }) => verdict !== 'unknown') ? claimCards(text, view, parts) : []
}

function verifiedCard(text: string, message: Message, { wording }: View): InlineCard {
  return messageCard(`verified-${keyOf(text)}`, wording.say('card-verified'), message)
}

/** What words find, best first: quotes, briefings and passages, or what a question asks for. */
export async function foundFor(words: string, view: View, parts: BotParts): Promise<readonly InlineCard[]> {
  const question = readQuestion(words)
  switch (question.kind) {
    case 'quotes-of': {
      const said = await cardsFor(`قائل:"${question.speaker.replaceAll('"', '')}" ${question.about}`, view, parts)
      return said.length > 0 ? said : cardsFor(words, view, parts)
    }
    case 'summary-of': {
      const item = await findArticle(parts.library.archive, question.words, view.wording.language)
      return item === null ? cardsFor(question.words, view, parts) : [briefCard(item, view)]
    }
    case 'said':
      return claimCards(words, view, parts)
    case 'question': {
      const cards = await cardsFor(words, view, parts)
      return cards.length > 0 ? cards : answersTo(words, view, parts)
    }
    default:
      return cardsFor(words, view, parts)
  }
}

async function answersTo(words: string, view: View, { library, now }: BotParts): Promise<readonly InlineCard[]> {
  const { hits } = await library.search.find(parseQuestion(words, today(now)), { limit: 1, offset: 0 })
  return hits.map((hit) => passageCard(hit, view))
}

async function cardsFor(words: string, view: View, { library, now }: BotParts): Promise<readonly InlineCard[]> {
  const query = parseQuery(words, today(now))
  const { hits, fit } = await library.search.find(query, { limit: MOST_PASSAGES, offset: 0 })
  const fitting = fit === 'all' || fit === 'apart' ? hits : []
  const isPlain = [query.phrases, query.speakers, query.sources].every((part) => part.length === 0)
  if (!isPlain || query.after !== null || query.before !== null) {
    const { speakers, phrases } = query
    return foundCards({ passages: fit === 'all' ? hits : [], speakers, phrases }, view)
  }
  const { archive } = library
  const titled = await archive.titled(words)
  const named = query.words.slice(0, MOST_NAMES).map((word) => archive.speakersNamed(word, 1))
  const speakers = new Set((await Promise.all(named)).flat().map(({ key }) => key))
  const quotes = [...quotesIn(fitting), ...(await newestQuotes(archive, [...speakers], QUOTES_OF_EACH))]
  const items = [...(titled === null ? [] : [titled]), ...fitting.map(({ item }) => item)]
  const candidates = { quotes, items, passages: fitting }
  return matchingCards(words, candidates, view)
}

function today(now: () => Date): string {
  return now().toISOString().slice(0, 10)
}

export async function newestQuotes(
  archive: Archive,
  speakers: readonly string[],
  limit: number,
): Promise<readonly ShelfQuote[]> {
  return (await Promise.all(speakers.map((key) => archive.quotesOf(key, { offset: 0, limit })))).flat()
}
