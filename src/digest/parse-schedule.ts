import { fold } from '../language/fold.ts'
import { minuteInPart, type NamedPart, partOfDay, type ReadTime, readTime } from './clock-time.ts'
import { EVERY_DAY, MOST_TIMES, type Schedule, type Weekday } from './schedule.ts'
import { daysBetween, daysNamed, type NamedDays, workdays } from './weekdays.ts'
import { restsOnFriday, zoneNamed } from './zones.ts'

/** Values for parts that the words omit; without `times` the words must name one. */
export type ScheduleDefaults = Schedule

/** Why words are no schedule; `word` is the one to point at, as typed (`no-time`: empty). */
export type ScheduleProblem = {
  readonly kind: 'unknown-word' | 'no-such-time' | 'second-zone' | 'too-many-times' | 'no-time'
  readonly word: string
}

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'problem'; readonly problem: ScheduleProblem }

/** Reads `07:30 19:00 sun-thu Asia/Riyadh`, «٧:٣٠ مساءً من الأحد إلى الخميس الرياض» or «كل صباح», the parts in any order. */
export function parseSchedule(words: string, defaults: ScheduleDefaults): ParsedSchedule {
  const tokens = tokensOf(words)
  const found: Found = { times: new Set(), parts: [], days: [], zone: null }
  for (let at = 0; at < tokens.length; ) {
    const step = readPart(tokens.slice(at), found)
    if (step.kind === 'problem') return step
    at += step.words
  }
  return complete(found, defaults)
}

type Token = { readonly word: string; readonly folded: string }
/** `times`: as written, or of a part of the day that was named beside them; `parts`: parts of the day without an hour. */
type Found = {
  readonly times: Set<number>
  readonly parts: NamedPart[]
  readonly days: NamedDays[]
  zone: string | null
}
type Step =
  | { readonly kind: 'read'; readonly words: number }
  | { readonly kind: 'problem'; readonly problem: ScheduleProblem }

function tokensOf(words: string): readonly Token[] {
  const split = words.split(/[\s,،;؛]+/).filter((word) => word !== '')
  return split.map((word) => ({ word, folded: fold(word) })).filter(({ folded }) => folded !== '')
}

/** Takes the next part off the front (a time, days, filler words or a zone) and adds it to `found`. */
function readPart(tokens: readonly Token[], found: Found): Step {
  const folded = tokens.map((token) => token.folded)
  const [word = ''] = tokens.map((token) => token.word)
  const time = readTime(folded)
  if (time !== null) return keepTime(time, word, found)
  const part = partOfDay(folded[0] ?? '')
  if (part !== null) {
    found.parts.push(part)
    return { kind: 'read', words: 1 }
  }
  const days = readDays(folded)
  if (days !== null) {
    found.days.push(days.named)
    return { kind: 'read', words: days.words }
  }
  const zone = readZone(tokens)
  if (zone !== null) return keepZone(zone, word, found)
  return FILLING.has(folded[0] ?? '') ? { kind: 'read', words: 1 } : problem('unknown-word', word)
}

function keepTime(time: ReadTime, word: string, found: Found): Step {
  if (time.kind === 'impossible') return problem('no-such-time', word)
  found.times.add(time.minute)
  return found.times.size > MOST_TIMES ? problem('too-many-times', word) : { kind: 'read', words: time.words }
}

function keepZone({ zone, words }: { zone: string; words: number }, word: string, found: Found): Step {
  if (found.zone !== null && found.zone !== zone) return problem('second-zone', word)
  found.zone = zone
  return { kind: 'read', words }
}

function readDays(folded: readonly string[]): { readonly named: NamedDays; readonly words: number } | null {
  const [first = '', second = '', third = ''] = folded
  const group = GROUPS_OF_TWO.get(`${first} ${second}`)
  if (group !== undefined && daysNamed(third) === null) return { named: group, words: 2 }
  const named = daysNamed(first) ?? daysNamed(first.replace(/^و/, ''))
  if (named === null) return null
  const end = BETWEEN.has(second) ? daysNamed(third) : null
  const from = soleDay(named)
  const to = end === null ? null : soleDay(end)
  if (from === null || to === null) return { named, words: 1 }
  return { named: { kind: 'days', days: daysBetween(from, to) }, words: 3 }
}

function soleDay(named: NamedDays): Weekday | null {
  return named.kind === 'days' && named.days.length === 1 ? (named.days[0] ?? null) : null
}

/** The longest run of up to three words that names a zone. */
function readZone(tokens: readonly Token[]): { readonly zone: string; readonly words: number } | null {
  for (let words = Math.min(3, tokens.length); words > 0; words -= 1) {
    const zone = zoneNamed(
      tokens
        .slice(0, words)
        .map((token) => token.word)
        .join(' '),
    )
    if (zone !== null) return { zone, words }
  }
  return null
}

function complete(found: Found, defaults: ScheduleDefaults): ParsedSchedule {
  const named = timesNamed(found).toSorted((left, right) => left - right)
  const times = named.length > 0 ? named : defaults.times
  if (times.length === 0) return problem('no-time', '')
  const zone = found.zone ?? defaults.zone
  const wanted = new Set(found.days.flatMap((named) => daysIn(named, zone)))
  const days = wanted.size > 0 ? EVERY_DAY.filter((day) => wanted.has(day)) : defaults.days
  return { kind: 'schedule', schedule: { times, days, zone } }
}

/** «كل صباح» alone is the morning's usual hour; «كل مساء 7» is the evening's seven. */
function timesNamed({ times, parts }: Found): readonly number[] {
  const [part] = parts
  if (part === undefined) return [...times]
  if (times.size === 0) return [...new Set(parts.map(({ usual }) => usual))]
  return [...new Set([...times].map((minute) => minuteInPart(minute, part)))]
}

function daysIn(named: NamedDays, zone: string): readonly Weekday[] {
  if (named.kind === 'days') return named.days
  const working = workdays(restsOnFriday(zone))
  return named.kind === 'workdays' ? working : EVERY_DAY.filter((day) => !working.includes(day))
}

function problem(kind: ScheduleProblem['kind'], word: string): { kind: 'problem'; problem: ScheduleProblem } {
  return { kind: 'problem', problem: { kind, word } }
}

/** Filler words between the parts; all folded. */
const FILLING: ReadonlySet<string> = new Set(
  'at on in and every each day days from to time the و في عند الساعه كل يوم ايام من الي حتي بتوقيت توقيت مدينه'.split(
    ' ',
  ),
)
const BETWEEN: ReadonlySet<string> = new Set(['-', '–', '—', 'to', 'till', 'until', 'through', 'الي', 'حتي', 'ل'])
const GROUPS_OF_TWO: ReadonlyMap<string, NamedDays> = new Map([
  ['every day', { kind: 'days', days: EVERY_DAY }],
  ['all days', { kind: 'days', days: EVERY_DAY }],
  ['all week', { kind: 'days', days: EVERY_DAY }],
  ['work days', { kind: 'workdays' }],
  ['working days', { kind: 'workdays' }],
  ['كل يوم', { kind: 'days', days: EVERY_DAY }],
  ['كل الايام', { kind: 'days', days: EVERY_DAY }],
  ['طوال الاسبوع', { kind: 'days', days: EVERY_DAY }],
  ['ايام العمل', { kind: 'workdays' }],
  ['ايام الدوام', { kind: 'workdays' }],
  ['نهايه الاسبوع', { kind: 'weekend' }],
  ['عطله الاسبوع', { kind: 'weekend' }],
])
