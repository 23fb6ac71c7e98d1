import type { Language } from './language.ts'
import type { NumberToken } from './number-tokens.ts'
import type { Unit } from './units.ts'

export type NumberContext = {
  readonly tokens: readonly NumberToken[]
  readonly text: string
  readonly language: Language
}

/** Tokens `first` to `numberLast` hold the number, those up to `last` its unit. */
export type Read = {
  readonly first: number
  readonly numberLast: number
  readonly last: number
  readonly value: number
  readonly vague: boolean
  readonly unit: string | null
  readonly end: number
}

/** A number with its unit. */
export function readOf(
  context: NumberContext,
  read: Pick<Read, 'first' | 'numberLast' | 'value' | 'vague'>,
  unit: Unit | null,
): Read {
  const last = unit?.last ?? read.numberLast
  return { ...read, last, unit: unit?.text ?? null, end: context.tokens[last]?.end ?? 0 }
}

/** True for a token that begins with a digit. */
export function isDigits(token: NumberToken): boolean {
  return /^[\d٠-٩]/u.test(token.folded)
}

/** True for `أو`. */
export function isOr(token: NumberToken | undefined): boolean {
  return /^(?:او|or)$/.test(token?.folded ?? '')
}
