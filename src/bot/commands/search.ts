import { type Key, keyOf } from '../../article/key.ts'
import type { Listing } from '../../messages/listing.ts'
import { renderLine } from '../../messages/render.ts'
import { HITS_A_PAGE, renderFindings } from '../../messages/views/search.ts'
import { parseQuery, parseQuestion } from '../../search/query.ts'
import { answer, answerShort } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { countTopics } from '../groups/weekly-recap.ts'

/** `/search words`: passages, best first. */
export const search: Command = { name: 'search', run: (context) => answerSearch(context, 'search') }

/** `/ask question`: the passages that answer best; never words of our own. */
export const ask: Command = { name: 'ask', run: (context) => answerSearch(context, 'ask') }

/** Looks for plain words, or answers them when they ask. */
export function lookFor(context: ChatContext, words: string): Promise<void> {
  return (/[?؟]\s*$/.test(words) ? ask : search).run({ ...context, argument: words, said: null })
}

/** A page of a search that was made before; `null` when it is no longer kept. */
export async function findingsPage(context: ChatContext, key: Key, page: number): Promise<Listing | null> {
  const kept = await context.store.searches.find(key)
  if (kept === null) return null
  const text = kept.slice(PREFIX_LENGTH)
  const today = context.now().toISOString().slice(0, 10)
  const query = kept.startsWith('?') ? parseQuestion(text, today) : parseQuery(text, today)
  const found = await context.library.search.find(query, { limit: HITS_A_PAGE, offset: page * HITS_A_PAGE })
  return renderFindings({ ...found, key, text, page }, context.view)
}

/** A question and words are looked for differently, so what is kept says which it was. */
const PREFIX_LENGTH = 1
const LONGEST = 1000

async function answerSearch(context: ChatContext, kind: 'search' | 'ask'): Promise<void> {
  const { argument, store, view, now, ctx } = context
  const text = argument.slice(0, LONGEST).toWellFormed()
  if (text === '') return answer(context, renderLine(`how-${kind}`, {}, view))
  const kept = `${kind === 'ask' ? '?' : ' '}${text}`
  const key = keyOf(kept)
  const by = ctx.from?.id ?? 0
  await store.searches.keep({ key, text: kept, by }, now().getTime())
  const found = await findingsPage(context, key, 0)
  await countTopics(context, kind === 'ask' ? parseQuestion(text) : parseQuery(text))
  if (found === null) return answer(context, renderLine('something-failed', {}, view))
  await answerShort(context, found, { view: 'search', query: key, page: 0 })
}
