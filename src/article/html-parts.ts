import { elementsOf, type HtmlElement, textOfNode } from './html-tree.ts'
import { labelOf } from './page-labels.ts'
import { textLine, trimInvisible } from './page-lines.ts'
import { withoutEntities } from './page-text.ts'
import { datelineIn } from './published.ts'
import type { Line } from './unwrap.ts'

/** A link as a page shows it; `null` where it leads nowhere. */
export type PageLink = { readonly title: string; readonly url: string | null }

const SHORTEST_HEADLINE = 12

/** The text of an element on one line, its entities read. */
export function elementText(node: HtmlElement): string {
  return trimInvisible(withoutEntities(textOfNode(node)))
}

/** The headlines that a block links to. `base`: the address they count from. */
export function headlinesIn(node: HtmlElement, base: string | null): readonly PageLink[] {
  return linksIn(node).flatMap((link) => {
    // a headline stands beside its picture, its section and its date
    const headline = elementsOf(link).find(({ name }) => /^h[1-6]$/.test(name)) ?? link
    const words = elementText(headline)
    const title = labelOf(words)?.rest ?? words
    return title.length < SHORTEST_HEADLINE ? [] : [{ title, url: resolved(link.attributes.get('href') ?? null, base) }]
  })
}

/** The words that a block of tags links to. */
export function keywordsIn(node: HtmlElement): readonly string[] {
  const words = linksIn(node).map((link) => elementText(link).replace(/^#/u, ''))
  return words.filter((word) => word !== '')
}

function linksIn(node: HtmlElement): readonly HtmlElement[] {
  const isLinked = ({ name }: HtmlElement) => name === 'a'
  return elementsOf(node, isLinked).filter(isLinked)
}

/** The source that a block names. */
export function sourceIn(node: HtmlElement): string | null {
  const words = elementText(node)
  const label = labelOf(words)
  const source = label?.kind === 'source' ? label.rest : words
  return source !== '' && source.length <= 60 ? source : null
}

/** The lines of a block about the article that say its date, how long ago it was, or its source. */
export function datesIn(node: HtmlElement): readonly Line[] {
  const parts = elementText({ ...node, children: node.children.flatMap((child) => [child, '|']) }).split('|')
  return parts
    .map((part) => trimInvisible(part))
    .filter(
      (part) =>
        datelineIn(part) !== null ||
        /^(?:منذ|قبل) /u.test(part) ||
        / ago$/u.test(part) ||
        labelOf(part)?.kind === 'source',
    )
    .map(textLine)
}

/** A table of short cells is one of data; with blocks in its cells it lays out the page. */
export function isData(table: HtmlElement): boolean {
  const rows = rowsOf(table)
  const cells = rows.flat()
  return (
    rows.length > 1 &&
    cells.length > rows.length &&
    cells.every((cell) => elementText(cell).length < 200) &&
    !elementsOf(table).some(({ name }) => /^(?:p|div|h[1-6]|ul|ol|article|form)$/.test(name))
  )
}

/** The rows of a table with their cells. */
export function rowsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'tr') return [childrenOf(child).filter(({ name }) => /^t[dh]$/.test(name))]
    return /^t(?:body|head|foot)$/.test(child.name) ? rowsOf(child) : []
  })
}

function childrenOf({ children }: HtmlElement): readonly HtmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}

/** The whole http address of a link. */
export function resolved(href: string | null, base: string | null): string | null {
  if (href === null || href === '' || !URL.canParse(href, base ?? undefined)) return null
  const { protocol, href: address } = new URL(href, base ?? undefined)
  return /^https?:$/.test(protocol) && address.length <= 2000 ? address : null
}

/** The time that an element or one in it is marked with. */
export function datetimeIn(node: HtmlElement): string | null {
  const marked = elementsOf(node).find(({ attributes }) => attributes.has('datetime'))
  return marked?.attributes.get('datetime') ?? null
}
