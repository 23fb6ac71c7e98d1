import { COUNTED_DOCUMENTS, DOCUMENT_FREQUENCIES } from './document-frequencies.ts'

/** Inverse document frequency of a word never counted: what a rare name weighs. */
export const RAREST = Math.log((COUNTED_DOCUMENTS + 1) / 1.5)

const RARITIES: ReadonlyMap<string, number> = new Map(
  DOCUMENT_FREQUENCIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [count = '', ...stems] = line.split(' ')
      return stems.map((stem) => [stem, Math.log((COUNTED_DOCUMENTS + 1) / (Number(count) + 0.5))] as const)
    }),
)

/** How much a content stem tells: its inverse document frequency in Arabic news, 0 (in every article) to `RAREST`. */
export function rarityOf(stem: string): number {
  return RARITIES.get(stem) ?? (/^\d/.test(stem) ? RAREST / 2 : RAREST)
}
