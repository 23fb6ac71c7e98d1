import { deepLink } from '../messages/buttons/keyboard.ts'
import type { Screen } from '../messages/buttons/press.ts'
import type { Unpacked } from '../messages/listing.ts'
import { phrase, toMessage } from '../messages/view.ts'
import { lastPageShown } from '../messages/views/long-read.ts'
import { PLACES_A_PAGE, placesOf, renderSaved } from '../messages/views/saved.ts'
import { isRich, type Shown } from '../text/message.ts'
import { present } from './answer.ts'
import type { ChatContext } from './chat-context.ts'
import { findingsPage } from './commands/search.ts'
import { countArticle } from './groups/weekly-recap.ts'
import { listedPage } from './listed-page.ts'
import { savedPlaces } from './saved-places.ts'
import { type PackedScreen, packScreen } from './screen-cache.ts'

/** The message of a screen that replaces another. */
export async function screenMessage(context: ChatContext, screen: Screen): Promise<Shown> {
  return (await madeScreen(context, screen)).whole
}

/** Answers with a screen, and stores the reading position. */
export async function show(context: ChatContext, screen: Screen): Promise<void> {
  const shown = await present(context, (await madeScreen(context, screen)).answer)
  await saveProgress(context, screen, shown)
  await countArticle(context, screen)
}

async function madeScreen(context: ChatContext, screen: Screen): Promise<PackedScreen> {
  const { view, screens, store, chatId } = context
  switch (screen.view) {
    case 'saved':
      return packScreen(await savedScreen(context, screen.page), screen, view)
    case 'search':
      return packScreen(await findingsPage(context, screen.query, screen.page), screen, view)
    default: {
      const isRich = screen.view === 'read' && (await store.choices.get(chatId, 'reading')) === 'rich'
      return screens.make(screen, { view, isRich })
    }
  }
}

/** For a rich message the position is the last page that it shows. */
export async function saveProgress(context: ChatContext, screen: Screen, shown: Shown): Promise<void> {
  if (screen.view !== 'read') return
  const { store, library, reader, now } = context
  const item = await library.archive.byKey(screen.article)
  if (item === null) return
  const chunk = isRich(shown) ? lastPageShown(item, screen.page) : Math.min(screen.page, item.pages.length - 1)
  await store.reading.mark(reader, { slug: item.slug, chunk }, now().getTime())
}

/** Bookmarks are shown in private only; elsewhere a link to the private chat. */
async function savedScreen({ store, library, ctx, view }: ChatContext, page: number): Promise<Unpacked> {
  const person = ctx.from?.id
  if (view.audience.kind !== 'private' || person === undefined) {
    const link = deepLink({ view: 'saved', page: 0 }, view.audience.botUsername)
    return toMessage(phrase(view.wording, 'saved-in-private'), [
      [{ text: view.wording.say('button-open-private'), url: link }],
    ])
  }
  const places = placesOf(await store.bookmarks.ofUser(person))
  const shown = await listedPage(
    async ({ offset, limit }) => ({
      total: places.length,
      items: await savedPlaces(library.archive, places.slice(offset, offset + limit)),
    }),
    { page, size: PLACES_A_PAGE },
  )
  return renderSaved(shown, view)
}
