/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The most posts a day that a schedule may ask for. */
export const MOST_TIMES = 12

/**
 * When a chat wants its digests, in its own local time. `times`: minutes of the day, ascending, distinct, 1–12 of them;
 * `days`: ascending, distinct, never empty; `zone`: an IANA name or an offset (`+03:00`) in its usual spelling.
 */
export type Schedule = {
  readonly times: readonly number[]
  readonly days: readonly Weekday[]
  readonly zone: string
  /** None: each week is alike. */
  readonly exceptions?: Exceptions
}

/** A date in no zone, as days since 1 January 1970. */
export type DayNumber = number

/** From a minute of the day up to another one, which may be on the next day; the two are never equal. */
export type QuietHours = { readonly from: number; readonly to: number }

/** Other times between two dates, both included, on the same days of the week: a fasting month, a holiday. */
export type Season = { readonly from: DayNumber; readonly to: DayNumber; readonly times: readonly number[] }

/** What makes a schedule differ from its plain week. */
export type Exceptions = {
  /** What is due in these hours goes out at their end, once. */
  readonly quiet: QuietHours | null
  readonly season: Season | null
  /** Before this local date nothing is due. */
  readonly resumes: DayNumber | null
}

export const NO_EXCEPTIONS: Exceptions = { quiet: null, season: null, resumes: null }
