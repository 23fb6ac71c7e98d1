import type { DateMention } from '../language/date-pattern.ts'
import { findDates } from '../language/dates.ts'
import { type QuotedSpan, quotedSpans } from '../language/quoted-spans.ts'
import type { TimelineEvent } from './briefing.ts'
import type { SplitArticle } from './text.ts'

/** What only measures from a date to now, or compares with one; the sentence tells of another time. */
const MEASURED_FROM = /(?:^|[\s،,(])(?:و?منذ|و?مقارنة ب|و?مقابل|since|compared with|compared to)(?:\s\p{L}+)?\s?$/iu

/**
 * What happened when: one event a dated sentence, by date, then by place; what no date can be told for comes last.
 * `published` resolves words like `أمس`; without it they keep their wording alone.
 */
export function findTimeline(text: SplitArticle, published: string | null): readonly TimelineEvent[] {
  const events = text.sentences.flatMap((sentence): TimelineEvent[] => {
    const quoted = quotedSpans(sentence.text, LONGEST_SPEECH)
    const dates = findDates(sentence.text, text.language, published)
    const main = mainDate(
      sentence.text,
      dates.filter((date) => tellsWhen(sentence.text, date, quoted)),
    )
    if (main === null) return []
    return [{ when: main.text, date: main.date, text: sentence.text, paragraph: sentence.paragraph }]
  })
  // The sort is stable: events of one date stay in reading order. A year comes before its months and days.
  return events.sort((a, b) => compareDates(a.date, b.date))
}

const LONGEST_SPEECH = 2000
/** `أعلنت الوزارة اليوم أن`: what stands around the adverb. `حصيلة اليوم` and `انقضى اليوم` name the day itself. */
const ADVERB_AFTER = /(?:^|[\s\u00A0])ال\p{L}+[،,]?\s$|[،,]\s$/u
const ADVERB_BEFORE = /^(?:[،,.]|\s(?:إن|أن|أنه|أنها|إنه|إنها|بأن|في|عن|على|إلى)(?!\p{L}))/u

/** In speech, `أمس` is the speaker's own; `اليوم` is a date only as an adverb. */
function tellsWhen(sentence: string, date: DateMention, quoted: readonly QuotedSpan[]): boolean {
  if (date.kind !== 'relative') return true
  if (quoted.some((span) => span.start < date.start && date.end < span.end)) return false
  if (date.text !== 'اليوم') return true
  return (
    ADVERB_AFTER.test(sentence.slice(Math.max(0, date.start - 30), date.start)) ||
    ADVERB_BEFORE.test(sentence.slice(date.end))
  )
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
