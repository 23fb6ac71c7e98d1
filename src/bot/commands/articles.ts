import { findArticle } from '../../messages/find-article.ts'
import { renderLine, renderScreen } from '../../messages/render.ts'
import { clip } from '../../messages/rich.ts'
import type { Screen } from '../../messages/screens.ts'
import type { ShelfItem } from '../../messages/shelf.ts'
import { answer } from '../answer.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'

/** `/brief`, `/summary`, `/people`, `/figures`, `/timeline`, `/headlines`: a part of the article that is meant. */
export const articleCommands: readonly Command[] = [
  { name: 'brief', run: (asked) => show(asked, ({ key }) => ({ view: 'front', article: key })) },
  { name: 'summary', run: (asked) => show(asked, ({ key }) => ({ view: 'summary', article: key, page: 0 })) },
  { name: 'people', run: (asked) => show(asked, ({ key }) => ({ view: 'people', article: key, page: 0 })) },
  { name: 'figures', run: (asked) => show(asked, ({ key }) => ({ view: 'figures', article: key, page: 0 })) },
  { name: 'timeline', run: (asked) => show(asked, ({ key }) => ({ view: 'timeline', article: key, page: 0 })) },
  { name: 'headlines', run: (asked) => show(asked, ({ key }) => ({ view: 'related', article: key, page: 0 })) },
]

/** `/articles`: what is on hand. */
export const articles: Command = {
  name: 'articles',
  run: (asked) => answer(asked, renderScreen({ view: 'articles', page: 0 }, asked.view)),
}

/** A kind line for a name that no article has. */
export async function answerNoArticle(asked: Asked): Promise<void> {
  const { argument, view } = asked
  if (view.shelf.items.length === 0) return answer(asked, renderLine('nothing-on-hand', {}, view))
  await answer(asked, renderLine('no-such-article', { name: clip(argument, 100) }, view))
}

async function show(asked: Asked, screenOf: (item: ShelfItem) => Screen): Promise<void> {
  const item = findArticle(asked.view.shelf, asked.argument)
  if (item === null) return answerNoArticle(asked)
  await answer(asked, renderScreen(screenOf(item), asked.view))
}
