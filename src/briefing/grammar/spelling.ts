import { withoutArticle } from './lexicon.ts'
import type { Range, Token } from './tokens.ts'
import { GIVEN_NAMES } from './words/given-names.ts'

/** The text of a range with hash signs left out. */
export function rangeText(tokens: readonly Token[], range: Range): string {
  let text = ''
  let end = -1
  for (const token of tokens.slice(range.from, range.to)) {
    if (token.text === '#') continue
    if (end >= 0 && token.start > end) text += ' '
    text += token.text
    end = token.end
  }
  return text
}

/** A text without the و ف ب ل ك that its first word bears. */
export function stripClitics(text: string, head: Token): string {
  const article = head.info.preposition === 'ل' && head.info.definite
  const cut = (head.info.conjunction ? 1 : 0) + (head.info.preposition === '' ? 0 : 1)
  return article ? `ال${text.slice(cut + 1)}` : text.slice(cut)
}

/** A word with and without the letters that may be glued before a name. */
export function withoutClitics(plain: string): readonly string[] {
  const forms = [plain]
  const rest = /^[وف]/.test(plain) && plain.length > 3 ? plain.slice(1) : plain
  if (rest !== plain) forms.push(rest)
  if (/^[بلك]/.test(rest) && rest.length > 3) forms.push(rest.startsWith('لل') ? `ال${rest.slice(2)}` : rest.slice(1))
  return forms
}

/** A name's words, folded: `عبد الفتاح` and `أبو ريدة` are one word each. */
export function nameWords(tokens: readonly Token[], range: Range): readonly string[] {
  return joinWords(tokens, range, (token) => token.plain).map((word) =>
    word.replace(/ /g, '').replace(/^اب[يا](?=.)/, 'ابو'),
  )
}

/** The same words as the article writes them. */
export function nameParts(tokens: readonly Token[], range: Range): readonly string[] {
  return joinWords(tokens, range, (token) => token.text)
}

function joinWords(tokens: readonly Token[], range: Range, textOf: (token: Token) => string): readonly string[] {
  const words: string[] = []
  let joined = ''
  for (const token of tokens.slice(range.from, range.to)) {
    if (token.kind !== 'word') continue
    const joins = /^(?:عبد|ابو|ابي|ابا|ال)$/.test(token.plain)
    if (joins) joined += `${textOf(token)} `
    else {
      words.push(joined + textOf(token))
      joined = ''
    }
  }
  return words
}

/** Joins spellings of one foreign name (`زيلينسكي`, `زيلنسكي`): long vowels of long words left out. */
export function skeleton(spelling: string): string {
  const word = spelling.replace(/وو/g, 'و')
  if (word.length < 6 || GIVEN_NAMES.has(withoutArticle(word))) return word
  return word[0] + word.slice(1).replace(/[اويه]/g, '')
}

/** The words of a role for comparing: folded, without ال, with nationalities spelled one way. */
export function roleWordsOf(role: string): readonly string[] {
  return foldedRole(role).map(roleWord)
}

/** One word of a role for comparing. */
export function roleWord(plain: string): string {
  return withoutArticle(plain.replace(/^[وف](?=ال)/, '').replace(/^لل/, 'ال'))
    .replace(/^اميرك/, 'امريك')
    .replace(/ه$/, '')
}

function foldedRole(role: string): readonly string[] {
  return role
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/)
    .map(foldLetters)
}

function foldLetters(word: string): string {
  return word
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
}
