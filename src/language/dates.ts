import { ARABIC_DATES } from './arabic-dates.ts'
import type { DateGroups, DateMention, DatePattern } from './date-pattern.ts'
import { ENGLISH_DATES } from './english-dates.ts'
import type { Language } from './language.ts'
import { type Reference, referenceOf } from './resolve-date.ts'

const PATTERNS: Readonly<Record<Language, readonly DatePattern[]>> = { ar: ARABIC_DATES, en: ENGLISH_DATES }

/** The dates a text names, in order; of overlapping ones the longest. `published` (ISO 8601) resolves `أمس`. */
export function findDates(text: string, language: Language, published: string | null): readonly DateMention[] {
  const reference = referenceOf(published)
  const found = PATTERNS[language].flatMap((each) => (each.hint.test(text) ? readAll(text, each, reference) : []))
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
