/**
 * A value as text that callback data may hold, of `[A-Za-z0-9_]`. Every text of `write` matches `pattern`, a regular
 * expression without captures; `read` is asked only of text that matches: `undefined` for what `write` never makes.
 */
export type Code<T> = {
  readonly pattern: string
  write(value: T): string
  read(text: string): T | undefined
}

export type ValueOf<C> = C extends Code<infer T> ? T : never

/** Text of a pattern; `T` where the pattern is all that makes one. */
export function text<T extends string>(pattern: string): Code<T> {
  return { pattern, write: String, read: (written) => written as T }
}

/** A whole number from `least` to `most`. */
export function whole(most: number, least = 0): Code<number> {
  const digits = { pattern: `(?:0|[1-9]\\d{0,${String(most).length - 1}})`, write: String, read: Number }
  return only(digits, (value) => value >= least && value <= most)
}

/** A whole number from 1, in base 36 with at most so many digits. */
export function base36(digits: number): Code<number> {
  return {
    pattern: `[1-9a-z][0-9a-z]{0,${digits - 1}}`,
    write: (value) => value.toString(36),
    read: (written) => Number.parseInt(written, 36),
  }
}

/** A chat's id, whose sign is written as `n` or `p`. */
export const chatId: Code<number> = {
  pattern: `[np]${base36(10).pattern}`,
  write: (id) => `${id < 0 ? 'n' : 'p'}${Math.abs(id).toString(36)}`,
  read: (written) => Number.parseInt(written.slice(1), 36) * (written.startsWith('n') ? -1 : 1),
}

/** A minute of the day as `0730`. */
export const clock: Code<number> = {
  pattern: '(?:[01]\\d|2[0-3])[0-5]\\d',
  write: (minute) => [Math.floor(minute / 60), minute % 60].map((number) => String(number).padStart(2, '0')).join(''),
  read: (digits) => Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)),
}

/** One of some words or numbers, as it is. */
export function oneOf<const T extends string | number>(values: readonly T[]): Code<T> {
  return codeOfTexts(values.map((value) => [value, String(value)]))
}

/** One of some words, by its letter. */
export function lettered<const T extends string>(letters: Readonly<Record<T, string>>): Code<T> {
  return codeOfTexts(namesOf(letters).map((word) => [word, letters[word]]))
}

/** One of some words, by its place among them: more words may only come at the end. */
export function placeIn<const T extends string>(words: readonly T[]): Code<T> {
  return codeOfTexts(words.map((word, place) => [word, String(place)]))
}

function codeOfTexts<T>(texts: readonly (readonly [T, string])[]): Code<T> {
  const textOf = new Map(texts)
  const valueOfText = new Map(texts.map(([value, written]) => [written, value]))
  refuseTwins(texts.map(([, written]) => written))
  return {
    pattern: `(?:${[...valueOfText.keys()].join('|')})`,
    write: (value) => textOf.get(value) ?? '',
    read: (written) => valueOfText.get(written),
  }
}

/** A code after some text. */
export function after<T>(prefix: string, code: Code<T>): Code<T> {
  return {
    pattern: prefix + code.pattern,
    write: (value) => prefix + code.write(value),
    read: (written) => code.read(written.slice(prefix.length)),
  }
}

/** A code, or one value more that is written as `written`. */
export function or<T, const V>(code: Code<T>, value: V, written: string): Code<T | V> {
  return {
    pattern: `(?:${written}|${code.pattern})`,
    write: (either) => (either === value ? written : code.write(either as T)),
    read: (either) => (either === written ? value : code.read(either)),
  }
}

/** A code of those values only for which a condition holds. */
export function only<T>(code: Code<T>, holds: (value: T) => boolean): Code<T> {
  const read = (written: string) => {
    const value = code.read(written)
    return value !== undefined && holds(value) ? value : undefined
  }
  return { pattern: code.pattern, write: code.write, read }
}

/** From one to `most` values, one after the other; no text of `code` may begin another. */
export function several<T>(code: Code<T>, most: number): Code<readonly T[]> {
  const each = new RegExp(code.pattern, 'y')
  return {
    pattern: `(?:${code.pattern}){1,${most}}`,
    write: (values) => values.map(code.write).join(''),
    read: (written) => {
      const values: T[] = []
      for (let at = 0; at < written.length; at = each.lastIndex) {
        each.lastIndex = at
        const value = code.read(each.exec(written)?.[0] ?? '')
        if (value === undefined) return undefined
        values.push(value)
      }
      return values
    },
  }
}

export type Fields = Readonly<Record<string, Code<unknown>>>
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

/** An object as its letters and its fields in order, with nothing between. */
export function form<const F extends Fields>(letters: string, fields: F): Code<ValuesOf<F>> {
  const codes = Object.entries(fields)
  const patterns = codes.map(([, { pattern }]) => pattern)
  const whole = wholly(letters + patterns.map((pattern) => `(${pattern})`).join(''))
  return {
    pattern: letters + patterns.join(''),
    write: (value) => letters + codes.map(([name, code]) => code.write(value[name])).join(''),
    read: (written) => {
      const [, ...parts] = whole.exec(written) ?? []
      const values = codes.map(([name, code], at) => [name, code.read(parts[at] ?? '')] as const)
      return values.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(values) as ValuesOf<F>)
    },
  }
}

type Forms = Readonly<Record<string, Code<object>>>
/** One of some forms, with its name under `Tag`. */
type Tagged<Tag extends string, F extends Forms> = {
  [Name in keyof F & string]: Flat<{ readonly [T in Tag]: Name } & ValueOf<F[Name]>>
}[keyof F & string]
type Flat<T> = { readonly [Name in keyof T]: T[Name] } & {}

/** A union as one of its forms; its name is under `tag`. @throws Error when two forms are written alike. */
export function forms<const Tag extends string, const F extends Forms>(tag: Tag, all: F): Code<Tagged<Tag, F>> {
  const known = Object.entries(all).map(([name, code]) => ({ name, code, whole: wholly(code.pattern) }))
  refuseTwins(known.map(({ code }) => code.pattern))
  return {
    pattern: `(?:${known.map(({ code }) => code.pattern).join('|')})`,
    write: (value) => all[value[tag]]?.write(value) ?? '',
    read: (written) => {
      for (const { name, code, whole } of known) {
        const value = whole.test(written) ? code.read(written) : undefined
        if (value !== undefined) return { [tag]: name, ...value } as Tagged<Tag, F>
      }
      return undefined
    },
  }
}

/** The names of a table's rows, in order. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[]
}

function refuseTwins(texts: readonly string[]): void {
  const twin = texts.find((text, at) => texts.indexOf(text) < at)
  if (twin !== undefined) throw new Error(`two of one kind are written as ${twin}`)
}

function wholly(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
