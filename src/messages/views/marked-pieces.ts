type Span = { readonly start: number; readonly end: number }
type Piece = { readonly words: string; readonly isMarked: boolean }

/** A text in order, cut where marks begin and end; marks are ordered and apart, and what lies outside the text is left out. */
export function markedPieces(text: string, marks: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks) {
    const start = Math.max(at, Math.min(mark.start, text.length))
    const end = Math.max(start, Math.min(mark.end, text.length))
    pieces.push({ words: text.slice(at, start), isMarked: false }, { words: text.slice(start, end), isMarked: true })
    at = end
  }
  return [...pieces, { words: text.slice(at), isMarked: false }].filter(({ words }) => words !== '')
}
