import { Tokenizer } from 'htmlparser2'

/** An element of a page, names in lower case; `html` is the root. */
export type HtmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly HtmlNode[]
}
export type HtmlNode = HtmlElement | string

type Open = { readonly name: string; readonly attributes: Map<string, string>; readonly children: HtmlNode[] }

/** Deeper elements are left out, their text is not: no page that people made is so deep. */
const DEEPEST = 256
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const BLOCKS =
  'address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table ul'
/** An element that is closed by the beginning of others, as far as one of `within` reaches. */
const CLOSED_BY: readonly {
  readonly closed: string
  readonly by: ReadonlySet<string>
  readonly within: ReadonlySet<string>
}[] = [
  ['p', BLOCKS, 'td th div section article body button'],
  ['li', 'li', 'ul ol menu'],
  ['dt', 'dt dd', 'dl'],
  ['dd', 'dt dd', 'dl'],
  ['tr', 'tr tbody tfoot thead', 'table'],
  ['td', 'td th tr tbody', 'table'],
  ['th', 'td th tr tbody', 'table'],
  ['option', 'option optgroup', 'select'],
  ['head', 'body', 'html'],
].map(([closed = '', by = '', within = '']) => ({
  closed,
  by: new Set(by.split(' ')),
  within: new Set(within.split(' ')),
}))

/**
 * The tree of a page of any faults, in time linear in its length: an end tag closes what it can, one of nothing open is
 * left out. A browser would build another tree only where tables or formatting are nested wrongly.
 */
export function parseHtml(html: string): HtmlElement {
  const root: Open = { name: 'html', attributes: new Map(), children: [] }
  const stack: Open[] = [root]
  /** How many of each name are open, so that an end tag of none costs nothing. */
  const open = new Map<string, number>()
  let tooDeep = 0
  let element = root
  let name = ''
  let value = ''

  const close = (closed: string, within: ReadonlySet<string> = new Set()) => {
    if ((open.get(closed) ?? 0) === 0) return
    for (let at = stack.length - 1; at > 0; at -= 1) {
      const each = stack[at]?.name ?? ''
      if (each === closed) {
        for (const { name } of stack.splice(at)) open.set(name, (open.get(name) ?? 1) - 1)
        return
      }
      if (within.has(each)) return
    }
  }
  const end = () => {
    if (VOID.has(element.name)) return
    if (stack.length > DEEPEST) tooDeep += 1
    else {
      stack.push(element)
      open.set(element.name, (open.get(element.name) ?? 0) + 1)
    }
  }
  const text = (part: string) => {
    const { children } = stack.at(-1) ?? root
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + part
    else children.push(part)
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, to) => {
        const tag = html.slice(start, to).toLowerCase()
        for (const { closed, by, within } of CLOSED_BY) if (by.has(tag)) close(closed, within)
        element = { name: tag, attributes: new Map(), children: [] }
        if (stack.length <= DEEPEST) (stack.at(-1) ?? root).children.push(element)
      },
      onattribname: (start, to) => {
        name = html.slice(start, to).toLowerCase()
        value = ''
      },
      onattribdata: (start, to) => {
        value += html.slice(start, to)
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint)
      },
      onattribend: () => {
        if (!element.attributes.has(name)) element.attributes.set(name, value)
      },
      onopentagend: end,
      // `<br/>`; `<div/>` is open all the same
      onselfclosingtag: end,
      onclosetag: (start, to) => {
        const tag = html.slice(start, to).toLowerCase()
        if (tooDeep > 0) tooDeep -= 1
        else if (tag === 'br') (stack.at(-1) ?? root).children.push({ name: tag, attributes: new Map(), children: [] })
        else close(tag)
      },
      ontext: (start, to) => text(html.slice(start, to)),
      ontextentity: (codepoint) => text(String.fromCodePoint(codepoint)),
      oncdata: (start, to) => text(html.slice(start, to)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return root
}

/** The text of an element with all that is in it, on one line. */
export function textOfNode(node: HtmlNode): string {
  return rawText(node)
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
}

function rawText(node: HtmlNode): string {
  if (typeof node === 'string') return node
  if (node.name === 'br') return '\n'
  return node.children.map(rawText).join('')
}

/** An element and all in it, in the order of the page; nothing in those that are left `whole`. */
export function elementsOf(
  root: HtmlElement,
  whole: (element: HtmlElement) => boolean = () => false,
): readonly HtmlElement[] {
  const found: HtmlElement[] = []
  const visit = (element: HtmlElement) => {
    found.push(element)
    if (whole(element)) return
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return found
}
