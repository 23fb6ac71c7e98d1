import type { Slug } from './article.ts'

const LONGEST = 64
const VALID = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** True for `[a-z0-9-]`, 1–64 characters, no dash at either end. */
export function isSlug(text: string): text is Slug {
  return text.length <= LONGEST && VALID.test(text)
}

/**
 * A slug made of any text, most often a file's name: Latin letters and digits stay, Arabic ones are transliterated,
 * all else becomes a dash. The same text always gives the same slug; text without letters gives `article`.
 */
export function slugFrom(text: string): Slug {
  const latin = [...text.normalize('NFKC').toLowerCase()].map((letter) => LATIN.get(letter) ?? letter).join('')
  const plain = latin.normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const slug = cutAtWord(words.join('-'))
  return isSlug(slug) ? slug : slugFrom('article')
}

/** A second slug beside `slug`: `alaska-2`. */
export function numberedSlug(slug: Slug, number: number): Slug {
  return slugFrom(`${slug.slice(0, LONGEST - 1 - String(number).length)}-${number}`)
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const cut = slug.slice(0, LONGEST + 1)
  const dash = cut.lastIndexOf('-')
  return dash > LONGEST / 2 ? cut.slice(0, dash) : slug.slice(0, LONGEST).replace(/-$/, '')
}

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ا: 'a',
    أ: 'a',
    إ: 'i',
    آ: 'a',
    ٱ: 'a',
    ب: 'b',
    ت: 't',
    ث: 'th',
    ج: 'j',
    ح: 'h',
    خ: 'kh',
    د: 'd',
    ذ: 'dh',
    ر: 'r',
    ز: 'z',
    س: 's',
    ش: 'sh',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'z',
    ع: 'a',
    غ: 'gh',
    ف: 'f',
    ق: 'q',
    ك: 'k',
    ک: 'k',
    گ: 'g',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    ة: 'a',
    و: 'w',
    ؤ: 'w',
    ي: 'y',
    ى: 'a',
    ی: 'y',
    ئ: 'y',
    ء: '',
    پ: 'p',
    چ: 'ch',
    ڤ: 'v',
    ـ: '',
    '٠': '0',
    '١': '1',
    '٢': '2',
    '٣': '3',
    '٤': '4',
    '٥': '5',
    '٦': '6',
    '٧': '7',
    '٨': '8',
    '٩': '9',
  }),
)
