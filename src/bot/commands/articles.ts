import { readingMinutes } from '../../language/reading-speed.ts'
import { countWords } from '../../language/words.ts'
import type { Screen } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderOptions } from '../../messages/views/suggestions.ts'
import { readMinutes } from '../../requests/minutes.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findArticle } from '../find-article.ts'
import { show } from '../show.ts'
import { lookFor } from './search.ts'
import { requestOption } from './suggest.ts'

/** `/brief [slug] [2m]`: an article's front, or what can be read of it in that time: all of it where that is enough. */
export const brief: Command = {
  name: 'brief',
  run: (context) => {
    const { minutes, rest } = readMinutes(context.argument)
    return showArticle({ ...context, argument: rest }, (item) => {
      if (minutes === null) return { view: 'front', article: item.key }
      const hasTimeForAll = minutes >= minutesToRead(item)
      return hasTimeForAll
        ? { view: 'read', article: item.key, page: 0 }
        : { view: 'minutes', article: item.key, minutes }
    })
  },
}

function minutesToRead({ briefing: { article } }: ShelfItem): number {
  const words = article.blocks.reduce((total, { text }) => total + countWords(text), 0)
  return readingMinutes(words, article.language)
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
  if (isEmpty) return answer(context, renderLine('nothing-on-hand', {}, view))
  const name = clip(argument, 100)
  const label = view.wording.say('button-search-for', { words: name })
  const search = await requestOption(context, { label, text: `/search ${argument}` })
  const list = { label: view.wording.say('button-articles'), press: ARTICLES }
  await answer(context, renderOptions({ id: 'no-such-article', words: { name } }, [search, list], view))
}

const ARTICLES = { kind: 'open', screen: { view: 'articles', page: 0 } } as const

function partCommand(name: Command['name'], part: 'summary' | 'people' | 'figures' | 'timeline' | 'related'): Command {
  return { name, run: (context) => showArticle(context, ({ key }) => ({ view: part, article: key, page: 0 })) }
}

async function showArticle(context: ChatContext, screenOf: (item: ShelfItem) => Screen): Promise<void> {
  const { library, argument, view } = context
  const item = await findArticle(library.archive, argument, view.wording.language)
  if (item === null) return answerNoArticle(context)
  await show(context, screenOf(item))
}
