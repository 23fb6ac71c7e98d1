// @ts-check
// The sidebar: who speaks, the chats, the clock.

import { element } from './element.js'
import { messagesOf, part, previewOf, state, timeOf, titleOf, visibleChats } from './state.js'

export function drawSpeakers() {
  const legend = part('speakers-label')
  const choices = state.people.map((person) => {
    const input = element('input', { type: 'radio', name: 'speaker', value: String(person.id) })
    if (person.id === state.speaker) input.setAttribute('checked', '')
    return element('label', {}, input, element('span', { dir: 'auto' }, person.name))
  })
  part('speakers').replaceChildren(legend, element('div', { class: 'choices' }, ...choices))
}

export function drawChats() {
  const items = visibleChats().map((chat) => {
    const last = messagesOf(chat.id).at(-1)
    const unread = state.unread.get(chat.id) ?? 0
    const item = element('button', { type: 'button', 'data-chat': String(chat.id) })
    if (chat.id === state.open) item.setAttribute('aria-current', 'true')
    item.append(
      avatarOf(chat),
      element('strong', { dir: 'auto' }, titleOf(chat)),
      element('time', {}, last ? timeOf(last.date) : ''),
      element('span', { class: 'preview', dir: 'auto' }, chat.typing ? state.words.typing : previewOf(last)),
    )
    if (unread > 0) {
      item.append(element('span', { class: 'badge', 'aria-label': state.words.newMessages(unread) }, String(unread)))
    }
    return item
  })
  part('chats').replaceChildren(...items)
}

function avatarOf(chat) {
  return element('span', { class: 'avatar', 'aria-hidden': 'true', 'data-kind': chat.kind }, initialOf(titleOf(chat)))
}

export function initialOf(title) {
  return Array.from(title)[0] ?? ''
}

export function drawClock() {
  const { words, now, timeZone } = state
  const clock = part('clock')
  clock.dateTime = now.toISOString()
  clock.title = timeZone
  const day = now.toLocaleDateString(words.locale, { timeZone, day: 'numeric', month: 'long' })
  clock.replaceChildren(element('b', {}, clockTime(now)), ' ', element('span', {}, day))
}

function clockTime(now) {
  const { words, timeZone } = state
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit' }
  return now.toLocaleTimeString(words.locale, { timeZone, ...parts, hourCycle: 'h23' })
}
