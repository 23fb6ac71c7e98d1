/** A line as it stood in the page: `width` counts its indent and bullet as well. */
export type RawLine = { readonly line: Line; readonly width: number }

const NARROWEST = 30
const WIDEST = 120
const STOP = /[.!?؟:»"”]$/u

/**
 * Joins the lines of hard-wrapped paragraphs. A break is a wrap when the next line's first word would not have
 * fitted on the line before it:
 *
 *     وصل الوزير إلى العاصمة مساء أمس في زيارة      ← «تستمر» would not fit: joined
 *     تستمر يومين.                                  ← the next word would fit: a paragraph ends
 *
 * A page without such lines is not changed: each line is a paragraph.
 */
export function unwrap(lines: readonly RawLine[]): readonly Line[] {
  const width = wrapWidth(lines)
  if (width === null) return lines.map(({ line }) => line)
  const joined: Line[] = []
  for (const [index, { line }] of lines.entries()) {
    const last = joined.at(-1)
    if (last && isWrapped(lines, index, width)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    } else joined.push(line)
  }
  return joined
}

/** Whether a line continues the one before it. */
function isWrapped(lines: readonly RawLine[], index: number, width: number): boolean {
  const [before, current] = [lines[index - 1], lines[index]]
  if (!before || !current || !follows(current) || !isFull(before, current, width)) return false
  // After a full stop, a short line with none is a heading.
  return !(STOP.test(before.line.text) && !STOP.test(current.line.text) && current.width < width * 0.7)
}

function follows({ line }: RawLine): boolean {
  return !line.afterBlank && line.bullet === ''
}

function isFull(before: RawLine, next: RawLine, width: number): boolean {
  const firstWord = next.line.text.slice(0, WIDEST).search(/\s|$/u)
  return width - before.width - 1 < firstWord
}

/** The width a page was wrapped at, or null for an unwrapped page, where few lines happen to be full. */
function wrapWidth(lines: readonly RawLine[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.width), 0)
  if (width > WIDEST || width < NARROWEST) return null
  const broken = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && follows(next) && !STOP.test(line.line.text) ? [isFull(line, next, width)] : []
  })
  const full = broken.filter((isFullLine) => isFullLine).length
  return full >= 2 && full >= broken.length * 0.7 ? width : null
}

/** Whether all of a line leads elsewhere. */
export function isLink({ role }: Line): boolean {
  return role === 'link' || role === 'linked heading'
}

/**
 * A line of a page, trimmed, never empty. `bullet`: the marker of a list item, cut off its text; else empty. `role`: what
 * the page says that it is, `line` where it says nothing; a `link` is one as a whole, and leads to `url`.
 */
export type Line = {
  readonly text: string
  readonly bullet: string
  readonly afterBlank: boolean
  readonly role: 'line' | 'heading' | 'link' | 'linked heading' | 'quote' | 'row'
  readonly url: string | null
}
