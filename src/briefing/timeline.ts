import type { DateMention } from '../language/date-pattern.ts'
import { findDates } from '../language/dates.ts'
import type { Language } from '../language/language.ts'
import { type QuotedSpan, quotedSpans } from '../language/quoted-spans.ts'
import { countWords } from '../language/words.ts'
import type { TimelineEvent } from './briefing.ts'
import { type Content, contentOf, tellsAgain } from './repeats.ts'
import type { Sentence, SplitArticle } from './text.ts'

/** What only measures from a date to now, or compares with one; the sentence tells of another time. */
const MEASURED_FROM = /(?:^|[\s،,(])(?:و?منذ|و?مقارنة ب|و?مقابل|since|compared with|compared to)(?:\s\p{L}+)?\s?$/iu

/**
 * What happened when, by date: an event for each dated sentence, and one for each further date of the calendar in a clause
 * of its own. An event told twice comes once; a date whose day, month or year can't be known is left out. `dates`:
 * those of each sentence.
 */
export function findTimeline(text: SplitArticle, dates: readonly (readonly DateMention[])[]): readonly TimelineEvent[] {
  const told = new Map<string, Content[]>()
  const events = text.sentences.flatMap((sentence) => {
    const dated = eventsOf(sentence, text.language, dates[sentence.index] ?? [])
    if (dated.length === 0) return []
    const content = contentOf(sentence.words.map((word) => text.lookUp(word.text)))
    return dated.filter(({ date }) => {
      const before = told.get(date) ?? []
      told.set(date, [...before, content])
      return !before.some((each) => tellsAgain(each, content))
    })
  })
  // The sort is stable: events of one date stay in reading order.
  return events.sort((a, b) => compareDates(a.date, b.date))
}

function eventsOf(sentence: Sentence, language: Language, mentions: readonly DateMention[]): readonly TimelineEvent[] {
  const { text, paragraph } = sentence
  if (mentions.length === 0) return []
  const quoted = quotedSpans(text, LONGEST_SPEECH)
  const dates = yearsShared(mentions, language)
    .filter((date) => tellsWhen(text, date, quoted))
    .flatMap((mention) => {
      const date = mention.date ?? dayOfAnyYear(mention, language)
      return date === null ? [] : [{ ...mention, date }]
    })
  const first = mainDate(text, dates)
  if (first === null) return []
  // `1953 - … في 12 أغسطس`
  const main = dates.find(({ date }) => date.startsWith(`${first.date}-`)) ?? first
  const events = [{ when: main.text, date: main.date, text, paragraph }]
  const taken = new Set([main.date, text])
  for (const [index, date] of dates.entries()) {
    const clause = clauseAt(text, date.start, dates[index - 1]?.end ?? 0)
    if (date.kind !== 'calendar' || taken.has(date.date) || taken.has(clause)) continue
    if (countWords(clause) < FEWEST_WORDS || clause.includes(main.text)) continue
    taken.add(date.date).add(clause)
    events.push({ when: date.text, date: date.date, text: clause, paragraph })
  }
  return events
}

/** `في عام 2011 … وفي 20 أبريل`: a day without its year is of the year the sentence has named before it. */
function yearsShared(dates: readonly DateMention[], language: Language): readonly DateMention[] {
  let year: string | undefined
  return dates.map((mention) => {
    const own = /^\d{4}$/.exec(mention.date ?? '')?.[0]
    const known = own !== undefined || /[\d٠-٩]{4}|$(?<=ال\p{L}+)/u.test(mention.text) || isKnown(mention, language)
    if (mention.kind !== 'calendar' || known) {
      year = own ?? year
      return mention
    }
    return year === undefined
      ? mention
      : { ...mention, date: findDates(`${mention.text} ${year}`, language, null)[0]?.date ?? null }
  })
}

/** `هجمات 11 سبتمبر`: a day that needs no year. */
function isKnown({ text }: DateMention, language: Language): boolean {
  return (findDates(text, language, null)[0]?.date ?? null) !== null
}

/** A clause with its date; fewer words tell no event. */
const FEWEST_WORDS = 4

/** What stands between the commas around an offset, or from the first و after the date `before` it. */
function clauseAt(text: string, at: number, before: number): string {
  const joined = /^\s(?=و\p{L})/u.test(text.slice(before)) && before > 0 ? before : 0
  const from = Math.max(joined, ...['، ', ', ', '؛ '].map((stop) => text.lastIndexOf(stop, at) + 1))
  const to = /[،,؛](?=\s)|(?<![.؟!])[.؟!]*$/u.exec(text.slice(at))?.index ?? text.length
  return text.slice(from, at + to).trim()
}

/** `--04-14`: a day whose year can't be known; null where the text names no day. */
function dayOfAnyYear({ text, kind }: DateMention, language: Language): string | null {
  if (kind !== 'calendar') return null
  const date = findDates(`${text} ${LEAP_YEAR}`, language, null)[0]?.date ?? null
  return date !== null && /^\d{4}-\d\d-\d\d/.test(date) ? date.replaceAll(`${LEAP_YEAR}-`, '--') : null
}

const LEAP_YEAR = 2000
const DAY_LENGTH = '2025-08-15'.length

const LONGEST_SPEECH = 2000
/** `أعلنت الوزارة اليوم أن`: what stands around the adverb. `حصيلة اليوم` and `انقضى اليوم` name the day itself. */
const ADVERB_AFTER = /(?:^|[\s\u00A0])ال\p{L}+[،,]?\s$|[،,]\s$/u
const ADVERB_BEFORE = /^(?:[،,.]|\s(?:إن|أن|أنه|أنها|إنه|إنها|بأن|في|عن|على|إلى)(?!\p{L}))/u

/** In speech, `أمس` is the speaker's own; `اليوم` is a date only as an adverb. */
function tellsWhen(sentence: string, date: DateMention, quoted: readonly QuotedSpan[]): boolean {
  if (date.kind !== 'relative') return true
  const day = date.date?.length === DAY_LENGTH
  if (day && quoted.some((span) => span.start < date.start && date.end < span.end)) return false
  if (date.text !== 'اليوم') return true
  return (
    ADVERB_AFTER.test(sentence.slice(Math.max(0, date.start - 30), date.start)) ||
    ADVERB_BEFORE.test(sentence.slice(date.end))
  )
}

/** The date the sentence happens at: the first that nothing is merely measured from; else a date of the calendar. */
function mainDate<Dated extends DateMention>(sentence: string, dates: readonly Dated[]): Dated | null {
  const told = dates.find((date) => !isMeasuredFrom(sentence, date))
  if (told !== undefined || NOT_SINCE.test(sentence)) return told ?? null
  return dates.find((date) => date.kind === 'calendar') ?? null
}

/** `لم يزر القرية منذ عام 2015` tells of no event of that year. */
const NOT_SINCE = /^[وف]?(?:لم|لن|لا|ليس|ليست)\s/u

function isMeasuredFrom(sentence: string, date: DateMention): boolean {
  return (
    MEASURED_FROM.test(sentence.slice(Math.max(0, date.start - 24), date.start)) || /^(?:منذ|since)\s/iu.test(date.text)
  )
}

/** By day; a month or a year after the days it holds, a day of an unknown year last. */
function compareDates(a: string, b: string): number {
  const [left, right] = [a, b].map((date) => (date.startsWith('--') ? `~${date}` : `${date.split('/')[0]}~`))
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1
}
