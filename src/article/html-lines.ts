import { fold } from '../language/fold.ts'
import { isSiteName } from './furniture.ts'
import type { TextMass } from './html-mass.ts'
import {
  datesIn,
  datetimeIn,
  elementText,
  headlinesIn,
  isData,
  keywordsIn,
  type PageLink,
  rowsOf,
  sourceIn,
} from './html-parts.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { createLineWriter } from './html-writer.ts'
import { type Zone, zoneOf } from './html-zones.ts'
import { labelOf } from './page-labels.ts'
import { textLine } from './page-lines.ts'
import { datelineIn, statedDate } from './published.ts'
import { quotationLines } from './quotation.ts'
import { isLink, type Line } from './unwrap.ts'

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
const SKIPPED = /^(?:rp|rt|wbr|area|col|colgroup|source|track|link|meta)$/
/** Elements that their items stand in. */
const WITHIN = /^(?:ol|ul|pre|article)$/
const BLOCK =
  /^(?:address|article|aside|body|caption|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

/** `base`: of its links. `site`: its name. `isLive`: a live blog, whose entries are one article. */
export type PageContext = { readonly base: string | null; readonly site: string | null; readonly isLive: boolean }

/** The articles of a page's main block: its own, then others that stand in it whole. */
export function markedArticles(
  main: HtmlElement,
  mass: TextMass,
  { base, site, isLive }: PageContext,
): readonly MarkedArticle[] {
  const drafts: Draft[] = [emptyDraft()]
  let own = 0
  let draft = drafts[0] ?? emptyDraft()
  const writer = createLineWriter(base)
  let link: string | null = null
  let bullet = ''
  let afterBlank = true
  let role: Line['role'] = 'line'
  let number = 0

  const flush = () => {
    const line = writer.take({ role, bullet, afterBlank })
    if (line === null) return
    draft.lines.push(line)
    own += role === 'line' ? line.text.length : 0
    bullet = ''
    afterBlank = false
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
    if (typeof node === 'string') {
      for (const [index, line] of (inside === 'pre' ? node.split('\n') : [node]).entries()) {
        if (index > 0) flush()
        writer.add(line, link)
      }
      return
    }
    if (SKIPPED.test(node.name)) return
    // a time within a sentence is its own word
    const isInline = node.name === 'time' && !writer.isEmpty()
    const zone = isInline ? 'text' : zoneIn(node, inside)
    if (zone !== 'text') {
      if (zone === 'related' && isWhole(node)) another(node)
      else aside(node, zone)
    } else if (node.name === 'br') flush()
    else if (node.name === 'a') anchor(node, inside)
    else if (node.name === 'q') quotation(node, inside)
    else if (/^h[1-6]$/.test(node.name)) heading(node)
    else if (node.name === 'article' && own >= BEFORE && isWhole(node)) another(node)
    else if (node.name === 'table' && isData(node)) rows(node)
    else if (node.name === 'li') item(node, inside)
    else if (node.name === 'blockquote') blockQuotation(node)
    // a program is no text
    else if (node.name === 'code' && inside === 'pre') return
    else if (BLOCK.test(node.name)) block(node, WITHIN.test(node.name) ? node.name : inside)
    else visitAll(node.children, inside)
  }
  const quotation = (node: HtmlElement, inside: string) => {
    writer.add('«', link)
    visitAll(node.children, inside)
    writer.add('»', link)
  }
  const item = (node: HtmlElement, inside: string) => {
    flush()
    if (inside === 'ol') number += 1
    bullet = inside === 'ol' ? `${number}.` : '•'
    block(node, inside)
    bullet = ''
  }
  const zoneIn = (node: HtmlElement, inside: string): Zone =>
    node.name === 'footer' && /^(?:article|blockquote)$/.test(inside) ? 'text' : zoneOf(node, mass.isMost(node))
  const block = (node: HtmlElement, inside: string) => {
    flush()
    if (node.name !== 'li' && node.name !== 'td') afterBlank = true
    const before = number
    if (node.name === 'ol') number = 0
    visitAll(node.children, inside)
    if (node.name === 'ol') number = before
    flush()
    if (node.name === 'p') afterBlank = true
  }
  const blockQuotation = (node: HtmlElement) => {
    flush()
    const start = draft.lines.length
    role = 'quote'
    block(node, 'blockquote')
    role = 'line'
    const quoted = draft.lines.splice(start)
    const texts = quotationLines(
      quoted.map(({ bullet, text }) => (/^[-–—]$/.test(bullet) ? `${bullet} ${text}` : text)),
    )
    draft.lines.push(...quoted.map((line, index) => ({ ...line, bullet: '', text: texts[index] ?? line.text })))
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
    visitAll(node.children, inside)
    link = outer
  }
  const heading = (node: HtmlElement) => {
    flush()
    const title = headlineOf(node)
    // the logo
    if (isSite(title)) return
    if (node.name === 'h1' && own >= BEFORE && !isLive) begin(null)
    if (draft.title === null && (node.name === 'h1' || (own === 0 && drafts.length > 1)) && title !== '') {
      draft.title = title
      // above the headline stand sections, kickers and headlines of others
      draft.lines.splice(0, draft.lines.length, ...draft.lines.filter(isAboutArticle))
      own = 0
      return
    }
    afterBlank = true
    role = 'heading'
    visitAll(node.children, '')
    flush()
    role = 'line'
    afterBlank = true
  }
  const rows = (table: HtmlElement) => {
    flush()
    for (const row of rowsOf(table)) {
      const cells = row.map(elementText).filter((cell) => cell !== '')
      if (cells.length > 0) draft.lines.push({ ...textLine(cells.join(' · ')), role: 'row' })
    }
  }
  const keywords = (node: HtmlElement) => {
    const linkedWords = keywordsIn(node)
    draft.keywords.push(...linkedWords)
    const words = elementText(node)
    if (linkedWords.length === 0 && labelOf(words) !== null) draft.lines.push(textLine(words))
  }
  const aside = (node: HtmlElement, zone: Zone) => {
    flush()
    switch (zone) {
      case 'related':
        // its label may stand above it
        if (labelOf(draft.lines.at(-1)?.text ?? '')?.rest === '') draft.lines.pop()
        draft.related.push(...headlinesIn(node, base))
        return
      case 'keywords':
        keywords(node)
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
  const isSite = (title: string) => (site !== null && fold(title) === fold(site)) || isSiteName(title)
  const isWhole = (node: HtmlElement) => !isLive && mass.of(node) >= WHOLE && mass.isHeaded(node)

  visitAll(main.name === 'article' ? [{ ...main, name: 'div' }] : main.children, main.name)
  flush()
  return joined(drafts)
}

function emptyDraft(): Draft {
  return { title: null, lines: [], published: null, source: null, keywords: [], related: [] }
}

function isAboutArticle(line: Line): boolean {
  return !isLink(line) && (datelineIn(line.text) !== null || labelOf(line.text) !== null)
}

/** Under a headline with little text there was no other article: its lines go on with the first. */
function joined(drafts: readonly Draft[]): readonly MarkedArticle[] {
  const [first = emptyDraft(), ...others] = drafts
  const isTeaser = ({ lines }: Draft) =>
    lines.reduce((sum, line) => sum + (isLink(line) ? 0 : line.text.length), 0) < WHOLE
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
