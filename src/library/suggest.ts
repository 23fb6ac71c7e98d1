import { bareOf, nearestWords, reachOf } from '../search/likeness.ts'
import type { QueryTerm } from '../search/rank.ts'
import { searchTermsOf } from '../search/terms.ts'
import type { Passages } from '../store/articles/passages.ts'

/** A word that no passage has in any form, with the most similar words as the articles spell them. */
export type Suggestion = { readonly asked: string; readonly words: readonly string[] }

const MOST_ASKED = 3
const MOST_WORDS = 3

/** Similar words for the missing ones, one form for each stem. */
export async function suggestFor(missing: readonly QueryTerm[], passages: Passages): Promise<readonly Suggestion[]> {
  const suggestions: Suggestion[] = []
  for (const { asked, exact } of missing.slice(0, MOST_ASKED)) {
    const bare = bareOf(exact)
    const byStem = new Map<string, string>()
    for (const { word, shown } of nearestWords(bare, await passages.wordsLike(bare, reachOf(bare)))) {
      const stem = searchTermsOf(word)[0]?.stem ?? word
      byStem.set(stem, byStem.get(stem) ?? shown)
    }
    if (byStem.size > 0) suggestions.push({ asked, words: [...byStem.values()].slice(0, MOST_WORDS) })
  }
  return suggestions
}
