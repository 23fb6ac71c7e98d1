import { detectLanguage } from '../language/language.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Block } from './article.ts'
import type { Line } from './unwrap.ts'

const LONGEST_TITLE = 160
const LONGEST_QUESTION = 110
const LONGEST_HEADING = 100
const MOST_HEADING_WORDS = 16
/** The end of a sentence with its closing marks. A question may be a heading; a statement with its full stop is none. */
const FULL_STOP = /[.,،؛;:…](?:[\s\u00A0]*["»”“'’)\]])*$/u
const QUESTION = /[?؟!](?:[\s\u00A0]*["»”“'’)\]])*$/u
/** `قال: "…` is speech, however short. */
const SPEECH = /[::][\s\u00A0]*["«“”»'‘]/u

/** `كتب: …`, `بقلم …`: a byline is no heading. */
const BYLINE =
  /^(?:(?:كتبت?|تقرير|إعداد|ترجمة|تحرير|متابعة|تصوير|حوار)[\s\u00A0]*[::–—-]|بقلم[\s\u00A0]|by[\s\u00A0]+\p{Lu})/u

/** An article's title, `null` for none, and its headings and paragraphs. */
export type Body = { readonly title: string | null; readonly blocks: readonly Block[] }

/**
 * Tells titles and headings from paragraphs. A heading is a short line with no final stop that a paragraph follows; a
 * title is such a line at the very beginning, unless the page said its title. Every line ends up in the body.
 */
export function readBody(lines: readonly Line[], { hasTitle }: { readonly hasTitle: boolean }): Body {
  const [first, ...others] = lines
  const titled = !hasTitle && first !== undefined && others.length > 0 && looksLikeTitle(first)
  const rest = titled ? others : lines
  const blocks: Block[] = rest.map((line, index) =>
    standsOverText(rest, index)
      ? { kind: 'heading', text: withoutMarkdown(line.text) }
      : { kind: 'paragraph', text: paragraphText(line) },
  )
  return { title: titled ? withoutMarkdown(first.text) : null, blocks }
}

/** List numbers are part of the text; bullets are not. */
function paragraphText({ bullet, text }: Line): string {
  return /[\d٠-٩]/u.test(bullet) ? `${bullet} ${text}` : text
}

/** `## عنوان` and `**عنوان**`, but not `#وسم`. */
function withoutMarkdown(text: string): string {
  const bare = text.replace(/^(?:#{1,6}[\s\u00A0]+|#{2,6})/u, '').replace(/^(\*\*|__)(.+)\1$/u, '$2')
  return bare.trim() === '' ? text : bare.trim()
}

/** A short line with no final stop. */
export function looksLikeHeading(line: Line): boolean {
  return (
    line.role !== 'row' &&
    line.role !== 'quote' &&
    line.bullet === '' &&
    line.text.length <= LONGEST_HEADING &&
    line.text.split(/\s+/u).length <= MOST_HEADING_WORDS &&
    !FULL_STOP.test(line.text) &&
    !SPEECH.test(line.text) &&
    !BYLINE.test(line.text) &&
    /\p{L}/u.test(line.text)
  )
}

/** A first line with no final stop, of one sentence if it is long; a long question is a teaser, and belongs to the text. */
function looksLikeTitle(line: Line): boolean {
  const longest = QUESTION.test(line.text) ? LONGEST_QUESTION : LONGEST_TITLE
  return (
    line.bullet === '' &&
    line.text.length <= longest &&
    !FULL_STOP.test(line.text) &&
    !SPEECH.test(line.text) &&
    /\p{L}/u.test(line.text) &&
    (line.text.length <= LONGEST_QUESTION || splitSentences(line.text, detectLanguage(line.text)).length === 1)
  )
}

/** A heading has a paragraph under it, and no more than one other heading in between (a list of short lines is a list). */
function standsOverText(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line?.role === 'heading') return index < lines.length - 1
  if (!line || !looksLikeHeading(line)) return false
  // Words in marks under `كتب فلان:` are his.
  if (/^["«“”»]/.test(line.text) && /[::]$/.test(lines[index - 1]?.text.trim() ?? '')) return false
  if (QUESTION.test(line.text) && line.text.length > LONGEST_HEADING * 0.7) return false
  const next = lines[index + 1]
  if (!next) return false
  if (!looksLikeHeading(next)) return true
  const previous = lines[index - 1]
  const afterNext = lines[index + 2]
  return (!previous || !looksLikeHeading(previous)) && afterNext !== undefined && !looksLikeHeading(afterNext)
}
