import { type Line, type RawLine, unwrap } from './unwrap.ts'

const BREAK = /\r\n|[\n\r\v\f\u0085\u2029]/
const BULLET = /^(?:[•‣◦▪●○■□◾◼·∙⁃➤►▶✔✓※*–—-]|[\d٠-٩]{1,2}[.)-](?![\d٠-٩]))[\s\u00A0]+(?=\S)|^[•‣◦▪●■►](?=\S)/u
/** A line with none of these (`* * *`, `———`) is as good as blank. */
const WORD = /[\p{L}\p{N}]/u
/** Spaces, and marks that take no place and mean nothing at a line's ends. */
const INVISIBLE = /[\s\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

/**
 * The lines of a page in order, those without a word left out, each paragraph on one line: a page that was
 * hard-wrapped is unwrapped.
 */
export function splitLines(page: string): readonly Line[] {
  const text = page.replace(/^\uFEFF/, '')
  // U+2028 is a break inside a paragraph, unless the page has no other kind of break.
  const raw = BREAK.test(text.trim()) ? text.split(BREAK) : text.split('\u2028')
  const lines: RawLine[] = []
  let afterBlank = true
  for (const each of raw) {
    const trimmed = trimInvisible(each)
    const blank = !WORD.test(trimmed)
    if (!blank) {
      lines.push({ line: { ...pageLine(trimmed), afterBlank }, width: each.trimEnd().length })
    }
    afterBlank = blank
  }
  return unwrap(lines)
}

/** A trimmed line with its bullet cut off. */
export function pageLine(trimmed: string): Line {
  const bullet = BULLET.exec(trimmed)?.[0] ?? ''
  const text = trimInvisible(trimmed.slice(bullet.length))
  return { ...(text.includes('\t') ? rowOf(text) : textLine(text)), bullet: bullet.trim() }
}

/** A line of which a page of text says nothing. */
export function textLine(text: string): Line {
  return { text, bullet: '', afterBlank: false, role: 'line', url: null }
}

/** The cells of a table's row on one line. */
function rowOf(text: string): Line {
  const cells = text.split('\t').map((cell) => trimInvisible(cell))
  return { ...textLine(cells.filter((cell) => cell !== '').join(' · ')), role: 'row' }
}

export function trimInvisible(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && INVISIBLE.test(text.charAt(start))) start += 1
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
