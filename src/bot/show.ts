import { deepLink } from '../messages/buttons/keyboard.ts'
import { SCREENS, type Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { renderGone, renderScreen } from '../messages/render.ts'
import { phrase, toMessage } from '../messages/view.ts'
import { lastPageShown, renderLongRead } from '../messages/views/long-read.ts'
import { placesOf, renderSaved } from '../messages/views/saved.ts'
import { isRich, type Shown } from '../text/message.ts'
import { answerShort, present } from './answer.ts'
import type { Asked } from './chat-context.ts'
import { findingsPage } from './commands/search.ts'
import { countArticle } from './groups/weekly-recap.ts'

/** What a screen is shown as, with what has to be looked up for it. */
export async function screenMessage(asked: Asked, screen: Screen): Promise<Shown> {
  return packWhole(await unpackedScreen(asked, screen), asked.view)
}

async function unpackedScreen(asked: Asked, screen: Screen): Promise<Unpacked> {
  switch (screen.view) {
    case 'read': {
      const item = asked.view.shelf.byKey.get(screen.article)
      const isLong = item !== undefined && (await asked.store.choices.get(asked.chatId, 'reading')) === 'rich'
      return isLong ? renderLongRead(item, screen.page, asked.view) : renderScreen(screen, asked.view)
    }
    case 'saved':
      return savedPlaces(asked, screen.page)
    case 'search':
      return (await findingsPage(asked, screen.query, screen.page)) ?? renderGone(asked.view)
    default:
      return renderScreen(screen, asked.view)
  }
}

/** Answers with a screen, and keeps how far this reader has come. */
export async function show(asked: Asked, screen: Screen): Promise<void> {
  const unpacked = await unpackedScreen(asked, screen)
  const shown = await (SCREENS[screen.view].kind === 'overview'
    ? present(asked, packWhole(unpacked, asked.view))
    : answerShort(asked, unpacked, screen))
  await keepPlace(asked, screen, shown)
  await countArticle(asked, screen)
}

/** Keeps that this reader has come to a page; of a rich message, to the last page that it shows. */
export async function keepPlace({ store, reader, view, now }: Asked, screen: Screen, shown: Shown): Promise<void> {
  if (screen.view !== 'read') return
  const item = view.shelf.byKey.get(screen.article)
  if (item === undefined) return
  const chunk = isRich(shown) ? lastPageShown(item, screen.page) : Math.min(screen.page, item.pages.length - 1)
  await store.reading.mark(reader, { slug: item.slug, chunk }, now().getTime())
}

/** A reader's own places are shown in private alone. */
async function savedPlaces({ store, ctx, view }: Asked, page: number): Promise<Unpacked> {
  const person = ctx.from?.id
  if (view.audience.kind !== 'private' || person === undefined) {
    const link = deepLink({ view: 'saved', page: 0 }, view.audience.botUsername)
    return toMessage(phrase(view.wording, 'saved-in-private'), [
      [{ text: view.wording.say('button-open-private'), url: link }],
    ])
  }
  return renderSaved(placesOf(await store.bookmarks.ofUser(person)), page, view)
}
