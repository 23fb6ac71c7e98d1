import { type ComparedWord, isNegation, isSameWord, weightOf } from './compared-words.ts'

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
  const [ownWeights, weights] = [weightsOf(claim), weightsOf(text)]
  const [ownKinds, kinds] = [claim.map(kindOfKey), text.map(kindOfKey)]
  for (let row = 1; row <= claim.length; row += 1) {
    const ownWeight = ownWeights[row - 1] ?? 1
    for (let column = 0; column <= text.length; column += 1) {
      let best = Number.POSITIVE_INFINITY
      const cell = row * width + column
      for (let index = 0; index < MOVES.length; index += 1) {
        const move = MOVES[index] ?? MOVES[0]
        if (row < move.claim || column < move.text) continue
        const before = costs[cell - move.claim * width - move.text] ?? 0
        if (before >= best) continue
        const weight = move.text === 0 ? ownWeight : (weights[column - 1] ?? 1)
        const like = index === 0 && ownKinds[row - 1] === kinds[column - 1] && kinds[column - 1] !== 'word' ? LIKE : 1
        const cost = before + (isFree(move, claim, row, text, column) ? 0 : like * costOf(move, ownWeight, weight))
        if (cost >= best - 1e-9) continue
        best = cost
        moves[cell] = index
      }
      costs[cell] = best
    }
  }
  const last = bestEnd(costs.subarray(claim.length * width))
  const total = ownWeights.reduce((sum, weight) => sum + weight, 0)
  const likeness = total === 0 ? 0 : Math.max(0, 1 - (costs[claim.length * width + last] ?? total) / total)
  return { steps: stepsTo({ claim, text, moves, width }, last), likeness }
}

type Move = (typeof MOVES)[number]

function weightsOf(words: Words): Float64Array {
  return Float64Array.from(words, ({ key }) => weightOf(key))
}

/** A number stands rather for a number, a negation for a negation. */
const LIKE = 0.95

function kindOfKey({ key }: ComparedWord): 'number' | 'negation' | 'word' {
  return /\d/.test(key) ? 'number' : isNegation(key) ? 'negation' : 'word'
}

/** Less than for a word of the claim, so that a claim's first word is found behind a word left out. */
const LEFT_OUT = 0.9

/** A word changed costs as much as the heavier of the two; two words are never changed into one. */
function costOf({ claim, text }: Move, ownWeight: number, weight: number): number {
  if (claim + text === 3) return Number.POSITIVE_INFINITY
  return claim === 0 ? LEFT_OUT * weight : text === 0 ? ownWeight : Math.max(ownWeight, weight)
}

/** Whether the words before `row` and `column` are the same, together (`مازال`) or apart. This runs on every cell. */
function isFree(move: Move, claim: Words, row: number, text: Words, column: number): boolean {
  if (move.claim === 0 || move.text === 0) return false
  const own = claim[row - 1]?.key ?? ''
  const other = text[column - 1]?.key ?? ''
  if (own.charCodeAt(own.length - 1) !== other.charCodeAt(other.length - 1)) return false
  if (move.text === 2) return isJoined(own, text[column - 2]?.key ?? '', other)
  return move.claim === 2 ? isJoined(other, claim[row - 2]?.key ?? '', own) : isSameWord(own, other)
}

/** Of joined words only «و» and «ف» may be one more: further letters are a word. */
function isJoined(whole: string, first: string, second: string): boolean {
  if (Math.abs(whole.length - first.length - second.length) > 1) return false
  const apart = first + second
  const [long, short] = whole.length > apart.length ? [whole, apart] : [apart, whole]
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
    const isTwo = move.claim + move.text === 3
    const isSame = isTwo || (move.claim === 1 && move.text === 1 && isSameWord(own?.key ?? '', other?.key ?? ''))
    steps.push({ isSame, claim: [row - move.claim, row], text: [column - move.text, column] })
    row -= move.claim
    column -= move.text
  }
  return steps.reverse()
}
