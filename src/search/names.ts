import { distance } from 'fastest-levenshtein'
import { type Key, keyOf } from '../article/key.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { fold } from '../language/fold.ts'
import { skeletonOf } from './likeness.ts'
import { hostOf } from './read-passages.ts'

/** `by`: a speaker; `from`: a source or its web site. Also the prefix of its passages' facets. */
export type NameKind = 'by' | 'from'

/** A name in an article. `uses`: how many of its quotes are by the speaker; 1 for a source. */
export type NameUse = { readonly kind: NameKind; readonly key: Key; readonly name: string; readonly uses: number }

/** The speakers of a briefing and its sources, each once. */
export function namesIn({ article, quotes }: Briefing): readonly NameUse[] {
  const host = article.url === null ? null : hostOf(article.url)
  const from = [article.source, host].flatMap((name) => (name === null ? [] : [{ kind: 'from' as const, name }]))
  const by = quotes.flatMap(({ speaker }) => (speaker === null ? [] : [{ kind: 'by' as const, name: speaker }]))
  const uses = new Map<string, NameUse>()
  for (const { kind, name } of [...from, ...by]) {
    const key = keyOf(fold(name))
    const known = uses.get(kind + key)
    uses.set(
      kind + key,
      known === undefined || kind === 'from' ? { kind, key, name, uses: 1 } : { ...known, uses: known.uses + 1 },
    )
  }
  return [...uses.values()]
}

/** How a name may match a query's, closest first. `same`: every word; `begins`: each word's beginning; `sounds`: all but vowels. */
export const LIKENESSES_OF_NAMES = ['same', 'begins', 'sounds'] as const
export type NameLikeness = (typeof LIKENESSES_OF_NAMES)[number]

/** Too many names begin with fewer letters. */
export const FEWEST_TO_BEGIN = 3

/** The consonants of a name's word; empty where they are too few to tell names apart. */
export function soundOf(word: string): string {
  const skeleton = skeletonOf(word)
  return skeleton.length >= 3 ? skeleton : ''
}

/** How many letters of a name's word may differ from the query's. */
export function slipsAllowed(word: string): number {
  return word.length > 5 ? 2 : 1
}

/** At most three names with a word spelt nearly like the query's, nearest first. */
export function nearestNames(names: readonly string[], asked: string): readonly string[] {
  const wanted = partsOf(asked)
  const near = names.flatMap((name) => {
    const words = partsOf(name)
    const far = Math.max(...wanted.map((word) => Math.min(...words.map((part) => distance(part, word)))))
    return far <= Math.max(...wanted.map(slipsAllowed)) ? [{ name, far }] : []
  })
  return near
    .sort((left, right) => left.far - right.far)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** The words of a name, folded and without the article. */
export function partsOf(name: string): readonly string[] {
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).map(bareName)
}

/** A folded word of a name without the article. */
export function bareName(word: string): string {
  return word.replace(/^ال(?=...)/u, '')
}
