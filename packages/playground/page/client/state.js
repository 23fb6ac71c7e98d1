// @ts-check
// What the page knows, and questions about it.

import { firstLine } from './bubble.js'
import { wordsOf } from './words.js'

/** @param {string} id */
export const part = (id) => /** @type {any} */ (document.getElementById(id))

const language = localStorage.getItem('language') ?? document.documentElement.lang

export const state = {
  /** @type {any} */ bot: null,
  /** @type {any[]} */ people: [],
  /** @type {Map<number, any>} */ chats: new Map(),
  /** @type {Map<string, any>} */ messages: new Map(),
  /** @type {Map<number, number>} */ unread: new Map(),
  speaker: 0,
  open: 0,
  topic: 0,
  /** @type {any} */ replyTo: null,
  /** @type {{ command: string, description: string }[]} */ commands: [],
  timeZone: 'UTC',
  now: new Date(),
  canJump: false,
  /** The author's words instead of the page's own, by language. @type {Record<string, object>} */ authorsWords: {},
  language,
  words: wordsOf(language),
}

/** Ephemeral messages have a numbering of their own. */
export function keyOf({ chatId, id, visibleTo }) {
  return visibleTo === null ? `${chatId}/${id}` : `${chatId}/only-${visibleTo}/${id}`
}

export function currentChat() {
  return state.chats.get(state.open)
}

/** The private chat of who speaks, and the groups and channels they are in. */
export function visibleChats() {
  return [...state.chats.values()].filter((chat) => {
    if (chat.kind === 'private') return chat.id === state.speaker
    return chat.members.some(
      ({ userId, status }) => userId === state.speaker && status !== 'left' && status !== 'kicked',
    )
  })
}

/** Whether the bot is in a chat. */
export function isInside({ bot }) {
  return bot !== 'left' && bot !== 'kicked'
}

export function speakerIsAdmin(chat) {
  return chat.members.some(({ userId, status }) => userId === state.speaker && /creator|administrator/.test(status))
}

/** What the speaker sees in a chat, oldest first; in a forum the open topic's alone, unless `all`. */
export function messagesOf(chatId, topic = null) {
  return [...state.messages.values()]
    .filter((message) => message.chatId === chatId && isVisible(message))
    .filter((message) => topic === null || (message.threadId ?? 0) === topic)
    .sort((one, other) => one.date - other.date || isAnswer(one) - isAnswer(other) || one.id - other.id)
}

/** What one person alone sees has ids of its own; in a second it comes after the words that it answers. */
function isAnswer(message) {
  return Number(message.visibleTo !== null)
}

function isVisible(message) {
  return message.visibleTo === null || message.visibleTo === state.speaker
}

export function shownMessages() {
  return messagesOf(state.open, currentChat()?.forum ? state.topic : null)
}

export function previewOf(message) {
  if (!message) return ''
  if (message.service !== null) return state.words.services[message.service]?.(message.sender.name) ?? message.service
  return firstLine(message.text) || (message.attachment?.kind === 'photo' ? state.words.photo : state.words.file)
}

export function titleOf(chat) {
  return chat.kind === 'private' ? state.bot.name : chat.title
}

export function timeOf(seconds) {
  const { locale } = state.words
  return new Date(seconds * 1000).toLocaleTimeString(locale, {
    timeZone: state.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

export function dayOf(seconds) {
  const { locale } = state.words
  return new Date(seconds * 1000).toLocaleDateString(locale, {
    timeZone: state.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
}
