// @ts-check
// The open chat: its header, topics, messages, and whether one may write.

import { drawMessage } from './bubble.js'
import { element } from './element.js'
import { initialOf } from './sidebar.js'
import { currentChat, dayOf, isInside, part, shownMessages, speakerIsAdmin, state, timeOf, titleOf } from './state.js'

/** What messages can set off; `page.js` says. @type {Pick<import('./bubble.js').Scene, 'onCommand' | 'onLink' | 'onReply' | 'onPress'>} */
export const uses = { onCommand() {}, onLink: () => false, onReply() {}, async onPress() {} }

export function drawOpenChat() {
  drawHeader()
  drawTopics()
  drawMessages()
  drawComposer()
}

export function drawHeader() {
  const chat = currentChat()
  part('chat-header').hidden = !chat
  if (!chat) return
  const { words } = state
  part('chat-avatar').textContent = initialOf(titleOf(chat))
  part('chat-avatar').dataset.kind = chat.kind
  part('chat-title').textContent = titleOf(chat)
  part('chat-subtitle').textContent = chat.typing ? words.typing : subtitleOf(chat)
  part('chat-subtitle').dataset.typing = String(chat.typing)
  const inside = isInside(chat)
  const isPrivate = chat.kind === 'private'
  const button = part('membership')
  part('more').hidden = isPrivate ? !inside || shownMessages().length === 0 : !speakerIsAdmin(chat)
  button.dataset.act = isPrivate ? 'block' : inside ? 'kickBot' : 'addBot'
  button.textContent = isPrivate ? words.block : inside ? words.kick : words.add
}

function subtitleOf(chat) {
  const { words } = state
  const present = chat.members.filter(({ status }) => status !== 'left' && status !== 'kicked').length
  if (chat.kind === 'private') return words.bot
  if (chat.kind === 'channel') return `${words.channel} · ${words.subscribers(present)}`
  const kind = chat.forum ? words.forum : words.group
  return [kind, words.members(present), ...(isInside(chat) ? [] : [words.withoutBot])].join(' · ')
}

export function drawTopics() {
  const chat = currentChat()
  part('topics').hidden = !chat?.forum
  if (!chat?.forum) return
  const topics = [{ threadId: 0, name: state.words.general, closed: false }, ...chat.topics]
  if (!topics.some(({ threadId }) => threadId === state.topic)) state.topic = 0
  part('topics').replaceChildren(
    ...topics.map(({ threadId, name, closed }) => {
      const chosen = threadId === state.topic
      return element(
        'button',
        { type: 'button', role: 'tab', 'data-topic': String(threadId), 'aria-selected': String(chosen) },
        closed ? `${name} 🔒` : name,
      )
    }),
  )
}

function sceneOf(chat) {
  return {
    words: state.words,
    speaker: state.speaker,
    isChannel: chat.kind === 'channel',
    isPrivate: chat.kind === 'private',
    chatTitle: chat.title,
    timeOf,
    messageOf: (id) => state.messages.get(`${chat.id}/${id}`),
    ...uses,
  }
}

function drawMessages() {
  const chat = currentChat()
  if (!chat) return part('messages').replaceChildren(emptyNote(state.words.nobody))
  const scene = sceneOf(chat)
  const nodes = []
  let day = ''
  for (const message of shownMessages()) {
    if (dayOf(message.date) !== day) {
      day = dayOf(message.date)
      nodes.push(element('div', { class: 'day' }, element('span', {}, day)))
    }
    nodes.push(drawMessage(message, scene))
  }
  if (nodes.length === 0) {
    nodes.push(emptyNote(emptyWords(chat)))
  }
  part('messages').replaceChildren(...nodes)
  scrollToEnd()
}

function emptyWords(chat) {
  const { words, bot } = state
  if (chat.kind === 'private') return words.welcome
  return isInside(chat) || chat.kind === 'channel' ? words.empty : words.callGuest(bot.username)
}

function emptyNote(words) {
  return element('div', { class: 'empty' }, element('span', { class: 'mark', 'aria-hidden': 'true' }, '»'), words)
}

/** A new message at the end, or an edited one in its place; the reader's place is kept unless at the end. */
export function showMessage(message, isNew) {
  const list = part('messages')
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
  const old = nodeOf(message.id, message.visibleTo !== null)
  const shown = shownMessages()
  if (isNew && shown.at(-1) === message && shown.length > 1 && dayOf(message.date) === dayOf(shown.at(-2).date)) {
    const node = drawMessage(message, sceneOf(currentChat()))
    node.classList.add('arriving')
    list.append(node)
  } else if (!isNew && old && shown.includes(message)) {
    const node = drawMessage(message, sceneOf(currentChat()))
    const focused = old.contains(document.activeElement) ? document.activeElement : null
    old.replaceWith(node)
    if (focused instanceof HTMLElement) refocus(node, focused)
  } else {
    drawMessages()
  }
  if (atEnd || message.sender.id === state.speaker) scrollToEnd()
}

/** After an edit the focus stays on the button that does the same, else on the message: another button would surprise. */
function refocus(node, focused) {
  const keys = [...node.querySelectorAll('.key')]
  const same = keys.find((key) => actOf(key) !== '' && actOf(key) === actOf(focused))
  const again = same ?? keys.find((key) => key.textContent === focused.textContent) ?? node
  if (again === node) node.tabIndex = -1
  again.focus()
}

function actOf(key) {
  return key.dataset.callback || (key.getAttribute('href') ?? '')
}

export function vanish(id, ephemeral) {
  const node = nodeOf(id, ephemeral)
  if (!node) return
  node.classList.add('leaving')
  setTimeout(() => node.remove(), 250)
}

function nodeOf(id, ephemeral) {
  return part('messages').querySelector(`[data-message="${id}"][data-ephemeral="${ephemeral}"]`)
}

export function scrollToEnd() {
  const list = part('messages')
  list.scrollTop = list.scrollHeight
}

export function drawComposer() {
  const chat = currentChat()
  part('composer').hidden = !chat
  if (!chat) return
  const { words } = state
  const isPrivate = chat.kind === 'private'
  const asleep = isPrivate && (chat.bot !== 'member' || shownMessages().length === 0)
  const silent = chat.kind === 'channel' && !speakerIsAdmin(chat)
  const topicClosed =
    chat.topics.some(({ threadId, closed }) => threadId === state.topic && closed) && !speakerIsAdmin(chat)
  part('start').hidden = !asleep
  part('start').textContent = chat.bot === 'kicked' ? words.unblock : words.start
  part('closed').hidden = !silent && !topicClosed
  part('closed').textContent = topicClosed ? words.topicClosed : words.readOnly
  part('write').hidden = asleep || silent || topicClosed
  part('anonymous-label').hidden = isPrivate || chat.kind === 'channel' || !speakerIsAdmin(chat)
}
