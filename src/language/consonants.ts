/** Letter groups of Latin names that Arabic writes with one or two letters of its own. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/tch|ch/g, 'تش'],
  [/sh/g, 'ش'],
  [/kh/g, 'خ'],
  [/th/g, 'ت'],
  [/gh/g, 'غ'],
  [/ph/g, 'ف'],
  [/ck/g, 'ك'],
  [/x/g, 'كس'],
]

const LATIN: Readonly<Record<string, string>> = {
  ...{ b: 'ب', p: 'ب', t: 'ت', d: 'د', f: 'ف', v: 'ف', k: 'ك', c: 'ك', q: 'ك', g: 'غ', j: 'غ', l: 'ل', m: 'م', n: 'ن' },
  ...{ r: 'ر', s: 'س', z: 'ز', h: 'ه' },
}

/** Arabic letters that names from elsewhere exchange. */
const ALIKE: Readonly<Record<string, string>> = {
  ج: 'غ',
  ق: 'ك',
  ط: 'ت',
  ث: 'ت',
  ص: 'س',
  ض: 'د',
  ح: 'ه',
  ڤ: 'ف',
  پ: 'ب',
}

/** The consonants of a name, word by word, equal for its usual spellings in Latin and Arabic letters. */
export function consonantsOf(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const arabic = GROUPS.reduce((text, [group, letters]) => text.replace(group, letters), bare)
  const letters = [...arabic].map((letter) => LATIN[letter] ?? ALIKE[letter] ?? letter).join('')
  return letters
    .replace(/[^\sبتدفكغلمنرسزهشخعذظ]/gu, '')
    .replace(/(.)\1+/gu, '$1')
    .trim()
    .replace(/\s+/g, ' ')
}
