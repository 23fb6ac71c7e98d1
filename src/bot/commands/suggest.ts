import { keyOf } from '../../article/key.ts'
import type { Option } from '../../messages/views/suggestions.ts'
import type { ChatContext } from '../chat-context.ts'

/** Longer words are cut. */
const LONGEST = 1000
/** Tells a stored request from the stored words of a search. */
const MARK = '!'

/** A button's press that runs words as if they were written; they are stored as long as searches are. */
export async function requestOption(
  { store, ctx, now }: ChatContext,
  { label, text }: { readonly label: string; readonly text: string },
): Promise<Option> {
  const stored = `${MARK}${text.slice(0, LONGEST).toWellFormed()}`
  const key = keyOf(stored)
  await store.searches.keep({ key, text: stored, by: ctx.from?.id ?? 0 }, now().getTime())
  return { label, press: { kind: 'request', words: key } }
}

/** The words of a stored request; `null`: they are stored no longer. */
export async function storedRequest({ store }: ChatContext, key: string): Promise<string | null> {
  const stored = await store.searches.find(key)
  return stored?.startsWith(MARK) === true ? stored.slice(MARK.length) : null
}
