import { detectLanguage } from '../language/language.ts'
import { contentStems } from '../language/stems.ts'
import { looksLikeHeading } from './body.ts'
import type { PageSection } from './section.ts'
import { isLink, type Line } from './unwrap.ts'

/** A whole article is at least this many letters long; less under `اقرأ أيضا` is a teaser. */
const SHORTEST_EMBEDDED = 400
/** A line is a headline up to this length, and a sentence of the text from the second on. */
const LONGEST_HEADLINE = 220
const SHORTEST_TEXT = 150
const FINAL_STOP = /[.،؛:…]["»”)]?$/u

/** The article before a label, and whether it has ended (its source or keywords came). */
export type Before = { readonly body: readonly Line[]; readonly ended: boolean }

/**
 * The lines under `اقرأ أيضا`: one headline, after which the text goes on, or another whole article. It is another
 * article once this one has ended; else only where its headline shares more words with the text after it than before.
 */
export function readAlso(lines: readonly Line[], { body, ended }: Before): readonly PageSection[] {
  if (isWholeArticle(lines) && (ended || beginsAnother(lines, body))) return [{ kind: 'embedded', lines }]
  const count = leadingHeadlines(lines)
  return [
    { kind: 'related', lines: lines.slice(0, count) },
    { kind: 'body', lines: lines.slice(count) },
  ]
}

/** The lines under `مقالات مشابهة`: headlines to the end, or until the text goes on. A teaser stays with its headline. */
export function readRelated(lines: readonly Line[]): readonly PageSection[] {
  const text = lines.findIndex((line, index) => index > 0 && isText(line))
  const headlines: Line[] = []
  for (const line of text < 0 ? lines : lines.slice(0, text)) {
    const last = headlines.at(-1)
    const teaser = last && line.bullet === '' && last.bullet !== '' && FINAL_STOP.test(line.text)
    if (teaser) headlines[headlines.length - 1] = { ...last, text: `${last.text} — ${line.text}` }
    else headlines.push(line)
  }
  return [
    { kind: 'related', lines: headlines },
    { kind: 'body', lines: text < 0 ? [] : lines.slice(text) },
  ]
}

function isText(line: Line): boolean {
  return line.bullet === '' && line.text.length > SHORTEST_TEXT && FINAL_STOP.test(line.text)
}

/** How many of the first lines are headlines: all bullets, or else links, or else one short line; all, where nothing else follows. */
function leadingHeadlines(lines: readonly Line[]): number {
  const bullets = lines.findIndex((line) => line.bullet === '' && !isLink(line))
  if (bullets !== 0) return bullets < 0 ? lines.length : bullets
  const notHeadline = lines.findIndex((line) => !isHeadline(line))
  return notHeadline < 0 ? lines.length : Math.min(notHeadline, 1)
}

function isHeadline(line: Line): boolean {
  if (line.text.length > LONGEST_HEADLINE) return false
  return line.bullet !== '' || looksLikeHeading(line) || !FINAL_STOP.test(line.text)
}

function isWholeArticle(lines: readonly Line[]): boolean {
  const paragraphs = lines.filter((line) => line.bullet === '' && line.text.length > 100)
  return paragraphs.reduce((sum, line) => sum + line.text.length, 0) >= SHORTEST_EMBEDDED
}

/** A lead begins afresh; a paragraph of the same article mostly goes on with `و`, `كما` or `لكن`. */
const GOES_ON = /^["«“]?(?:و|كما|لكن|إلا|غير أن|بدوره|من جهت|من جانب|في المقابل|he |she |it |they |but |and |however)/iu

function beginsAnother(lines: readonly Line[], body: readonly Line[]): boolean {
  const [headline, first, second] = lines
  if (!headline || !first || !looksLikeHeading(headline) || GOES_ON.test(first.text)) return false
  const next = [first, ...(second ? [second] : [])]
  const about = new Set(stemsOf(headline))
  const after = shareOf(about, next)
  if (about.size >= 3 && after >= 0.5 && after > shareOf(about, body.slice(-2)) + 0.2) return true
  return reintroduces(next, body)
}

/** A lead names again in full what the first lead named and the text after it only by half: `دونالد ترامب`, `ترامب`. */
function reintroduces(next: readonly Line[], body: readonly Line[]): boolean {
  const later = new Set(body.slice(2).flatMap(pairsOf))
  const first = new Set(body.slice(0, 2).flatMap(pairsOf))
  const again = new Set(next.flatMap(pairsOf).filter((pair) => first.has(pair) && !later.has(pair)))
  return body.length > 4 && again.size >= 2
}

function pairsOf(line: Line): readonly string[] {
  const stems = stemsOf(line)
  return stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`)
}

/** How many of the stems the lines hold, as a share of all. */
function shareOf(stems: ReadonlySet<string>, lines: readonly Line[]): number {
  const held = new Set(lines.flatMap(stemsOf))
  return [...stems].filter((stem) => held.has(stem)).length / stems.size
}

function stemsOf(line: Line): readonly string[] {
  const text = line.text.slice(0, 2000)
  return contentStems(text, detectLanguage(text))
}
