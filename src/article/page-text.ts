import { decodeHTML } from 'entities'
import { isMisread } from './charset.ts'

/** Why a text is no page of an article, as one line for the operator; `null` for one that is. */
export function whyNoPage(text: string): string | null {
  if (/^\s*\{\\rtf/u.test(text)) return 'it is RTF, of which the letters are codes: save it as plain text'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'it holds no words: an article is plain text'
  if (isMisread(text)) return 'its letters were saved in a wrong charset (like Ø§Ù„): save it again as UTF-8'
  return null
}

const ENTITY = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});/iu

/** A text in which no entity, tag or sign for a new line is left that a program forgot to read. */
export function plainPage(text: string): string {
  return withoutTags(withLineBreaks(withoutEntities(text)))
}

/** Entities are read as often as they were written: `&amp;quot;` is a quotation mark. */
export function withoutEntities(text: string): string {
  let read = text
  for (let round = 0; round < 3 && ENTITY.test(read); round += 1) read = decodeHTML(read)
  return read
}

/** `\n` in two letters. */
function withLineBreaks(text: string): string {
  return text.replace(/(?:\\r)?\\n(?![a-z])/gu, '\n')
}

/** Elements that stand on lines of their own, and those that stand in one. */
const BREAKING = /<(?:br\s?\/?|\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|tr|table|section|article))(?:\s[^<>]{0,500})?>/giu
const INLINE = /<\/?(?:a|b|i|u|em|strong|span|font|small|sup|sub|img|td|th|mark|cite)(?:\s[^<>]{0,2000})?\/?>/giu

function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(BREAKING, '\n').replace(INLINE, '') : text
}
