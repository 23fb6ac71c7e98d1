/** One line of the table: what was measured, the value as text, and what is asked of it. */
export type Measure = { readonly name: string; readonly value: string; readonly wanted: string }

/** A share as a percentage with one decimal. */
export function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** Precision, recall and their harmonic mean. */
export function balance(hits: number, said: number, wanted: number): { p: number; r: number; f: number } {
  const [p, r] = [hits / Math.max(1, said), hits / Math.max(1, wanted)]
  return { p, r, f: hits === 0 ? 0 : (2 * p * r) / (p + r) }
}
