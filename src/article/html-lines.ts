import type { TextMass } from './html-mass.ts'
import {
  datesIn,
  datetimeIn,
  elementText,
  isData,
  keywordsIn,
  linksIn,
  type PageLink,
  resolved,
  rowsOf,
  sourceIn,
} from './html-parts.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { type Zone, zoneOf } from './html-zones.ts'
import { labelOf } from './page-labels.ts'
import { lineOf, textLine, trimInvisible } from './page-lines.ts'
import { withoutEntities } from './page-text.ts'
import { statedDate } from './published.ts'
import type { Line } from './unwrap.ts'

/** An article of a page as its elements tell it. */
export type MarkedArticle = {
  readonly title: string | null
  readonly lines: readonly Line[]
  readonly published: string | null
  readonly source: string | null
  readonly keywords: readonly string[]
  /** Links in blocks that are named for them. */
  readonly related: readonly PageLink[]
}

type Draft = {
  title: string | null
  readonly lines: Line[]
  published: string | null
  source: string | null
  readonly keywords: string[]
  readonly related: PageLink[]
}

/** A text, no teaser. After a main headline with text before it, it is another article. */
const WHOLE = 400
const BEFORE = 200
/** This much of a line is a link, and it is one. */
const LINKED = 0.85
const SKIPPED = /^(?:rp|rt|wbr|area|col|colgroup|source|track|link|meta)$/
/** Elements that their items stand in. */
const WITHIN = /^(?:ol|ul|pre|article)$/
const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

/** The articles of a page's main block: its own, then others that stand in it whole. `base`: of its links. */
export function markedArticles(main: HtmlElement, mass: TextMass, base: string | null): readonly MarkedArticle[] {
  const drafts: Draft[] = [emptyDraft()]
  let own = 0
  let draft = drafts[0] ?? emptyDraft()
  let [text, linked, href]: [string, number, string | null] = ['', 0, null]
  let [bullet, link, blank]: [string, string | null, boolean] = ['', null, true]
  let role: Line['role'] = 'line'
  let number = 0

  const flush = () => {
    const plain = trimInvisible(withoutEntities(text).replace(/\s+/gu, ' '))
    if (/[\p{L}\p{N}]/u.test(plain)) {
      const isLink = linked >= LINKED * lettersIn(text)
      const url = isLink ? resolved(href, base) : null
      const line = lineOf(plain)
      const item = bullet === '' ? line.bullet : bullet
      draft.lines.push({ text: line.text, bullet: item, afterBlank: blank, role: isLink ? 'link' : role, url })
      own += role === 'line' ? plain.length : 0
      bullet = ''
      blank = false
    }
    ;[text, linked, href] = ['', 0, null]
  }
  const begin = (title: string | null) => {
    draft = { ...emptyDraft(), title }
    drafts.push(draft)
    own = 0
  }
  const visitAll = (nodes: readonly HtmlNode[], inside: string) => {
    for (const node of nodes) visit(node, inside)
  }
  const visit = (node: HtmlNode, inside: string): void => {
    if (typeof node === 'string' && inside === 'pre') {
      for (const [index, line] of node.split('\n').entries()) {
        if (index > 0) flush()
        text += line
      }
      return
    }
    if (typeof node === 'string') {
      text += node
      if (link !== null) linked += lettersIn(node)
      return
    }
    if (SKIPPED.test(node.name)) return
    // a time within a sentence is its own word
    const isInline = node.name === 'time' && text.trim() !== ''
    const zone = isInline ? 'text' : zoneIn(node, inside)
    if (zone !== 'text') {
      if (zone === 'related' && isWhole(node)) another(node)
      else aside(node, zone)
    } else if (node.name === 'br') flush()
    else if (node.name === 'a') anchor(node, inside)
    else if (node.name === 'q') quotation(node, inside)
    else if (/^h[1-6]$/.test(node.name)) heading(node)
    else if (node.name === 'article' && own >= WHOLE && isWhole(node)) another(node)
    else if (node.name === 'table' && isData(node)) rows(node)
    else if (node.name === 'li') item(node, inside)
    // a program is no text
    else if (node.name === 'code' && inside === 'pre') return
    else if (BLOCK.test(node.name)) block(node, WITHIN.test(node.name) ? node.name : inside)
    else visitAll(node.children, inside)
  }
  const quotation = (node: HtmlElement, inside: string) => {
    text += '«'
    visitAll(node.children, inside)
    text += '»'
  }
  const item = (node: HtmlElement, inside: string) => {
    flush()
    if (inside === 'ol') number += 1
    bullet = inside === 'ol' ? `${number}.` : '•'
    block(node, inside)
    bullet = ''
  }
  const zoneIn = (node: HtmlElement, inside: string): Zone =>
    node.name === 'footer' && inside === 'article' ? 'text' : zoneOf(node, mass.isMost(node))
  const block = (node: HtmlElement, inside: string) => {
    flush()
    if (node.name !== 'li' && node.name !== 'td') blank = true
    if (node.name === 'blockquote') role = 'quote'
    const before = number
    if (node.name === 'ol') number = 0
    visitAll(node.children, inside)
    if (node.name === 'ol') number = before
    flush()
    if (node.name === 'p') blank = true
    if (node.name === 'blockquote') role = 'line'
  }
  const another = (node: HtmlElement) => {
    flush()
    const before = draft
    begin(null)
    visitAll(node.children, 'article')
    flush()
    draft = before
    own = WHOLE
  }
  const anchor = (node: HtmlElement, inside: string) => {
    if (/\btag\b/.test(node.attributes.get('rel') ?? '')) {
      draft.keywords.push(elementText(node))
      return
    }
    const outer = link
    link = node.attributes.get('href') ?? ''
    href ??= link
    visitAll(node.children, inside)
    link = outer
  }
  const heading = (node: HtmlElement) => {
    flush()
    const title = headlineOf(node)
    if (node.name === 'h1' && own >= BEFORE) begin(null)
    if (draft.title === null && (node.name === 'h1' || (own === 0 && drafts.length > 1)) && title !== '') {
      draft.title = title
      return
    }
    blank = true
    role = 'heading'
    visitAll(node.children, '')
    flush()
    role = 'line'
    blank = true
  }
  const rows = (table: HtmlElement) => {
    flush()
    for (const row of rowsOf(table)) {
      const cells = row.map(elementText).filter((cell) => cell !== '')
      if (cells.length > 0) draft.lines.push({ ...textLine(cells.join(' · ')), role: 'row' })
    }
  }
  const aside = (node: HtmlElement, zone: Zone) => {
    flush()
    switch (zone) {
      case 'related':
        // its label may stand above it
        if (labelOf(draft.lines.at(-1)?.text ?? '')?.rest === '') draft.lines.pop()
        draft.related.push(...linksIn(node, base))
        return
      case 'keywords':
        draft.keywords.push(...keywordsIn(node))
        return
      case 'source':
        draft.source ??= sourceIn(node)
        return
      case 'dates':
        draft.published ??= statedDate(datetimeIn(node) ?? '')?.at ?? null
        draft.lines.push(...datesIn(node))
        return
      case 'furniture':
      case 'text':
        return
    }
  }
  const isWhole = (node: HtmlElement) => mass.of(node) >= WHOLE && mass.isHeaded(node)

  visitAll(main.name === 'article' ? [{ ...main, name: 'div' }] : main.children, main.name)
  flush()
  return joined(drafts)
}

function emptyDraft(): Draft {
  return { title: null, lines: [], published: null, source: null, keywords: [], related: [] }
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length
}

/** Under a headline with little text there was no other article: its lines go on with the first. */
function joined(drafts: readonly Draft[]): readonly MarkedArticle[] {
  const [first = emptyDraft(), ...others] = drafts
  const isTeaser = ({ lines }: Draft) =>
    lines.reduce((sum, line) => sum + (line.role === 'link' ? 0 : line.text.length), 0) < WHOLE
  for (const other of others.filter(isTeaser)) {
    const title = other.title === null ? [] : [{ ...textLine(other.title), role: 'heading' as const }]
    first.lines.push(...title, ...other.lines)
  }
  return [first, ...others.filter((other) => !isTeaser(other))]
}

/** A headline without the kicker that stands in it. */
function headlineOf(node: HtmlElement): string {
  const kept = node.children.filter(
    (child) =>
      typeof child === 'string' ||
      !/kicker|label|category|section|badge|overline|eyebrow|live/.test(child.attributes.get('class') ?? ''),
  )
  return elementText({ ...node, children: kept })
}
