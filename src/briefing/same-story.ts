import { type Headline, readHeadline } from './same-story/headline.ts'
import { LIKENESSES, likenessOf } from './same-story/likeness.ts'
import { SAME_FROM, WEIGHTS } from './same-story/weights.ts'

/** Whether two headlines tell one story. Symmetric; serves the related headlines of a page and stories across articles. */
export function sameStory(a: string, b: string): boolean {
  return isSameStory(readHeadline(a), readHeadline(b))
}

/** `sameStory` for headlines already read. */
export function isSameStory(a: Headline, b: Headline): boolean {
  if (a.folded === b.folded) return true
  // No word in common: nothing that a reader could check.
  if (!a.meanings.some((each) => b.signs.has(each.sign))) return false
  const likeness = likenessOf(a, b)
  // One kind of event in two places with two counts is two events, however alike the words are.
  if (likeness.otherPlaces > 0 && likeness.otherNumbers > 0) return false
  let logOdds = WEIGHTS.bias
  for (const name of LIKENESSES) logOdds += WEIGHTS[name] * likeness[name]
  return logOdds >= SAME_FROM
}
