// @ts-check
// What people do: open a chat, write, press; and what they are told of it.

import { drawOpenChat, uses } from './chat.js'
import { closeResults } from './inline.js'
import { closeMenu, refreshCommands } from './menu.js'
import { act } from './server.js'
import { drawChats } from './sidebar.js'
import { currentChat, part, previewOf, state } from './state.js'

export function openChat(id, topic = 0) {
  state.open = id
  state.topic = topic
  state.unread.delete(id)
  setReply(null)
  document.body.dataset.view = 'chat'
  drawChats()
  drawOpenChat()
  void refreshCommands()
}

export async function attempt(what) {
  try {
    return await act(what)
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error))
    return null
  }
}

export async function say(text, chatId = state.open) {
  const chat = state.chats.get(chatId)
  const anonymous = !part('anonymous-label').hidden && part('anonymous').checked
  await attempt({
    kind: 'say',
    chatId,
    from: state.speaker,
    text,
    ...(state.replyTo === null ? {} : { replyTo: state.replyTo.id }),
    ...(chat?.forum && state.topic !== 0 ? { threadId: state.topic } : {}),
    ...(anonymous ? { as: 'chat' } : {}),
  })
  setReply(null)
}

export async function press(message, button) {
  if (button.copy_text) {
    await navigator.clipboard?.writeText(button.copy_text.text)
    return toast(state.words.copied)
  }
  if (button.callback_data === undefined) return toast(state.words.noSupport)
  const answer = await attempt({
    kind: 'press',
    chatId: message.chatId,
    messageId: message.id,
    from: state.speaker,
    button: button.callback_data,
  })
  if (!answer) return
  if (answer.url) uses.onLink(answer.url)
  if (answer.text && answer.showAlert) alertWith(answer.text)
  else if (answer.text) toast(answer.text)
}

let toastTimer

export function toast(text) {
  const box = part('toast')
  box.textContent = text
  box.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => {
    box.hidden = true
  }, 3500)
}

function alertWith(text) {
  part('alert-text').textContent = text
  part('alert').showModal()
}

export function setReply(message) {
  state.replyTo = message
  part('reply').hidden = message === null
  if (message === null) return
  part('reply-name').textContent = message.sender.name
  part('reply-text').textContent = previewOf(message)
  part('text').focus()
}

export function chooseCommand(command) {
  closeMenu()
  part('text').value = ''
  fitText()
  part('text').focus()
  // In groups a command names its bot, as clients do when it is chosen from the menu.
  const inGroup = /group/.test(currentChat()?.kind ?? '')
  void say(inGroup ? `/${command}@${state.bot.username}` : `/${command}`)
}

export function fitText() {
  const box = part('text')
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`
}

/** Puts a text where it can be changed before it is sent. */
export function writeDraft(text) {
  const box = part('text')
  box.value = text
  fitText()
  box.focus()
}

export function sendTyped() {
  const box = part('text')
  const text = box.value
  if (text.trim() === '') return
  box.value = ''
  fitText()
  closeMenu()
  closeResults()
  void say(text)
}
