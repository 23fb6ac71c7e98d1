import { z } from 'zod'
import { LENGTHS, SECTIONS } from '../../digest/form.ts'
import { EVERY_DAY, type Exceptions, NO_EXCEPTIONS, type Schedule, type Weekday } from '../../digest/schedule.ts'
import { MOST_NAMED, USUAL_WISHES, WHEN_EMPTY, type Wishes } from '../../digest/wishes.ts'
import type { Row } from '../schema.ts'

type ScheduleColumns = Pick<Row<'subscriptions'>, 'times' | 'days' | 'zone' | 'exceptions'>

/** A schedule as its columns; no exceptions are `null`, so that planning has nothing to read for most. */
export function scheduleColumns({ times, days, zone, exceptions = NO_EXCEPTIONS }: Schedule): ScheduleColumns {
  const { quiet, season, resumes } = exceptions
  const isPlain = quiet === null && season === null && resumes === null
  const kept = isPlain ? null : JSON.stringify({ quiet, season, resumes })
  return { times: times.join(','), days: days.join(','), zone, exceptions: kept }
}

export function scheduleOf({ times, days, zone, exceptions }: ScheduleColumns): Schedule {
  const wanted = new Set(days.split(',').map(Number))
  const weekdays: readonly Weekday[] = EVERY_DAY.filter((day) => wanted.has(day))
  const schedule = { times: times.split(',').map(Number), days: weekdays, zone }
  return exceptions === null ? schedule : { ...schedule, exceptions: exceptionsOf(exceptions) }
}

/** Wishes as their column; the usual ones are `null`. */
export function wishesColumn(wishes: Wishes): string | null {
  const column = wishesJson(wishes)
  return column === wishesJson(USUAL_WISHES) ? null : column
}

function wishesJson({ sections, length, most, keywords, speakers, whenEmpty }: Wishes): string {
  return JSON.stringify({ sections, length, most, keywords, speakers, whenEmpty })
}

/** The wishes of a column; the usual ones where this version can't read it. */
export function wishesOf(column: string | null): Wishes {
  if (column === null) return USUAL_WISHES
  return WISHES.safeParse(JSON.parse(column)).data ?? USUAL_WISHES
}

function exceptionsOf(column: string): Exceptions {
  return EXCEPTIONS.safeParse(JSON.parse(column)).data ?? NO_EXCEPTIONS
}

const MINUTE = z.int().min(0).max(1439)
const DAY = z.int().min(0)
const EXCEPTIONS = z.object({
  quiet: z.object({ from: MINUTE, to: MINUTE }).nullable(),
  season: z.object({ from: DAY, to: DAY, times: z.array(MINUTE).min(1) }).nullable(),
  resumes: DAY.nullable(),
})
const WISHES = z.object({
  sections: z.array(z.enum(SECTIONS)),
  length: z.enum(LENGTHS),
  most: z.int().min(1).max(MOST_NAMED),
  keywords: z.array(z.string()),
  speakers: z.array(z.string()),
  whenEmpty: z.enum(WHEN_EMPTY),
})
