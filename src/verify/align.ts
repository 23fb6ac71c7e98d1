import { type ComparedWord, isSameWord, weightOf } from './compared-words.ts'

/** Words of the claim over words of the text, as index ranges; one of them may be empty. */
export type Step = {
  readonly isSame: boolean
  readonly claim: readonly [from: number, to: number]
  readonly text: readonly [from: number, to: number]
}

/** `steps` cover the whole claim; `likeness`: 1 for the same words, 0 for none. */
export type Alignment = { readonly steps: readonly Step[]; readonly likeness: number }

type Words = readonly ComparedWord[]

/** The moves of the table; the first of equal cost is taken, so a changed word is not shown as one left out and one added. */
const MOVES = [
  { claim: 1, text: 1 },
  { claim: 1, text: 2 },
  { claim: 2, text: 1 },
  { claim: 1, text: 0 },
  { claim: 0, text: 1 },
] as const

/**
 * Lays a claim over the part of a text that it fits best (Sellers' algorithm: words of the text before and after cost
 * nothing). Time and memory grow with the product of the lengths.
 *
 *     claim          نوقف   الحرب  غدا
 *     text    … لن   نوقف   هذه  الحرب  …
 */
export function alignWords(claim: Words, text: Words): Alignment {
  const width = text.length + 1
  const costs = new Float64Array((claim.length + 1) * width)
  const moves = new Uint8Array(costs.length)
  const [ownWeights, weights] = [claim, text].map((words) => words.map(({ key }) => weightOf(key)))
  for (let row = 1; row <= claim.length; row += 1) {
    for (let column = 0; column <= text.length; column += 1) {
      let best = Number.POSITIVE_INFINITY
      for (const [index, move] of MOVES.entries()) {
        const [fromRow, fromColumn] = [row - move.claim, column - move.text]
        if (fromRow < 0 || fromColumn < 0) continue
        const [own, other] = [claim[fromRow], text[fromColumn]]
        const [ownWeight, weight] = [ownWeights?.[fromRow] ?? 1, weights?.[fromColumn] ?? 1]
        const step = costOf({ move, own, other, nextOwn: claim[row - 1], next: text[column - 1], ownWeight, weight })
        const cost = (costs[fromRow * width + fromColumn] ?? 0) + step
        if (cost < best - 1e-9) {
          best = cost
          moves[row * width + column] = index
        }
      }
      costs[row * width + column] = best
    }
  }
  const last = bestEnd(costs.subarray(claim.length * width))
  const total = (ownWeights ?? []).reduce((sum, weight) => sum + weight, 0)
  const cost = costs[claim.length * width + last] ?? total
  return {
    steps: stepsTo({ claim, text, moves, width }, last),
    likeness: total === 0 ? 0 : Math.max(0, 1 - cost / total),
  }
}

type Pairing = {
  readonly move: (typeof MOVES)[number]
  readonly own: ComparedWord | undefined
  readonly other: ComparedWord | undefined
  readonly nextOwn: ComparedWord | undefined
  readonly next: ComparedWord | undefined
  readonly ownWeight: number
  readonly weight: number
}

/** Words written together (`مازال`) are the same as apart; other moves of two words are none. */
function costOf({ move, own, other, nextOwn, next, ownWeight, weight }: Pairing): number {
  if (move.claim === 0) return weight
  if (move.text === 0) return ownWeight
  if (own === undefined || other === undefined) return Number.POSITIVE_INFINITY
  if (move.text === 2) return isJoined(own.key, other.key + next?.key) ? 0 : Number.POSITIVE_INFINITY
  if (move.claim === 2) return isJoined(own.key + nextOwn?.key, other.key) ? 0 : Number.POSITIVE_INFINITY
  return isSameWord(own.key, other.key) ? 0 : Math.max(ownWeight, weight)
}

/** Of joined words only «و» and «ف» may be one more: further letters are a word. */
function isJoined(left: string, right: string): boolean {
  const [long, short] = left.length > right.length ? [left, right] : [right, left]
  return long === short || (/^[وف]/u.test(long) && long.slice(1) === short)
}

/** The last of the best, so that a word changed at the end is laid over the one it stands for. */
function bestEnd(costs: Float64Array): number {
  let best = 0
  costs.forEach((cost, column) => {
    if (cost <= (costs[best] ?? 0) + 1e-9) best = column
  })
  return best
}

type Table = { readonly claim: Words; readonly text: Words; readonly moves: Uint8Array; readonly width: number }

function stepsTo({ claim, text, moves, width }: Table, last: number): readonly Step[] {
  const steps: Step[] = []
  let column = last
  for (let row = claim.length; row > 0; ) {
    const move = MOVES[moves[row * width + column] ?? 0] ?? MOVES[0]
    const [own, other] = [claim[row - move.claim], text[column - move.text]]
    const isJoined = move.claim + move.text === 3
    const isSame = isJoined || (move.claim === 1 && move.text === 1 && isSameWord(own?.key ?? '', other?.key ?? ''))
    steps.push({ isSame, claim: [row - move.claim, row], text: [column - move.text, column] })
    row -= move.claim
    column -= move.text
  }
  return steps.reverse()
}
