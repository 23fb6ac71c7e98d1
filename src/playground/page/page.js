// @ts-check
// The chat page: a small Telegram client for the people of the playground.
//
// Stable hooks for tests in a browser:
//   #speakers input[name=speaker][value=<person id>]   who speaks
//   #chats button[data-chat=<chat id>]                 a chat in the list; aria-current on the open one
//   #topics button[data-topic=<thread id, 0: General>] a forum's topics
//   #messages article[data-message=<id>]               a message; data-sender bot|person|chat|channel, data-own,
//                                                      data-ephemeral; .text its text, .service a service message
//   .keyboard .key[data-row][data-column][data-callback]  inline buttons, links with href
//   #text #send #commands #command-menu [data-command] the composer and its menu of commands
//   #start                                             START or "unblock" in a private chat
//   #reply #reply-cancel                               the message replied to
//   #anonymous                                         an admin writes as the group
//   #membership                                        blocks, removes or adds the bot
//   #clock #jump                                       the bot's time; to the next digest
//   #language #theme                                   Arabic or English, light or dark
//   #toast #alert #alert-close                         a callback's answer

import { drawComposer, drawHeader, drawOpenChat, drawTopics, scrollToEnd, showMessage, uses, vanish } from './chat.js'
import { closeMenu, drawMenu, moveInMenu, refreshCommands } from './menu.js'
import { act, readState, watch } from './server.js'
import { drawChats, drawClock, drawSpeakers } from './sidebar.js'
import { currentChat, keyOf, part, previewOf, state, visibleChats } from './state.js'
import { wordsOf } from './words.js'

Object.assign(uses, { onCommand: (text) => void say(text), onLink: followLink, onReply: setReply, onPress: press })
await load()
watch((event) => (event === null ? load() : take(event)))
addListeners()

async function load() {
  const fresh = await readState()
  state.bot = fresh.bot
  state.people = fresh.people
  state.canJump = fresh.canJump
  state.timeZone = fresh.timeZone
  state.now = new Date(fresh.now)
  state.chats = new Map(fresh.chats.map((chat) => [chat.id, chat]))
  state.messages = new Map(fresh.messages.map((message) => [keyOf(message), message]))
  if (!state.people.some(({ id }) => id === state.speaker)) state.speaker = state.people[0]?.id ?? 0
  if (!visibleChats().some(({ id }) => id === state.open)) state.open = state.speaker
  drawAll()
  await refreshCommands()
}

function take(event) {
  switch (event.kind) {
    case 'message':
      return takeMessage(event.message)
    case 'deleted':
      for (const id of event.messageIds) {
        state.messages.delete(`${event.chatId}/${id}`)
        if (event.chatId === state.open) vanish(id)
      }
      return drawChats()
    case 'chat':
      return takeChat(event.chat)
    case 'commands':
      return void refreshCommands()
    case 'clock':
      state.now = new Date(event.now)
      return drawClock()
  }
}

function takeMessage(message) {
  const isNew = !state.messages.has(keyOf(message))
  state.messages.set(keyOf(message), message)
  const chat = state.chats.get(message.chatId)
  if (chat && message.sender.kind === 'bot') chat.typing = false
  if (message.chatId === state.open) {
    showMessage(message, isNew)
    drawHeader()
    drawComposer()
  } else if (isNew) {
    state.unread.set(message.chatId, (state.unread.get(message.chatId) ?? 0) + 1)
  }
  drawChats()
}

const typingTimers = new Map()

function takeChat(chat) {
  state.chats.set(chat.id, chat)
  clearTimeout(typingTimers.get(chat.id))
  if (chat.typing)
    typingTimers.set(
      chat.id,
      setTimeout(() => takeChat({ ...chat, typing: false }), 5000),
    )
  drawChats()
  if (chat.id !== state.open) return
  drawHeader()
  drawTopics()
  drawComposer()
}

function drawAll() {
  const { words } = state
  document.documentElement.lang = words.dir === 'rtl' ? 'ar' : 'en'
  document.documentElement.dir = words.dir
  part('brand').textContent = state.bot.name
  part('tagline').textContent = words.tagline
  part('language').textContent = words.other
  part('speakers-label').textContent = words.speakers
  part('clock-label').textContent = words.clock
  part('jump').textContent = words.jump
  part('jump').hidden = !state.canJump
  part('send').title = words.send
  part('text').placeholder = words.write
  part('anonymous-word').textContent = words.anonymous
  part('alert-close').textContent = words.ok
  label('theme', words.theme)
  label('back', words.back)
  label('commands', words.commands)
  label('send', words.send)
  label('text', words.write)
  label('reply-cancel', words.cancel)
  label('to-end', words.toEnd)
  label('chats', words.back)
  drawSpeakers()
  drawChats()
  drawClock()
  drawOpenChat()
}

function label(id, text) {
  part(id).setAttribute('aria-label', text)
}

function openChat(id) {
  state.open = id
  state.topic = 0
  state.unread.delete(id)
  setReply(null)
  document.body.dataset.view = 'chat'
  drawChats()
  drawOpenChat()
  void refreshCommands()
}

// ---- what people do

async function attempt(what) {
  try {
    return await act(what)
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error))
    return null
  }
}

async function say(text, chatId = state.open) {
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

async function press(message, button) {
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
  if (answer.url) followLink(answer.url)
  if (answer.text && answer.showAlert) alertWith(answer.text)
  else if (answer.text) toast(answer.text)
}

/** A link to the bot with a start payload is pressed as in Telegram: the private chat opens and starts with it. */
function followLink(url) {
  const found = new RegExp(`^(?:https?://)?t\\.me/${state.bot.username}(?:\\?start=([A-Za-z0-9_-]{1,64}))?$`, 'i').exec(
    url,
  )
  if (!found) return false
  openChat(state.speaker)
  void say(found[1] ? `/start ${found[1]}` : '/start', state.speaker)
  return true
}

let toastTimer

function toast(text) {
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

function setReply(message) {
  state.replyTo = message
  part('reply').hidden = message === null
  if (message === null) return
  part('reply-name').textContent = message.sender.name
  part('reply-text').textContent = previewOf(message)
  part('text').focus()
}

function chooseCommand(command) {
  closeMenu()
  part('text').value = ''
  fitText()
  part('text').focus()
  // In groups a command names its bot, as clients do when it is chosen from the menu.
  const inGroup = /group/.test(currentChat()?.kind ?? '')
  void say(inGroup ? `/${command}@${state.bot.username}` : `/${command}`)
}

function fitText() {
  const box = part('text')
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`
}

function sendTyped() {
  const box = part('text')
  const text = box.value
  if (text.trim() === '') return
  box.value = ''
  fitText()
  closeMenu()
  void say(text)
}

// ---- listeners

function addListeners() {
  part('speakers').addEventListener('change', ({ target }) => {
    const wasPrivate = currentChat()?.kind === 'private'
    state.speaker = Number(target.value)
    if (wasPrivate || !visibleChats().some(({ id }) => id === state.open)) state.open = state.speaker
    setReply(null)
    drawChats()
    drawOpenChat()
    void refreshCommands()
  })
  part('chats').addEventListener('click', ({ target }) => {
    const item = target.closest('[data-chat]')
    if (item) openChat(Number(item.dataset.chat))
  })
  part('topics').addEventListener('click', ({ target }) => {
    const tab = target.closest('[data-topic]')
    if (!tab) return
    state.topic = Number(tab.dataset.topic)
    setReply(null)
    drawOpenChat()
  })
  part('back').addEventListener('click', () => {
    document.body.dataset.view = 'chats'
  })
  part('write').addEventListener('submit', (event) => {
    event.preventDefault()
    sendTyped()
  })
  part('text').addEventListener('keydown', onTextKey)
  part('text').addEventListener('input', () => {
    fitText()
    const typed = part('text').value
    if (/^\/[a-z0-9_]*$/i.test(typed)) drawMenu(typed)
    else closeMenu()
  })
  part('commands').addEventListener('click', () => {
    if (part('command-menu').hidden) drawMenu('/')
    else closeMenu()
    part('text').focus()
  })
  part('command-menu').addEventListener('click', ({ target }) => {
    const option = target.closest('[data-command]')
    if (option) chooseCommand(option.dataset.command)
  })
  part('reply-cancel').addEventListener('click', () => setReply(null))
  part('start').addEventListener('click', async () => {
    if (currentChat()?.bot === 'kicked') await attempt({ kind: 'unblock', personId: state.speaker })
    await say('/start')
  })
  part('membership').addEventListener('click', ({ currentTarget }) => {
    void attempt({ kind: currentTarget.dataset.act, personId: state.speaker, chatId: state.open, by: state.speaker })
  })
  part('jump').addEventListener('click', jump)
  part('to-end').addEventListener('click', scrollToEnd)
  part('messages').addEventListener('scroll', ({ currentTarget: list }) => {
    part('to-end').hidden = list.scrollHeight - list.scrollTop - list.clientHeight < 200
  })
  part('language').addEventListener('click', () => {
    const language = state.words.dir === 'rtl' ? 'en' : 'ar'
    localStorage.setItem('language', language)
    state.words = wordsOf(language)
    drawAll()
  })
  part('theme').addEventListener('click', () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    setTheme(dark ? 'light' : 'dark')
  })
  setTheme(
    localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    false,
  )
}

function setTheme(theme, keep = true) {
  document.documentElement.dataset.theme = theme
  if (keep) localStorage.setItem('theme', theme)
}

function onTextKey(event) {
  const menuOpen = !part('command-menu').hidden
  if (event.key === 'Escape') {
    if (menuOpen) closeMenu()
    else setReply(null)
  } else if (menuOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    moveInMenu(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    const chosen = part('command-menu').querySelector('[aria-selected=true]')
    if (menuOpen && chosen) chooseCommand(chosen.dataset.command)
    else sendTyped()
  }
}

async function jump() {
  const button = part('jump')
  button.disabled = true
  button.textContent = state.words.jumping
  const answer = await attempt({ kind: 'jump' })
  button.disabled = false
  button.textContent = state.words.jump
  if (answer && answer.at === null) toast(state.words.nothingDue)
}
