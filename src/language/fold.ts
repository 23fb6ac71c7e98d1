/**
 * The form in which two spellings of one word are equal: tashkeel, tatweel and direction marks dropped, letter variants
 * (أ إ آ ٱ ى ی ة ک گ ئ ؤ پ چ ڤ) joined, digits Latin, letters lower case. For comparing only; never shown. May be shorter
 * than the text, so offsets do not carry over.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? foldPlain(text) : foldPlain(text.normalize('NFKC').toLowerCase())
}

/** Text that NFKC leaves alone and that has no capitals but A–Z: all but a few words of Arabic news. */
const PLAIN = /^[\0-\u007F«»\u0600-\u0674\u0679-\u06FF\u2013\u2014\u2018-\u201D]*$/

/** Unit by unit through a table: this runs on every word of every article, and a replacer would take five times as long. */
function foldPlain(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const to = TABLE[unit] ?? unit
    if (to === unit) continue
    // شئون and شؤون, مسئول and مسؤول are two spellings of one word.
    const letter =
      unit === YEH_WITH_HAMZA && text.charCodeAt(at + 1) === WAW ? 'و' : to === 0 ? '' : String.fromCharCode(to)
    folded += text.slice(from, at) + letter
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

const YEH_WITH_HAMZA = 'ئ'.charCodeAt(0)
const WAW = 'و'.charCodeAt(0)
const DROPPED =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/
const SAME: readonly (readonly [letters: string, as: string])[] = [
  ['أإآٱ', 'ا'],
  ['ىیئےې', 'ي'],
  ['ؤ', 'و'],
  ['ةۃەہھ', 'ه'],
  ['کگ', 'ك'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ڤ', 'ف'],
]
/** The folded form of each UTF-16 unit; 0 drops it. */
const TABLE: Readonly<Uint16Array> = foldingTable()

function foldingTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => (DROPPED.test(String.fromCharCode(unit)) ? 0 : unit))
  for (const [letters, as] of SAME) for (const letter of letters) table[letter.charCodeAt(0)] = as.charCodeAt(0)
  for (let digit = 0; digit < 10; digit += 1) {
    table[0x0660 + digit] = 0x30 + digit
    table[0x06f0 + digit] = 0x30 + digit
  }
  for (let letter = 0x41; letter <= 0x5a; letter += 1) table[letter] = letter + 0x20
  return table
}
