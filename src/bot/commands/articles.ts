import type { Screen } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { readMinutes } from '../../requests/minutes.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findArticle } from '../find-article.ts'
import { show } from '../show.ts'
import { lookFor } from './search.ts'

/** `/brief [slug] [2m]`: an article's front, or what can be read of it in that time. */
export const brief: Command = {
  name: 'brief',
  run: (context) => {
    const { minutes, rest } = readMinutes(context.argument)
    return showArticle({ ...context, argument: rest }, ({ key }) =>
      minutes === null ? { view: 'front', article: key } : { view: 'minutes', article: key, minutes },
    )
  },
}

/** `/summary`, `/people`, `/figures`, `/timeline`, `/headlines`: a part of the named article. */
export const partCommands = {
  summary: partCommand('summary', 'summary'),
  people: partCommand('people', 'people'),
  figures: partCommand('figures', 'figures'),
  timeline: partCommand('timeline', 'timeline'),
  headlines: partCommand('headlines', 'related'),
}

/** `/articles`: the articles on hand. */
export const articles: Command = { name: 'articles', run: (context) => show(context, { view: 'articles', page: 0 }) }

/** For a name that no article has: a polite line; plain words that only began like a command are searched for instead. */
export async function answerNoArticle(context: ChatContext): Promise<void> {
  if (context.plainText !== null) return lookFor(context, context.plainText)
  const { argument, library, view } = context
  const isEmpty = (await library.archive.count()) === 0
  const line = isEmpty ? 'nothing-on-hand' : 'no-such-article'
  await answer(context, renderLine(line, { name: clip(argument, 100) }, view))
}

function partCommand(name: Command['name'], part: 'summary' | 'people' | 'figures' | 'timeline' | 'related'): Command {
  return { name, run: (context) => showArticle(context, ({ key }) => ({ view: part, article: key, page: 0 })) }
}

async function showArticle(context: ChatContext, screenOf: (item: ShelfItem) => Screen): Promise<void> {
  const { library, argument, view } = context
  const item = await findArticle(library.archive, argument, view.wording.language)
  if (item === null) return answerNoArticle(context)
  await show(context, screenOf(item))
}
