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
  return joined(kept, text, language)
}

const SAME_DAY = /^[\s،,هـ]{0,4}الموافق/u
/** What stands between the ends of a span: `5 يونيو - 7 يوليو 2018`, `مايو ويونيو 2018`. */
const UNTIL = /^[\s\u00A0]?(?:[-–—/]|و?(?:[إا]لى|حتى)|و|to|until|and)[\s\u00A0]?$/u
const AND = /^\s?(?:و|and\s?)$/u
const YEAR = /^\d{4}(?=-)/
const YEAR_ALONE = /^\d{4}/
const SAME_YEAR = /^\s*من\s(?:(?:نفس|ذلك|ذات)\sالعام|العام\s(?:نفسه|ذاته))/u

/** Neighbours that are one date: a day in two calendars, the ends of a span. An end without its year takes the other's. */
function joined(mentions: readonly DateMention[], text: string, language: Language): readonly DateMention[] {
  const all: DateMention[] = []
  for (const mention of mentions) {
    const last = all.at(-1)
    const gap = last ? text.slice(last.end, mention.start) : ''
    const from = last ? spanStart(last, mention, { gap, language }) : null
    if (last && SAME_DAY.test(text.slice(last.end, mention.end))) {
      all[all.length - 1] = { ...mention, start: last.start, text: text.slice(last.start, mention.end) }
    } else if (last && from !== null) {
      const whole = { ...mention, start: last.start, text: text.slice(last.start, mention.end) }
      if (AND.test(gap)) all.splice(-1, 1, { ...last, date: from }, mention)
      else all[all.length - 1] = { ...whole, date: `${from}/${mention.date}` }
    } else all.push(last ? inYearOf(last, mention, { text, language }) : mention)
  }
  return all
}

/** `في 2011 … في سبتمبر من العام نفسه`: the year of the date before it. */
function inYearOf(
  last: DateMention,
  mention: DateMention,
  { text, language }: { text: string; language: Language },
): DateMention {
  const year = YEAR_ALONE.exec(last.date ?? '')?.[0]
  if (mention.date !== null || year === undefined || !SAME_YEAR.test(text.slice(mention.end))) return mention
  return { ...mention, date: findDates(`${mention.text} ${year}`, language, null)[0]?.date ?? null }
}

/** The date of a span's first end, in the year that its last end names. */
function spanStart(
  first: DateMention,
  last: DateMention,
  { gap, language }: { gap: string; language: Language },
): string | null {
  const year = /[\d٠-٩]{4}/u.test(last.text) ? YEAR.exec(last.date ?? '')?.[0] : undefined
  if (year === undefined || /[\d٠-٩]{4}/u.test(first.text) || first.kind !== 'calendar' || !UNTIL.test(gap)) return null
  if (AND.test(gap) && /[\d٠-٩]/u.test(first.text)) return null
  return findDates(`${first.text} ${year}`, language, null)[0]?.date ?? null
}

function readAll(text: string, { pattern, kind, read }: DatePattern, reference: Reference): readonly DateMention[] {
  const mentions: DateMention[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const groups: DateGroups = (name) => around(name, text, { start, end }) ?? match.groups?.[name] ?? ''
    const result = read(groups, reference)
    if (result !== null) mentions.push({ start, end, text: match[0], date: result.date, kind })
  }
  return mentions
}

function around(name: string, text: string, { start, end }: { start: number; end: number }): string | null {
  if (name === 'before') return wordBefore(text, start)
  if (name === 'after') return text.slice(end, end + 60)
  return name === 'clause' ? (/[^.؟!،:]*$/u.exec(text.slice(Math.max(0, start - 90), start))?.[0] ?? '') : null
}

function wordBefore(text: string, at: number): string {
  return /(\p{L}+)[\s\u00A0]+[وفبل]?$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? ''
}
