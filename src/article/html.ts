import { Parser } from 'htmlparser2'
import type { Parsed, Slug } from './article.ts'
import { decodePage } from './charset.ts'
import { parsePage } from './page.ts'

export type HtmlOptions = {
  readonly slug: Slug
  /** When the page was read from its site, from which `منذ ساعتين` counts; null for a file of unknown age. */
  readonly now: Date | null
  /** The header of its answer, which names its charset. */
  readonly contentType?: string
  /** Where it was read; a page that says its own address knows better. */
  readonly url?: string
}

const LARGEST = 2 * 1024 * 1024

/** Reads a web page of up to 2 MB. Never throws. */
export function readHtml(bytes: Uint8Array, options: HtmlOptions): Parsed {
  if (bytes.length > LARGEST) return { kind: 'unreadable', why: 'is larger than 2 MB: split it' }
  const html = decodePage(bytes, options.contentType)
  if (html === null) return { kind: 'unreadable', why: 'is no text file: an article is plain text, Markdown or HTML' }
  return parsePage(textOf(html), options.slug)
}

const APART = /^(?:p|div|h[1-6]|li|ul|ol|br|tr|table|section|article|header|title|blockquote|figure|figcaption)$/

function textOf(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (/^(?:script|style)$/.test(name)) hidden += 1
      if (APART.test(name)) text += '\n'
    },
    onclosetag: (name) => {
      if (/^(?:script|style)$/.test(name)) hidden -= 1
      if (APART.test(name)) text += '\n'
    },
    ontext: (part) => {
      if (hidden === 0) text += part
    },
  })
  parser.end(html)
  return text
}
