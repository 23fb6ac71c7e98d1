import type { Language } from './language.ts'

/** A stretch of a text: `text.slice(start, end)`, UTF-16 offsets, outer spaces left out. */
export type TextSpan = { readonly start: number; readonly end: number; readonly text: string }

/** The sentences of one paragraph in order; together they hold every character but the spaces between them. */
export function splitSentences(text: string, language: Language): readonly TextSpan[] {
  const spans: TextSpan[] = []
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const trimmed = segment.trim()
    if (trimmed === '') continue
    const start = index + segment.indexOf(trimmed)
    spans.push({ start, end: start + trimmed.length, text: trimmed })
  }
  return spans
}
