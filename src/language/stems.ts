import { BROKEN_PLURALS } from './broken-plurals.ts'
import { stemEnglish } from './english-stems.ts'
import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { isStopWord } from './stop-words.ts'
import { splitWords } from './words.ts'

/**
 * The light stem of a word, folded: clitics and inflection off, so that word forms of one lemma meet. Never empty. A
 * stem is for comparing: it need not be a word.
 */
export function stem(word: string, language: Language): string {
  return stemFolded(fold(word), language)
}

/** The stems of a text's content words in order: stop words left out. What search, centrality and headlines compare. */
export function contentStems(text: string, language: Language): readonly string[] {
  const stems: string[] = []
  for (const word of splitWords(text)) {
    const folded = fold(word.text)
    if (folded !== '' && !isStopWord(folded, language)) stems.push(stemFolded(folded, language))
  }
  return stems
}

function stemFolded(folded: string, language: Language): string {
  if (/^[a-z]/.test(folded)) return stemEnglish(folded)
  return language === 'ar' || /^\p{Script=Arabic}/u.test(folded) ? stemArabic(folded) : folded
}

/**
 * Strips the affixes of an Arabic word in this order:
 *
 *     و ف   ب ك ل   ال   │ word │   plural, dual, feminine, nisba   possessive
 *     وَ    بِ       الـ     ولاي    ات                              هم
 */
function stemArabic(folded: string): string {
  const bare = withoutPrefixes(folded)
  const owned = withoutPossessive(bare)
  const singular = BROKEN_PLURALS.get(folded) ?? BROKEN_PLURALS.get(bare) ?? BROKEN_PLURALS.get(owned)
  const plain = withoutEndings(singular ?? owned)
  // `بلاده`: the plural shows only now that its ending is off.
  const shown = singular === undefined ? BROKEN_PLURALS.get(plain) : undefined
  return shown === undefined ? plain : withoutEndings(shown)
}

const ARTICLE = /^(?:[وف]?(?:[بك]?ال|لل))(?=..)/u
/** Words whose own first letter looks like a clitic, by their beginning. */
const OWN_WAW =
  /^و(?:ز[ايه]|كال|لا[يد]|لد|ا[لحسقردجضشفثعيه]|حد|ضع|قع|قف|قت|قود|سا[ييطم]|سط|سيل|ثا[يق]|ثيق|فا[هت]|فد|فود|رق|رش|رد|رث|جو|جه|جب|طن|صل|صول|صف|صي|ظا[ييف]|ظيف|شيك|شنطن|هم|هب|باء|يل|يك|يت|عد|عي|قا[ييع]|فق|فر|جيز|رط|ري[ثد]|عود|كيل|ليد|ليم|لع)/u
const OWN_BA =
  /^ب(?:ريط|وت|رنام|رام|اري|يان|اكست|رلم|لد|لاد|عد|عض|روك|ير|ور|رل|غد|طول|طل|طاق|ايد|حر|حي|حث|حوث|كين|نك|نوك|شار|ومب|يون|ول|قا[يء]|ضا[ييع]|سيط|صر|عيد|عث|ني|ناي|نيا|نغ|نج|لج|لغ|لوم|رشل|رازيل|رج|رق|رد|اراك|اسم|الغ|ارز|اكو|اب|يت|يض|يع|يئ|يي|ين|تكوي|شر|وين|ول|وس|وك|ون|اب|اح|اخ|ادر|اقي|ار|است|اق|اي|اص|رم|روت|ريك|ري|رس|رهان|ديل|داي|دا|در|دون|كر|كا|كم|هج|همن|ساط|لاغ|لاست)/u
const OWN_LAM =
  /^ل(?:بنان|يب|افرو|اج|ق|جن|جان|جا|وح|ندن|اعب|غ|حظ|يل|ايح|اهاي|كم|طيف|حوم|سان|هج|ون|وك|وس|وب|اتي|افت|ورن|ين|يون|يم|يا|اند|از|ذيذ|مح|مس|بي)/u

/** `سيعقد`, but not سياسة or سيناء. */
const FUTURE = /^س(?:ي(?!ا|د|ر|ط|ن|م|ف|ك|غ|ول|ب|لا)|ت(?!ا[لنر]|و|ي|ر|ين)|ن(?!و|ه|ا|غ))...+/u

function withoutPrefixes(folded: string): string {
  const article = ARTICLE.exec(folded)?.[0]
  if (article !== undefined) return folded.slice(article.length)
  const conjunction = folded.length >= 4 && folded.startsWith('و') && !OWN_WAW.test(folded)
  const word = conjunction ? folded.slice(1) : folded
  if (word.length >= 5 && word.startsWith('ب') && !OWN_BA.test(word)) return word.slice(1)
  if (word.length >= 5 && word.startsWith('ل') && !OWN_LAM.test(word)) return word.slice(1)
  return FUTURE.test(word) ? word.slice(1) : word
}

/** `ها` and its like; `ه` cannot be told from ة and is left to the endings. A dual or a plural before it lost its ن. */
function withoutPossessive(word: string): string {
  const owned = word.replace(/(?<=...)(?:هما|هم|هن|ها|كم)$|(?<=....)نا$/u, '')
  return owned === word ? word.replace(/(?<=...)ته$/u, 'ه') : owned.replace(/(?<=..[^ا])ت$/u, 'ه')
}

function withoutEndings(word: string): string {
  const single = word.replace(/(?<=...)(?:تين|تان|ات|ون|ين|ان|وا)$/u, '').replace(/(?<=[اي]...+)ت$/u, '')
  const plain = single.replace(/(?<=..[^ي])(?:ييه|يه|ي|ه|ا)$|(?<=...)(?:ه|ا)$/u, '').replace(/(?<=...)ي$/u, '')
  // An apparent plural after a nisba is stripped as well, so that `قانوني` meets `قانون`.
  return plain === single ? plain : plain.replace(/(?<=...)(?:ون|ين|ان)$/u, '')
}
