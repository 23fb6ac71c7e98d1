import type { EnglishAct } from './acts.ts'
import type { EnglishParagraph } from './passages.ts'
import { type EnglishPhrase, type EnglishToken, englishAt, isCapital, nameRunEnd, phraseOf } from './phrases.ts'
import { ADJECTIVES, NATIONS, OPENERS, ROLES, WOMEN } from './words.ts'

/** One person of an English article; `name`: the fullest; `role`: the first given. */
export type EnglishMember = {
  name: string
  role: string | null
  gender: 'm' | 'f' | null
  readonly paragraphs: number[]
}

/** The persons by family name, lower case. */
export type EnglishCast = ReadonlyMap<string, EnglishMember>

/** Persons named with a title, with a role or as a speaker, with the paragraphs that name them. */
export function findEnglishCast(
  paragraphs: readonly EnglishParagraph[],
  acts: readonly (readonly EnglishAct[])[],
): EnglishCast {
  const cast = new Map<string, EnglishMember>()
  paragraphs.forEach((paragraph, index) => {
    for (const act of acts[index] ?? []) if (act.subject?.kind === 'person') add(cast, act.subject)
    for (let at = 0; at < paragraph.tokens.length; at += 1) {
      if (!startsRun(paragraph.tokens, at)) continue
      const end = nameRunEnd(paragraph.tokens, at)
      const phrase = introduced(paragraph, at, end)
      if (phrase !== null) add(cast, phrase)
      at = Math.max(at, end - 1)
    }
  })
  for (const paragraph of paragraphs) countMentions(paragraph, cast)
  return cast
}

/** The family name by which a person is found, lower case. */
export function familyName(name: string): string {
  return name
    .replace(/^.*\s/s, '')
    .replace(/['’]s$/, '')
    .toLowerCase()
}

function startsRun(tokens: readonly EnglishToken[], at: number): boolean {
  const token = englishAt(tokens, at)
  return isCapital(token) && !OPENERS.has(token.text)
}

/** A run of capitals with a title in it, a role before it, or a role in commas behind it. */
function introduced(paragraph: EnglishParagraph, from: number, to: number): EnglishPhrase | null {
  const { tokens, text } = paragraph
  let start = from
  while (start > 0 && from - start < 4 && isRoleWord(englishAt(tokens, start - 1))) start -= 1
  const phrase = phraseOf(text, tokens.slice(start, to))
  if (phrase?.kind !== 'person' || phrase.name === null) return null
  const behind = roleBehind(paragraph, to)
  const role = phrase.role ?? behind
  const titled = phrase.role
    ?.split(/\s+/)
    .some((word) => ROLES.has(word.toLowerCase()) && !ADJECTIVES.has(word.toLowerCase()))
  const known = phrase.name.includes(' ') && (behind !== null || isWomansName(phrase.name))
  return titled || known ? { ...phrase, role } : null
}

function isRoleWord({ text }: EnglishToken): boolean {
  return ROLES.has(text.toLowerCase()) || NATIONS.has(text)
}

function isWomansName(name: string): boolean {
  return WOMEN.has(name.replace(/ .*/s, ''))
}

/** `, an opposition member of parliament.` behind a name. */
function roleBehind(paragraph: EnglishParagraph, at: number): string | null {
  const { tokens, text } = paragraph
  if (englishAt(tokens, at).text !== ',') return null
  const start = at + (/^(?:a|an|the|his|her|its)$/.test(englishAt(tokens, at + 1).text) ? 2 : 1)
  let end = start
  while (end < start + 14 && /[\p{L}\p{N}]/u.test(englishAt(tokens, end).text)) end += 1
  const words = tokens.slice(start, end)
  const head = words
    .slice(0, 6)
    .some((token) => ROLES.has(token.text.toLowerCase()) || /^(?:fellow|expert|leader)$/.test(token.text))
  const [first, last] = [words[0], words.at(-1)]
  return head && first !== undefined && last !== undefined && !isCapital(first)
    ? text.slice(first.start, last.end)
    : null
}

function add(cast: Map<string, EnglishMember>, phrase: EnglishPhrase): void {
  if (phrase.name === null) return
  const key = familyName(phrase.name)
  const known = cast.get(key)
  const gender = phrase.gender ?? (isWomansName(phrase.name) ? 'f' : null)
  if (known === undefined) {
    cast.set(key, { name: phrase.name, role: phrase.role, gender, paragraphs: [] })
    return
  }
  if (phrase.name.length > known.name.length) known.name = phrase.name
  if ((known.role === null || !known.role.includes(' ')) && phrase.role !== null) known.role = phrase.role
  known.gender ??= gender
}

function countMentions(paragraph: EnglishParagraph, cast: EnglishCast): void {
  for (const token of paragraph.tokens) {
    if (isCapital(token)) cast.get(familyName(token.text))?.paragraphs.push(paragraph.index)
  }
}
