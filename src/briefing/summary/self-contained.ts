import { fold } from '../../language/fold.ts'
import type { Language } from '../../language/language.ts'
import { quotedSpans } from '../../language/quoted-spans.ts'
import { stem } from '../../language/stems.ts'
import { countWords } from '../../language/words.ts'
import { lookUp } from '../grammar/lexicon.ts'
import type { VerbUse } from '../grammar/words/verbs.ts'
import type { Sentence } from '../text.ts'

/**
 * How a sentence reads out of context: `alone` makes sense by itself, `leans` needs the sentence before it (it goes on
 * with its speaker, its pronoun or its thought), `unfit` does not belong in a summary.
 */
export type SentenceStanding = 'alone' | 'leans' | 'unfit'

const FEWEST_WORDS = 5
/** So far in, a question says what the article is about; later it only leads from one part to the next. */
const OPENING_SENTENCES = 4
const QUESTION = /[?؟][\s"»”’')\]]*$/u
const ENDS = /[.!…۔][\s"»”“″’')\]]*$/u
const QUOTE_MARKS = /["«»“”″]/u

/** The standing of a sentence of a news article. */
export function standingOf(sentence: Sentence, language: Language): SentenceStanding {
  const { text, index } = sentence
  if (countWords(text) < FEWEST_WORDS || isCredit(text)) return 'unfit'
  // the first sentence is the story: a mark that a typist forgot doesn't cost it its place
  if (index > 0 && hasOrphanMark(text)) return 'unfit'
  if (QUESTION.test(text)) return index < OPENING_SENTENCES ? 'leans' : 'unfit'
  if (!ENDS.test(text)) return 'unfit'
  if (index === 0) return 'alone'
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
  /^[\s(["«“]*(?:اقرا|اقرءوا|شاهد|شاهدوا|طالع|للمزيد|المزيد|المصدر|مصدر الصوره|تصوير|صوره|ترجمه|اعداد|تحرير|كتب[تـ]?\s*:|هذا المقال (?:بقلم|يعبر)|مراسل[هت]?نا|تابعوا|يمكنكم|اشترك|انقر|اضغط|read more|read also|watch|source|photo|image|reporting by|editing by|subscribe|click here|follow us)(?![\p{L}])/iu

/** A teaser, a credit line, a call to read on. */
function isCredit(text: string): boolean {
  return CREDIT.test(fold(text.slice(0, 60)))
}

/** Folded spelling here and below. */
const AUXILIARY = firstWord('كان كانت كانوا قد لقد سوف لم لن ما ليس ليست')
/** What stands right after a verb whose subject was named before. */
const ELIDED_SUBJECT = firstWord(
  `ان انه انها انهم انهما انني اننا بان بانه بانها بانهم الي ايضا كذلك قايلا قايله له لها لهم لي لنا عن علي في`,
)
const PRONOUN = firstWord(
  `هو هي هم هما هن انه انها انهم له لها لهم فيه فيها منه منها منهم به بها معه معها عنه عنها عليه عليها اليه اليها عنده
  عندها لديه لديها بينهم بينها بعده بعدها قبلها حينها وقتها خلالها اثناءها لعله لعلها كلاهما كلهم جميعهم بعضهم اغلبهم
  معظمهم معظمها`,
)
/** Demonstratives point back; before a time («هذا العام») they point to now. */
const POINTS_BACK = /^[وفبكل]?(?:هذا|هذه|ذلك|تلك|هولاء|اولايك|هكذا|كذلك|لذا)$/u
const TIME = firstWord(
  'العام الاسبوع الشهر اليوم الموسم الصيف الشتاء المساء الصباح السنه المره الايام الليله الربيع الخريف',
)
/** Connectives that answer a thought which must have been there. */
const ANSWERS = firstWord(
  'لكن لكنه لكنها لكنهم لكننا بيد غير الا بل بالتالي ايضا كما اذ اذن حيث بينما فيما بالمقابل بالمثل لان لانه لانها كي ثم اما يذكر يشار يعني تعني',
)
/** Phrases that tie a sentence to the one before. */
const TIES =
  /^[وف]?(?:من (?:جانب|جه[هت]|ناحي[هت]|طرف)(?:ه|ها|هم|هما)|من (?:جهه|ناحيه)|في سياق|اثر ذلك|غداه ذلك|بدور(?:ه|ها|هم|هما)|(?:ياتي|تاتي|جاء|جاءت) (?:هذا|هذه|ذلك|تلك)|في (?:المقابل|هذا|هذه|ذلك|تلك|الوقت نفسه|السياق|الاثناء|غضون ذلك)|علي (?:صعيد|الصعيد|الجانب|هامش ذلك)|(?:مع|رغم|بعد|قبل|الي|الي جانب|فضلا عن|اضافه الي|علاوه علي|نتيجه ل|بناء علي|كل) ?ذلك|في حين|من هنا|من ثم|كل هذا)(?= |$)/u

function firstWord(words: string): RegExp {
  return new RegExp(`^[وف]?(?:${words.trim().split(/\s+/u).join('|')})$`, 'u')
}

/** Whether a word is a finite verb of such use; `إضافة` only has the letters of أضافه. */
function isVerbOf(use: VerbUse, word: string): boolean {
  const { verb } = lookUp(fold(word), word)
  return verb?.shape === 'finite' && !word.endsWith('ة') && verb.uses.has(use)
}

function leansInArabic(sentence: Sentence): boolean {
  const opener = openerOf(sentence)
  const words = sentence.words.slice(0, 5).map((word) => fold(word.text))
  if (sentence.words.slice(0, 2).some(({ text }) => isPossessed(text)) || pointsBackInside(sentence)) return true
  if (elidedAfterPhrase(sentence)) return true
  const [first = '', second = ''] = words
  const opening = words.join(' ')
  if (isVerbOf('goesOn', opener) || PRONOUN.test(first) || TIES.test(opening)) return true
  if (POINTS_BACK.test(first)) return !TIME.test(second)
  if (ANSWERS.test(first)) return true
  if (isVerbOf('reports', opener)) return ELIDED_SUBJECT.test(second) || speaksAtOnce(sentence)
  // «وكانت قد أعلنت أن…»: an auxiliary before a verb, and no subject between them.
  return AUXILIARY.test(first) && elidedAfterAuxiliary(words.slice(1))
}

const POSSESSED = /\p{L}{3}(?:ه|ها|هم|هما|هن)$/u
/** Words that end so by themselves. */
const NOT_POSSESSED =
  /(?:الله|مياه|اتجاه|شبه|وجه|انتباه|تشابه|ابنته|فقيه|نزيه|كريه|اهم|مهم|متهم|فهم|سهم|درهم|برهم|ساهم|تساهم|يساهم|اتهم|بينها|بينهم|منها|منهم|وسطهم|نبيه|تنبيه|توجيه|تشويه|ترفيه|سفيه|شفاه|رفاه|جباه|تجاه|باتجاه|طه|كنه|فواكه|مكروه)$/u

/** `وجاءت تصريحاته`, `اتهمته`: a pronoun at the head of a sentence needs its name before. */
function isPossessed(word: string): boolean {
  return POSSESSED.test(word) && !NOT_POSSESSED.test(fold(word))
}

/** `في هذا الاتجاه`, `تلك الخطوة`: a demonstrative whose noun the sentence hasn't named itself. */
function pointsBackInside({ text, words }: Sentence): boolean {
  if (!/هذ[اه]|ذلك|تلك/u.test(text)) return false
  const quoted = quotedSpans(text, text.length)
  return words.some((word, index) => {
    const next = words[index + 1]
    if (index === 0 || next === undefined || !/^[وفبكل]?(?:هذا|هذه|ذلك|تلك)$/u.test(fold(word.text))) return false
    if (!/^ال\p{L}{3}/u.test(next.text) || TIME.test(fold(next.text)) || NEAR.test(fold(next.text))) return false
    if (quoted.some(({ start, end }) => start < word.start && word.end < end)) return false
    const noun = stem(next.text, 'ar')
    return !words.slice(0, index).some((before) => stem(before.text, 'ar') === noun)
  })
}

/** What a reader has before his eyes. */
const NEAR = firstWord('العالم المنطقه البلاد البلد القرن العصر الحياه المقال التقرير العقد النحو')

const OPENS_PHRASE = firstWord(
  'في خلال بعد قبل مع عبر علي من منذ اثناء عقب لدي يوم مساء صباح امس اليوم الي بالنسبه حول عن ردا تعليقا',
)

/** `وفي يوم القمة كتب عبر تيليغرام: «…»`: a verb of speech whose subject was named before, after a phrase of time or place. */
function elidedAfterPhrase({ words, text }: Sentence): boolean {
  if (!OPENS_PHRASE.test(fold(words[0]?.text ?? ''))) return false
  const at = words.findIndex(({ text: word }, index) => index > 0 && index < 9 && isVerbOf('reports', word))
  const [before, verb, next] = [words[at - 1], words[at], words[at + 1]]
  if (
    before === undefined ||
    verb === undefined ||
    /^(?:الذي|التي|ما|ان|كما|انه|انها|بان|من)$/u.test(fold(before.text))
  )
    return false
  const gap = text.slice(verb.end, next?.start ?? text.length)
  return (
    next === undefined ||
    /[::"«“]/u.test(gap) ||
    (gap.trim() === '' && (ELIDED_SUBJECT.test(fold(next.text)) || /^(?:عبر|ل[ـ]?ال)/u.test(next.text)))
  )
}

function openerOf({ words }: Sentence): string {
  return words[0]?.text ?? ''
}

/** Whether the sentence opens with a verb of speech: it reports words, not events. */
export function opensWithSpeech(sentence: Sentence): boolean {
  const first = openerOf(sentence)
  return isVerbOf('reports', first) || isVerbOf('goesOn', first)
}

/** `وأضاف أن`, `وقال: «`: somebody speaks whom the sentence does not name. */
export function hasElidedSpeaker(sentence: Sentence): boolean {
  const [first, second] = sentence.words.map(({ text }) => fold(text))
  if (AUXILIARY.test(first ?? '') && elidedAfterAuxiliary([second ?? '', fold(sentence.words[2]?.text ?? '')]))
    return true
  if (elidedAfterPhrase(sentence)) return true
  return opensWithSpeech(sentence) && (ELIDED_SUBJECT.test(second ?? '') || speaksAtOnce(sentence))
}

function elidedAfterAuxiliary(words: readonly string[]): boolean {
  const [verb = '', next = ''] = words.slice(words.findIndex((word) => word !== 'قد'))
  return isVerbOf('reports', verb) && ELIDED_SUBJECT.test(next)
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
  return ENGLISH_LEANS.test(openerOf(sentence)) || ENGLISH_PHRASE.test(sentence.text)
}
