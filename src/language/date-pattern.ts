import type { Reference } from './resolve-date.ts'

/** `calendar`: names a day, a month or a year. `relative`: counts from the date of the article (`أمس`, `الجمعة`). */
export type DateMention = {
  readonly start: number
  readonly end: number
  /** As the text words it. */
  readonly text: string
  /** ISO 8601 as precise as the text: `2025-08-15`, `2026-02`, `2022`, `2010/2012`; null where it can't be resolved. */
  readonly date: string | null
  readonly kind: 'calendar' | 'relative'
}

/** One way of writing dates. `read` gives null where the words are no date after all. */
export type DatePattern = {
  readonly kind: DateMention['kind']
  /** Matches every text with such a date: a quick test, so that the pattern itself rarely runs. */
  readonly hint: RegExp
  readonly pattern: RegExp
  readonly read: (groups: DateGroups, reference: Reference) => { readonly date: string | null } | null
}

/**
 * The match of a named group; an empty string for none. `before`: the word before the date, `clause`: its clause up to it,
 * `after`: what follows.
 */
export type DateGroups = (name: string) => string

/** A number in Latin or Arabic-Indic digits. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)))
}
