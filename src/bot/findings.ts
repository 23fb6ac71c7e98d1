import type { Key } from '../article/key.ts'
import type { Suggestion } from '../library/suggest.ts'
import type { Screen } from '../messages/buttons/press.ts'
import type { Unpacked } from '../messages/listing.ts'
import { HITS_A_PAGE, renderFindings, renderHit } from '../messages/views/search.ts'
import type { Option } from '../messages/views/suggestions.ts'
import { parseQuery, parseQuestion } from '../search/query.ts'
import type { ChatContext } from './chat-context.ts'
import { requestOption } from './commands/suggest.ts'

/** Words that were searched for, by the key in buttons; `day`: today in UTC, which words like "yesterday" count from. */
type StoredSearch = { readonly key: Key; readonly text: string; readonly isQuestion: boolean; readonly day: string }

/** Questions and words are searched differently, so the stored text begins with `?` or a space. */
const PREFIX_LENGTH = 1
const MOST_CORRECTED = 4

/** `null`: it is no longer stored. */
export async function storedSearch({ store, now }: ChatContext, key: Key): Promise<StoredSearch | null> {
  const stored = await store.searches.find(key)
  if (stored === null) return null
  const day = now().toISOString().slice(0, 10)
  return { key, text: stored.slice(PREFIX_LENGTH), isQuestion: stored.startsWith('?'), day }
}

/** A page of a search's results, or one result in its paragraph; `null`: there is none of that number. */
export async function findingsScreen(
  context: ChatContext,
  { key, text, isQuestion, day }: StoredSearch,
  screen: Extract<Screen, { readonly view: 'search' | 'hit' }>,
): Promise<Unpacked | null> {
  const { library, view } = context
  const query = isQuestion ? parseQuestion(text, day) : parseQuery(text, day)
  const find = (offset: number, limit: number) => library.search.find(query, { offset, limit })
  if (screen.view === 'hit') return renderHit({ ...(await find(screen.index, 1)), key, text }, screen.index, view)
  const { page } = screen
  const found = await find(page * HITS_A_PAGE, HITS_A_PAGE)
  const corrected = await correctedSearches(context, text, found.suggestions)
  return renderFindings({ ...found, key, text, page, corrected }, view)
}

/** The search with a word that nothing has replaced by the nearest that something has. */
function correctedSearches(
  context: ChatContext,
  text: string,
  suggestions: readonly Suggestion[],
): Promise<readonly Option[]> {
  const corrected = suggestions.flatMap(({ asked, words }) =>
    words.map((word) => ({ label: text.replace(asked, word), text: `/search ${text.replace(asked, word)}` })),
  )
  return Promise.all(corrected.slice(0, MOST_CORRECTED).map((option) => requestOption(context, option)))
}
