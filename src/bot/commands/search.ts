import { type Key, keyOf } from '../../article/key.ts'
import type { Screen } from '../../messages/buttons/press.ts'
import type { Listing } from '../../messages/listing.ts'
import { renderLine, renderNext } from '../../messages/render.ts'
import { underScreen } from '../../messages/view.ts'
import { type Findings, HITS_A_PAGE, renderFindings, renderHit } from '../../messages/views/search.ts'
import { parseQuery, parseQuestion } from '../../search/query.ts'
import type { PageOf } from '../../shelf/archive.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerShort } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { countTopics } from '../groups/weekly-recap.ts'

/** `/search words`: passages, best first. */
export const search: Command = { name: 'search', run: (context) => answerSearch(context, 'search') }

/** `/ask question`: the passages that answer best; only quoted text, never generated. */
export const ask: Command = { name: 'ask', run: (context) => answerSearch(context, 'ask') }

/** Searches for plain words; text that ends in a question mark is handled as `/ask`. */
export function lookFor(context: ChatContext, words: string): Promise<void> {
  return (/[?؟]\s*$/.test(words) ? ask : search).run({ ...context, argument: words, plainText: null })
}

/** A page of an earlier search; `null` when it is no longer stored. */
export async function findingsPage(context: ChatContext, key: Key, page: number): Promise<Listing | null> {
  const findings = await findAgain(context, key, { limit: HITS_A_PAGE, offset: page * HITS_A_PAGE })
  return findings && renderFindings({ ...findings, page }, context.view)
}

/** One result of an earlier search in its paragraph; `null` when there is none of that number any more. */
export async function hitPage(context: ChatContext, key: Key, index: number): Promise<Message | null> {
  const findings = await findAgain(context, key, { limit: 1, offset: index })
  return findings && renderHit(findings, index, context.view)
}

async function findAgain(context: ChatContext, key: Key, range: PageOf): Promise<Omit<Findings, 'page'> | null> {
  const stored = await context.store.searches.find(key)
  if (stored === null) return null
  const text = stored.slice(PREFIX_LENGTH)
  const today = context.now().toISOString().slice(0, 10)
  const query = stored.startsWith('?') ? parseQuestion(text, today) : parseQuery(text, today)
  return { ...(await context.library.search.find(query, range)), key, text }
}

/** Questions and words are searched differently, so the stored text begins with `?` or a space. */
const PREFIX_LENGTH = 1
const LONGEST = 1000

async function answerSearch(context: ChatContext, kind: 'search' | 'ask'): Promise<void> {
  const { argument, store, view, now, ctx } = context
  const text = argument.slice(0, LONGEST).toWellFormed()
  if (text === '') return answer(context, renderNext(`how-${kind}`, {}, view))
  const stored = `${kind === 'ask' ? '?' : ' '}${text}`
  const key = keyOf(stored)
  const by = ctx.from?.id ?? 0
  await store.searches.keep({ key, text: stored, by }, now().getTime())
  const screen: Screen = { view: 'search', query: key, page: 0 }
  const listed = { ...context, view: underScreen(view, { screen, trail: [] }) }
  const found = await findingsPage(listed, key, 0)
  await countTopics(context, kind === 'ask' ? parseQuestion(text) : parseQuery(text))
  if (found === null) return answer(context, renderLine('something-failed', {}, view))
  await answerShort(listed, found, screen)
}
