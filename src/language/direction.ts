export type Direction = 'rtl' | 'ltr'

const RIGHT_TO_LEFT_MARK = '\u200F'
const LEFT_TO_RIGHT_MARK = '\u200E'
const ISOLATE = '\u2066'
const END_OF_ISOLATE = '\u2069'

const RTL_LETTER = /[\u200F\u061C\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
// Arabic-Indic digits and Arabic commas are no letters and give no direction; a flag or an emoji counts as Latin.
const STRONG = /[\u200E\u200F\u061C\p{L}\p{Regional_Indicator}\p{Extended_Pictographic}]/u

/**
 * The direction Telegram shows a line in: that of its first strong letter, letters inside isolates included. A flag or an
 * emoji counts as left-to-right; digits and marks alone are neutral.
 */
export function directionOf(line: string): Direction | 'neutral' {
  const strong = STRONG.exec(line)?.[0]
  if (strong === undefined) return 'neutral'
  return RTL_LETTER.test(strong) ? 'rtl' : 'ltr'
}

/**
 * The text with every line shown in `direction`: a line Telegram would show otherwise gets one U+200F (or U+200E) first.
 * Never two U+200F in a row: Telegram turns the second into U+200C. Blank lines are left alone; idempotent.
 */
export function withDirection(text: string, direction: Direction): string {
  return text
    .replace(/\u200F{2,}/g, RIGHT_TO_LEFT_MARK)
    .split('\n')
    .map((line) => (needsMark(line, direction) ? markOf(direction) + line : line))
    .join('\n')
}

function needsMark(line: string, direction: Direction): boolean {
  if (line.trim() === '') return false
  const own = directionOf(line)
  // A line of digits alone is shown left-to-right unless marked.
  return own === 'neutral' ? direction === 'rtl' : own !== direction
}

function markOf(direction: Direction): string {
  return direction === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
}

// Every repetition is bounded: hostile text must not make a match slow.
const DIGIT = String.raw`[\d٠-٩]`
const NUMBER = `${DIGIT}{1,20}(?:[.,٫٬:/]${DIGIT}{1,20}){0,5}`
const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc})`
const LATIN_WORD = String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’.&/_+-]{0,40}`
/** Not inside a word; a clitic before it (`و$5`) is no word. */
const APART = String.raw`(?:(?<![\p{L}\p{N}])|(?<=(?<!\p{L})[وفبلك]))`
const SIGN = `${APART}[+−±-]`
/** Patterns of text that bidi reorders inside right-to-left text. Isolates already there come first. */
const REORDERED = [
  String.raw`(?:https?:\/\/|www\.)[^\s\u2066-\u2069<>"«»“”]+`,
  String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}`,
  String.raw`(?<![A-Za-z\d_])@\w+`,
  String.raw`(?<![A-Za-z\d])[#/][A-Za-z]\w*`,
  String.raw`(?<![A-Za-z\d.-])[A-Za-z\d-]{1,40}(?:\.[A-Za-z\d-]{1,40}){0,4}\.(?:com|org|net|gov|edu|int|info|io|me|tv|news|co|uk|eg|sa|ae)(?:\/[^\s\u2066-\u2069<>"«»“”]*)?(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{Script=Latin}\d.&'’/_+-])${LATIN_WORD}(?:[ \u00A0](?:& )?(?:${LATIN_WORD}|${NUMBER}(?![\p{L}\p{N}%٪])))+`,
  String.raw`(?<![\p{Script=Latin}\d])\p{Script=Latin}[\p{Script=Latin}\d]{0,30}[+#]{1,3}(?![\p{L}\p{N}])`,
  String.raw`${APART}\+\d{1,4}(?:[ .-]?\(?\d{1,5}\)?){2,5}(?![\p{L}\p{N}])`,
  // a moment as machines write it (`2027-07-31T10:00`)
  String.raw`${APART}\d{4}-\d{2}-\d{2}T\d{2}(?::\d{2}){1,2}(?:Z|[+-]\d{2}:?\d{2})?(?![\p{L}\p{N}])`,
  // a phone; never the hour of a time (`2027-07-31 10:00`)
  String.raw`${APART}\(?\d{1,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,4}(?![\p{L}\p{N}]|:\d)`,
  String.raw`${APART}[+−±-]?${CURRENCY}[ \u00A0]?${NUMBER}(?:[ \u00A0]?[-–—][ \u00A0]?${CURRENCY}?${NUMBER})?`,
  String.raw`(?:${SIGN}|(?<!\p{N}))${NUMBER}[ \u00A0]?${CURRENCY}`,
  `${APART}[+−±-]?[%٪]${NUMBER}`,
  String.raw`(?:${SIGN}|(?<!\p{N}))${NUMBER}(?:[ \u00A0]?[-–—][ \u00A0]?${NUMBER}){0,3}[ \u00A0]?[%٪‰]`,
  String.raw`(?<!\p{N})${NUMBER}(?:[-–—]${NUMBER}){1,4}`,
  `${SIGN}${NUMBER}`,
].join('|')
/** The first characters of those patterns: at nearly all others the match fails at once. */
const FIRST = String.raw`[\w\p{Script=Latin}٠-٩\p{Sc}.+@#/(%٪−±-]`
// Text beside an isolate was matched when the isolate was made; a second match would differ.
const FOUND = new RegExp(
  String.raw`[\u2066-\u2068][^\u2069\n]*\u2069?|(?=${FIRST})(?<!\u2069)(?:${REORDERED})(?!\u2066)`,
  'gu',
)
const TRAILING = /(?<![.,،؛;:!؟?'’”"»)\]])[.,،؛;:!؟?'’”"»)\]]+$/u

/**
 * The text with U+2066…U+2069 around spans that bidi would reorder inside right-to-left text: links, @names, Latin names of
 * several words, phones, ranges, signed numbers, prices and percents. Never across a line end, never twice; idempotent.
 */
export function isolate(text: string): string {
  return text.replace(FOUND, (found) => {
    if (/^[\u2066-\u2068]/u.test(found)) return found
    const tail = endsBare(found) ? (TRAILING.exec(found)?.[0] ?? '') : ''
    return `${ISOLATE}${found.slice(0, found.length - tail.length)}${END_OF_ISOLATE}${tail}`
  })
}

/** A closing bracket belongs to a phone; at the end of a link or a name it is the sentence's. */
function endsBare(found: string): boolean {
  return /[A-Za-z]/.test(found) && !(found.includes('(') && found.endsWith(')'))
}
