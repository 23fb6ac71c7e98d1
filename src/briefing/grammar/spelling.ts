import { withoutArticle } from './lexicon.ts'
import { isTagSign, type Range, type Token } from './tokens.ts'
import { GIVEN_NAMES } from './words/given-names.ts'

/** The text of a range, with the signs of a hashtag left out. */
export function rangeText(tokens: readonly Token[], range: Range): string {
  let text = ''
  let end = -1
  for (const token of tokens.slice(range.from, range.to)) {
    if (isTagSign(token)) continue
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
  return joinWords(tokens, range, (token) => (isCliticParticle(token) ? token.info.base : token.plain)).map(joinedWord)
}

// A name's word in one spelling, whether its parts stand apart or not: `أبي ريدة` is `ابوريده`.
function joinedWord(parts: string): string {
  return parts.replace(/ /g, '').replace(/^اب[يا](?=.)/, 'ابو')
}

/** The same words as the article writes them. */
export function nameParts(tokens: readonly Token[], range: Range): readonly string[] {
  const first = tokens[range.from]
  return joinWords(tokens, range, (token) =>
    isCliticParticle(token) || (token === first && isTold(token)) ? stripClitics(token.text, token) : token.text,
  )
}

// `لأبي بكر`, `ومحمد الحلبي`
function isCliticParticle({ plain, info }: Token): boolean {
  return info.base !== plain && ((info.particle && JOINS_NEXT.has(info.base)) || (info.conjunction && info.given))
}

// `وفقا لجون`; not the second word of `تشن ليانغ`.
function isTold({ plain, info }: Token): boolean {
  return info.base !== plain && info.preposition === 'ل' && info.given
}

function joinWords(tokens: readonly Token[], range: Range, textOf: (token: Token) => string): readonly string[] {
  const words: string[] = []
  for (let at = range.from; at < range.to; at += 1) {
    if (tokens[at]?.kind !== 'word') continue
    const to = Math.min(compoundEnd(tokens, at), range.to)
    words.push(tokens.slice(at, to).map(textOf).join(' '))
    at = to - 1
  }
  return words
}

/** Behind the words that are one word of a name: `عبد الفتاح`, `أبو ريدة`, `آل ثاني`, `نصر الله`, `صلاح الدين`. */
export function compoundEnd(tokens: readonly Token[], at: number, first: string = tokens[at]?.plain ?? ''): number {
  let end = at
  while (joinsNext(tokens[end], end === at ? first : (tokens[end]?.plain ?? '')) && tokens[end + 1]?.kind === 'word')
    end += 1
  return JOINS_LAST.has(tokens[end + 1]?.plain ?? '') ? end + 2 : end + 1
}

function joinsNext(token: Token | undefined, plain: string): boolean {
  if (!JOINS_NEXT.has(plain) && !(token?.info.particle === true && JOINS_NEXT.has(token.info.base))) return false
  return token?.text !== 'آبي'
}

/** Such words as one, with the first of them read as `first`. */
export function compoundWord(tokens: readonly Token[], { from, to }: Range, first: string): string {
  if (to === from + 1) return first
  return joinedWord([first, ...tokens.slice(from + 1, to).map(({ plain }) => plain)].join(' '))
}

const JOINS_NEXT: ReadonlySet<string> = new Set(['عبد', 'ابو', 'ابي', 'ابا', 'ال'])
const JOINS_LAST: ReadonlySet<string> = new Set(['الله', 'الدين', 'العابدين'])

/** Joins spellings of one foreign name (`زيلينسكي`, `زيلنسكي`; `ترامب`, `ترمب`; `غوتيريش`, `جوتيريس`): long vowels of long words left out. */
export function skeleton(spelling: string): string {
  if (spelling.length < 4) return spelling
  const word = spelling.includes('وو') ? spelling.replace(/وو/g, 'و') : spelling
  if (GIVEN_NAMES.has(withoutArticle(word))) return word
  const bare = word[0] + word.slice(1).replace(/[اويه]/g, '')
  return word.length > 5 || bare.length > 3 ? bare.replace(/ج/g, 'غ').replace(/[زش]$/, 'س') : word
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
