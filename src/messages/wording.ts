import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { type Direction, directionOf } from '../language/direction.ts'
import { fold } from '../language/fold.ts'
import { LANGUAGE, type Language } from '../language/language.ts'

/** The texts of one interface language; everything shown to people comes from it. */
export type Wording = {
  readonly language: Language
  readonly direction: Direction
  readonly digits: Digits
  /** The message of that id, its variables filled in. @throws Error when the id or a variable is missing: a bug. */
  readonly say: (id: string, variables?: Readonly<Record<string, string | number>>) => string
  /** A day for people (`16 أغسطس 2025`), as the ISO date names it, in no zone. Not a date: the text itself. */
  readonly day: (iso: string) => string
  /** Items within a line. */
  readonly list: (items: readonly string[]) => string
  /** A whole number in the chat's digits. */
  readonly count: (number: number) => string
  /** A label with its digits in the chat's shape, so that a line has digits of one kind. */
  readonly inDigits: (label: string) => string
  /** A minute of the day for people (`07:30`). */
  readonly clock: (minute: number) => string
  /** A moment for people, with its weekday and time, in a zone. */
  readonly moment: (epochMs: number, zone: string) => string
}

/** The shape of digits in Arabic: 123 or ١٢٣. */
export type Digits = 'latn' | 'arab'

/** The wording of a language; Latin digits unless others are asked for, and always in English. */
export type Wordings = (language: Language, digits?: Digits | null) => Wording

/** A wording from the text of a Fluent file. @throws Error when the file has a mistake. */
export function createWording(language: Language, source: string, digits: Digits): Wording {
  const { direction, separator } = LANGUAGE[language]
  const locale = localeWith(language, digits)
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const mistakes = bundle.addResource(new FluentResource(source))
  if (mistakes.length > 0) throw new Error(`locales/${language}.ftl: ${mistakes.map(String).join('; ')}`)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const clocks = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false })
  const say: Wording['say'] = (id, variables = {}) => format(bundle, id, isolateForeign(variables, direction))
  const clock = (minute: number) => clocks.format(new Date(minute * 60_000))
  return {
    language,
    direction,
    digits,
    say,
    day: (iso) => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? days.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : iso),
    list: (items) => items.join(separator),
    count: (number) => numbers.format(number),
    inDigits: (label) => label.replace(/\d|[٠-٩]/g, (digit) => numbers.format(Number(fold(digit)))),
    clock,
    moment: (epochMs, zone) => say('moment', momentParts(epochMs, locale, zone)),
  }
}

/** Arabic-Indic digits only where the language is written with them. */
function localeWith(language: Language, digits: Digits): string {
  const { locale, direction } = LANGUAGE[language]
  return new Intl.Locale(locale, { numberingSystem: direction === 'rtl' ? digits : 'latn' }).toString()
}

function format(bundle: FluentBundle, id: string, variables: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id)
  if (!message?.value) throw new Error(`no message ${id} in ${bundle.locales[0]}`)
  return bundle.formatPattern(message.value, variables)
}

/** A value that reads the other way is kept together by an isolate, so that it can't turn the words around it. */
function isolateForeign(
  variables: Readonly<Record<string, string | number>>,
  direction: Direction,
): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      if (typeof value === 'number' || value.includes('\n')) return [name, value]
      const own = directionOf(value)
      return [name, own === direction || own === 'neutral' ? value : `\u2068${value}\u2069`]
    }),
  )
}

/** The weekday, day and time of a moment in a zone. */
function momentParts(epochMs: number, locale: string, timeZone: string): Record<'weekday' | 'day' | 'time', string> {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(epochMs)
  return {
    weekday: part({ weekday: 'long' }),
    day: part({ day: 'numeric', month: 'long' }),
    time: part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}
