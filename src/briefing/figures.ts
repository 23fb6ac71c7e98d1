import type { DateMention } from '../language/date-pattern.ts'
import { findDates } from '../language/dates.ts'
import type { Language } from '../language/language.ts'
import { findNumbers, type NumberMention } from '../language/numbers.ts'
import type { Figure } from './briefing.ts'
import type { Sentence, SplitArticle } from './text.ts'

/**
 * The figures of an article in reading order, each with what it counts: numbers in digits and words, years, and dates
 * with their month. A figure said twice with the same words comes once.
 */
export function findFigures(text: SplitArticle): readonly Figure[] {
  const seen = new Set<string>()
  return text.sentences.flatMap((sentence) =>
    figuresOf(sentence, text.language).filter((figure) => {
      const isNew = !seen.has(figure.text)
      seen.add(figure.text)
      return isNew
    }),
  )
}

function figuresOf({ text, paragraph, words }: Sentence, language: Language): readonly Figure[] {
  const dates = findDates(text, language, null).filter(isFigure)
  const numbers = findNumbers(text, language, words)
  const counted = numbers.filter(
    (number, index) => !dates.some((date) => overlaps(date, number)) && !isBreakdown(text, number, numbers[index - 1]),
  )
  return [...dates, ...counted]
    .sort((a, b) => a.start - b.start)
    .map((found) => ({ text: found.text, sentence: text, paragraph }))
}

/** `عام 2022` and `فبراير المقبل` are figures; `أمس` and a month alone are none. */
function isFigure(date: DateMention): boolean {
  return (
    date.kind === 'calendar' && /[\d٠-٩]|\s(?:ال(?:مقبل|قادم|ماضي|ماضى|جاري|منصرم|فائت)|من)|next|last/iu.test(date.text)
  )
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

const PART_OF_IT = /(?:^|[\s،,(])(?:من\s)?(?:بينهم|بينها|بينهن|منهم|منها|including|among them)\s$/iu

/** `أكثر من مليون شخص، بينهم آلاف المدنيين`: a vague part of the figure before says nothing of its own. */
function isBreakdown(text: string, number: NumberMention, previous: NumberMention | undefined): boolean {
  const before = text.slice(Math.max(0, number.start - 24), number.start)
  return number.precision === 'vague' && previous !== undefined && PART_OF_IT.test(before)
}
