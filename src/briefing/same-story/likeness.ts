import type { Headline, Meaning } from './headline.ts'

/** Two words count as forms of one when they share this much of their letter pairs (Dice). */
const ALIKE = 0.55

/** What is measured between two headlines. Symmetric. The order is that of the table of weights. */
export function likenessOf(a: Headline, b: Headline): Readonly<Record<LikenessName, number>> {
  const [left, right] = [a.meanings, b.meanings]
  const shared = left.filter((each) => b.signs.has(each.sign))
  const [both, all] = [sum(shared), sum(left) + sum(right) - sum(shared)]
  const covered = [softCover(left, right), softCover(right, left)]
  const trigrams = jaccard(a.trigrams, b.trigrams)
  const unshared = [
    left.filter((each) => !b.signs.has(each.sign)),
    right.filter((each) => !a.signs.has(each.sign)),
  ].map(sum)
  return {
    letters2: jaccard(a.bigrams, b.bigrams),
    letters3: Math.sqrt(trigrams),
    letters3Many: Math.max(0, trigrams - 0.2),
    words: all === 0 ? 0 : both / all,
    coverLess: Math.min(...covered),
    coverMore: Math.max(...covered),
    coverHigh: Math.max(0, (covered[0] ?? 0) + (covered[1] ?? 0) - 0.8),
    sharedFew: shared.length <= 1 ? 1 : 0,
    sharedMany: shared.length >= 3 ? 1 : 0,
    sharedRarest: Math.max(0, ...shared.map((each) => each.weight)) / 6,
    unsharedLess: Math.min(...unshared) / 20,
    numbers: Math.min(2, countShared(a.numbers, b.numbers)),
    otherNumbers: a.numbers.size > 0 && b.numbers.size > 0 && countShared(a.numbers, b.numbers) === 0 ? 1 : 0,
    otherPlaces: a.places.size > 0 && b.places.size > 0 && countShared(a.places, b.places) === 0 ? 1 : 0,
    sameStart: a.meanings[0] !== undefined && a.meanings[0].sign === b.meanings[0]?.sign ? 1 : 0,
    otherSubject: startsUnshared(a, b) && startsUnshared(b, a) ? 1 : 0,
    length: Math.min(a.signs.size, b.signs.size) / 10,
  }
}

export type LikenessName =
  | 'letters2'
  | 'letters3'
  | 'letters3Many'
  | 'words'
  | 'coverLess'
  | 'coverMore'
  | 'coverHigh'
  | 'sharedFew'
  | 'sharedMany'
  | 'sharedRarest'
  | 'unsharedLess'
  | 'numbers'
  | 'otherNumbers'
  | 'otherPlaces'
  | 'sameStart'
  | 'otherSubject'
  | 'length'

/** The share of one headline's weight that has its like in the other: the same sign, or nearly the same letters. */
function softCover(from: readonly Meaning[], to: readonly Meaning[]): number {
  let found = 0
  for (const { sign, weight } of from) found += weight * Math.max(0, ...to.map((each) => alike(sign, each.sign)))
  const all = sum(from)
  return all === 0 ? 0 : found / all
}

function alike(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 3 || b.length < 3 || /^[=\d]/u.test(a) || /^[=\d]/u.test(b)) return 0
  const likeness = dice(a, b)
  return likeness >= ALIKE ? likeness : 0
}

function dice(a: string, b: string): number {
  let both = 0
  const [left, right] = [` ${a} `, ` ${b} `]
  for (let at = 0; at + 2 <= left.length; at += 1) if (right.includes(left.slice(at, at + 2))) both += 1
  return Math.min(1, (2 * both) / (left.length + right.length - 2))
}

function startsUnshared(a: Headline, b: Headline): boolean {
  const first = a.meanings[0]
  return first !== undefined && !b.signs.has(first.sign)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = countShared(a, b)
  return both / Math.max(1, a.size + b.size - both)
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const each of a) if (b.has(each)) both += 1
  return both
}

function sum(meanings: readonly Meaning[]): number {
  return meanings.reduce((total, each) => total + each.weight, 0)
}
