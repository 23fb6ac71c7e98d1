import { fold } from '../language/fold.ts'

/** A time budget and the other words; `minutes` is whole, 1 to 60, or `null` when none is named. */
export type Minutes = { readonly minutes: number | null; readonly rest: string }

const NAMED = new Map([
  ['دقيقه', 1],
  ['دقيقتان', 2],
  ['دقيقتين', 2],
])

/** Reads `2m`, `5 min`, «٣ دقائق» or «دقيقتين» anywhere in the words. */
export function readMinutes(words: string): Minutes {
  const folded = fold(words)
  const counted = /(?:^|\s)(\d{1,3})\s?(?:m|mins?|minutes?|د|دقيقه|دقائق|دقايق)(?=\s|$)/u.exec(folded)
  if (counted !== null) return { minutes: inRange(Number(counted[1])), rest: without(folded, counted[0]) }
  const named = folded.split(/\s+/).find((word) => NAMED.has(word))
  return named === undefined
    ? { minutes: null, rest: words }
    : { minutes: NAMED.get(named) ?? null, rest: without(folded, named) }
}

function inRange(minutes: number): number {
  return Math.max(1, Math.min(minutes, MOST_MINUTES))
}

function without(words: string, part: string): string {
  return words.replace(part, ' ').trim()
}

/** The longest time budget, in minutes. */
export const MOST_MINUTES = 60
