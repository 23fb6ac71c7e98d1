import { fold } from '../language/fold.ts'
import { contentStems } from '../language/stems.ts'
import { splitWords } from '../language/words.ts'

/** A headline read once, to be compared with many. */
export type Headline = {
  readonly folded: string
  readonly stems: ReadonlySet<string>
  readonly trigrams: ReadonlySet<string>
}

/** Whether two headlines tell one story. Symmetric; serves the related headlines of a page and stories across articles. */
export function sameStory(a: string, b: string): boolean {
  return isSameStory(readHeadline(a), readHeadline(b))
}

/** Reads a headline for `isSameStory`. */
export function readHeadline(title: string): Headline {
  const folded = splitWords(title)
    .map((word) => fold(word.text))
    .join(' ')
  return { folded, stems: new Set(contentStems(title, 'ar')), trigrams: trigramsOf(` ${folded} `) }
}

/** `sameStory` for headlines already read. */
export function isSameStory(a: Headline, b: Headline): boolean {
  return a.folded === b.folded || jaccard(a.trigrams, b.trigrams) >= 0.19
}

function trigramsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const each of a) if (b.has(each)) both += 1
  return both / Math.max(1, a.size + b.size - both)
}
