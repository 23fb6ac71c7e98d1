const SAME: ReadonlyMap<string, string> = new Map([
  ...pairs('أإآٱ', 'ا'),
  ...pairs('ىیئےې', 'ي'),
  ...pairs('ؤ', 'و'),
  ...pairs('ةۃەہھ', 'ه'),
  ...pairs('کگ', 'ك'),
  ...pairs('پ', 'ب'),
  ...pairs('چ', 'ج'),
  ...pairs('ڤ', 'ف'),
  ...digits('٠١٢٣٤٥٦٧٨٩'),
  ...digits('۰۱۲۳۴۵۶۷۸۹'),
])
const DROPPED = String.raw`\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD`
const CHANGED = new RegExp(`ئ(?=و)|[${[...SAME.keys()].join('')}${DROPPED}]`, 'g')
/** Letters that NFKC may change; plain Arabic needs none of it. */
const NEEDS_NFKC = /[^\0-\u007F\u0600-\u0674\u0679-\u06FF]/

/**
 * The form in which two spellings of one word are equal: tashkeel, tatweel and direction marks dropped, letter variants
 * (أ إ آ ٱ ى ی ة ک گ ئ ؤ پ چ ڤ) joined, digits Latin, letters lower case. For comparing only; never shown. May be shorter
 * than the text, so offsets do not carry over.
 */
export function fold(text: string): string {
  const composed = NEEDS_NFKC.test(text) ? text.normalize('NFKC') : text
  // شئون and شؤون, مسئول and مسؤول are one word in two presses.
  return composed
    .replace(CHANGED, (letter, at: number) =>
      letter === 'ئ' && composed[at + 1] === 'و' ? 'و' : (SAME.get(letter) ?? ''),
    )
    .toLowerCase()
}

function pairs(letters: string, to: string): [string, string][] {
  return [...letters].map((letter) => [letter, to])
}

function digits(letters: string): [string, string][] {
  return [...letters].map((letter, value) => [letter, String(value)])
}
