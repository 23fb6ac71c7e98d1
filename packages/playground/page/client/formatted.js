// @ts-check
// Text with entities as DOM, by text nodes alone: nothing a message says is ever read as HTML.

import { element } from './element.js'

/**
 * @typedef {{ type: string, offset: number, length: number, url?: string, language?: string, user?: { id: number } }} Entity
 * @typedef {{ onCommand: (text: string) => void, onLink: (url: string) => boolean, pageDirection: string }} Uses
 */

const BLOCKS = new Set(['blockquote', 'expandable_blockquote', 'pre'])

/**
 * A message's text, line by line, each in its own direction as Telegram shows it.
 * @param {{ text: string, entities: readonly Entity[] }} shown
 * @param {Uses} uses
 * @returns {DocumentFragment}
 */
export function drawText({ text, entities }, uses) {
  const fragment = document.createDocumentFragment()
  let position = 0
  for (const block of entities.filter((entity) => BLOCKS.has(entity.type))) {
    // The line ends around a block are the block's own edges.
    drawLines(fragment, { text, entities, start: position, end: beforeBlock(text, position, block.offset) }, uses)
    fragment.append(drawBlock(block, { text, entities }, uses))
    position = block.offset + block.length
    if (text[position] === '\n') position += 1
  }
  drawLines(fragment, { text, entities, start: position, end: text.length }, uses)
  return fragment
}

function beforeBlock(text, start, end) {
  return end > start && text[end - 1] === '\n' ? end - 1 : end
}

function drawBlock(block, { text, entities }, uses) {
  const range = { text, entities, start: block.offset, end: block.offset + block.length }
  if (block.type === 'pre') {
    const code = element('code', {}, text.slice(range.start, range.end))
    return element('pre', { dir: 'ltr', 'data-language': block.language ?? '' }, code)
  }
  const quote = element('blockquote', { 'data-expandable': String(block.type === 'expandable_blockquote') })
  drawLines(quote, range, uses)
  if (block.type === 'expandable_blockquote') makeExpandable(quote)
  return quote
}

/**
 * Folds a quotation until it is pressed.
 * @param {HTMLElement} quote
 */
export function makeExpandable(quote) {
  quote.tabIndex = 0
  quote.setAttribute('role', 'button')
  quote.setAttribute('aria-expanded', 'false')
  onActivate(quote, () => {
    quote.setAttribute('aria-expanded', String(quote.getAttribute('aria-expanded') !== 'true'))
  })
}

function drawLines(parent, { text, entities, start, end }, uses) {
  if (start >= end) return
  const inline = entities.filter((entity) => !BLOCKS.has(entity.type))
  for (let lineStart = start; lineStart <= end; ) {
    const found = text.indexOf('\n', lineStart)
    const lineEnd = found < 0 || found > end ? end : found
    const line = text.slice(lineStart, lineEnd)
    const row = element('div', { class: 'line', dir: directionOf(line) ?? uses.pageDirection })
    if (line === '') row.append(document.createElement('br'))
    drawInline(row, { text, entities: inline, start: lineStart, end: lineEnd }, uses)
    parent.append(row)
    lineStart = lineEnd + 1
  }
}

/** Entities arrive sorted and properly nested: the first that starts here holds all that lie inside it. */
function drawInline(parent, { text, entities, start, end }, uses) {
  let position = start
  let rest = entities.filter((entity) => entity.offset < end && entity.offset + entity.length > start)
  while (rest.length > 0) {
    const [entity, ...others] = rest
    const from = Math.max(entity.offset, position)
    const to = Math.min(entity.offset + entity.length, end)
    if (from > position) parent.append(text.slice(position, from))
    const holder = drawEntity(entity, text.slice(entity.offset, entity.offset + entity.length), uses)
    drawInline(holder, { text, entities: others, start: from, end: to }, uses)
    parent.append(holder)
    position = to
    rest = others.filter((other) => other.offset + other.length > to)
  }
  if (position < end) parent.append(text.slice(position, end))
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' }

function drawEntity(entity, text, uses) {
  switch (entity.type) {
    case 'url':
    case 'text_link':
    case 'email':
      return drawLink(addressOf(entity, text), uses)
    case 'bot_command':
      return drawPressable('command', () => uses.onCommand(text))
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'text_mention':
      return element('span', { class: 'tag' })
    case 'spoiler': {
      const spoiler = drawPressable('spoiler', () => spoiler.setAttribute('data-shown', 'true'))
      return spoiler
    }
    default:
      return element(TAGS[entity.type] ?? 'span', {})
  }
}

function addressOf(entity, text) {
  if (entity.type === 'text_link') return entity.url ?? ''
  if (entity.type === 'email') return `mailto:${text}`
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
}

/**
 * A link that may be followed, or a mere mark for an address of another scheme.
 * @param {string} address
 * @param {Uses} uses
 * @returns {HTMLElement}
 */
export function drawLink(address, uses) {
  // A message could name any scheme; a page must not follow all of them.
  if (!/^(?:https?|mailto|tg):/i.test(address)) return element('span', { class: 'tag' })
  const link = element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address })
  link.addEventListener('click', (event) => {
    if (uses.onLink(address)) event.preventDefault()
  })
  return link
}

function drawPressable(kind, onPress) {
  const pressable = element('span', { class: kind, role: 'button', tabindex: '0' })
  onActivate(pressable, onPress)
  return pressable
}

function onActivate(target, act) {
  target.addEventListener('click', act)
  target.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  })
}

const STRONG =
  /[\u200f\u061c\u061b\u061f]|(?![\u0660-\u0669\u06f0-\u06f9])[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\u200e|\p{L}|\p{Regional_Indicator}/u
const RIGHT_TO_LEFT =
  /^[\u200f\u061c\u061b\u061f\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The direction Telegram gives a line: its first strong letter's. Unlike a browser it looks into isolates, and a flag
 * counts as left-to-right. Null for a line without any.
 * @param {string} line
 * @returns {'rtl' | 'ltr' | null}
 */
export function directionOf(line) {
  const found = STRONG.exec(line)
  if (!found) return null
  return RIGHT_TO_LEFT.test(found[0]) ? 'rtl' : 'ltr'
}
