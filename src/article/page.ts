import type { Parsed, Slug } from './article.ts'
import { NO_FACTS } from './article-facts.ts'
import { readHtmlText } from './html.ts'
import { readPage } from './page-article.ts'
import { splitLines } from './page-lines.ts'
import { plainPage, whyNoPage } from './page-text.ts'

/**
 * Reads a page as it was copied from a news site: plain text with or without a title, its labels (`المصدر:`, `Related`)
 * and other articles in it. Every word of the page but labels and furniture ends up in some field.
 */
export function parsePage(text: string, slug: Slug): Parsed {
  const why = whyNoPage(text)
  if (why !== null) return { kind: 'unreadable', why }
  if (isHtml(text)) return readHtmlText(text, { slug, now: null })
  return readPage({ lines: splitLines(plainPage(text)), facts: NO_FACTS }, slug)
}

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(text.slice(0, 2000))
}
