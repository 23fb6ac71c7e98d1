import { fold } from '../language/fold.ts'
import { isSiteName } from './furniture.ts'
import { type ArticleDraft, emptyDraft, joinTeasers, type MarkedArticle, setTitle, WHOLE } from './html-drafts.ts'
import type { TextMass } from './html-mass.ts'
import { datesIn, datetimeIn, elementText, headlinesIn, isData, keywordsIn, rowsOf, sourceIn } from './html-parts.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { createLineWriter } from './html-writer.ts'
import { type Zone, zoneOf } from './html-zones.ts'
import { labelOf } from './page-labels.ts'
import { textLine } from './page-lines.ts'
import { statedDate } from './published.ts'
import { quotationLines } from './quotation.ts'
import type { Line } from './unwrap.ts'

/** After a main headline with text before it, it is another article. */
const BEFORE = 200
const SKIPPED = /^(?:rp|rt|wbr|area|col|colgroup|source|track|link|meta)$/
/** Elements that their items stand in. */
const WITHIN = /^(?:ol|ul|pre|article)$/
const BLOCK =
  /^(?:address|article|aside|body|caption|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

/** `base`: of its links. `site`: its name. `isLive`: a live blog, whose entries are one article. */
export type PageContext = { readonly base: string | null; readonly site: string | null; readonly isLive: boolean }

/** What the elements around a text make of it. */
type Around = {
  /** The nearest of those that items, quotations and articles stand in. */
  readonly inside: string
  readonly link: string | null
  readonly role: Line['role']
  /** Of the items of the nearest numbered list. */
  readonly counter: { last: number }
}

/** The articles of a page's main block: its own, then others that stand in it whole. */
export function markedArticles(
  main: HtmlElement,
  mass: TextMass,
  { base, site, isLive }: PageContext,
): readonly MarkedArticle[] {
  const drafts: ArticleDraft[] = []
  const writer = createLineWriter(base)
  let own = 0
  let draft = begin()

  function begin(): ArticleDraft {
    const begun = emptyDraft()
    drafts.push(begun)
    own = 0
    return begun
  }
  const flush = (role: Line['role']) => {
    const line = writer.take(role)
    if (line === null) return
    draft.lines.push(line)
    own += role === 'line' ? line.text.length : 0
  }
  const visitAll = (nodes: readonly HtmlNode[], around: Around) => {
    for (const node of nodes) visit(node, around)
  }
  const visit = (node: HtmlNode, around: Around): void => {
    if (typeof node === 'string') {
      text(node, around)
      return
    }
    const { name } = node
    if (SKIPPED.test(name)) return
    const zone = zoneIn(node, around)
    if (zone === 'related' && isWhole(node)) another(node, around)
    else if (zone !== 'text') aside(node, zone, around)
    else if (name === 'br') flush(around.role)
    else if (name === 'a') anchor(node, around)
    else if (name === 'q') visitAll(['«', ...node.children, '»'], around)
    else if (/^h[1-6]$/.test(name)) heading(node, around)
    else if (name === 'article' && own >= BEFORE && isWhole(node)) another(node, around)
    else if (name === 'table' && isData(node)) rows(node, around)
    else if (name === 'li') item(node, around)
    else if (name === 'blockquote') blockQuotation(node, around)
    // a program is no text
    else if (name === 'code' && around.inside === 'pre') return
    else if (BLOCK.test(name)) block(node, WITHIN.test(name) ? { ...around, inside: name } : around)
    else visitAll(node.children, around)
  }
  const zoneIn = (node: HtmlElement, { inside }: Around): Zone => {
    // a time within a sentence is its own word
    const isInline = node.name === 'time' && !writer.isEmpty()
    const isTheirs = node.name === 'footer' && /^(?:article|blockquote)$/.test(inside)
    return isInline || isTheirs ? 'text' : zoneOf(node, mass.isMost(node))
  }
  const text = (words: string, { inside, link, role }: Around) => {
    for (const [index, line] of (inside === 'pre' ? words.split('\n') : [words]).entries()) {
      if (index > 0) flush(role)
      writer.add(line, link)
    }
  }
  const item = (node: HtmlElement, around: Around) => {
    flush(around.role)
    const isNumbered = around.inside === 'ol'
    if (isNumbered) around.counter.last += 1
    writer.setBullet(isNumbered ? `${around.counter.last}.` : '•')
    block(node, around)
    writer.setBullet('')
  }
  const block = (node: HtmlElement, around: Around) => {
    const { name } = node
    flush(around.role)
    if (name !== 'li' && name !== 'td') writer.leaveBlank()
    visitAll(node.children, name === 'ol' ? { ...around, counter: { last: 0 } } : around)
    flush(around.role)
    if (name === 'p') writer.leaveBlank()
  }
  const blockQuotation = (node: HtmlElement, around: Around) => {
    flush(around.role)
    const start = draft.lines.length
    block(node, { ...around, inside: 'blockquote', role: 'quote' })
    const quoted = draft.lines.splice(start)
    const texts = quotationLines(
      quoted.map(({ bullet, text }) => (/^[-–—]$/.test(bullet) ? `${bullet} ${text}` : text)),
    )
    draft.lines.push(...quoted.map((line, index) => ({ ...line, bullet: '', text: texts[index] ?? line.text })))
  }
  const another = (node: HtmlElement, around: Around) => {
    flush(around.role)
    const before = draft
    draft = begin()
    visitAll(node.children, { ...around, inside: 'article' })
    flush(around.role)
    draft = before
    own = WHOLE
  }
  const anchor = (node: HtmlElement, around: Around) => {
    if (/\btag\b/.test(node.attributes.get('rel') ?? '')) draft.keywords.push(elementText(node))
    else visitAll(node.children, { ...around, link: node.attributes.get('href') ?? '' })
  }
  const heading = (node: HtmlElement, around: Around) => {
    flush(around.role)
    const title = headlineOf(node)
    // the logo
    if (isSite(title)) return
    if (node.name === 'h1' && own >= BEFORE && !isLive) draft = begin()
    if (draft.title === null && (node.name === 'h1' || (own === 0 && drafts.length > 1)) && title !== '') {
      setTitle(draft, title)
      own = 0
      return
    }
    writer.leaveBlank()
    visitAll(node.children, { ...around, inside: '', role: 'heading' })
    flush('heading')
    writer.leaveBlank()
  }
  const rows = (table: HtmlElement, around: Around) => {
    flush(around.role)
    for (const row of rowsOf(table)) {
      const cells = row.map(elementText).filter((cell) => cell !== '')
      if (cells.length > 0) draft.lines.push({ ...textLine(cells.join(' · ')), role: 'row' })
    }
  }
  const aside = (node: HtmlElement, zone: Zone, around: Around) => {
    flush(around.role)
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
  const keywords = (node: HtmlElement) => {
    const linkedWords = keywordsIn(node)
    draft.keywords.push(...linkedWords)
    const words = elementText(node)
    if (linkedWords.length === 0 && labelOf(words) !== null) draft.lines.push(textLine(words))
  }
  const isSite = (title: string) => (site !== null && fold(title) === fold(site)) || isSiteName(title)
  const isWhole = (node: HtmlElement) => !isLive && mass.of(node) >= WHOLE && mass.isHeaded(node)

  const whole = { inside: main.name, link: null, role: 'line', counter: { last: 0 } } as const
  visitAll(main.name === 'article' ? [{ ...main, name: 'div' }] : main.children, whole)
  flush('line')
  return joinTeasers(drafts)
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
