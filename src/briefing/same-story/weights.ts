import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by `eval/train-same-story.ts`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: -2.4,
  letters2: 1.328,
  letters3: 1.004,
  letters3Many: 0.722,
  words: -0.494,
  wordsSquared: -2.546,
  coverLess: 1.433,
  coverMore: 1.105,
  coverHigh: 0.098,
  sharedFew: -1.6,
  sharedMany: 1.159,
  sharedRarest: -0.265,
  unsharedLess: -0.268,
  sharedRarestUnshared: -2.662,
  numbers: 0.849,
  otherNumbers: 0.574,
  otherPlaces: -0.827,
  sameStart: 1.008,
  sameStartOtherNumbers: -2.077,
  otherSubject: -0.191,
  length: 1.877,
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.65
