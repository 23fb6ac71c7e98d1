import { COUNTED_DOCUMENTS, DOCUMENT_FREQUENCIES } from './document-frequencies.ts'

/** Inverse document frequency of a word never counted: what a rare name weighs. */
export const RAREST = rarityOfCount(1)

const COUNTS: ReadonlyMap<string, number> = new Map(
  DOCUMENT_FREQUENCIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [count = '', ...stems] = line.split(' ')
      return stems.map((stem) => [stem, Number(count)] as const)
    }),
)

/** How much a content stem tells: its inverse document frequency in Arabic news, 0 (in every article) to `RAREST`. */
export function rarityOf(stem: string): number {
  const count = COUNTS.get(stem)
  if (count !== undefined) return rarityOfCount(count)
  return /^\d/.test(stem) ? RAREST / 2 : RAREST
}

/** How many of the counted documents have the stem; 0 for one in so few that it was left out. */
export function documentsWith(stem: string): number {
  return COUNTS.get(stem) ?? 0
}

/** The inverse document frequency of what `count` of the counted documents have, never under 0. */
export function rarityOfCount(count: number): number {
  return Math.log((COUNTED_DOCUMENTS + 1) / (Math.min(COUNTED_DOCUMENTS, count) + 0.5))
}
