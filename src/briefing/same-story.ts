import { type Headline, readHeadline } from './same-story/headline.ts'
import { areOther, LIKENESSES, likenessOf } from './same-story/likeness.ts'
import { SAME_FROM, WEIGHTS } from './same-story/weights.ts'
import { wordOdds } from './same-story/word-odds.ts'

/** Whether two headlines tell one story. Symmetric; serves the related headlines of a page and stories across articles. */
export function sameStory(a: string, b: string): boolean {
  return isSameStory(readHeadline(a), readHeadline(b))
}

/** `sameStory` for headlines already read. */
export function isSameStory(a: Headline, b: Headline): boolean {
  const forced = isForced(a, b)
  if (forced !== null) return forced
  const likeness = likenessOf(a, b)
  let logOdds = WEIGHTS.bias + wordOdds(a, b)
  for (const name of LIKENESSES) logOdds += WEIGHTS[name] * likeness[name]
  return logOdds >= SAME_FROM
}

/** The decision of a rule that overrides the weights; null where none applies. */
export function isForced(a: Headline, b: Headline): boolean | null {
  if (a.folded === b.folded) return true
  // No word in common: nothing that a reader could check.
  if (!a.meanings.some((each) => b.signs.has(each.sign))) return false
  // One kind of event in two places with two counts is two events, however alike the words are.
  return areOther(a.places, b.places) && areOther(a.numbers, b.numbers) ? false : null
}
