import { deepLink } from '../messages/keyboard.ts'
import type { Message } from '../messages/message.ts'
import { renderGone, renderScreen } from '../messages/render.ts'
import type { Screen } from '../messages/screens.ts'
import { said, toMessage } from '../messages/view.ts'
import { placesOf, renderSaved } from '../messages/views/saved.ts'
import { answer } from './answer.ts'
import { answerShort } from './answer-short.ts'
import type { Asked } from './asked.ts'
import { findingsMessage } from './commands/search.ts'

/** The message of a screen, with what has to be looked up for it. */
export async function screenMessage(asked: Asked, screen: Screen): Promise<Message> {
  switch (screen.view) {
    case 'saved':
      return savedMessage(asked, screen.page)
    case 'search':
      return (await findingsMessage(asked, screen.query, screen.page)) ?? renderGone(asked.view)
    default:
      return renderScreen(screen, asked.view)
  }
}

/** Short by themselves: ways in, not reading. */
const OVERVIEWS: ReadonlySet<Screen['view']> = new Set(['help', 'articles', 'front', 'saved'])

/** Answers with a screen, and keeps how far this reader has come. */
export async function show(asked: Asked, screen: Screen): Promise<void> {
  const message = await screenMessage(asked, screen)
  await (OVERVIEWS.has(screen.view) ? answer(asked, message) : answerShort(asked, message, screen))
  await keepPlace(asked, screen)
}

/** Keeps that this reader has come to a page. */
export async function keepPlace({ store, reader, view, now }: Asked, screen: Screen): Promise<void> {
  if (screen.view !== 'read') return
  const item = view.shelf.byKey.get(screen.article)
  if (item === undefined) return
  const chunk = Math.min(screen.page, item.pages.length - 1)
  await store.reading.mark(reader, { slug: item.slug, chunk }, now().getTime())
}

/** A reader's own places are shown in private alone. */
async function savedMessage({ store, ctx, view }: Asked, page: number): Promise<Message> {
  const person = ctx.from?.id
  if (view.audience.kind !== 'private' || person === undefined) {
    const link = deepLink({ view: 'saved', page: 0 }, view.audience.botUsername)
    return toMessage(said(view.wording, 'saved-in-private'), [
      [{ text: view.wording.say('button-open-private'), url: link }],
    ])
  }
  return renderSaved(placesOf(await store.bookmarks.ofUser(person)), page, view)
}
