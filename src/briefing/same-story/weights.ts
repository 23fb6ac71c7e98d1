import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by `eval/train-same-story.ts`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: -2.177,
  letters2: 1.023,
  letters3: 1.117,
  letters3Many: 0.377,
  words: 0.029,
  wordsSquared: -1.086,
  coverLess: 0.912,
  coverMore: 0.909,
  coverHigh: 0.072,
  sharedFew: -1.388,
  sharedMany: 1.116,
  sharedRarest: -0.413,
  unsharedLess: -0.452,
  sharedRarestUnshared: -1.764,
  numbers: 0.69,
  otherNumbers: 0.514,
  otherPlaces: -0.656,
  sameStart: 0.837,
  sameStartOtherNumbers: -1.727,
  otherSubject: -0.248,
  length: 1.569,
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.7
