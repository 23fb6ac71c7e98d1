import { looksLikeHeading } from './body.ts'
import { type Label, type LabelKind, labelOf } from './page-labels.ts'
import type { Line } from './page-lines.ts'
import { publishedIn } from './published.ts'

/** A stretch of a page and what it is to the article. */
export type Section =
  | { readonly kind: 'body'; readonly lines: readonly Line[] }
  | { readonly kind: 'embedded'; readonly lines: readonly Line[] }
  | { readonly kind: 'related'; readonly lines: readonly Line[] }
  | { readonly kind: 'keywords'; readonly values: readonly string[] }
  | { readonly kind: 'source' | 'url' | 'published'; readonly value: string }

/** The stretch from one label to the next; the first has none. */
type Stretch = { readonly label: Label | null; readonly lines: readonly Line[] }

/** A whole article is at least this many letters long; less under `اقرأ أيضا` is a teaser. */
const SHORTEST_EMBEDDED = 400
const LONGEST_HEADLINE = 220
const LAST_DATELINE = 5
/** Once one of these was given, a whole article under `اقرأ أيضا` is another one. */
const ENDS_AN_ARTICLE: ReadonlySet<LabelKind> = new Set(['source', 'keywords', 'related', 'url'])

/**
 * Cuts a page at its labels:
 *
 *     paragraphs            body          until the first label
 *     المصدر: …             source        its line
 *     كلمات دلالية: …       keywords      its line, or the bullets under it
 *     اقرأ أيضا: …          related       a headline, and the body goes on; or, once the article has ended
 *                           embedded      (its source or keywords were given), a whole article
 *     مقالات مشابهة         related       all lines to the end
 */
export function splitSections(lines: readonly Line[]): readonly Section[] {
  const sections: Section[] = []
  let ended = false
  for (const stretch of splitStretches(lines)) {
    sections.push(...sectionsOf(stretch, ended))
    ended ||= stretch.label !== null && ENDS_AN_ARTICLE.has(stretch.label.kind)
  }
  return sections
}

function splitStretches(lines: readonly Line[]): readonly Stretch[] {
  const stretches: { label: Label | null; lines: Line[] }[] = [{ label: null, lines: [] }]
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line.text) ?? dateline(line, index)
    if (label) stretches.push({ label, lines: [] })
    else stretches.at(-1)?.lines.push(line)
  }
  return stretches
}

/** A line near the head that is a date and nothing else tells when the page was published. */
function dateline(line: Line, index: number): Label | null {
  return index < LAST_DATELINE && publishedIn(line.text) !== null ? { kind: 'published', rest: line.text } : null
}

function sectionsOf({ label, lines }: Stretch, ended: boolean): readonly Section[] {
  switch (label?.kind) {
    case undefined:
      return [{ kind: 'body', lines }]
    case 'published':
      return publishedThenBody(label.rest, lines)
    case 'source':
    case 'url':
      return valueThenBody(label.kind, label.rest, lines)
    case 'keywords':
      return keywordsThenBody(label.rest, lines)
    case 'related':
      return [{ kind: 'related', lines: withRest(label.rest, lines) }]
    case 'also':
      return alsoThenBody(label.rest, lines, ended)
  }
}

/** A line after `نشر في:` that is more than a date stays in the text. */
function publishedThenBody(rest: string, lines: readonly Line[]): readonly Section[] {
  const all = withRest(rest, lines)
  const value = publishedIn(all[0]?.text ?? '')
  return value === null
    ? [{ kind: 'body', lines: all }]
    : [
        { kind: 'published', value },
        { kind: 'body', lines: all.slice(1) },
      ]
}

function valueThenBody(kind: 'source' | 'url', rest: string, lines: readonly Line[]): readonly Section[] {
  const [first, ...others] = lines
  if (rest !== '')
    return [
      { kind, value: rest },
      { kind: 'body', lines },
    ]
  if (first && first.text.length <= 80)
    return [
      { kind, value: first.text },
      { kind: 'body', lines: others },
    ]
  return [{ kind: 'body', lines }]
}

function keywordsThenBody(rest: string, lines: readonly Line[]): readonly Section[] {
  if (rest !== '')
    return [
      { kind: 'keywords', values: splitKeywords(rest) },
      { kind: 'body', lines },
    ]
  const count = lines.findIndex((line, index) => index > 0 && line.bullet === '')
  const own = lines.slice(0, count < 0 ? lines.length : count)
  return [
    { kind: 'keywords', values: own.flatMap((line) => splitKeywords(line.text)) },
    { kind: 'body', lines: lines.slice(own.length) },
  ]
}

/** A line with no separator is one keyword: where one phrase ends and the next begins is not said. */
function splitKeywords(text: string): readonly string[] {
  return text
    .split(/[،,;؛|•·\n]|\s[-–—/]\s|\s*#/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '')
}

function alsoThenBody(rest: string, lines: readonly Line[], ended: boolean): readonly Section[] {
  if (ended && rest === '' && isWholeArticle(lines)) return [{ kind: 'embedded', lines }]
  const headlines = rest === '' ? leadingHeadlines(lines) : 0
  return [
    { kind: 'related', lines: withRest(rest, lines.slice(0, headlines)) },
    { kind: 'body', lines: lines.slice(headlines) },
  ]
}

/** How many of the first lines are headlines: all bullets, or else one short line. */
function leadingHeadlines(lines: readonly Line[]): number {
  const bullets = lines.findIndex((line) => line.bullet === '')
  if (bullets !== 0) return bullets < 0 ? lines.length : bullets
  const notHeadline = lines.findIndex((line) => line.text.length > LONGEST_HEADLINE || !isHeadline(line))
  if (notHeadline < 0) return lines.length
  return Math.min(notHeadline, 1)
}

function isHeadline(line: Line): boolean {
  return line.bullet !== '' || looksLikeHeading(line) || !/[.،؛:]["»”]?$/u.test(line.text)
}

function isWholeArticle(lines: readonly Line[]): boolean {
  const paragraphs = lines.filter((line) => line.bullet === '' && line.text.length > 100)
  return paragraphs.reduce((sum, line) => sum + line.text.length, 0) >= SHORTEST_EMBEDDED
}

function withRest(rest: string, lines: readonly Line[]): readonly Line[] {
  return rest === '' ? lines : [{ text: rest, bullet: '•', afterBlank: false }, ...lines]
}
