import { tokens } from './tokens.ts'

/** The first sentences, as near to `words` words as whole sentences come, cut to exactly that many. */
export function leadOf(text: string, words: number): readonly string[] {
  const lead: string[] = []
  for (const { segment } of new Intl.Segmenter('ar', { granularity: 'sentence' }).segment(text)) {
    const sentence = tokens(segment)
    const after = lead.length + sentence.length
    if (lead.length === 0 || after <= words || after - words < words - lead.length) lead.push(...sentence)
    if (lead.length >= words) break
  }
  return lead.slice(0, words)
}
