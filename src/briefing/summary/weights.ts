import type { TraitName } from './words.ts'

export type WordWeights = {
  readonly bias: number
  readonly traits: Readonly<Record<TraitName, number>>
  /** Added for single frequent words. */
  readonly words: ReadonlyMap<string, number>
  /** Probability that a used word is used a second time. */
  readonly again: { readonly stop: number; readonly content: number }
}

const FREQUENT_WORDS = `
  هذه 0.72 | التي 0.06 | فيها 0.99 | بين 0.54 | عن 0.44 | في -0.05 | رييس 0.21 | العالم 0.24 |
  من -0.21 | علي 0.15 | ما 0.05 | قال -1.65 | انه -0.12 | وفي -0.74 | بي 0.58 | سي 0.58 |
  كان -0.21 | هو 0.59 | بعد 0.71 | غير 0.56 | الي 0.01 | فيه 0.44 | الذي 0.36 | عدد 0.59 |
  حتي 0.15 | ان -0.36 | لم 0.01 | هذا -0.16 | بعض 0.97 | كما -0.52 | بسبب 0.67 | دون 0.34 |
  او -0.50 | ولم 0.08 | اي -0.01 | مع 0.19 | كل -1.22 | وكانت -0.70 | منذ 0.64 | هي 0.67 |
  بان 0.20 | يكون -0.24 | قد -0.23 | لا 0.07 | احد 0.27 | عام -0.28 | ومن -0.43 | كانت -0.09 |
  انها -0.27 | بها -0.82 | ذلك -0.39 | اكثر -0.21 | مثل -0.26 | الذين -0.79 | هناك -0.90 | قبل -0.27 |
  ايضا -0.58 | بشان 0.31 | الرييس 0.89 | اخر 0.41 | وهو -0.17 | الماضي 0.09 | الحكومه -0.17 | ولا -0.43 |
  فقط 0.04 | الان -0.44 | وكان -0.96 | عاما -0.62 | الا -0.39 | حول 0.27 | الامر -0.69 | ضد 0.04 |
  تلك -0.07 | لكن 0.06 | وقالت -0.87 | يمكن -0.75 | البلاد -0.26 | يوم -0.04 | له 0.23 | خلال 0.23 |
  عليها -0.27 | عندما -0.77 | الامريكيه -0.31 | اذا 0.24 | حيث -0.46 | وهي 0.90 | اخري 0.34 | وقد -0.32 |
  وقت -0.42 | العام -0.71 | وقال -0.85 | بانه -0.72 | الولايات 0.28 | المتحده 0.00 | الامريكي 0.94 | الوقت -0.37 |
  نحو 0.97 | لها 0.60 | ترامب 1.49 | واضاف -0.62
`

/**
 * How likely a word is to stand in an abstract: a logistic regression over its traits, learnt by
 * `eval/train-summary.ts` from articles and their abstracts; not for editing.
 */
export const WORD_WEIGHTS: WordWeights = {
  bias: -4.549,
  traits: {
    first: 2.347,
    second: 0.484,
    early: 0.768,
    fifth: 0.211,
    tenth: 0.175,
    place: -1.417,
    stemFirst: -0.163,
    stemEarly: 0.212,
    count: 0.686,
    stemCount: -0.246,
    rate: 0.976,
    rarity: 0.149,
    rateRarity: -0.043,
    firstRate: 0.005,
    firstRarity: -0.508,
    earlyRate: -0.534,
    earlyRarity: -0.028,
    number: 0.151,
    stop: -0.24,
    and: -0.488,
    preposition: 0.061,
    definite: -0.038,
    verb: -0.113,
    length: 0.129,
    inTitle: 1.028,
    inTitleFirst: -0.156,
  },
  words: new Map(
    FREQUENT_WORDS.trim()
      .split(/(?<!\s)\s*\|\s*/u)
      .map((entry) => {
        const [word = '', weight = '0'] = entry.split(' ')
        return [word, Number(weight)] as const
      }),
  ),
  again: { stop: 0.164, content: 0.03 },
}
