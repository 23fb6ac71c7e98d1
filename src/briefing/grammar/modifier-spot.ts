import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'

/** A token that may begin a modifier of the head: `token` is the one at `at`, `previous` the one before it. */
export type ModifierSpot = {
  readonly tokens: readonly Token[]
  readonly head: number
  readonly at: number
  readonly token: Token
  readonly previous: Token
}

/** The spot at `at`; behind the last token that of a sign. */
export function modifierSpot(tokens: readonly Token[], head: number, at: number): ModifierSpot {
  return { tokens, head, at, token: wordAt(tokens, at), previous: wordAt(tokens, at - 1) }
}

/** The mark that closes a short name in marks, -1 where none does within five tokens. */
export function closingMark(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 5; at += 1)
    if (wordAt(tokens, at).kind === 'mark') return at > from + 1 ? at : -1
  return -1
}

/** Whether a name of two words starts at a token, or behind the comma and the title there. */
export function isNamedAt(tokens: readonly Token[], at: number): boolean {
  const comma = wordAt(tokens, at).kind === 'comma' ? at + 1 : at
  const from = comma > at && wordAt(tokens, comma).info.title ? comma + 1 : comma
  return nameEnd(tokens, from) >= from + 2
}
