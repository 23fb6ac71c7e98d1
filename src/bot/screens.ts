import type { ArchiveScreen, Screen } from '../messages/buttons/press.ts'
import type { Unpacked } from '../messages/listing.ts'
import { renderGone } from '../messages/render.ts'
import type { View } from '../messages/view.ts'
import {
  QUOTES_A_PAGE,
  renderAllQuotes,
  renderSaid,
  renderSpeaker,
  renderSpoken,
  SPEAKERS_LOOKED_AT,
} from '../messages/views/all-quotes.ts'
import { ARTICLES_A_PAGE, renderArticles } from '../messages/views/articles.ts'
import { renderContext } from '../messages/views/context.ts'
import { renderFront, renderMore } from '../messages/views/front.ts'
import { renderGuide, renderHelp } from '../messages/views/help.ts'
import { renderLongRead } from '../messages/views/long-read.ts'
import { type PassagePart, renderMinutes, renderPart, renderRelated } from '../messages/views/parts.ts'
import { renderRead } from '../messages/views/read.ts'
import type { Archive, PageOf } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { newestFor } from './find-article.ts'
import { listedPage } from './listed-page.ts'

/** `isRich`: an article is read as a rich message. */
export type ScreenSite = { readonly archive: Archive; readonly view: View; readonly isRich: boolean }

type ScreenOf = { readonly [View in Screen['view']]: Extract<Screen, { readonly view: View }> }
/** Loads a screen's content and renders it; `null`: the content is gone. */
type Maker<S> = (screen: S, site: ScreenSite) => Promise<Unpacked | null>

/** How each screen is made that needs the archive alone. */
const MAKERS: { readonly [View in ArchiveScreen['view']]: Maker<ScreenOf[View]> } = {
  help: async (_, { archive, view }) => renderHelp(await newestFor(archive, view.wording.language), view),
  guide: async (_, { archive, view }) => renderGuide(await newestFor(archive, view.wording.language), view),
  articles: async ({ page }, { archive, view }) => {
    const articles = await listedPage(
      async (range) => ({ total: await archive.count(), items: await archive.newest(range) }),
      { page, size: ARTICLES_A_PAGE },
    )
    return renderArticles(articles, view)
  },
  'all-quotes': async ({ page }, { archive, view }) => {
    const speakers = await archive.speakers({ offset: 0, limit: SPEAKERS_LOOKED_AT })
    const quotes = await listedPage(quotesFor(archive, view), { page, size: QUOTES_A_PAGE })
    return renderAllQuotes({ quotes, speakers: speakers.items }, view)
  },
  speaker: makeSpeaker,
  said: async ({ speaker: key, index }, { archive, view }) => {
    const speaker = await archive.speaker(key)
    if (speaker === null) return null
    const ask = async (range: PageOf) => ({ total: speaker.quotes, items: await archive.quotesOf(key, range) })
    return renderSaid(speaker.key, await listedPage(ask, { page: index, size: 1 }), view)
  },
  spoken: async ({ index }, { archive, view }) =>
    renderSpoken(await listedPage(quotesFor(archive, view), { page: index, size: 1 }), view),
  front: ofArticle((item, _, { view }) => renderFront(item, view)),
  more: ofArticle((item, _, { view }) => renderMore(item, view)),
  read: ofArticle(async (item, { page }, { archive, view, isRich }) => {
    const [next = null] = await archive.bySlugs(item.briefing.related.flatMap(({ slug }) => slug ?? []))
    return isRich ? renderLongRead({ item, page, next }, view) : renderRead({ item, page, next }, view)
  }),
  minutes: ofArticle((item, { minutes }, { view }) => renderMinutes(item, minutes, view)),
  context: ofArticle((item, screen, { view }) => renderContext(item, screen, view)),
  summary: ofArticle(makePart),
  quotes: ofArticle(makePart),
  people: ofArticle(makePart),
  figures: ofArticle(makePart),
  timeline: ofArticle(makePart),
  related: ofArticle(async (item, { page }, { archive, view }) => {
    const onHand = await archive.bySlugs(item.briefing.related.flatMap(({ slug }) => slug ?? []))
    return renderRelated({ item, page, onHand }, view)
  }),
}

/** A screen before it is packed; `null`: its article, speaker or passage is gone. */
export function makeScreen(screen: ArchiveScreen, site: ScreenSite): Promise<Unpacked | null> {
  return make(screen.view, screen, site)
}

/** The message of a screen whose article, speaker, passage or search is gone. */
export async function goneScreen(screen: Screen, archive: Archive, view: View): Promise<Message> {
  return renderGone('article' in screen ? await archive.removed(screen.article) : null, view)
}

function make<View extends ArchiveScreen['view']>(
  view: View,
  screen: ScreenOf[View],
  site: ScreenSite,
): Promise<Unpacked | null> {
  return MAKERS[view](screen, site)
}

function ofArticle<S extends { readonly article: string }>(
  render: (item: ShelfItem, screen: S, site: ScreenSite) => Unpacked | null | Promise<Unpacked | null>,
): Maker<S> {
  return async (screen, site) => {
    const item = await site.archive.byKey(screen.article)
    return item === null ? null : render(item, screen, site)
  }
}

/** All quotes, for readers of the view's language. */
function quotesFor(archive: Archive, { wording }: View) {
  return (page: PageOf) => archive.quotes(page, wording.language)
}

function makePart(item: ShelfItem, { view: part, page }: ScreenOf[PassagePart], { view }: ScreenSite): Unpacked {
  return renderPart({ item, part, page }, view)
}

/** A speaker's role is taken from so many of their newest quotes. */
const ROLE_AMONG = 20

async function makeSpeaker(
  { speaker: key, page }: ScreenOf['speaker'],
  { archive, view }: ScreenSite,
): Promise<Unpacked | null> {
  const speaker = await archive.speaker(key)
  if (speaker === null) return null
  const newest = await archive.quotesOf(key, { offset: 0, limit: ROLE_AMONG })
  const role = newest.find(({ quote }) => quote.role !== null)?.quote.role ?? null
  const quotes = await listedPage(
    async (range) => ({ total: speaker.quotes, items: await archive.quotesOf(key, range) }),
    { page, size: QUOTES_A_PAGE },
  )
  return renderSpeaker({ speaker, role, quotes }, view)
}
