import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitSentences } from '../src/language/sentences.ts'
import { contentStems } from '../src/language/stems.ts'
import { readHeadlinePairs, readNews } from './data.ts'

// Counts in how many documents each stem occurs and writes src/briefing/document-frequencies.ts. Run it again when the
// stemmer changes: `node eval/count-frequencies.ts`.

const FEWEST_DOCUMENTS = 4
const TARGET = join(import.meta.dirname, '../src/briefing/document-frequencies.ts')

const pairs = readHeadlinePairs()
const headlines = new Set([...pairs.same, ...pairs.different].flat())
const documents = [
  ...readNews().map(({ text }) =>
    text.split('\n').flatMap((line) => splitSentences(line, 'ar').map((span) => span.text)),
  ),
  // Twenty headlines weigh as one document: a headline has few words, but headline words matter for stories.
  ...Array.from({ length: Math.ceil(headlines.size / 20) }, (_, group) =>
    [...headlines].slice(group * 20, group * 20 + 20),
  ),
]
const frequencies = new Map<string, number>()
for (const document of documents) {
  const stems = new Set(
    document.flatMap((sentence) => contentStems(sentence, 'ar')).filter((stem) => /^\p{L}+$/u.test(stem)),
  )
  for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
}

writeFileSync(TARGET, render([...frequencies].filter(([, count]) => count >= FEWEST_DOCUMENTS)))

function render(entries: readonly (readonly [string, number])[]): string {
  const byCount = Map.groupBy(entries, ([, count]) => count)
  const lines = [...byCount]
    .sort(([a], [b]) => b - a)
    .flatMap(([count, group]) => wrap(count, group.map(([stem]) => stem).sort()))
  return `/** How many documents were counted: news articles, and headlines twenty together. */
export const COUNTED_DOCUMENTS = ${documents.length}

/**
 * In how many of them each stem occurs, the most frequent first: a count, then the stems that have it. A stem in fewer
 * than ${FEWEST_DOCUMENTS} is left out. Our own count, written by \`eval/count-frequencies.ts\`; not for editing.
 */
export const DOCUMENT_FREQUENCIES = \`
${lines.join('\n')}
\`
`
}

function wrap(count: number, stems: readonly string[]): readonly string[] {
  const lines: string[] = []
  let line = String(count)
  for (const stem of stems) {
    if (line.length + stem.length > 110) {
      lines.push(line)
      line = String(count)
    }
    line += ` ${stem}`
  }
  return [...lines, line]
}
