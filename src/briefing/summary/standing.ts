import { fold } from '../../language/fold.ts'
import type { Language } from '../../language/language.ts'
import { countWords } from '../../language/words.ts'
import type { Sentence } from '../text.ts'

/**
 * How a sentence stands outside its place: `alone` makes sense by itself, `leans` needs the sentence before it (it goes on
 * with its speaker, its pronoun or its thought), `unfit` tells nothing that belongs in a summary.
 */
export type Standing = 'alone' | 'leans' | 'unfit'

const FEWEST_WORDS = 5
const QUESTION = /[?؟][\s"»”’')\]]*$/u
const ENDS = /[.!…۔][\s"»”“″’')\]]*$/u
const QUOTE_MARKS = /["«»“”″]/u

/** The standing of a sentence of a news article. */
export function standingOf(sentence: Sentence, language: Language): Standing {
  const { text } = sentence
  if (countWords(text) < FEWEST_WORDS || QUESTION.test(text) || !ENDS.test(text)) return 'unfit'
  if (hasOrphanMark(text) || isCredit(text)) return 'unfit'
  if (QUOTE_MARKS.test(text.charAt(0))) return 'leans'
  return (language === 'ar' ? leansInArabic(sentence) : leansInEnglish(sentence)) ? 'leans' : 'alone'
}

/** A quotation or bracket that opens and does not close, or closes and did not open. */
function hasOrphanMark(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1
  if (count('"') % 2 === 1 || count('″') % 2 === 1) return true
  if (count('«') !== count('»') || count('(') !== count(')') || count('[') !== count(']')) return true
  // “..“ is a pair too: some papers close with the opening mark.
  return (count('“') + count('”')) % 2 === 1
}

const CREDIT =
  /^[\s(["«“]*(?:اقرا|اقرءوا|شاهد|شاهدوا|طالع|للمزيد|المزيد|المصدر|مصدر الصوره|تصوير|صوره|ترجمه|اعداد|تحرير|كتب[تـ]?\s*:|مراسل[هت]?نا|تابعوا|يمكنكم|اشترك|انقر|اضغط|read more|read also|watch|source|photo|image|reporting by|editing by|subscribe|click here|follow us)(?![\p{L}])/iu

/** A teaser, a credit line, a call to read on. */
function isCredit(text: string): boolean {
  return CREDIT.test(fold(text.slice(0, 60)))
}

/** Verbs that go on with somebody's speech. */
const GOES_ON_SPEAKING =
  /^[وف]?(?:ا?ضاف|تابع|اردف|استطرد|استدرك|واصل|ختم|اختتم|زاد|عقب|استانف|مضي|يضيف|تضيف|يتابع|تتابع|يستطرد|يواصل|تواصل|يختم|تختم)(?:ت|وا|ا|تا)?$/u
/** Any verb of speech, with and without its conjunction. */
const SPEAKS =
  /^[وف]?(?:قال|قل|اوضح|اكد|ذكر|اشار|صرح|اعلن|اعتبر|راي|شدد|لفت|بين|كشف|نفي|افاد|حذر|دعا|طالب|كتب|علق|رد|اجاب|توقع|اعرب|عبر|نوه|زعم|ادعي|رجح|وصف|يقول|تقول|يري|تري|يوكد|توكد|يوضح|توضح|يعتقد|تعتقد|يعتبر|تعتبر|يشير|تشير|يذكر|تذكر|يصف|تصف)(?:ت|وا|ا|تا)?$/u
/** What stands right after a verb whose subject was named before. */
const ELIDED_SUBJECT =
  /^(?:ان|انه|انها|انهم|انهما|انني|اننا|بان|بانه|بانها|بانهم|الي|ايضا|كذلك|قايلا|قايله|له|لها|لهم|لي|لنا|عن|علي|في)$/u
const PRONOUN =
  /^[وف]?(?:هو|هي|هم|هما|هن|انه|انها|انهم|له|لها|لهم|فيه|فيها|منه|منها|منهم|به|بها|معه|معها|عنه|عنها|عليه|عليها|اليه|اليها|عنده|لديه|لديها|بينهم|بينها|بعدها|بعده|قبلها|حينها|وقتها|عندها|خلالها|اثناءها|ليته|لعله|لعلها|كلاهما|كلهم|جميعهم|بعضهم|اغلبهم|معظمهم|معظمها)$/u
/** Demonstratives that point back by themselves; before a noun with the article they mostly do too, save for time. */
const POINTS_BACK = /^[وفبكل]?(?:هذا|هذه|ذلك|تلك|هولاء|اولايك|هكذا|كذلك|لذلك|لذا|بذلك|كهذا|كهذه)$/u
const TIME =
  /^(?:العام|الاسبوع|الشهر|اليوم|الموسم|الصيف|الشتاء|المساء|الصباح|السنه|المره|الايام|الليله|الربيع|الخريف)$/u
/** Connectives that answer a thought which must have been there. */
const ANSWERS =
  /^[وف]?(?:لكن|لكنه|لكنها|لكنهم|لكننا|بيد|غير|الا|بل|بالتالي|عليه|ايضا|كما|اذ|اذن|حيث|بينما|فيما|مع ذلك|رغم ذلك|بالمقابل|بالمثل|لان|لانه|لانها|كي|ثم|حتي انه|اما|يذكر|ياتي|تاتي|جاء|جاءت|يشار|يعني|تعني)$/u
const HIS_SIDE =
  /^[وف]?(?:من (?:جانب|جه|ناحي|طرف)[هت]?(?:ه|ها|هم|هما)?|بدور(?:ه|ها|هم|هما)|في (?:المقابل|هذا|هذه|ذلك|تلك|الوقت نفسه|السياق|الاثناء|غضون ذلك|هذه الاثناء)|علي (?:صعيد|الصعيد|الجانب|هامش ذلك)|الي ذلك|الي جانب ذلك|فضلا عن ذلك|اضافه الي ذلك|مع ذلك|رغم ذلك|بعد ذلك|قبل ذلك|نتيجه لذلك|بناء علي ذلك|في حين|من هنا|ومن ثم|من ثم|كل (?:هذا|ذلك)|هذا و|علاوه علي)(?= |$)/u

function leansInArabic(sentence: Sentence): boolean {
  const words = sentence.words.slice(0, 5).map((word) => fold(word.text))
  const [first = '', second = ''] = words
  const opening = words.join(' ')
  if (GOES_ON_SPEAKING.test(first) || PRONOUN.test(first) || HIS_SIDE.test(opening)) return true
  if (POINTS_BACK.test(first)) return !TIME.test(second)
  if (ANSWERS.test(first)) return true
  if (SPEAKS.test(first)) return ELIDED_SUBJECT.test(second) || speaksAtOnce(sentence)
  // «وكانت قد أعلنت أن…»: an auxiliary before a verb, and no subject between them.
  return /^[وف]?(?:كان|كانت|كانوا|قد|لقد|سوف|لم|لن|ما|ليس|ليست)$/u.test(first) && elidedAfterAuxiliary(words.slice(1))
}

/** Whether the sentence opens by saying that somebody spoke: it reports words, not what happened. */
export function opensWithSpeech(sentence: Sentence): boolean {
  const first = fold(sentence.words[0]?.text ?? '')
  return SPEAKS.test(first) || GOES_ON_SPEAKING.test(first)
}

function elidedAfterAuxiliary(words: readonly string[]): boolean {
  const verb = words.findIndex((word) => word !== 'قد')
  return SPEAKS.test(words[verb] ?? '') && ELIDED_SUBJECT.test(words[verb + 1] ?? '')
}

/** A colon or a quotation right after the verb: its subject was named before. */
function speaksAtOnce(sentence: Sentence): boolean {
  const [first, second] = sentence.words
  return first !== undefined && /[::"«“]/u.test(sentence.text.slice(first.end, second?.start ?? first.end + 3))
}

const ENGLISH_LEANS =
  /^(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|or|so|however|also|meanwhile|moreover|still|instead|then|such|both|either|therefore|thus|nevertheless|nonetheless|otherwise|another|others|there|here|we|i|you)$/iu
const ENGLISH_PHRASE =
  /^(?:for (?:his|her|its|their) part|in (?:addition|turn|response|contrast)|at the same time|on the other hand|as a result|after that|by contrast)(?![a-z])/iu

function leansInEnglish(sentence: Sentence): boolean {
  return ENGLISH_LEANS.test(sentence.words[0]?.text ?? '') || ENGLISH_PHRASE.test(sentence.text)
}
