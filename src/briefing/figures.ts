import type { DateMention } from '../language/date-pattern.ts'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { monthNumber } from '../language/month-names.ts'
import { findNumbers, type NumberMention } from '../language/numbers.ts'
import type { Figure } from './briefing.ts'
import type { Sentence, SplitArticle } from './text.ts'

/**
 * The figures of an article (`dates`: those of each sentence), each with what it counts: numbers in digits and words, no dates. Those that tell most come
 * first, the figures of one sentence together in reading order. A figure said twice with the same words comes once.
 */
export function findFigures(text: SplitArticle, dates: readonly (readonly DateMention[])[]): readonly Figure[] {
  const seen = new Set<string>()
  const title = fold(text.title)
  const bySentence = text.sentences.flatMap((sentence) => {
    const numbers = numbersOf(sentence, text.language, dates[sentence.index] ?? []).filter(
      ({ text: figure }) => !seen.has(fold(figure)),
    )
    for (const each of numbers) seen.add(fold(each.text))
    const place = 1 / (1 + sentence.index / 0.7)
    const worth = Math.max(...numbers.map((number) => worthOf(number, { title, sentence: sentence.text }))) + place
    return numbers.length === 0 ? [] : [{ sentence, numbers, worth }]
  })
  return bySentence
    .sort((a, b) => b.worth - a.worth)
    .flatMap(({ sentence: { text: sentence, paragraph }, numbers }) =>
      numbers.map((number) => ({ text: number.text, sentence, paragraph })),
    )
}

function numbersOf(
  { text, words }: Sentence,
  language: Language,
  dates: readonly DateMention[],
): readonly NumberMention[] {
  const numbers = findNumbers(text, language, words)
  return numbers.filter(
    (number, index) =>
      !isYear(number) &&
      monthNumber(number.unit ?? '') === 0 &&
      !dates.some((date) => isPartOf(date, number)) &&
      !isBreakdown(text, number, numbers[index - 1]),
  )
}

/** `قبل ثلاثة أعوام` is a length of time as well; of other dates the numbers count nothing. */
function isPartOf(date: DateMention, { unit, core }: NumberMention): boolean {
  if (/^(?:قبل|منذ)\s|ago$/u.test(date.text) && unit !== null) return false
  return core.start < date.end && date.start < core.end
}

const HUNDREDS = 100
/** The singular after a number that isn't round ends so (`1987 صوتا`); a year is followed by anything. */
const COUNTED_NOUN = /(?:ا|اً|ًا|ى|%|\$|دولار|يورو|م|كم|نقطة|جنود|شخص)$|^(?:من|people|dollars|\p{L}+s)(?:\s|$)/u

/** A bare number like a year, or one whose next word it doesn't count (`اتفاق 2015 ينص`). */
function isYear({ text, value, unit, precision }: NumberMention): boolean {
  if (precision !== 'exact' || !/^\(?(?:1[89]|20|١[٨٩]|٢٠|14|١٤)[\d٠-٩]{2}(?![\d٠-٩.,٫٬،])/u.test(text)) return false
  if (unit === null || /^\(\S+\)|^\S{4}\s?[-–]/u.test(text)) return true
  return value % HUNDREDS !== 0 && (!COUNTED_NOUN.test(unit) || unit.endsWith('هما'))
}

const MONEY = /دولار|يورو|جنيه|ريال|درهم|دينار|ليره|فرنك|روبل|شيكل|[$€£¥₪]|dollar|euro|pound/u
/** Said of the dead and the hurt, after the number or before it (`مقتل 25 عاملا`). */
const HARM = /قتيل|قتلي|شهيد|شهداء|جريح|جرحي|مصاب|ضحي|ضحايا|وفا|جثه|جثث|مفقود|killed|dead|deaths|wounded|injured/u
const HARMED = /(?:قتل|مقتل|مصرع|اصابه|اصيب|جرح|استشهاد|وفاه|killed|wounded|injured)\s$/u
const PEOPLE =
  /شخص|مواطن|مدني|طفل|اطفال|جندي|جنود|لاجي|نازح|عامل|عمال|موظف|مقاتل|عنصر|نسمه|طالب|امراه|نساء|people|soldiers|children|refugees/u
const SHARE = /[%٪]|في الم|بالم|percent|per cent/u
/** Lengths of time and times that something happened tell least. */
const TIME =
  /^(?:ساع|دقيق|دقايق|ثاني|ثواني|(?:يوم|اسبوع|شهر|عام|عقد|قرن|ليل)(?:ا|ان|ين|ه)?(?![\p{L}])|ايام|اسابيع|اشهر|شهور|اعوام|سنه|سن(?:وات|ين|تان|تين)|عقود|قرون|مره|مرات|مرتين|hour|minute|second|day|week|month|year|decade|centur|time)/u

/** How much a figure tells: what it counts, how large it is, whether the title names it. */
function worthOf(number: NumberMention, { title, sentence }: { title: string; sentence: string }): number {
  const { text, value, unit, precision, start } = number
  const counted = fold(unit ?? '')
  const harm = HARM.test(counted) || HARMED.test(fold(sentence.slice(Math.max(0, start - 12), start)))
  const kind = harm ? 1.2 : MONEY.test(counted) || SHARE.test(counted) ? 1 : PEOPLE.test(counted) ? 0.9 : 0.6
  const digits = /[\d٠-٩][\d٠-٩.,٫٬،]*/u.exec(text)?.[0]
  const inTitle = title.includes(fold(digits ?? text)) ? 1 : 0
  const size = Math.min(1, Math.log10(1 + Math.abs(value)) / 8)
  if (unit === null || TIME.test(counted)) return inTitle * 0.5 + size * 0.3
  return kind + size + inTitle - (precision === 'vague' ? 0.6 : 0)
}

const PART_OF_IT = /(?:^|[\s،,(])(?:من\s)?(?:بينهم|بينها|بينهن|منهم|منها|including|among them)\s$/iu

/** `أكثر من مليون شخص، بينهم آلاف المدنيين`: a vague part of the figure before says nothing of its own. */
function isBreakdown(text: string, number: NumberMention, previous: NumberMention | undefined): boolean {
  const before = text.slice(Math.max(0, number.start - 24), number.start)
  return number.precision === 'vague' && previous !== undefined && PART_OF_IT.test(before)
}
