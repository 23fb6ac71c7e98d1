const DROPPED =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g
const SAME: ReadonlyMap<string, string> = new Map([
  ...pairs('أإآٱ', 'ا'),
  ...pairs('ىیئ', 'ي'),
  ...pairs('ؤ', 'و'),
  ...pairs('ة', 'ه'),
  ...pairs('کگ', 'ك'),
])
const VARIANT = new RegExp(`[${[...SAME.keys()].join('')}]`, 'g')

/**
 * The form in which two spellings of one word are equal: tashkeel, tatweel and direction marks dropped, letter variants
 * (أ إ آ ٱ ى ی ة ک گ ئ ؤ) joined, digits Latin, letters lower case. For comparing only; never shown. May be shorter than
 * the text, so offsets do not carry over.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(VARIANT, (letter) => SAME.get(letter) ?? letter)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toLowerCase()
}

function pairs(letters: string, to: string): [string, string][] {
  return [...letters].map((letter) => [letter, to])
}
