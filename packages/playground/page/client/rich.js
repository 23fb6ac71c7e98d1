// @ts-check
// A rich message's blocks as DOM; nothing it says is ever read as HTML.

import { element } from './element.js'
import { drawLink, makeExpandable } from './formatted.js'

/** @typedef {import('./formatted.js').Uses} Uses */

/**
 * @param {{ blocks: readonly any[], is_rtl?: boolean }} rich
 * @param {Uses} uses
 * @returns {HTMLElement}
 */
export function drawRich({ blocks, is_rtl }, uses) {
  return element(
    'div',
    { class: 'rich', dir: is_rtl ? 'rtl' : 'ltr' },
    ...blocks.map((block) => drawBlock(block, uses)),
  )
}

function drawBlock(block, uses) {
  switch (block.type) {
    case 'heading':
      return element(`h${block.size}`, {}, ...drawInline(block.text, uses))
    case 'divider':
      return element('hr')
    case 'pre':
      return element('pre', { dir: 'ltr', 'data-language': block.language ?? '' }, ...drawInline(block.text, uses))
    case 'list':
      return element('ul', {}, ...block.items.map((item) => drawItem(item, uses)))
    case 'blockquote':
    case 'expandable_blockquote': {
      const isExpandable = block.type === 'expandable_blockquote'
      const quote = element(
        'blockquote',
        { 'data-expandable': String(isExpandable) },
        ...drawBlocks(block.blocks, uses),
      )
      quote.append(...drawCredit(block, uses))
      if (isExpandable) makeExpandable(quote)
      return quote
    }
    case 'pullquote':
      return element('blockquote', {}, ...drawInline(block.text, uses), ...drawCredit(block, uses))
    case 'details': {
      const summary = element('summary', {}, ...drawInline(block.summary, uses))
      return element('details', block.is_open ? { open: '' } : {}, summary, ...drawBlocks(block.blocks, uses))
    }
    case 'footer':
      return element('footer', {}, ...drawInline(block.text, uses))
    default:
      return element('p', {}, ...drawInline(block.text, uses))
  }
}

function drawBlocks(blocks, uses) {
  return blocks.map((block) => drawBlock(block, uses))
}

function drawItem({ label, blocks }, uses) {
  return element('li', { 'data-label': label }, ...drawBlocks(blocks, uses))
}

function drawCredit({ credit }, uses) {
  return credit === undefined ? [] : [element('cite', {}, ...drawInline(credit, uses))]
}

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  marked: 'mark',
  subscript: 'sub',
  superscript: 'sup',
}

/** @returns {(Node | string)[]} */
function drawInline(text, uses) {
  if (typeof text === 'string') return [text]
  if (Array.isArray(text)) return text.flatMap((part) => drawInline(part, uses))
  if (text.type === 'custom_emoji') return [text.alternative_text]
  if (text.type === 'mathematical_expression') return [element('code', { dir: 'ltr' }, text.expression)]
  if (text.type === 'button') return drawInline(text.button.text, uses)
  const holder = text.type === 'url' ? drawLink(text.url, uses) : element(TAGS[text.type] ?? 'span')
  holder.append(...drawInline(text.text ?? '', uses))
  return [holder]
}
