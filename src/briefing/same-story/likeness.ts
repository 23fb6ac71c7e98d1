import type { Headline } from './headline.ts'
import type { Meaning } from './headline-word.ts'

/** Two words count as forms of one when they share this much of their letter pairs (Dice). */
const ALIKE = 0.55

/** The features of a pair of headlines. Symmetric. */
export function likenessOf(a: Headline, b: Headline): Readonly<Record<LikenessName, number>> {
  return { ...letterLikeness(a, b), ...wordLikeness(a, b), ...factLikeness(a, b) }
}

/** In the order of the table of weights. */
export const LIKENESSES = [
  'letters2',
  'letters3',
  'letters3Many',
  'words',
  'wordsSquared',
  'coverLess',
  'coverMore',
  'coverHigh',
  'sharedFew',
  'sharedMany',
  'sharedRarest',
  'unsharedLess',
  'sharedRarestUnshared',
  'numbers',
  'otherNumbers',
  'otherPlaces',
  'sameStart',
  'sameStartOtherNumbers',
  'otherSubject',
  'length',
  'sharedRoots',
] as const
export type LikenessName = (typeof LIKENESSES)[number]

function letterLikeness(a: Headline, b: Headline) {
  const trigrams = jaccard(a.trigrams, b.trigrams)
  return {
    letters2: jaccard(a.bigrams, b.bigrams),
    letters3: Math.sqrt(trigrams),
    letters3Many: Math.max(0, trigrams - 0.2),
  }
}

/** Features of the content words, by weight. */
function wordLikeness(a: Headline, b: Headline) {
  const shared = a.meanings.filter((each) => b.signs.has(each.sign))
  const [both, left, right] = [sum(shared), sum(a.meanings), sum(b.meanings)]
  const words = both === 0 ? 0 : both / (left + right - both)
  const [coverLess = 0, coverMore = 0] = [softCover(a, b), softCover(b, a)].sort((x, y) => x - y)
  const sharedRarest = Math.max(0, ...shared.map((each) => each.weight)) / 6
  const unsharedLess = (Math.min(left, right) - both) / 20
  return {
    words,
    wordsSquared: words ** 2,
    coverLess,
    coverMore,
    coverHigh: Math.max(0, coverLess + coverMore - 0.8),
    sharedFew: shared.length <= 1 ? 1 : 0,
    sharedMany: shared.length >= 3 ? 1 : 0,
    sharedRarest,
    unsharedLess,
    sharedRarestUnshared: sharedRarest * unsharedLess,
    length: Math.min(a.signs.size, b.signs.size) / 10,
    sharedRoots: sharedRoots(a, b),
  }
}

/** How many words without their like have a word of the same consonants in the other headline; 2 at most. */
function sharedRoots(a: Headline, b: Headline): number {
  const left = new Set(a.meanings.filter(({ sign }) => !b.signs.has(sign)).map(({ consonants }) => consonants))
  const right = new Set(b.meanings.filter(({ sign }) => !a.signs.has(sign)).map(({ consonants }) => consonants))
  return Math.min(2, countShared(left, right))
}

/** Features that distinguish two events of one kind: numbers, places, names. */
function factLikeness(a: Headline, b: Headline) {
  const otherNumbers = Number(areOther(a.numbers, b.numbers))
  const first = a.meanings[0]
  const sameStart = first !== undefined && first.sign === b.meanings[0]?.sign ? 1 : 0
  return {
    numbers: Math.min(2, countShared(a.numbers, b.numbers)),
    otherNumbers,
    otherPlaces: Number(areOther(a.places, b.places)),
    sameStart,
    // The same beginning with another number: an instalment, a daily report.
    sameStartOtherNumbers: sameStart * otherNumbers,
    otherSubject: startsUnshared(a, b) && startsUnshared(b, a) ? 1 : 0,
  }
}

/** Whether both are non-empty and disjoint. */
export function areOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && countShared(a, b) === 0
}

/** The share of one headline's weight that has its like in the other: the same sign, or nearly the same letters. */
function softCover(from: Headline, to: Headline): number {
  let found = 0
  for (const { sign, weight } of from.meanings) {
    found += weight * Math.max(0, ...to.meanings.map((each) => alike(sign, each.sign)))
  }
  const all = sum(from.meanings)
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
