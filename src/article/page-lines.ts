/** A line of a page, trimmed, never empty. `bullet`: what an item of a list began with, cut off its text; else empty. */
export type Line = { readonly text: string; readonly bullet: string; readonly afterBlank: boolean }

const BREAK = /\r\n|[\n\r\v\f\u0085\u2029]/
const BULLET = /^(?:[•‣◦▪●○■□◾◼·∙⁃➤►▶✔✓※*–—-]|[\d٠-٩]{1,2}[.)-](?![\d٠-٩]))[\s\u00A0]+(?=\S)|^[•‣◦▪●■►](?=\S)/u
/** Spaces, and marks that take no place and mean nothing at a line's ends. */
const INVISIBLE = /[\s\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const LONGEST_WRAP = 120

/**
 * The lines of a page in order, blank ones (U+00A0 alone is blank) left out, each paragraph on one line: a page that was
 * hard-wrapped is unwrapped.
 */
export function splitLines(page: string): readonly Line[] {
  const text = page.replace(/^\uFEFF/, '')
  // U+2028 is a break inside a paragraph, unless the page has no other kind of break.
  const raw = BREAK.test(text.trim()) ? text.split(BREAK) : text.split('\u2028')
  const lines: Line[] = []
  let afterBlank = true
  for (const each of raw) {
    const trimmed = trimInvisible(each)
    if (trimmed !== '') {
      const bullet = BULLET.exec(trimmed)?.[0] ?? ''
      lines.push({ text: trimInvisible(trimmed.slice(bullet.length)), bullet: bullet.trim(), afterBlank })
    }
    afterBlank = trimmed === ''
  }
  return unwrap(lines)
}

function trimInvisible(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && INVISIBLE.test(text.charAt(start))) start += 1
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/**
 * Joins the lines of hard-wrapped paragraphs. A break was the wrapping's when the next line's first word would not have
 * fitted on the line before it:
 *
 *     وصل الوزير إلى العاصمة مساء أمس في زيارة      ← «تستمر» would not fit: joined
 *     تستمر يومين.                                  ← the next word would fit: a paragraph ends
 */
function unwrap(lines: readonly Line[]): readonly Line[] {
  const width = wrapWidth(lines)
  if (width === null) return lines
  const joined: Line[] = []
  let room = 0
  for (const line of lines) {
    const last = joined.at(-1)
    const firstWord = line.text.slice(0, 30).search(/\s|$/)
    if (last && !line.afterBlank && line.bullet === '' && room <= firstWord) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    } else joined.push(line)
    room = width - line.text.length - 1
  }
  return joined
}

/** The width a page was wrapped at, or null where its lines are whole paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
  if (width > LONGEST_WRAP || width < 30) return null
  const followed = lines.filter((_, index) => lines[index + 1]?.afterBlank === false && lines[index + 1]?.bullet === '')
  const broken = followed.filter((line) => line.text.length > width * 0.7 && !/[.!?؟:»"”]$/u.test(line.text))
  return broken.length >= 2 && broken.length * 2 >= followed.length ? width : null
}
