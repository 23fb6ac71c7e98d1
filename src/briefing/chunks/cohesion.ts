import type { Piece } from './pieces.ts'
import { type ChunkToken, tokensWithin } from './tokens.ts'

/** How many pieces on each side of a gap are compared. */
const SIDE = 3

/**
 * How similar in topic the texts before and after each gap are: 0 (nothing in common) to 1. Entry `i`
 * is the gap before piece `i`. TextTiling (Hearst 1997) with stems for words: the cosine of what stands on both sides.
 *
 *     … p1 p2 p3 │ p4 p5 p6 …      a low value between two high ones is a turn of topic
 */
export function cohesionBefore(
  pieces: readonly Piece[],
  tokens: readonly (readonly ChunkToken[])[],
): readonly number[] {
  const bags = pieces.map((piece) => bagOf(tokensWithin(tokens, piece)))
  return pieces.map((_, gap) =>
    gap === 0 ? 0 : cosine(sumOf(bags.slice(Math.max(0, gap - SIDE), gap)), sumOf(bags.slice(gap, gap + SIDE))),
  )
}

type Bag = ReadonlyMap<string, number>

function bagOf(tokens: readonly ChunkToken[]): Bag {
  const bag = new Map<string, number>()
  for (const { stem, stop } of tokens) if (!stop) bag.set(stem, (bag.get(stem) ?? 0) + 1)
  return bag
}

function sumOf(bags: readonly Bag[]): Bag {
  const sum = new Map<string, number>()
  for (const bag of bags) for (const [stem, count] of bag) sum.set(stem, (sum.get(stem) ?? 0) + count)
  return sum
}

function cosine(a: Bag, b: Bag): number {
  let dot = 0
  for (const [stem, count] of a) dot += count * (b.get(stem) ?? 0)
  return dot === 0 ? 0 : dot / Math.sqrt(squares(a) * squares(b))
}

function squares(bag: Bag): number {
  let sum = 0
  for (const count of bag.values()) sum += count * count
  return sum
}
