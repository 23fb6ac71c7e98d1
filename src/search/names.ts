import { distance } from 'fastest-levenshtein'
import { fold } from '../language/fold.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { skeletonOf } from './likeness.ts'
import { hostFacet, sourceFacet, speakerFacet } from './read-passages.ts'

/** A speaker, a source or its web site, with the mark of its passages. `words`: its parts, folded, the article off. */
export type Name = { readonly name: string; readonly words: readonly string[]; readonly facet: string }

/** Everybody quoted on the shelf, most quoted first. */
export function speakerNames(shelf: Shelf): readonly Name[] {
  return shelf.speakers.map(({ key, name }) => ({ name, words: partsOf(name), facet: speakerFacet(key) }))
}

/** Every source on the shelf, and the web sites of the articles. */
export function sourceNames(shelf: Shelf): readonly Name[] {
  const names = new Map<string, string>()
  for (const { briefing } of shelf.items) {
    const { source, url } = briefing.article
    const host = url === null ? null : hostFacet(url)
    if (source !== null) names.set(sourceFacet(source), source)
    if (host !== null) names.set(host.facet, host.name)
  }
  return [...names].map(([facet, name]) => ({ name, words: partsOf(name), facet }))
}

/**
 * The names that have every word of `asked` in any of their parts; where there are none, those with parts that begin
 * like it, or that are spelt with other vowels (`ترمب` and `ترامب`).
 */
export function namesLike(names: readonly Name[], asked: string): readonly Name[] {
  const wanted = partsOf(asked)
  if (wanted.length === 0) return []
  for (const isLike of [isSame, beginsLike, soundsLike]) {
    const like = names.filter(({ words }) => wanted.every((word) => words.some((part) => isLike(part, word))))
    if (like.length > 0) return like
  }
  return []
}

/** At most three names with a part spelt nearly like the one asked for, the nearest first. */
export function nearestNames(names: readonly Name[], asked: string): readonly string[] {
  const wanted = partsOf(asked)
  const near = names.flatMap(({ name, words }) => {
    const far = Math.max(...wanted.map((word) => Math.min(...words.map((part) => distance(part, word)))))
    const reach = Math.max(...wanted.map((word) => (word.length > 5 ? 2 : 1)))
    return far <= reach ? [{ name, far }] : []
  })
  return near
    .sort((left, right) => left.far - right.far)
    .slice(0, 3)
    .map(({ name }) => name)
}

function isSame(part: string, word: string): boolean {
  return part === word
}

function beginsLike(part: string, word: string): boolean {
  return word.length >= 3 && part.startsWith(word)
}

function soundsLike(part: string, word: string): boolean {
  const skeleton = skeletonOf(word)
  return skeleton.length >= 3 && skeletonOf(part) === skeleton
}

function partsOf(name: string): readonly string[] {
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^ال(?=...)/u, ''))
}
