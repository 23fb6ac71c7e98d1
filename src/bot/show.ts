import { deepLink, type Way } from '../messages/buttons/keyboard.ts'
import { encodePress, type Screen } from '../messages/buttons/press.ts'
import type { Unpacked } from '../messages/listing.ts'
import { phrase, toMessage, underScreen, type View } from '../messages/view.ts'
import { lastPageShown } from '../messages/views/long-read.ts'
import { PLACES_A_PAGE, renderSaved, type SavedPlace } from '../messages/views/saved.ts'
import type { Bookmark } from '../store/readers/bookmarks.ts'
import { isRich, type Shown } from '../text/message.ts'
import { answerPress, present, replace, sendEphemeral } from './answer.ts'
import type { ChatContext } from './chat-context.ts'
import { findingsScreen, storedSearch } from './findings.ts'
import { countArticle } from './groups/weekly-recap.ts'
import { listedPage } from './listed-page.ts'
import { decodedOf, savedPlaces } from './saved-places.ts'
import { type PackedScreen, packScreen } from './screen-cache.ts'
import { goneScreen } from './screens.ts'
import { storedClaim, verifyText } from './verify-text.ts'

/** Edits the message whose button was pressed to show a screen, and stores the reading position. */
export async function showInPlace(context: ChatContext, visit: Way): Promise<void> {
  await saveProgress(context, visit.screen, await replace(context, (await madeScreen(context, visit)).whole))
  await countArticle(context, visit.screen)
}

/** The message of a screen that replaces another. */
export async function screenMessage(context: ChatContext, screen: Screen): Promise<Shown> {
  return (await madeScreen(context, { screen, trail: [] })).whole
}

/** Answers with a screen, and stores the reading position. */
export async function show(context: ChatContext, screen: Screen): Promise<void> {
  const shown = await present(context, (await madeScreen(context, { screen, trail: [] })).answer)
  await saveProgress(context, screen, shown)
  await countArticle(context, screen)
}

/**
 * Answers a press on a post with a screen beside it: in a group in a message that only the presser sees, or, where there is
 * none, with a link to the private chat.
 */
export async function showBeside(context: ChatContext, screen: Screen): Promise<void> {
  const { ctx, view } = context
  const { whole } = await madeScreen(context, { screen, trail: [] })
  if (view.audience.kind !== 'group') {
    await answerPress(ctx, {})
    await saveProgress(context, screen, await present(context, whole))
    return
  }
  const classic = isRich(whole) ? whole.classic : whole
  const isSeen = await sendEphemeral(context, classic)
  await answerPress(ctx, isSeen ? {} : { url: deepLink(screen, view.audience.botUsername) })
  if (isSeen) await saveProgress(context, screen, classic)
  await countArticle(context, screen)
}

async function madeScreen(context: ChatContext, { screen, trail }: Way): Promise<PackedScreen> {
  const { screens, store, chatId, library } = context
  const view = underScreen(context.view, { screen, trail })
  const pack = async (made: Unpacked | null) =>
    packScreen(made ?? (await goneScreen(screen, library.archive, view)), screen, view)
  switch (screen.view) {
    case 'saved':
      return pack(await savedScreen(context, view, screen.page))
    case 'search':
    case 'hit': {
      const search = await storedSearch(context, screen.query)
      if (search === null) return pack(null)
      return screens.find({ screen, trail }, search.day, context.view, (seen) =>
        findingsScreen({ ...context, view: seen }, search, screen),
      )
    }
    case 'verify': {
      const text = await storedClaim(context, screen.query)
      if (text === null) return pack(null)
      const render = (seen: View) => verifyText(text, { library, view: seen })
      return screens.find({ screen, trail }, '', context.view, render)
    }
    default: {
      const isRich = screen.view === 'read' && (await store.choices.get(chatId, 'reading')) === 'rich'
      return screens.make({ screen, trail }, { view: context.view, isRich })
    }
  }
}

/** For a rich message the position is the last page that it shows. */
async function saveProgress(context: ChatContext, screen: Screen, shown: Shown): Promise<void> {
  if (screen.view !== 'read') return
  const { store, library, reader, now } = context
  const item = await library.archive.byKey(screen.article)
  if (item === null) return
  const chunk = isRich(shown) ? lastPageShown(item, screen.page) : Math.min(screen.page, item.pages.length - 1)
  await store.reading.mark(reader, { slug: item.slug, chunk }, now().getTime())
}

/** Bookmarks are shown in private only; elsewhere a link to the private chat. */
async function savedScreen(context: ChatContext, view: View, page: number): Promise<Unpacked> {
  const { store, library, ctx } = context
  const person = ctx.from?.id
  if (view.audience.kind !== 'private' || person === undefined) {
    const link = deepLink({ view: 'saved', page: 0 }, view.audience.botUsername)
    return toMessage(phrase(view.wording, 'saved-in-private'), [
      [{ text: view.wording.say('button-open-private'), url: link }],
    ])
  }
  const bookmarks = decodedOf(await store.bookmarks.ofUser(person))
  const shown = await listedPage(
    async ({ offset, limit }) => ({
      total: bookmarks.length,
      items: await savedPlaces(library.archive, bookmarks.slice(offset, offset + limit)),
    }),
    { page, size: PLACES_A_PAGE },
  )
  await keepWords(context, bookmarks, shown.items)
  return renderSaved(shown, view)
}

/** Bookmarks of before their words were kept get them while their articles are on hand. */
async function keepWords(
  { store, ctx }: ChatContext,
  bookmarks: readonly Bookmark[],
  shown: readonly SavedPlace[],
): Promise<void> {
  const without = new Set(bookmarks.flatMap(({ place, kept }) => (kept === null ? [place] : [])))
  const found = shown.flatMap(({ place, kept }) => {
    const code = encodePress({ kind: 'open', screen: place })
    return kept !== null && without.has(code) ? [{ place: code, kept }] : []
  })
  if (ctx.from !== undefined && found.length > 0) await store.bookmarks.keepWords(ctx.from.id, found)
}
