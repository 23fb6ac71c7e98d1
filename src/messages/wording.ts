import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { type Direction, directionOf } from '../language/direction.ts'
import type { Language } from '../language/language.ts'

/** The words of one interface language; everything shown to people goes through it. */
export type Wording = {
  readonly language: Language
  readonly direction: Direction
  /** The message of that id, its variables filled in. @throws Error when the id or a variable is missing: a bug. */
  readonly say: (id: string, variables?: Readonly<Record<string, string | number>>) => string
  /** A day for people (`16 أغسطس 2025`), as the ISO date names it, in no zone. Not a date: the text itself. */
  readonly day: (iso: string) => string
  /** A moment for people, with its weekday and time, in a zone. */
  readonly moment: (epochMs: number, zone: string) => string
}

export type Wordings = Readonly<Record<Language, Wording>>

/** Latin digits in both languages: as in the articles, and as people type times. */
const LOCALES = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' } as const

/** A wording from the text of a Fluent file. @throws Error when the file has a mistake. */
export function createWording(language: Language, source: string): Wording {
  const locale = LOCALES[language]
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const mistakes = bundle.addResource(new FluentResource(source))
  if (mistakes.length > 0) throw new Error(`locales/${language}.ftl: ${mistakes.map(String).join('; ')}`)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    language,
    direction,
    say: (id, variables = {}) => format(bundle, id, isolateForeign(variables, direction)),
    day: (iso) => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? days.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : iso),
    moment: (epochMs, zone) => momentFormat(locale, zone).format(epochMs),
  }
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

function momentFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
}
