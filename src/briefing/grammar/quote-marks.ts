/**
 * A stretch between quotation marks in one paragraph: `open`…`close` with the marks, `start`…`end` without them and
 * without outer spaces. `parent`: index of the span around it, -1 for none. An unclosed span runs to the paragraph's end, or to another quote.
 */
export type MarkedSpan = {
  readonly open: number
  readonly start: number
  readonly end: number
  readonly close: number
  readonly closed: boolean
  readonly parent: number
}

/** The spans of one paragraph in the order they open; `strayClose`: a mark that closes what an earlier paragraph opened. */
export type MarkedText = {
  readonly spans: readonly MarkedSpan[]
  readonly strayClose: { readonly at: number; readonly end: number } | null
}

type Family = 'double' | 'angle' | 'round' | 'single'
type Mark = { readonly at: number; readonly end: number; readonly char: string; readonly family: Family }
type Draft = { open: number; from: number; to: number; close: number; parent: number; family: Family }

// Marks nested deeper than this are text: no writer does it, and it keeps the work linear.
const MAX_DEPTH = 6
// A mark set twice before a word (`: ""aaa`) is one.
const MARK = /(["“«])\1(?=[^\s"“«])(?<=(?:^|[\s:])..)|''|``|\(\(|\)\)|["“”„‟″＂〃״«»‹›《》‘’‚]/g
const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ...[...'«»‹›《》'].map((mark): [string, Family] => [mark, 'angle']),
  ...[...'‘’‚'].map((mark): [string, Family] => [mark, 'single']),
  ['((', 'round'],
  ['))', 'round'],
])

/**
 * Finds what stands between marks. Writers mix styles and directions, so a mark's own shape is a hint and the letters
 * around it decide:
 *
 *     قال: «aaa "bbb" ccc»        :»aaa«        “..“        "aaa (never closed)
 *          ╰── ╰───╯ ──╯ nested   ╰───╯ reversed, same-shape, open to the paragraph's end
 */
export function findMarkedSpans(text: string): MarkedText {
  const drafts: Draft[] = []
  const stack: number[] = []
  let strayClose: MarkedText['strayClose'] = null
  const marks = readMarks(text)
  for (const [index, mark] of marks.entries()) {
    const open = stack.map((draft) => drafts[draft]?.family ?? 'double')
    const decided = decide(text, mark, open)
    const next = marks[index + 1]
    const opens =
      decided === 'stray' ? opensForNext(text, mark, next) : open.length === 1 && isGluedPair(text, mark, next)
    const step = opens ? 'open' : decided
    if (step === 'open' && stack.length < MAX_DEPTH) {
      drafts.push({ open: mark.at, from: mark.end, to: -1, close: -1, parent: stack.at(-1) ?? -1, family: mark.family })
      stack.push(drafts.length - 1)
    } else if (step === 'stray') {
      if (drafts.length === 0) strayClose ??= { at: mark.at, end: mark.end }
    } else if (typeof step === 'number') {
      for (const index of stack.splice(step).slice(0, 1)) closeDraft(drafts, index, mark)
    }
  }
  for (const index of stack) endBeforeOthers(text, drafts, index)
  return { spans: drafts.map((draft) => finish(text, draft)), strayClose }
}

/**
 * `قال: "aaa. وقال فلان: "bbb"`: a mark that is never closed ends with the last sentence before another quote that is, and
 * what opens behind it is not inside.
 */
function endBeforeOthers(text: string, drafts: readonly Draft[], index: number): void {
  const draft = drafts[index]
  if (draft === undefined) return
  const stops = Array.from(text.slice(draft.from).matchAll(STOP), ({ index: at }) => draft.from + at + 1)
  const inner = drafts.filter(({ parent }) => parent === index)
  const other = inner.find(({ open, close }) => close - open > MIN_QUOTE && open >= (stops[0] ?? text.length))
  const end = other === undefined ? undefined : stops.findLast((stop) => stop <= other.open)
  if (end === undefined) return
  draft.to = end
  for (const one of inner) if (one.open >= end) one.parent = draft.parent
}

const MIN_QUOTE = 20
const STOP = /(?<!\.)[.؟?!](?=[\s"»”])/g

function readMarks(text: string): readonly Mark[] {
  return Array.from(text.matchAll(MARK), ({ index, 0: char, 1: doubled }) => {
    const mark = doubled ?? char
    return { at: index, end: index + char.length, char: mark, family: familyOf(mark) }
  })
}

/**
 * `إن" aaa`, `صحفي"aaa" ثم`, `فلان» إن aaa»`: of two marks in a row that both seem to close, the first is set on the wrong
 * word and opens.
 */
function opensForNext(text: string, mark: Mark, next: Mark | undefined): boolean {
  if (next?.family !== mark.family || (mark.family !== 'double' && mark.family !== 'angle')) return false
  if (mark.family === 'angle' && !LED_IN.test(text.slice(mark.at - 2, mark.end + 4))) return false
  const looks = looksOf(text, next)
  return looks.close && !looks.open
}

// `خانقة» جنوبا` closes what an earlier paragraph opened.
const LED_IN = /:\s?»|»\s?[إأ]ن\s|\p{L}»\p{L}/u

const MAX_GLUED = 30

/** `زر"aaa"على` inside a quote: two marks, both with letters on either side, around a word or two. */
function isGluedPair(text: string, mark: Mark, next: Mark | undefined): boolean {
  const glued = ({ at, end }: Mark) => /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[end] ?? '')
  if (mark.family !== 'double' || next?.family !== 'double' || next.at - mark.end > MAX_GLUED) return false
  return glued(mark) && glued(next)
}

function familyOf(char: string): Family {
  return FAMILIES.get(char) ?? 'double'
}

function closeDraft(drafts: Draft[], index: number, mark: Mark): void {
  const draft = drafts[index]
  if (draft === undefined) return
  draft.to = mark.at
  draft.close = mark.end
}

type Step = 'open' | 'stray' | 'text' | number

/** What a mark does: opens, closes the stack's entry of that number, closes nothing here, or is no quotation mark. */
function decide(text: string, mark: Mark, open: readonly Family[]): Step {
  const own = open.lastIndexOf(mark.family)
  const looks = looksOf(text, mark)
  switch (mark.family) {
    case 'single':
      return decideSingle(mark, looks, own)
    case 'round':
      return mark.char === '((' ? 'open' : own >= 0 ? own : 'stray'
    case 'angle': {
      const leads = '«‹《'.includes(mark.char)
      // `"aaa.«`: set the wrong way round.
      if (leads) return looks.close && !looks.open && open.length > 0 ? (own >= 0 ? own : open.length - 1) : 'open'
      if (own >= 0) return own
      if (open.length > 0 && looks.close) return open.length - 1
      return looks.open && !looks.close ? 'open' : 'stray'
    }
    case 'double': {
      if (own >= 0) return looks.open && !looks.close && mark.char !== '″' ? 'open' : own
      if (open.length > 0 && looks.close && !looks.open) return open.length - 1
      return looks.close && !looks.open ? 'stray' : 'open'
    }
    default:
      return mark.family satisfies never
  }
}

function decideSingle(mark: Mark, looks: Looks, own: number): Step {
  if (mark.char !== '’') return looks.open ? 'open' : 'text'
  return own >= 0 && looks.close ? own : 'text'
}

type Looks = { readonly open: boolean; readonly close: boolean }

/** Whether a mark hugs what follows it or what stands before it. `"` after a lone clitic (`ب"كلمة"`, `و"كلمة"`) opens. */
function looksOf(text: string, mark: Mark): Looks {
  const before = text[mark.at - 1] ?? ' '
  const after = text[mark.end] ?? ' '
  const hugsNext = !/[\s.,،؛;:؟?!)\]]/.test(after)
  const hugsLast = !/[\s:([ـ]/.test(before)
  const glued = /(?:^|[\s("”»،])(?:[وف]|[وف]?[بلكـ]+)$/.test(text.slice(Math.max(0, mark.at - 4), mark.at))
  return { open: hugsNext && (!hugsLast || glued || /[،؛,–—-]/.test(before)), close: hugsLast && !glued }
}

function finish(text: string, draft: Draft): MarkedSpan {
  const closed = draft.close >= 0
  const to = draft.to >= 0 ? draft.to : text.length
  const inner = text.slice(draft.from, to)
  const start = draft.from + (inner.length - inner.trimStart().length)
  return {
    open: draft.open,
    start: Math.min(start, to),
    end: Math.max(start, draft.from + inner.trimEnd().length),
    close: closed ? draft.close : to,
    closed,
    parent: draft.parent,
  }
}
