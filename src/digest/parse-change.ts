import { findDates } from '../language/dates.ts'
import { fold } from '../language/fold.ts'
import { languageOfWords } from '../language/language.ts'
import { readTime } from './clock-time.ts'
import { type LENGTHS, SECTIONS } from './form.ts'
import { dayNumber, isIsoDay, isoDay, localDay } from './local-day.ts'
import { isKeyword } from './matching.ts'
import type { Change } from './preferences.ts'
import { nextRamadan } from './ramadan.ts'
import { type DayNumber, MOST_TIMES } from './schedule.ts'
import { MOST_FOLLOWED, MOST_NAMED, type WHEN_EMPTY } from './wishes.ts'

/** Why a change can't be read; `word` is the one to point at. */
export type ChangeProblem = {
  readonly kind: 'date' | 'past' | 'hours' | 'times' | 'choice' | 'words' | 'many'
  readonly word: string
}

/** `other`: no change of a plan, but a schedule or unknown words. */
export type ParsedChange =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'problem'; readonly problem: ChangeProblem }
  | { readonly kind: 'other' }

/** The moment and zone of the message: dates are those of the zone. */
export type ChangeSetting = { readonly now: number; readonly zone: string }

/**
 * Reads one change in one line: `pause 2026-03-01`, `quiet 22:00 07:00`, `ramadan 21:00`, `from 2026-07-01 to 2026-07-31
 * 10:00`, `sections line quote`, `most 5`, `length short`, `empty silent`, `keywords gaza, truce`, «متحدثون بوتين».
 */
export function parseChange(words: string, setting: ChangeSetting): ParsedChange {
  const [first = '', ...rest] = words.trim().split(/\s+/)
  const topic = TOPICS.get(fold(first).replace(/[:：]$/, ''))
  if (topic === undefined) return { kind: 'other' }
  return topic({ text: rest.join(' '), words: rest.map(fold), today: localDay(setting.now, setting.zone) })
}

/** The words after the topic, as typed and folded. */
type ChangeText = { readonly text: string; readonly words: readonly string[]; readonly today: DayNumber }
type Topic = (said: ChangeText) => ParsedChange

const SPANS: ReadonlyMap<string, number> = new Map([
  ...['day', 'يوم', 'يوما', 'tomorrow', 'غدا', 'الغد'].map((word): [string, number] => [word, 1]),
  ...['week', 'اسبوع', 'اسبوعا'].map((word): [string, number] => [word, 7]),
  ...['month', 'شهر', 'شهرا'].map((word): [string, number] => [word, 30]),
])

const pause: Topic = ({ text, words, today }) => {
  const meant = words.filter((word) => !['until', 'till', 'for', 'a', 'حتي', 'الي', 'لمده'].includes(word))
  const [word = ''] = meant
  const span = meant.length === 1 ? SPANS.get(word) : undefined
  const resumes = span === undefined ? dateIn(text, today) : today + span
  if (resumes === null) return problem('date', text)
  return resumes <= today ? problem('past', text) : exceptions({ resumes })
}

const resume: Topic = () => exceptions({ resumes: null })

const quiet: Topic = ({ text, words }) => {
  if (isNone(words)) return exceptions({ quiet: null })
  const times = timesIn(words.flatMap((word) => word.split(/[-–—]/)).filter((word) => word !== ''))
  const [from, to] = times ?? []
  if (times?.length !== 2 || from === undefined || to === undefined || from === to) return problem('hours', text)
  return exceptions({ quiet: { from, to } })
}

const ramadan: Topic = ({ text, words, today }) => {
  if (isNone(words)) return exceptions({ season: null })
  return season(text, words, nextRamadan(today))
}

const between: Topic = ({ text, words, today }) => {
  const dates = words.flatMap((word) => dateOf(word) ?? [])
  // «من الأحد إلى الخميس» is a schedule
  if (dates.length === 0) return { kind: 'other' }
  const [from, to] = dates
  if (dates.length !== 2 || from === undefined || to === undefined || from > to) return problem('date', text)
  if (to < today) return problem('past', text)
  return season(
    text,
    words.filter((word) => dateOf(word) === null),
    { from, to },
  )
}

function season(text: string, words: readonly string[], dates: { from: DayNumber; to: DayNumber }): ParsedChange {
  const times = timesIn(words)
  if (times === null || times.length === 0 || times.length > MOST_TIMES) return problem('times', text)
  return exceptions({ season: { ...dates, times: [...new Set(times)].toSorted((left, right) => left - right) } })
}

const sections: Topic = ({ text, words }) => {
  const named = words.flatMap((word) => word.split(/[,،]/)).filter((word) => word !== '')
  const known = named.map((word) => choiceNamed(SECTION_WORDS, word))
  const chosen = known.flatMap((section) => section ?? [])
  if (isNone(words)) return wishes({ sections: [] })
  if (named.length === 0 || chosen.length < named.length) return problem('choice', text)
  return wishes({ sections: SECTIONS.length < chosen.length ? SECTIONS : [...new Set(chosen)] })
}

const most: Topic = ({ text, words }) => {
  const count = words.length === 1 && /^\d{1,2}$/.test(words[0] ?? '') ? Number(words[0]) : 0
  return count >= 1 && count <= MOST_NAMED ? wishes({ most: count }) : problem('choice', text)
}

const length: Topic = ({ text, words }) => {
  const chosen = choiceNamed(LENGTH_WORDS, words.join(' '))
  return chosen === null ? problem('choice', text) : wishes({ length: chosen })
}

const empty: Topic = ({ text, words }) => {
  const chosen = choiceNamed(EMPTY_WORDS, words.join(' '))
  return chosen === null ? problem('choice', text) : wishes({ whenEmpty: chosen })
}

const keywords: Topic = (said) => follow(said, 'keywords')
const speakers: Topic = (said) => follow(said, 'speakers')

function follow({ text, words }: ChangeText, what: 'keywords' | 'speakers'): ParsedChange {
  if (isNone(words)) return wishes({ [what]: [] })
  const named = text.split(/[,،;؛]/).map((word) => word.trim().replace(/\s+/g, ' '))
  const distinct = [...new Map(named.filter((word) => word !== '').map((word) => [fold(word), word])).values()]
  const wrong = distinct.find((word) => word.length > 60 || (what === 'keywords' && !isKeyword(word)))
  if (distinct.length === 0 || wrong !== undefined) return problem('words', wrong ?? text)
  return distinct.length > MOST_FOLLOWED ? problem('many', text) : wishes({ [what]: distinct })
}

function dateOf(word: string): DayNumber | null {
  return isIsoDay(word) ? dayNumber(word) : null
}

/** The single date that a text names (`1 March`, «الأحد القادم»); without a year, the next one. */
function dateIn(text: string, today: DayNumber): DayNumber | null {
  const [mention, ...others] = findDates(text, languageOfWords(text), isoDay(today))
  const iso = mention?.date ?? ''
  if (!isIsoDay(iso) || others.length > 0) return null
  const day = dayNumber(iso)
  if (day > today || /\p{Nd}{4}/u.test(text)) return day
  const next = `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`
  return isIsoDay(next) ? dayNumber(next) : null
}

/** The times that words name, with filler words between; `null` for any other word. */
function timesIn(words: readonly string[]): readonly number[] | null {
  const times: number[] = []
  for (let at = 0; at < words.length; ) {
    const time = readTime(words.slice(at))
    if (time?.kind === 'time') times.push(time.minute)
    else if (!BETWEEN.has(words[at] ?? '')) return null
    at += time?.kind === 'time' ? time.words : 1
  }
  return times
}

function isNone(words: readonly string[]): boolean {
  return words.length === 1 && NONE.has(words[0] ?? '')
}

function choiceNamed<Choice extends string>(names: Readonly<Record<Choice, string>>, word: string): Choice | null {
  for (const choice in names) {
    if (choice === word || names[choice].split(' ').map(fold).includes(word)) return choice
  }
  return null
}

function exceptions(part: Extract<Change, { kind: 'exceptions' }>['part']): ParsedChange {
  return { kind: 'change', change: { kind: 'exceptions', part } }
}

function wishes(part: Extract<Change, { kind: 'wishes' }>['part']): ParsedChange {
  return { kind: 'change', change: { kind: 'wishes', part } }
}

function problem(kind: ChangeProblem['kind'], word: string): ParsedChange {
  return { kind: 'problem', problem: { kind, word } }
}

/** All folded. */
const BETWEEN: ReadonlySet<string> = new Set(['to', 'from', 'and', 'at', '-', '–', 'من', 'الي', 'حتي', 'و', 'الساعه'])
const NONE: ReadonlySet<string> = new Set(['off', 'none', 'no', 'all', '-', 'بلا', 'لا', 'الكل', 'بدون'])
const SECTION_WORDS: Readonly<Record<(typeof SECTIONS)[number], string>> = {
  line: 'gist summary ملخص الملخص خلاصة الخلاصة',
  quote: 'quotes اقتباس اقتباسات',
  figures: 'figure numbers أرقام الأرقام',
  headlines: 'headline عناوين العناوين',
  chunk: 'part جزء الجزء',
  tags: 'tag hashtags وسوم وسم الوسوم',
}
const LENGTH_WORDS: Readonly<Record<(typeof LENGTHS)[number], string>> = {
  short: 'قصير قصيرة',
  normal: 'usual عادي عادية',
  long: 'طويل طويلة',
}
const EMPTY_WORDS: Readonly<Record<(typeof WHEN_EMPTY)[number], string>> = {
  part: 'chunk جزء',
  line: 'سطر',
  silent: 'silence nothing صمت',
}

/** The first words of a change. */
const TOPICS: ReadonlyMap<string, Topic> = new Map(
  [
    ['pause إيقاف أوقف توقف', pause] as const,
    ['resume استئناف استأنف', resume] as const,
    ['quiet هدوء الهدوء', quiet] as const,
    ['ramadan رمضان', ramadan] as const,
    ['from between من بين', between] as const,
    ['sections أقسام الأقسام', sections] as const,
    ['most أقصى', most] as const,
    ['length طول الطول', length] as const,
    ['empty فارغ', empty] as const,
    ['keywords keyword words كلمات كلمة', keywords] as const,
    ['speakers speaker متحدثون متحدثين متحدث قائل', speakers] as const,
  ].flatMap(([words, topic]) => words.split(' ').map((word): [string, Topic] => [fold(word), topic])),
)
