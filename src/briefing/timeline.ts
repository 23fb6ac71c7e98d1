import { type DateMention, findDates } from '../language/dates.ts'
import type { TimelineEvent } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** What only measures from a date to now, or compares with one; the sentence tells of another time. */
const MEASURED_FROM = /(?:^|[\s،,(])(?:و?منذ|و?مقارنة ب|و?مقابل|since|compared with|compared to)(?:\s\p{L}+)?\s?$/iu

/**
 * What happened when: one event a dated sentence, by date, then by place; what no date can be told for comes last.
 * `published` resolves words like `أمس`; without it they keep their wording alone.
 */
export function findTimeline(text: ArticleText, published: string | null): readonly TimelineEvent[] {
  const events = text.sentences.flatMap((sentence): TimelineEvent[] => {
    const main = mainDate(sentence.text, findDates(sentence.text, text.language, published))
    if (main === null) return []
    return [{ when: main.text, date: main.date, text: sentence.text, paragraph: sentence.paragraph }]
  })
  // The sort is stable: events of one date stay in reading order. A year comes before its months and days.
  return events.sort((a, b) => compareDates(a.date, b.date))
}

/** The date the sentence happens at: the first that nothing is merely measured from; else a date of the calendar. */
function mainDate(sentence: string, dates: readonly DateMention[]): DateMention | null {
  const told = dates.find((date) => !isMeasuredFrom(sentence, date))
  return told ?? dates.find((date) => date.kind === 'calendar') ?? null
}

function isMeasuredFrom(sentence: string, date: DateMention): boolean {
  return (
    MEASURED_FROM.test(sentence.slice(Math.max(0, date.start - 24), date.start)) || /^(?:منذ|since)\s/iu.test(date.text)
  )
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}
