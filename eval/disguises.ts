import { splitWords } from '../src/language/words.ts'
import type { Chance } from './chance.ts'

type Disguise = (text: string, chance: Chance) => string

/** Each letter that matches is replaced with some probability. */
function sometimes(pattern: RegExp, replace: (found: string, chance: Chance) => string, share = 0.6): Disguise {
  return (text, chance) => text.replace(pattern, (found) => (chance.next() < share ? replace(found, chance) : found))
}

const TASHKEEL = [...'\u064E\u064F\u0650\u0652\u0651']
const ARABIC_DIGITS = [...'٠١٢٣٤٥٦٧٨٩']

/** Ways in which people write the same words. */
export const DISGUISES: Readonly<Record<string, Disguise>> = {
  tashkeel: sometimes(/[\u0628-\u064A](?![\u064B-\u0652])/gu, (letter, chance) => letter + chance.one(TASHKEEL), 0.3),
  'no tashkeel': (text) => text.replace(/[\u064B-\u0652\u0670]/gu, ''),
  tatweel: sometimes(/[سشصضكلمنتب](?=[\u0628-\u064A])/gu, (letter) => `${letter}ـــ`, 0.3),
  hamza: sometimes(/[أإآ]/gu, () => 'ا'),
  'teh marbuta': sometimes(/ة(?![\p{L}\p{M}])/gu, () => 'ه'),
  'alef maksura': sometimes(/ى(?![\p{L}\p{M}])/gu, () => 'ي'),
  'dotless yeh': sometimes(/ي(?![\p{L}\p{M}])/gu, () => 'ى'),
  'waw with hamza': (text) => text.replace(/سؤول/gu, 'سئول').replace(/شؤون/gu, 'شئون'),
  'Persian letters': sometimes(/[يك]/gu, (letter) => (letter === 'ي' ? 'ی' : 'ک')),
  digits: (text) => text.replace(/[0-9]/g, (digit) => ARABIC_DIGITS[Number(digit)] ?? digit),
  'no punctuation': (text) => text.replace(/(?<!\p{N})[.,،؛:!؟?…]+|[.,،؛:!؟?…]+(?!\p{N})/gu, ' ').replace(/\s+/g, ' '),
  'other punctuation': (text) =>
    text
      .replace(/،/g, ',')
      .replace(/؛/g, ' -')
      .replace(/\.(?=\s|$)/g, '!'),
  spaces: sometimes(/ /g, (_, chance) => chance.one(['  ', '\u00A0'])),
  marks: (text) => `\u200F${text.replaceAll(' ', ' \u200F')}`,
  conjunction: (text) => (/^[\u0628-\u064A]{3}/u.test(text) ? `و${text}` : text),
  America: (text) => text.replace(/أمريك/gu, 'أميرك').replace(/ترامب/gu, 'ترمب'),
  percent: (text) => text.replace(/\s?[%٪]/g, ' في المئة'),
  capitals: (text) => (/[a-z]/i.test(text) ? text.toUpperCase() : text),
  apostrophes: (text) => text.replace(/[’']/g, "'"),
}

/** Whole words of a quote, at least half of them, that neither begin after nor end before what turns their meaning. */
export function excerptOf(text: string, chance: Chance): string {
  const words = splitWords(text)
  const length = Math.max(5, Math.ceil(words.length * (0.5 + chance.next() / 2)))
  if (words.length < 8 || length >= words.length) return text
  const from = Math.floor(chance.next() * (words.length - length))
  const [first, last] = [words[from], words[from + length - 1]]
  const before = words.slice(0, from).map((word) => word.text)
  if (first === undefined || last === undefined || before.some((word) => DENIAL.test(word))) return text
  return text.slice(first.start, last.end)
}

const DENIAL = /^[وف]?(?:لا|لن|لم|ما|ليس\p{L}*|لس\p{L}{1,2}|غير|بلا|دون|بدون|عدم|not|no|never|without)$|n[’']t$/iu
