import { type HtmlElement, type HtmlNode, textOfNode } from './html-tree.ts'
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
  const found: PageLink[] = []
  const visit = (each: HtmlNode) => {
    if (typeof each === 'string') return
    if (each.name !== 'a') {
      each.children.forEach(visit)
      return
    }
    // a headline stands beside its picture, its section and its date
    const headline = elementIn(each, ({ name }) => /^h[1-6]$/.test(name)) ?? each
    const title = elementText(headline)
    const stated = labelOf(title)
    const rest = stated === null ? title : stated.rest
    if (rest.length >= SHORTEST_HEADLINE)
      found.push({ title: rest, url: resolved(each.attributes.get('href') ?? null, base) })
  }
  visit(node)
  return found
}

/** The words that a block of tags links to. */
export function keywordsIn(node: HtmlElement): readonly string[] {
  const links: string[] = []
  const visit = (each: HtmlNode) => {
    if (typeof each === 'string') return
    if (each.name === 'a') links.push(elementText(each).replace(/^#/u, ''))
    else each.children.forEach(visit)
  }
  visit(node)
  return links.filter((word) => word !== '')
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
    elementIn(table, ({ name }) => /^(?:p|div|h[1-6]|ul|ol|article|form)$/.test(name)) === null
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

function elementIn(node: HtmlElement, is: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const child of childrenOf(node)) {
    if (is(child)) return child
    const inner = elementIn(child, is)
    if (inner !== null) return inner
  }
  return null
}

/** The whole http address of a link. */
export function resolved(href: string | null, base: string | null): string | null {
  if (href === null || href === '' || !URL.canParse(href, base ?? undefined)) return null
  const { protocol, href: address } = new URL(href, base ?? undefined)
  return /^https?:$/.test(protocol) && address.length <= 2000 ? address : null
}

/** The time that an element or one in it is marked with. */
export function datetimeIn(node: HtmlElement): string | null {
  const isMarked = ({ attributes }: HtmlElement) => attributes.has('datetime')
  const marked = isMarked(node) ? node : elementIn(node, isMarked)
  return marked?.attributes.get('datetime') ?? null
}
