/** Words as the measures of this folder compare them: runs of letters and digits, spelling variants joined. */
export function tokens(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[\u064B-\u065F\u0670\u0640\u200c-\u200f\u2066-\u2069]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىی]/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/گ/g, 'ك')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Runs of `n` tokens, counted. */
export function countRuns(words: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= words.length; at += 1) {
    const run = words.slice(at, at + n).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

/** ROUGE-n recall: the share of the reference's runs of `n` words that the candidate has. */
export function rougeRecall(candidate: readonly string[], reference: readonly string[], n: number): number {
  const [have, want] = [countRuns(candidate, n), countRuns(reference, n)]
  let found = 0
  for (const [run, count] of want) found += Math.min(count, have.get(run) ?? 0)
  return found / Math.max(1, reference.length - n + 1)
}

/** ROUGE-1 F: the harmonic mean of how much of each is in the other. */
export function rougeF(candidate: readonly string[], reference: readonly string[]): number {
  const [recall, precision] = [rougeRecall(candidate, reference, 1), rougeRecall(reference, candidate, 1)]
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}

/** The share of tokens in common order, over the longer text. */
export function commonOrder(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const row = [0]
    for (let j = 1; j <= b.length; j += 1) {
      row.push(word === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, row[j - 1] ?? 0))
    }
    previous = row
  }
  return a.length === 0 || b.length === 0 ? 0 : (previous.at(-1) ?? 0) / Math.max(a.length, b.length)
}
