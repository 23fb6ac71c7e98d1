import { keyOf } from '../../article/key.ts'
import { renderNext } from '../../messages/render.ts'
import { readQuestion } from '../../requests/read-question.ts'
import { parseQuery, parseQuestion } from '../../search/query.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { newestArticle } from '../find-article.ts'
import { countTopics } from '../groups/weekly-recap.ts'
import { show } from '../show.ts'

/** `/search words`: passages, best first. */
export const search: Command = { name: 'search', run: (context) => answerSearch(context, 'search') }

/** `/ask question`: the passages that answer best; only quoted text, never generated. */
export const ask: Command = { name: 'ask', run: (context) => answerSearch(context, 'ask') }

/** Searches for plain words; a question is handled as `/ask`. */
export function lookFor(context: ChatContext, words: string): Promise<void> {
  const isQuestion = readQuestion(words).kind === 'question'
  return (isQuestion ? ask : search).run({ ...context, argument: words, plainText: null })
}

const LONGEST = 1000

async function answerSearch(context: ChatContext, kind: 'search' | 'ask'): Promise<void> {
  const { argument, store, view, now, ctx } = context
  const text = withoutAbout(argument.slice(0, LONGEST).toWellFormed())
  if (text === '') return answer(context, renderNext(`how-${kind}`, { source: await sourceOnHand(context) }, view))
  const stored = `${kind === 'ask' ? '?' : ' '}${text}`
  const key = keyOf(stored)
  const by = ctx.from?.id ?? 0
  await store.searches.keep({ key, text: stored, by }, now().getTime())
  await countTopics(context, kind === 'ask' ? parseQuestion(text) : parseQuery(text))
  await show(context, { view: 'search', query: key, page: 0 })
}

/** «ابحث عن الصين» looks for «الصين». */
function withoutAbout(text: string): string {
  return text.replace(/^(?:عن|about|for)\s+(?=\S)/iu, '')
}

/** A source to filter by, as an example that finds something. */
async function sourceOnHand({ library }: ChatContext): Promise<string> {
  const source = (await newestArticle(library.archive))?.briefing.article.source ?? 'رويترز'
  return /\s/u.test(source) ? `"${source}"` : source
}
