import { type Label, type LabelKind, labelOf } from './page-labels.ts'
import { textLine } from './page-lines.ts'
import { datelineIn } from './published.ts'
import { type Before, readAlso, readRelated } from './read-also.ts'
import type { PageSection } from './section.ts'
import { isLink, type Line } from './unwrap.ts'

/** The stretch from one label to the next; the first has none. `url`: where the label's own line leads. */
type Stretch = { readonly label: Label | null; readonly url: string | null; readonly lines: readonly Line[] }

const LAST_DATELINE = 5
/** Less text than this is no article. */
const SHORTEST_BODY = 200
/** Labels at the end of an article: a whole one under `اقرأ أيضا` after it is another. */
const ENDING: ReadonlySet<LabelKind> = new Set(['source', 'keywords', 'related', 'url'])

/**
 * Cuts a page at its labels:
 *
 *     paragraphs            body          until the first label
 *     المصدر: …             source        its line
 *     كلمات دلالية: …       keywords      its line, or the bullets under it
 *     اقرأ أيضا: …          related       a headline, and the body goes on,
 *                           embedded      or a whole other article
 *     مقالات مشابهة         related       headlines to the end
 */
export function splitSections(lines: readonly Line[]): readonly PageSection[] {
  const sections: PageSection[] = []
  const body: Line[] = []
  let ended = false
  for (const stretch of splitStretches(lines)) {
    const found = sectionsOf(stretch, { body, ended })
    const text = found.flatMap((section) => (section.kind === 'body' ? section.lines : []))
    sections.push(...found)
    body.push(...text)
    // A source above the text ends nothing, nor does one that more text follows.
    ended = lengthOf(text) < SHORTEST_BODY && (ended || (endsAnArticle(stretch) && lengthOf(body) >= SHORTEST_BODY))
  }
  return sections
}

function endsAnArticle({ label }: Stretch): boolean {
  return label !== null && ENDING.has(label.kind)
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

function splitStretches(lines: readonly Line[]): readonly Stretch[] {
  const stretches: { label: Label | null; url: string | null; lines: Line[] }[] = [
    { label: null, url: null, lines: [] },
  ]
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line.text) ?? dateline(line, index)
    if (label) stretches.push({ label, url: line.url, lines: [] })
    else stretches.at(-1)?.lines.push(line)
  }
  return stretches
}

/** A line near the head that is a date, with its place and agency at the most, tells when the page was published. */
function dateline(line: Line, index: number): Label | null {
  return index < LAST_DATELINE && datelineIn(line.text) !== null ? { kind: 'published', rest: line.text } : null
}

function sectionsOf({ label, url, lines }: Stretch, before: Before): readonly PageSection[] {
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
      return readRelated(withRest(label.rest, lines))
    case 'also':
      return label.rest === ''
        ? readAlso(lines, before)
        : [
            { kind: 'related', lines: [{ ...textLine(label.rest), bullet: '•', url }] },
            { kind: 'body', lines },
          ]
  }
}

/** A line after `نشر في:` that is more than a date stays in the text. */
function publishedThenBody(rest: string, lines: readonly Line[]): readonly PageSection[] {
  const all = withRest(rest, lines)
  const dateline = datelineIn(all[0]?.text ?? '')
  if (dateline === null) return [{ kind: 'body', lines: all }]
  return [
    { kind: 'published', value: dateline.at },
    ...(dateline.source === null ? [] : [{ kind: 'source' as const, value: dateline.source }]),
    { kind: 'body', lines: all.slice(1) },
  ]
}

function valueThenBody(kind: 'source' | 'url', rest: string, lines: readonly Line[]): readonly PageSection[] {
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

function keywordsThenBody(rest: string, lines: readonly Line[]): readonly PageSection[] {
  if (rest !== '')
    return [
      { kind: 'keywords', values: splitKeywords(rest) },
      { kind: 'body', lines },
    ]
  const count = lines.findIndex((line, index) => index > 0 && line.bullet === '' && !isLink(line))
  const own = lines.slice(0, count < 0 ? lines.length : count)
  return [
    { kind: 'keywords', values: own.flatMap((line) => splitKeywords(line.text)) },
    { kind: 'body', lines: lines.slice(own.length) },
  ]
}

/** A line with no separator is one keyword: where one phrase ends and the next begins is unknown. */
function splitKeywords(text: string): readonly string[] {
  return text
    .split(/[،,;؛|•·\n]|\s[-–—/]\s|\s*#/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '')
}

function withRest(rest: string, lines: readonly Line[]): readonly Line[] {
  return rest === '' ? lines : [{ ...textLine(rest), bullet: '•' }, ...lines]
}
