import { fold } from '../language/fold.ts'
import { EVERY_DAY, type Weekday } from './schedule.ts'

/** Days named by one word, or a group that depends on the country's working week. */
export type NamedDays =
  | { readonly kind: 'days'; readonly days: readonly Weekday[] }
  | { readonly kind: 'workdays' }
  | { readonly kind: 'weekend' }

/** Reads a folded word: `sun`, `sun-thu` (across the week's end too), `daily`, `weekdays`, «الاحد-الخميس». */
export function daysNamed(folded: string): NamedDays | null {
  const [from, to, ...rest] = folded.split(/[-–—−~/]/).map((name) => DAYS.get(name))
  if (from === undefined && to === undefined) return GROUPS.get(folded) ?? null
  if (from === undefined || rest.length > 0) return null
  if (!/[-–—−~/]/.test(folded)) return { kind: 'days', days: [from] }
  return to === undefined ? null : { kind: 'days', days: daysBetween(from, to) }
}

/** The days from one to another, across the week's end if need be: Saturday to Monday are three. */
export function daysBetween(from: Weekday, to: Weekday): readonly Weekday[] {
  const length = ((to - from + 7) % 7) + 1
  return [...EVERY_DAY, ...EVERY_DAY].slice(from - 1, from - 1 + length)
}

/** The working days of a week whose weekend begins on Friday, or on Saturday. */
export function workdays(restsOnFriday: boolean): readonly Weekday[] {
  return restsOnFriday ? [1, 2, 3, 4, 7] : [1, 2, 3, 4, 5]
}

const NAMES: readonly (readonly [day: Weekday, names: string])[] = [
  [1, 'mon monday mondays الاثنين اثنين الإثنين إثنين'],
  [2, 'tue tues tuesday tuesdays الثلاثاء ثلاثاء الثلاثا'],
  [3, 'wed weds wednesday wednesdays الأربعاء أربعاء الأربعا'],
  [4, 'thu thur thurs thursday thursdays الخميس خميس'],
  [5, 'fri friday fridays الجمعة جمعة'],
  [6, 'sat saturday saturdays السبت سبت'],
  [7, 'sun sunday sundays الأحد أحد'],
]

const DAYS: ReadonlyMap<string, Weekday> = new Map(
  NAMES.flatMap(([day, names]) => names.split(' ').map((name): [string, Weekday] => [fold(name), day])),
)

const GROUPS: ReadonlyMap<string, NamedDays> = new Map([
  ...named('daily everyday يوميا يوميّا', { kind: 'days', days: EVERY_DAY }),
  ...named('weekdays weekday workdays workday', { kind: 'workdays' }),
  ...named('weekend weekends', { kind: 'weekend' }),
])

function named(names: string, days: NamedDays): [string, NamedDays][] {
  return names.split(' ').map((name) => [fold(name), days])
}
