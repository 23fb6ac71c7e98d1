import type { Step } from './align.ts'
import type { WordedText } from './differences.ts'
import type { LaidPiece } from './finding.ts'

type Laid = {
  readonly steps: readonly Step[]
  readonly own: WordedText
  readonly text: WordedText
  /** The part of the text to show. */
  readonly span: { readonly start: number; readonly end: number }
}

/**
 * The text with the claim laid over it. Without the added pieces it is the text unchanged; what was changed is added and then
 * left out.
 */
export function piecesOf({ steps, own, text, span }: Laid): readonly LaidPiece[] {
  const pieces: LaidPiece[] = []
  const first = text.words[steps[0]?.text[0] ?? 0]?.start ?? span.start
  let at = Math.max(span.start, Math.min(first, span.end))
  const add = (kind: LaidPiece['kind'], words: string) => {
    const last = pieces.at(-1)
    if (words === '') return
    if (last?.kind === kind) pieces.splice(-1, 1, { kind, text: last.text + words })
    else pieces.push({ kind, text: words })
  }
  add('rest', text.text.slice(span.start, at))
  for (const { isSame, claim, text: range } of steps) {
    const added = isSame ? '' : slice(own, claim)
    if (added !== '') add('added', at === span.start ? `${added} ` : ` ${added}`)
    const end = range[1] > range[0] ? (text.words[range[1] - 1]?.end ?? at) : at
    add(isSame ? 'same' : 'left-out', text.text.slice(at, end))
    at = Math.max(at, end)
  }
  add('rest', text.text.slice(at, span.end))
  return pieces
}

function slice({ text, words }: WordedText, [from, to]: Step['claim']): string {
  return to > from ? text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0) : ''
}
