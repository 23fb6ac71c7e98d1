/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The most digests a day of a schedule. */
export const MOST_TIMES = 12

/**
 * A chat's digest times, in its local time. `times`: minutes of the day, ascending, distinct, 1–12 of them;
 * `days`: ascending, distinct, never empty; `zone`: an IANA name or an offset (`+03:00`) in its usual spelling.
 */
export type Schedule = {
  readonly times: readonly number[]
  readonly days: readonly Weekday[]
  readonly zone: string
  /** Absent: every week is alike. */
  readonly exceptions?: Exceptions
}

/** A local date as days since 1 January 1970. */
export type DayNumber = number

/** Minutes of the day, never equal; `to` is on the next day when it is less than `from`. */
export type QuietHours = { readonly from: number; readonly to: number }

/** Other times between two dates, both included, on the schedule's weekdays: a fasting month, a holiday. */
export type Season = { readonly from: DayNumber; readonly to: DayNumber; readonly times: readonly number[] }

/** Deviations from a schedule's plain week. */
export type Exceptions = {
  /** Digests due in these hours become one at their end. */
  readonly quiet: QuietHours | null
  readonly season: Season | null
  /** Before this local date nothing is due. */
  readonly resumes: DayNumber | null
}

export const NO_EXCEPTIONS: Exceptions = { quiet: null, season: null, resumes: null }
