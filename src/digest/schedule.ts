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
}
