import { BODIES, ENGLISH_PLACES, NATIONS, OPENERS, ROLES, SMALL } from './words.ts'

/** A word or a sign with its offsets in the paragraph. */
export type EnglishToken = { readonly text: string; readonly start: number; readonly end: number }

const TOKEN =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Gen|Rep|Lt|Col|Sgt|Capt|St|Jr|Sr)\.|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]|[^\s]/gu

/** The words and signs of a paragraph; `U.S.` and `al-Sisi` are one word. */
export function readEnglishTokens(text: string): readonly EnglishToken[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** A noun phrase that can speak: a person, a role, a body or a pronoun. */
export type EnglishPhrase = {
  readonly kind: 'person' | 'role' | 'body' | 'pronoun'
  readonly name: string | null
  readonly role: string | null
  readonly text: string
  readonly gender: 'm' | 'f' | null
}

const NO_TOKEN: EnglishToken = { text: '', start: 0, end: 0 }

/** The token at an index; outside the paragraph one without text. */
export function englishAt(tokens: readonly EnglishToken[], at: number): EnglishToken {
  return tokens[at] ?? NO_TOKEN
}

const PARTICLES = new Set(['de', 'van', 'von', 'bin', 'ben', 'der', 'da', 'di', 'du', 'la', 'el', 'al'])

/** Whether a token is a word that starts with a capital and may be part of a name. */
export function isCapital(token: EnglishToken): boolean {
  return /^\p{Lu}[\p{L}'’.-]*$/u.test(token.text)
}

/** Where the run of name words from here ends; `from` when it is none. */
export function nameRunEnd(tokens: readonly EnglishToken[], from: number): number {
  let end = from
  while (end < tokens.length && end < from + 8) {
    const token = englishAt(tokens, end)
    const inside = end > from && PARTICLES.has(token.text) && isCapital(englishAt(tokens, end + 1))
    if (!inside && !isCapital(token)) break
    end += 1
  }
  return end
}

/** The phrase these tokens make, `null` when it can't speak. */
export function phraseOf(text: string, tokens: readonly EnglishToken[]): EnglishPhrase | null {
  const [first] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return null
  if (tokens.length === 1 && /^(?:he|she|they|it|i|we)$/i.test(first.text)) return pronoun(first.text)
  const whole = text.slice(first.start, last.end)
  const owner = tokens.findIndex((token) => token.text === 'of' || token.text === 'at')
  if (owner > 1 && isCapital(englishAt(tokens, owner - 1)) && isCapital(englishAt(tokens, owner - 2)))
    return phraseOf(text, tokens.slice(0, owner))
  const start = lastRunStart(tokens)
  if (start < 0) return isRole(last) || isBody(last) ? roleOrBody(tokens, whole) : null
  const run = tokens.slice(start)
  const bare = run.slice(titleLength(run))
  const place = bare.every((token) => ENGLISH_PLACES.has(token.text))
  if (run.some(isBody) || place) return roleOrBody(tokens, whole)
  const [named = first] = bare
  const name = text.slice(named.start, last.end).replace(/['’]s$/, '')
  const before = text
    .slice(first.start, named.start)
    .trim()
    .replace(/^(?:the|an?)\s+/i, '')
  return { kind: 'person', name, role: officeOf(before), text: whole, gender: genderOf(before) }
}

// A courtesy is no office.
function officeOf(before: string): string | null {
  const role = before.replace(/(?<![,\s])[,\s]+$/, '')
  return role === '' || /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady)\.?$/.test(role) ? null : role
}

function genderOf(title: string): 'm' | 'f' | null {
  if (/\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|\w+woman)\b/.test(title)) return 'f'
  return /\b(?:Mr|Sir|Lord|King|Prince|\w+man)\b/.test(title) ? 'm' : null
}

function pronoun(word: string): EnglishPhrase | null {
  const lower = word.toLowerCase()
  if (lower === 'i' || lower === 'we') return null
  const gender = lower === 'she' ? 'f' : lower === 'he' ? 'm' : null
  return { kind: 'pronoun', name: null, role: null, text: word, gender }
}

function roleOrBody(tokens: readonly EnglishToken[], text: string): EnglishPhrase {
  const body = tokens.some((token) => isBody(token) || ENGLISH_PLACES.has(token.text))
  const bare = text.replace(/^(?:the|an?|its|his|her|their)\s+/i, '')
  return {
    kind: body && !isRole(englishAt(tokens, tokens.length - 1)) ? 'body' : 'role',
    name: null,
    role: bare,
    text: bare,
    gender: null,
  }
}

function isRole(token: EnglishToken): boolean {
  return ROLES.has(token.text.toLowerCase().replace(/s$/, '').replace(/\.$/, ''))
}

function isBody(token: EnglishToken): boolean {
  return BODIES.has(token.text.toLowerCase())
}

function lastRunStart(tokens: readonly EnglishToken[]): number {
  let start = tokens.length
  while (start > 0) {
    const token = englishAt(tokens, start - 1)
    const inside = start < tokens.length && PARTICLES.has(token.text)
    if (!isCapital(token) && !inside) break
    start -= 1
  }
  while (start < tokens.length && OPENERS.has(englishAt(tokens, start).text)) start += 1
  return start < tokens.length ? start : -1
}

/** How many words at the start of a run are titles or nations (`Prime Minister`, `Russian President`). */
function titleLength(run: readonly EnglishToken[]): number {
  const end = run.findIndex((token) => !isRole(token) && !NATIONS.has(token.text))
  return end < 0 ? run.length : end
}

/** Whether a word ends a noun phrase. */
export function endsPhrase(token: EnglishToken): boolean {
  return !/[\p{L}\p{N}]/u.test(token.text) || SMALL.has(token.text.toLowerCase())
}
