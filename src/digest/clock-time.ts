/** A time of day at the start of some words: `words` is how many it takes, `minute` is of the day. */
export type ReadTime =
  | { readonly kind: 'time'; readonly minute: number; readonly words: number }
  | { readonly kind: 'impossible'; readonly words: number }

/**
 * Reads `07:30`, `7.30`, `0730`, `7pm`, `7:30 م`, «7 مساء», «3 بعد الظهر», `noon` from folded words (digits Latin).
 * `null`: no time at all; `impossible`: written like a time, but none (`25:00`).
 */
export function readTime(folded: readonly string[]): ReadTime | null {
  const [first = ''] = folded
  const named = NAMED.get(folded.slice(0, 2).join(' ')) ?? NAMED.get(first)
  if (named !== undefined) return { kind: 'time', minute: named, words: NAMED.has(first) ? 1 : 2 }
  const parts = /^و?(\d{1,2})(?:[:.٫h]?(\d{2})|h)?([^\d:.٫]*)$/.exec(first)
  if (parts === null) return /^و?\d+[:.٫]\d/.test(first) ? { kind: 'impossible', words: 1 } : null
  const [, hour, minute = '00', suffix = ''] = parts
  const half = suffix === '' ? halfAfter(folded) : { part: PARTS.get(suffix), words: 0 }
  if (half.part === undefined && suffix !== '') return null
  const hours = half.part === undefined ? Number(hour) : half.part(Number(hour))
  if (!(hours < 24) || Number(minute) > 59) return { kind: 'impossible', words: 1 }
  return { kind: 'time', minute: hours * 60 + Number(minute), words: 1 + half.words }
}

/** The hour of 24 that an hour of 12 means in a part of the day; NaN where it means none (`13pm`). */
type DayPart = (hour: number) => number

const morning: DayPart = (hour) => twelve(hour) % 12
const afternoon: DayPart = (hour) => (twelve(hour) % 12) + 12
/** 11 and 12 are before and at noon, 1 to 3 after it. */
const noonish: DayPart = (hour) => (hour === 11 ? 11 : afternoon(hour))
/** Nights begin at 6 in the evening; 12 is midnight, and 1 to 5 are after it. */
const night: DayPart = (hour) => (hour >= 6 && hour < 12 ? afternoon(hour) : morning(hour))

function twelve(hour: number): number {
  return hour >= 1 && hour <= 12 ? hour : Number.NaN
}

function halfAfter(folded: readonly string[]): { readonly part: DayPart | undefined; readonly words: number } {
  const two = PARTS.get(folded.slice(1, 3).join(' '))
  if (two !== undefined && folded.length > 2) return { part: two, words: 2 }
  const one = PARTS.get(folded[1] ?? '')
  return { part: one, words: one === undefined ? 0 : 1 }
}

/** The keys are folded: ة is ه, tanween is gone. */
const PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...['am', 'a.m.', 'a.m', 'ص', 'صباحا', 'الصبح', 'الصباح', 'فجرا', 'الفجر'].map(part(morning)),
  ...['pm', 'p.m.', 'p.m', 'م', 'مساء', 'المساء', 'المغرب', 'عصرا', 'العصر', 'بعد الظهر'].map(part(afternoon)),
  ...['ظهرا', 'الظهر'].map(part(noonish)),
  ...['ليلا', 'الليل', 'بالليل'].map(part(night)),
])

/** A part of the day; `usual`: the minute meant where no hour is named. */
export type NamedPart = { readonly usual: number; readonly of: DayPart }

/** The part of the day that a folded word names, with «و» before it too; `null`: none. */
export function partOfDay(word: string): NamedPart | null {
  return PARTS_OF_DAY.get(word) ?? PARTS_OF_DAY.get(word.replace(/^و/u, '')) ?? null
}

/** The minute of the day that an hour of 12 means in a part of it; the minute itself where it means none. */
export function minuteInPart(minute: number, { of }: NamedPart): number {
  const hours = of(Math.floor(minute / 60))
  return Number.isNaN(hours) ? minute : hours * 60 + (minute % 60)
}

function part(of: DayPart): (word: string) => [string, DayPart] {
  return (word) => [word, of]
}

const PARTS_OF_DAY: ReadonlyMap<string, NamedPart> = new Map([
  ...usually(8 * 60, morning, 'morning mornings صباح الصباح صباحا الصبح'),
  ...usually(13 * 60, noonish, 'ظهر الظهر ظهرا'),
  ...usually(15 * 60, afternoon, 'afternoon afternoons عصر العصر عصرا'),
  ...usually(19 * 60, afternoon, 'evening evenings مساء المساء'),
  ...usually(21 * 60, night, 'night nights ليله ليل الليل ليلا'),
])

function usually(usual: number, of: DayPart, words: string): readonly [string, NamedPart][] {
  return words.split(' ').map((word) => [word, { usual, of }])
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
  ['منتصف الليل', 0],
])
