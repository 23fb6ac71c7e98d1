import type { LikenessName } from './likeness.ts'

/** The weight of each likeness: a logistic regression, learnt by `eval/train-same-story.ts`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: -2.3,
  letters2: 0.99,
  letters3: 1.1,
  letters3Many: 0.45,
  words: 0.14,
  wordsSquared: -0.7,
  coverLess: 0.65,
  coverMore: 0.57,
  coverHigh: 0.08,
  sharedFew: -1.2,
  sharedMany: 1.15,
  sharedRarest: 0.02,
  unsharedLess: -0.53,
  sharedRarestUnshared: -2.22,
  numbers: 0.57,
  otherNumbers: 0.38,
  otherPlaces: -0.72,
  sameStart: 0.65,
  sameStartOtherNumbers: -1.4,
  otherSubject: -0.37,
  length: 1.36,
  sharedRoots: 0.67,
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.63
