import { ARABIC_DATES } from './arabic-dates.ts'
import { ENGLISH_DATES } from './english-dates.ts'
import type { Language } from './language.ts'
import { type Reference, referenceOf } from './resolve-date.ts'

/** `calendar`: names a day, a month or a year. `relative`: is told by the article's own day (`أمس`, `الجمعة`). */
export type DateMention = {
  readonly start: number
  readonly end: number
  /** As the text words it. */
  readonly text: string
  /** ISO 8601 as precise as it is said: `2025-08-15`, `2026-02`, `2022`; null where it can't be told. */
  readonly date: string | null
  readonly kind: 'calendar' | 'relative'
}

/** One way of writing dates. `read` gives null where the words are no date after all. */
export type DatePattern = {
  readonly kind: DateMention['kind']
  /** What every text with such a date has in it: quick to look for, so that the pattern itself rarely runs. */
  readonly hint: RegExp
  readonly pattern: RegExp
  readonly read: (groups: DateGroups, reference: Reference) => { readonly date: string | null } | null
}

/** What a pattern's named groups caught; an empty string for nothing. `before`: the word before the date. */
export type DateGroups = (name: string) => string

/** The dates a text names, in order; those that overlap go to the longer. `published` (ISO 8601) resolves `أمس`. */
export function findDates(text: string, language: Language, published: string | null): readonly DateMention[] {
  const reference = referenceOf(published)
  const found = (language === 'ar' ? ARABIC_DATES : ENGLISH_DATES).flatMap((each) =>
    each.hint.test(text) ? readAll(text, each, reference) : [],
  )
  const kept: DateMention[] = []
  for (const mention of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention
  }
  return kept
}

function readAll(text: string, { pattern, kind, read }: DatePattern, reference: Reference): readonly DateMention[] {
  const mentions: DateMention[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const groups: DateGroups = (name) => (name === 'before' ? wordBefore(text, start) : (match.groups?.[name] ?? ''))
    const result = read(groups, reference)
    if (result !== null) mentions.push({ start, end, text: match[0], date: result.date, kind })
  }
  return mentions
}

function wordBefore(text: string, at: number): string {
  return /(\p{L}+)[\s\u00A0]+[وفبل]?$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? ''
}

/** A number in either digits. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)))
}
