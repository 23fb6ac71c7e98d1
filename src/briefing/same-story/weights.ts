import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by `eval/train-same-story.ts`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: -2.205,
  letters2: 1.017,
  letters3: 1.109,
  letters3Many: 0.372,
  words: 0.037,
  wordsSquared: -1.06,
  coverLess: 0.918,
  coverMore: 0.91,
  coverHigh: 0.091,
  sharedFew: -1.388,
  sharedMany: 1.116,
  sharedRarest: -0.388,
  unsharedLess: -0.419,
  sharedRarestUnshared: -1.72,
  numbers: 0.69,
  otherNumbers: 0.527,
  otherPlaces: -0.654,
  sameStart: 0.841,
  sameStartOtherNumbers: -1.742,
  otherSubject: -0.253,
  length: 1.526,
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.7
