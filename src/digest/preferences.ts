import type { Key } from '../article/key.ts'
import type { Length, Section } from './form.ts'
import { localDay } from './local-day.ts'
import { nextRamadan } from './ramadan.ts'
import { EVERY_DAY, type Exceptions, MOST_TIMES, NO_EXCEPTIONS, type Schedule, type Season } from './schedule.ts'
import { MOST_FOLLOWED, type WhenEmpty, type Wishes } from './wishes.ts'
import { zoneOfKey } from './zone-list.ts'

/** A chat's settings for its digests. */
export type Plan = { readonly schedule: Schedule; readonly wishes: Wishes }

/** A new value for one part of a plan. */
export type Change =
  | { readonly kind: 'schedule'; readonly part: Partial<Pick<Schedule, 'times' | 'days' | 'zone'>> }
  | { readonly kind: 'exceptions'; readonly part: Partial<Exceptions> }
  | { readonly kind: 'wishes'; readonly part: Partial<Wishes> }

export function changePreferences({ schedule, wishes }: Plan, change: Change): Plan {
  switch (change.kind) {
    case 'schedule':
      return { schedule: { ...schedule, ...change.part }, wishes }
    case 'exceptions':
      return { schedule: { ...schedule, exceptions: { ...exceptionsOf(schedule), ...change.part } }, wishes }
    case 'wishes':
      return { schedule, wishes: { ...wishes, ...change.part } }
    default:
      return change satisfies never
  }
}

export function exceptionsOf({ exceptions }: Schedule): Exceptions {
  return exceptions ?? NO_EXCEPTIONS
}

/** `now`: epoch milliseconds; `speaker`: the name of the button's speaker; `null`: no such speaker. */
export type Setting = { readonly now: number; readonly speaker: string | null }

/** A button's change of a plan; `null`: it only opens a page, or its subject no longer exists. */
export function changeOf(adjustment: Adjustment, plan: Plan, { now, speaker }: Setting): Change | null {
  const { schedule, wishes } = plan
  const today = localDay(now, schedule.zone)
  switch (adjustment.kind) {
    case 'page':
    case 'zones':
      return null
    case 'zone': {
      const zone = zoneOfKey(adjustment.key)
      return zone === null ? null : { kind: 'schedule', part: { zone } }
    }
    case 'time':
      return { kind: 'schedule', part: { times: withToggledTime(schedule.times, adjustment.minute) } }
    case 'days':
      return { kind: 'schedule', part: { days: EVERY_DAY.filter((day) => adjustment.days.includes(String(day))) } }
    case 'day':
      return { kind: 'schedule', part: { days: toggledDays(schedule, adjustment.day) } }
    case 'pause':
      return { kind: 'exceptions', part: { resumes: adjustment.days === 0 ? null : today + adjustment.days } }
    case 'quiet':
      return { kind: 'exceptions', part: { quiet: { from: adjustment.from, to: adjustment.to } } }
    case 'no-quiet':
      return { kind: 'exceptions', part: { quiet: null } }
    case 'ramadan':
      return { kind: 'exceptions', part: { season: toggledSeason(plan, adjustment.minute, today) } }
    case 'no-ramadan':
      return { kind: 'exceptions', part: { season: null } }
    case 'section': {
      const others = wishes.sections.filter((section) => section !== adjustment.section)
      const isOff = others.length === wishes.sections.length
      return { kind: 'wishes', part: { sections: isOff ? [...others, adjustment.section] : others } }
    }
    case 'most':
      return { kind: 'wishes', part: { most: adjustment.most } }
    case 'length':
      return { kind: 'wishes', part: { length: adjustment.length } }
    case 'empty':
      return { kind: 'wishes', part: { whenEmpty: adjustment.whenEmpty } }
    case 'follow-all':
      return { kind: 'wishes', part: { keywords: [], speakers: [] } }
    case 'speaker':
      return speaker === null ? null : { kind: 'wishes', part: { speakers: toggledSpeakers(wishes.speakers, speaker) } }
    default:
      return adjustment satisfies never
  }
}

/** A schedule keeps one time at least. */
function withToggledTime(times: readonly number[], minute: number): readonly number[] {
  const toggled = toggledTimes(times, minute)
  return toggled.length === 0 ? times : toggled
}

function toggledTimes(times: readonly number[], minute: number): readonly number[] {
  if (times.includes(minute)) return times.filter((time) => time !== minute)
  return times.length >= MOST_TIMES ? times : [...times, minute].toSorted((left, right) => left - right)
}

function toggledDays({ days }: Schedule, day: number): Schedule['days'] {
  const toggled = EVERY_DAY.filter((one) => days.includes(one) !== (one === day))
  return toggled.length === 0 ? days : toggled
}

/** The next Ramadan replaces a season that is over; a season without times becomes `null`. */
function toggledSeason({ schedule }: Plan, minute: number, today: number): Season | null {
  const { season } = exceptionsOf(schedule)
  if (season === null || season.to < today) return { ...nextRamadan(today), times: [minute] }
  const times = toggledTimes(season.times, minute)
  return times.length === 0 ? null : { ...season, times }
}

function toggledSpeakers(speakers: readonly string[], name: string): readonly string[] {
  if (speakers.includes(name)) return speakers.filter((speaker) => speaker !== name)
  return speakers.length >= MOST_FOLLOWED ? speakers : [...speakers, name]
}

/** The days that buttons pause for; 0: resume. */
export const PAUSES = [0, 1, 7, 30] as const

/** What a settings button does. Minutes are of the day; `ramadan`, `time` and `section` toggle. */
export type Adjustment =
  | { readonly kind: 'page'; readonly page: PlanPage }
  | { readonly kind: 'zones'; readonly region: number; readonly page: number }
  | { readonly kind: 'zone'; readonly key: Key }
  | { readonly kind: 'time' | 'ramadan'; readonly minute: number }
  | { readonly kind: 'days'; readonly days: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'pause'; readonly days: (typeof PAUSES)[number] }
  | { readonly kind: 'quiet'; readonly from: number; readonly to: number }
  | { readonly kind: 'no-quiet' | 'no-ramadan' | 'follow-all' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'most'; readonly most: number }
  | { readonly kind: 'length'; readonly length: Length }
  | { readonly kind: 'empty'; readonly whenEmpty: WhenEmpty }
  | { readonly kind: 'speaker'; readonly key: Key }

/** The screens of a chat's digest settings. */
export type PlanPage =
  | ('home' | 'times' | 'days' | 'zone' | 'pause' | 'quiet' | 'ramadan' | 'sections' | 'amount' | 'follow')
  | ('upcoming' | 'preview')
