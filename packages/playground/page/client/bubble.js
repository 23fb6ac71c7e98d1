// @ts-check
// One message as the chat shows it.

import { element, icon } from './element.js'
import { drawText } from './formatted.js'
import { drawRich } from './rich.js'

/**
 * @typedef {object} Scene what a message needs to know of its surroundings
 * @property {import('./words.js').Words} words
 * @property {number} speaker
 * @property {boolean} isChannel
 * @property {boolean} isPrivate
 * @property {string} chatTitle
 * @property {(seconds: number) => string} timeOf
 * @property {(id: number) => any} messageOf
 * @property {(text: string) => void} onCommand
 * @property {(url: string) => boolean} onLink
 * @property {(message: any) => void} onReply
 * @property {(message: any, button: any) => Promise<void>} onPress
 */

/**
 * @param {any} message
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
export function drawMessage(message, scene) {
  if (message.service !== null) return drawService(message, scene)
  const own = message.sender.kind === 'person' && message.sender.id === scene.speaker
  const row = element('article', {
    class: 'message',
    'data-message': String(message.id),
    'data-sender': scene.isChannel ? 'channel' : message.sender.kind,
    'data-own': String(own),
    'data-ephemeral': String(message.visibleTo !== null),
  })
  const bubble = element('div', { class: 'bubble' })
  if (!own && !scene.isPrivate) bubble.append(drawName(message, scene))
  if (message.asGuest) bubble.append(element('p', { class: 'via' }, scene.words.asGuest))
  if (message.viaBot) bubble.append(element('p', { class: 'via' }, scene.words.via))
  if (message.visibleTo !== null) bubble.append(element('p', { class: 'note' }, icon('eye'), scene.words.onlyYou))
  if (message.replyTo !== null) bubble.append(drawQuoted(scene.messageOf(message.replyTo), scene))
  if (message.attachment) bubble.append(drawAttachment(message.attachment, scene))
  const text = element('div', { class: 'text' })
  const textUses = { ...scene, pageDirection: scene.words.dir }
  text.append(message.rich === null ? drawText(message, textUses) : drawRich(message.rich, textUses))
  bubble.append(text, drawMeta(message, scene))
  row.append(bubble)
  if (message.keyboard.length > 0) row.append(drawKeyboard(message, scene))
  row.append(drawReplyButton(message, scene))
  // as in Telegram, and the way to reply where nothing can hover
  bubble.addEventListener('dblclick', () => scene.onReply(message))
  return row
}

function drawService(message, { words, chatTitle }) {
  const name = message.sender.kind === 'chat' ? chatTitle : message.sender.name
  const say = words.services[message.service]
  return element(
    'article',
    { class: 'service', 'data-message': String(message.id), 'data-ephemeral': 'false' },
    element('span', {}, say ? say(name) : message.service),
  )
}

function drawName(message, { isChannel, chatTitle, words }) {
  const name = isChannel || message.sender.kind === 'chat' ? chatTitle : message.sender.name
  const head = element('p', { class: 'name', 'data-tint': String(message.sender.id % 5), dir: 'auto' }, name)
  if (message.sender.kind === 'bot' && !isChannel) head.append(element('small', {}, words.bot))
  return head
}

function drawQuoted(original, { words }) {
  const quoted = element('div', { class: 'quoted' })
  if (!original) return quoted
  const shown = original.text || (original.attachment?.kind === 'photo' ? words.photo : words.file)
  quoted.append(element('strong', {}, original.sender.name), element('span', { dir: 'auto' }, firstLine(shown)))
  return quoted
}

/** The first line, short enough for a preview. */
export function firstLine(text) {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').slice(0, 120)
}

function drawAttachment(attachment, { words }) {
  if (attachment.kind === 'photo') {
    return element('img', { class: 'photo', src: attachment.url, alt: words.photo, loading: 'lazy' })
  }
  const link = element('a', { class: 'file', href: attachment.url, download: attachment.fileName })
  link.append(icon('file'), element('bdi', {}, attachment.fileName))
  return link
}

function drawMeta(message, { words, timeOf }) {
  const meta = element('p', { class: 'meta' })
  for (const reaction of message.reactions) meta.append(element('span', { class: 'reaction' }, reaction))
  if (message.pinned) meta.append(icon('pin'))
  if (message.editDate !== null) meta.append(element('span', { class: 'edited' }, words.edited))
  meta.append(element('time', {}, timeOf(message.date)))
  return meta
}

function drawReplyButton(message, { words, onReply }) {
  const button = element('button', { type: 'button', class: 'reply', title: words.reply, 'aria-label': words.reply })
  button.append(icon('reply'))
  button.addEventListener('click', () => onReply(message))
  return button
}

/**
 * A keyboard has no direction in Telegram: a row's first button is always the leftmost. The Tab key still goes as the
 * page reads, so from the right a row's buttons stand in the page the other way round.
 */
function drawKeyboard(message, scene) {
  const keyboard = element('div', { class: 'keyboard', dir: 'ltr' })
  const isFromRight = scene.words.dir === 'rtl'
  message.keyboard.forEach((buttons, row) => {
    const line = element('div', { class: 'row' })
    const keys = buttons.map((button, column) => drawButton(message, { button, row, column }, scene))
    line.append(...(isFromRight ? keys.reverse() : keys))
    keyboard.append(line)
  })
  return keyboard
}

function drawButton(message, { button, row, column }, scene) {
  const place = { 'data-row': String(row), 'data-column': String(column) }
  if (button.url) {
    const link = element('a', {
      class: 'key',
      href: button.url,
      target: '_blank',
      rel: 'noopener noreferrer',
      ...place,
    })
    link.append(element('bdi', {}, button.text), icon('link'))
    link.addEventListener('click', (event) => {
      if (scene.onLink(button.url)) event.preventDefault()
    })
    return link
  }
  const key = element('button', {
    type: 'button',
    class: 'key',
    title: button.text,
    'data-callback': button.callback_data ?? '',
    ...place,
  })
  key.append(element('bdi', {}, button.text))
  if (button.copy_text) key.append(icon('copy'))
  key.addEventListener('click', async () => {
    key.setAttribute('aria-busy', 'true')
    await scene.onPress(message, button)
    key.removeAttribute('aria-busy')
  })
  return key
}
