// @ts-check
// Asks which chat something is meant for.

import { toast } from './acting.js'
import { element } from './element.js'
import { part, state, titleOf } from './state.js'

/**
 * @param {string} question
 * @param {readonly any[]} chats
 * @param {(chat: any) => void} onPick
 */
export function pickChat(question, chats, onPick) {
  if (chats.length === 0) return toast(state.words.noneToPick)
  const picker = part('picker')
  part('picker-title').textContent = question
  part('picker-chats').replaceChildren(
    ...chats.map((chat) => element('button', { type: 'submit', value: String(chat.id), dir: 'auto' }, titleOf(chat))),
  )
  // Escape leaves what the last one was closed with
  picker.returnValue = ''
  picker.addEventListener('close', () => chats.filter(({ id }) => picker.returnValue === String(id)).forEach(onPick), {
    once: true,
  })
  picker.showModal()
}
