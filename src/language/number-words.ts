import type { Language } from './language.ts'

/**
 * How a number word changes the number it is part of.
 * `add`: 3, 20, 200 · `hundred`: 100, or times the unit before it · `scale`: times what stands before it · `fraction`: of
 * what follows · `vague`: `مئات`, of what follows. `dual`: two of a scale, or of a unit (`أسبوعين`).
 */
export type NumberWord =
  | { readonly kind: 'add'; readonly value: number }
  | { readonly kind: 'hundred' }
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'dual'; readonly value: number }
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'vague'; readonly value: number }
  | { readonly kind: 'two-of-a-unit' }

/** The number word that a folded word is, or null. */
export function numberWord(folded: string, language: Language): NumberWord | null {
  return WORDS[language].get(folded) ?? null
}

function words(kind: 'add' | 'scale' | 'dual' | 'fraction' | 'vague', list: string): [string, NumberWord][] {
  return list.split('|').flatMap((entry) => {
    const [value = '0', ...forms] = entry.trim().split(/\s+/u)
    return forms.map((form): [string, NumberWord] => [form, { kind, value: Number(value) }])
  })
}

const ARABIC: ReadonlyMap<string, NumberWord> = new Map([
  ...words(
    'add',
    `2 اثنان اثنتان اثنين اثنتين اثنا اثني اثنتا اثنتي|3 ثلاث ثلاثه|4 اربع اربعه|5 خمس خمسه|6 ست سته|7 سبع سبعه|8 ثمان ثماني ثمانيه
    |9 تسع تسعه|10 عشر عشره|20 عشرون عشرين|30 ثلاثون ثلاثين|40 اربعون اربعين|50 خمسون خمسين|60 ستون ستين|70 سبعون سبعين
    |80 ثمانون ثمانين|90 تسعون تسعين|300 ثلاثميه ثلاثمايه|400 اربعميه اربعمايه|500 خمسميه خمسمايه|600 ستميه ستمايه
    |700 سبعميه سبعمايه|800 ثمانميه ثمانمايه ثمانيميه ثمانيمايه|900 تسعميه تسعمايه|200 ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي`,
  ),
  ['ميه', { kind: 'hundred' }],
  ['مايه', { kind: 'hundred' }],
  ...words(
    'scale',
    `1000 الف الفا الاف|1000000 مليون مليونا ملايين|1000000000 مليار مليارا مليارات بليون بلايين
    |1000000000000 تريليون تريليونا تريليونات ترليون ترليونات`,
  ),
  ...words(
    'dual',
    `1000 الفان الفين الفا الفي|1000000 مليونان مليونين مليوني|1000000000 ملياران مليارين ملياري
    |1000000000000 تريليونان تريليونين تريليوني`,
  ),
  // `ألفا` is one thousand with tanween far more often than two in the construct state.
  ['الفا', { kind: 'scale', value: 1000 }],
  ...words(
    'fraction',
    `0.5 نصف|0.3333333333333333 ثلث|0.6666666666666666 ثلثا ثلثي ثلثان ثلثين|0.25 ربع|0.16666666666666666 سدس`,
  ),
  ...oneAndTens(),
  ['احد عشر', { kind: 'add', value: 11 }],
  ['احدي عشره', { kind: 'add', value: 11 }],
  ['ثلاثه ارباع', { kind: 'fraction', value: 0.75 }],
  ...words('vague', '10 عشرات|100 ميات مييات|1000 الالاف|1000000 الملايين|1000000000 المليارات|3 بضع بضعه'),
  ...`يومان يومين اسبوعان اسبوعين شهران شهرين عامان عامين سنتان سنتين ساعتان ساعتين دقيقتان دقيقتين ثانيتان ثانيتين قرنان قرنين
    عقدان عقدين مرتان مرتين دولاران دولارين متران مترين كيلومتران كيلومترين ميلين طنان طنين درجتان درجتين نقطتان نقطتين شخصان شخصين
    قتيلان قتيلين جريحان جريحين ليلتان ليلتين شهيدان شهيدين برميلان برميلين هدفان هدفين
    مقعدان مقعدين سفينتان سفينتين طائرتان طائرتين دبابتان دبابتين سيارتان سيارتين جرافتان جرافتين صاروخان صاروخين قذيفتان قذيفتين
    جنديان جنديين طفلان طفلين امراتان امراتين رجلان رجلين عنصران عنصرين ضابطان ضابطين منزلان منزلين قريتان قريتين مدينتان مدينتين
    دولتان دولتين شركتان شركتين رصاصتان رصاصتين جثتان جثتين موظفان موظفين`
    .split(/\s+/u)
    .map((dual): [string, NumberWord] => [dual, { kind: 'two-of-a-unit' }]),
])

const ENGLISH: ReadonlyMap<string, NumberWord> = new Map([
  ...words(
    'add',
    `2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen
    |16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety`,
  ),
  ...twentyOneTo99(),
  ['hundred', { kind: 'hundred' }],
  ...words('scale', '12 dozen|1000 thousand|1000000 million m|1000000000 billion bn|1000000000000 trillion tn'),
  ...words('fraction', '0.5 half|0.25 quarter'),
  ['a half', { kind: 'fraction', value: 1 / 2 }],
  ['a third', { kind: 'fraction', value: 1 / 3 }],
  ['one third', { kind: 'fraction', value: 1 / 3 }],
  ['two thirds', { kind: 'fraction', value: 2 / 3 }],
  ['a quarter', { kind: 'fraction', value: 1 / 4 }],
  ['one quarter', { kind: 'fraction', value: 1 / 4 }],
  ['three quarters', { kind: 'fraction', value: 3 / 4 }],
  ['a fifth', { kind: 'fraction', value: 1 / 5 }],
  ['one fifth', { kind: 'fraction', value: 1 / 5 }],
  ['a tenth', { kind: 'fraction', value: 1 / 10 }],
  ['one tenth', { kind: 'fraction', value: 1 / 10 }],
  ...words('vague', '10 dozens|100 hundreds|1000 thousands|1000000 millions|1000000000 billions'),
])

/** `واحد وعشرون` to `إحدى وتسعين`: `واحد` alone is no number word. */
function oneAndTens(): [string, NumberWord][] {
  const tens = ['عشر', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']
  return ['واحد', 'واحده', 'احد', 'احدي'].flatMap((one) =>
    tens.flatMap((ten, index) =>
      ['ون', 'ين'].map((ending): [string, NumberWord] => [
        `${one} و${ten}${ending}`,
        { kind: 'add', value: (index + 2) * 10 + 1 },
      ]),
    ),
  )
}

/** `twenty-one` to `ninety-nine`. */
function twentyOneTo99(): [string, NumberWord][] {
  const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
  const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
  return tens.flatMap((ten, index) =>
    units.map((unit, value): [string, NumberWord] => [
      `${ten}-${unit}`,
      { kind: 'add', value: (index + 2) * 10 + value + 1 },
    ]),
  )
}

/** True for the first of two words that may be one number word (`أحد عشر`, `a third`). */
export function mayBeginPair(folded: string): boolean {
  return FIRST_OF_PAIRS.has(folded)
}

/** True for a phrase that makes the number after it approximate, folded, words joined by one space (`ما لا يقل عن`). */
export function isApproximator(folded: string): boolean {
  return APPROXIMATORS.has(folded)
}

/** True for a word that may begin such a phrase, so that its clitic is split off (`بأكثر من`). */
export function mayBeginApproximator(folded: string): boolean {
  return FIRST_WORDS.has(folded)
}

const APPROXIMATORS: ReadonlySet<string> = new Set(
  `نحو|حوالي|قرابه|زهاء|يقارب|تقارب|ما يقارب|ما يقرب من|يقرب من|اكثر من|اقل من|ازيد من|ما لا يقل عن|لا يقل عن|لا تقل عن|ما يزيد علي
  |ما يزيد عن|يزيد علي|يزيد عن|تزيد علي|تزيد عن|اكثر بقليل من|about|around|nearly|almost|roughly|approximately|some|over|under
  |more than|less than|fewer than|at least|at most|up to|as many as|as much as|close to|no fewer than|no less than`
    .split('|')
    .map((phrase) => phrase.trim()),
)

const FIRST_WORDS: ReadonlySet<string> = new Set([...APPROXIMATORS].map((phrase) => phrase.split(' ')[0] ?? ''))

const FIRST_OF_PAIRS: ReadonlySet<string> = new Set([
  ...['a', 'an', 'one', 'and'],
  ...[...ARABIC.keys(), ...ENGLISH.keys()].filter((word) => word.includes(' ')).map((word) => word.split(' ')[0] ?? ''),
])

const WORDS: Readonly<Record<Language, ReadonlyMap<string, NumberWord>>> = { ar: ARABIC, en: ENGLISH }
