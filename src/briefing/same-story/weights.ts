import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by `eval/train-same-story.ts`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: -1.515,
  letters2: 1.291,
  letters3: 0.887,
  letters3Many: 0.218,
  words: -0.966,
  coverLess: 0.954,
  coverMore: 1.437,
  coverHigh: 0.124,
  sharedFew: -1.68,
  sharedMany: 1.185,
  sharedRarest: -1.764,
  unsharedLess: -1.014,
  numbers: 0.796,
  otherNumbers: 0.264,
  otherPlaces: -0.721,
  sameStart: 0.799,
  otherSubject: -0.173,
  length: 1.31,
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.65
