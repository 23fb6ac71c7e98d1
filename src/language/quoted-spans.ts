/** `text.slice(start, end)` with its marks. */
export type QuotedSpan = { readonly start: number; readonly end: number }

const MARKS = /["«»“”„″()[\]‹›]/gu
/** The closing marks of each opening mark. Papers write `“..“`, `”..“` and the reversed `»..«` too. */
const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ['"', '"”“'],
  ['″', '″"'],
  ['«', '»'],
  ['»', '«'],
  ['“', '”“"'],
  ['”', '“”"'],
  ['„', '“”"'],
  ['‹', '›'],
  ['(', ')'],
  ['[', ']'],
])
const NEVER_OPENS = new Set([')', ']', '›'])

/**
 * The outermost quotations and brackets of a text that are at most `longest` characters, in order. A mark without a
 * partner within that length is ignored.
 *
 *     قال: "نعم (طبعا). لا" ثم «مضى          →   «"نعم (طبعا). لا"» only
 *          └──────────────┘     └ never closed
 */
export function quotedSpans(text: string, longest: number): readonly QuotedSpan[] {
  const marks = Array.from(text.matchAll(MARKS), (match) => ({ mark: match[0], at: match.index }))
  const spans: QuotedSpan[] = []
  for (let index = 0; index < marks.length; index += 1) {
    const open = marks[index]
    if (!open || NEVER_OPENS.has(open.mark) || isOnlyCloser(text, open.at, open.mark)) continue
    const closers = CLOSED_BY.get(open.mark) ?? ''
    const close = findClose(text, marks, { index, closers, longest })
    if (close === null) continue
    spans.push({ start: open.at, end: (marks[close]?.at ?? open.at) + 1 })
    index = close
  }
  return spans
}

type Mark = { readonly mark: string; readonly at: number }
type Search = { readonly index: number; readonly closers: string; readonly longest: number }

/** The index of the mark that closes the one at `index`. Looks at no more than 24 marks, so hostile text stays linear. */
function findClose(text: string, marks: readonly Mark[], search: Search): number | null {
  const open = marks[search.index]
  let depth = 0
  for (let index = search.index + 1; open && index <= search.index + 24; index += 1) {
    const next = marks[index]
    if (!next || next.at - open.at > search.longest) return null
    if (isDirected(open.mark) && next.mark === open.mark) depth += 1
    else if (search.closers.includes(next.mark) && !isOnlyOpener(text, next.at, next.mark)) {
      if (depth === 0) return index
      depth -= 1
    }
  }
  return null
}

function isDirected(mark: string): boolean {
  return '«‹(['.includes(mark)
}

/** A straight mark attached to the word before it (`كلمة" ثم`) closes; it can't open. */
function isOnlyCloser(text: string, at: number, mark: string): boolean {
  return !isDirected(mark) && /[^\s:،,(]/u.test(text[at - 1] ?? ' ') && /[\s.,،؛:!؟)]/u.test(text[at + 1] ?? ' ')
}

function isOnlyOpener(text: string, at: number, mark: string): boolean {
  return '"“”″'.includes(mark) && /[\s:(]/u.test(text[at - 1] ?? ' ') && /[^\s.,،؛:!؟)]/u.test(text[at + 1] ?? ' ')
}
