import type { TraitName } from './words.ts'

export type WordWeights = {
  readonly bias: number
  readonly traits: Readonly<Record<TraitName, number>>
  /** Added for single frequent words. */
  readonly words: ReadonlyMap<string, number>
  /** How likely a word that is used is used a second time. */
  readonly again: { readonly stop: number; readonly content: number }
}

const FREQUENT_WORDS = `
  هذه 0.72 | التي 0.06 | فيها 0.99 | بين 0.55 | عن 0.44 | في -0.05 | رييس 0.22 | العالم 0.24 |
  من -0.22 | علي 0.16 | ما 0.05 | قال -1.64 | انه -0.12 | وفي -0.74 | بي 0.58 | سي 0.59 |
  كان -0.20 | هو 0.59 | بعد 0.70 | غير 0.56 | الي 0.01 | فيه 0.45 | الذي 0.36 | عدد 0.60 |
  حتي 0.15 | ان -0.37 | لم 0.01 | هذا -0.16 | بعض 0.98 | كما -0.52 | بسبب 0.67 | دون 0.34 |
  او -0.50 | ولم 0.08 | اي -0.01 | مع 0.18 | كل -1.22 | وكانت -0.70 | منذ 0.64 | هي 0.67 |
  بان 0.20 | يكون -0.24 | قد -0.23 | لا 0.07 | احد 0.28 | عام -0.27 | ومن -0.42 | كانت -0.10 |
  انها -0.27 | بها -0.82 | ذلك -0.39 | اكثر -0.20 | مثل -0.25 | الذين -0.80 | هناك -0.90 | قبل -0.27 |
  ايضا -0.57 | بشان 0.31 | الرييس 0.90 | اخر 0.42 | وهو -0.17 | الماضي 0.09 | الحكومه -0.16 | ولا -0.42 |
  فقط 0.04 | الان -0.46 | وكان -0.96 | عاما -0.61 | الا -0.39 | حول 0.27 | الامر -0.68 | ضد 0.03 |
  تلك -0.06 | لكن 0.07 | وقالت -0.87 | يمكن -0.74 | البلاد -0.24 | يوم -0.02 | له 0.25 | خلال 0.22 |
  عليها -0.27 | عندما -0.77 | الامريكيه -0.31 | اذا 0.24 | حيث -0.46 | وهي 0.90 | اخري 0.34 | وقد -0.32 |
  وقت -0.41 | العام -0.70 | وقال -0.85 | بانه -0.72 | الولايات 0.28 | المتحده 0.01 | الامريكي 0.94 | الوقت -0.36 |
  نحو 0.97 | لها 0.60 | ترامب 1.50 | واضاف -0.62
`

/**
 * How likely a word is to stand in an abstract: a logistic regression over its traits, learnt by
 * `eval/train-summary.ts` from articles and their abstracts; not for editing.
 */
export const WORD_WEIGHTS: WordWeights = {
  bias: -4.553,
  traits: {
    first: 2.324,
    second: 0.483,
    early: 0.783,
    fifth: 0.209,
    tenth: 0.174,
    place: -1.427,
    stemFirst: -0.169,
    stemEarly: 0.212,
    count: 0.681,
    stemCount: -0.24,
    rate: 0.967,
    rarity: 0.157,
    rateRarity: -0.03,
    firstRate: 0.007,
    firstRarity: -0.465,
    earlyRate: -0.533,
    earlyRarity: -0.055,
    number: 0.154,
    stop: -0.248,
    and: -0.489,
    preposition: 0.06,
    definite: -0.037,
    verb: -0.115,
    length: 0.146,
    inTitle: 1.024,
    inTitleFirst: -0.151,
  },
  words: new Map(
    FREQUENT_WORDS.trim()
      .split(/\s*\|\s*/u)
      .map((entry) => {
        const [word = '', weight = '0'] = entry.split(' ')
        return [word, Number(weight)] as const
      }),
  ),
  again: { stop: 0.164, content: 0.03 },
}
