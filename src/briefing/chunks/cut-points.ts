import type { SplitArticle } from '../text.ts'
import { cohesionBefore } from './cohesion.ts'
import type { Piece } from './pieces.ts'
import type { ChunkToken } from './tokens.ts'

const COMFORTABLE = { from: 600, to: 1200 }
/** A chunk of several pieces is never longer. */
const LONGEST = 1500
/** What a cut at a gap of full cohesion costs, in the same unit as a chunk 100 characters outside the comfortable. */
const COHESION_WEIGHT = 4
/** A cut inside a paragraph, or between the words that announce a quotation and the quotation. */
const UNNATURAL_CUT = 3
const ANNOUNCES = /[::]\s*$/u

/**
 * The pieces of each chunk, in order: the cheapest way to cut each section, where a chunk costs what it is outside a
 * comfortable length and a cut costs the cohesion it breaks. Dynamic programming over the gaps; a chunk spans few pieces,
 * so time is linear.
 */
export function groupPieces(
  pieces: readonly Piece[],
  text: SplitArticle,
  tokens: readonly (readonly ChunkToken[])[],
): readonly (readonly Piece[])[] {
  const cohesion = cohesionBefore(pieces, tokens)
  const cutCost = pieces.map(
    (piece, index) => costOfCut(pieces[index - 1], piece, text) + (cohesion[index] ?? 0) * COHESION_WEIGHT,
  )
  const groups: (readonly Piece[])[] = []
  let from = 0
  for (let to = 1; to <= pieces.length; to += 1) {
    if (to < pieces.length && pieces[to]?.section === pieces[from]?.section) continue
    groups.push(...cheapestGroups(pieces.slice(from, to), cutCost.slice(from, to)))
    from = to
  }
  return groups
}

function costOfCut(before: Piece | undefined, after: Piece, text: SplitArticle): number {
  if (!before) return 0
  if (before.paragraph === after.paragraph) return UNNATURAL_CUT
  return ANNOUNCES.test(text.paragraphs[before.paragraph]?.slice(-3) ?? '') ? UNNATURAL_CUT : 0
}

function cheapestGroups(pieces: readonly Piece[], cutCost: readonly number[]): readonly (readonly Piece[])[] {
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= pieces.length; end += 1) {
    let found = { cost: Number.POSITIVE_INFINITY, from: end - 1 }
    let length = 0
    for (let from = end - 1; from >= 0; from -= 1) {
      const piece = pieces[from]
      length += piece ? piece.end - piece.start : 0
      if (from < end - 1 && length > LONGEST) break
      const cost = (best[from]?.cost ?? 0) + costOfLength(length) + (from > 0 ? (cutCost[from] ?? 0) : 0)
      if (cost < found.cost) found = { cost, from }
    }
    best.push(found)
  }
  const groups: (readonly Piece[])[] = []
  for (let end = pieces.length; end > 0; ) {
    const from = best[end]?.from ?? 0
    groups.push(pieces.slice(from, end))
    end = from
  }
  return groups.reverse()
}

/** Grows with the square of what is missing or too much: two chunks a little off are better than one far off. */
function costOfLength(length: number): number {
  const off = length < COMFORTABLE.from ? COMFORTABLE.from - length : Math.max(0, length - COMFORTABLE.to)
  return (off / 100) ** 2 + 0.5
}
