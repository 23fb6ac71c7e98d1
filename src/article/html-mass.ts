import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { zoneOf } from './html-zones.ts'

/** More of the page's text than this, and an element is no furniture, whatever its class. */
const MOST = 0.5
/** The main block holds this much of the text. */
const MAIN = 0.6
/** What stands around it belongs to it while it adds no more than this. */
const AROUND = 1.25
const CONTAINERS =
  /^(?:body|div|section|article|main|td|table|tbody|tr|form|center|font|span|header|li|ul|ol|blockquote|amp-.*|.*-.*)$/
const HEADLESS = /^(?:head|script|style|noscript|template|svg|select|textarea|iframe|nav)$/

/** How many letters of text, no links, each element of a page holds. */
export type TextMass = {
  readonly of: (element: HtmlElement) => number
  readonly isMost: (element: HtmlElement) => boolean
  /** Whether a heading stands in it. */
  readonly isHeaded: (element: HtmlElement) => boolean
}

export function textMass(root: HtmlElement): TextMass {
  const masses = lettersIn(root, ({ name }) => name === 'a' || HEADLESS.test(name))
  const headed = new Set<HtmlElement>()
  const isHeading = (child: HtmlNode) => typeof child !== 'string' && (headed.has(child) || /^h[1-4]$/.test(child.name))
  for (const element of masses.keys()) if (element.children.some(isHeading)) headed.add(element)
  const of = (element: HtmlElement) => masses.get(element) ?? 0
  return { of, isMost: (element) => of(element) > MOST * of(root), isHeaded: (element) => headed.has(element) }
}

/** How many letters each element holds, inner ones first; none of what is left out, which is not among them. */
function lettersIn(root: HtmlElement, isOut: (element: HtmlElement) => boolean): ReadonlyMap<HtmlElement, number> {
  const letters = new Map<HtmlElement, number>()
  const measure = (node: HtmlNode): number => {
    if (typeof node === 'string') return node.trim().length
    if (isOut(node)) return 0
    const sum = node.children.reduce((total, child) => total + measure(child), 0)
    letters.set(node, sum)
    return sum
  }
  measure(root)
  return letters
}

/** The element of a page that holds its article, and what belongs to it. */
export function mainElement(root: HtmlElement, mass: TextMass): HtmlElement {
  const own = lettersIn(root, (node) => node.name === 'a' || zoneOf(node, mass.isMost(node)) !== 'text')
  const all = own.get(root) ?? 0
  const path = [root]
  for (let at: HtmlElement | undefined = root; at !== undefined; ) {
    const inner: HtmlElement | undefined = at.children.find(
      (child): child is HtmlElement =>
        typeof child !== 'string' && CONTAINERS.test(child.name) && (own.get(child) ?? 0) >= MAIN * all,
    )
    if (inner !== undefined) path.push(inner)
    at = inner
  }
  const letters = own.get(path.at(-1) ?? root) ?? 0
  const article = path.findIndex(({ name }) => name === 'article')
  const around = path.findIndex((element) => (own.get(element) ?? 0) <= AROUND * letters && element.name !== 'html')
  return path[article < 0 ? around : Math.min(article, around < 0 ? article : around)] ?? root
}
