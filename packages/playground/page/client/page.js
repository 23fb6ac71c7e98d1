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
//   #inline-results [data-result=<id>]                 what `@bot words` in the composer finds
//   #start                                             START or "unblock" in a private chat
//   #reply #reply-cancel                               the message replied to
//   #anonymous                                         an admin writes as the group
//   #more #membership                                  blocks, removes or adds the bot
//   #picker button[value=<chat id>]                    the chat that a link shares with or adds the bot to
//   #clock #jump                                       the bot's time; to what is due next
//   #language #theme                                   Arabic or English, light or dark
//   #toast #alert #alert-close                         a callback's answer

import { attempt, chooseCommand, fitText, openChat, press, say, sendTyped, setReply } from './acting.js'
import { drawComposer, drawHeader, drawOpenChat, drawTopics, scrollToEnd, showMessage, uses, vanish } from './chat.js'
import { askInline, chooseResult, closeResults } from './inline.js'
import { jump, noteArrival } from './jump.js'
import { followLink } from './links.js'
import { closeMenu, drawMenu, moveInMenu, refreshCommands } from './menu.js'
import { readState, watch } from './server.js'
import { drawChats, drawClock, drawSpeakers } from './sidebar.js'
import { currentChat, keyOf, part, state, visibleChats } from './state.js'
import { wordsOf } from './words.js'

Object.assign(uses, { onCommand: (text) => void say(text), onLink: followLink, onReply: setReply, onPress: press })
await followServer()
addListeners()

/** Resolves with the first snapshot drawn; events that come while one is read wait for it, or it would undo them. */
function followServer() {
  let loaded
  return new Promise((resolve) => {
    watch((event) => {
      if (event === null) {
        loaded = load()
        loaded.then(resolve)
      } else void loaded.then(() => take(event))
    })
  })
}

async function load() {
  const fresh = await readState()
  state.bot = fresh.bot
  state.people = fresh.people
  state.canJump = fresh.canJump
  state.authorsWords = fresh.words
  state.words = wordsOf(state.language, state.authorsWords)
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
        state.messages.delete(keyOf({ ...event, id }))
        if (event.chatId === state.open) vanish(id, event.visibleTo !== null)
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
    const { askedToReply: asked } = message
    if (isNew && asked !== null && (asked === 'everybody' || asked.includes(state.speaker))) setReply(message)
    drawHeader()
    drawComposer()
  } else if (isNew) {
    state.unread.set(message.chatId, (state.unread.get(message.chatId) ?? 0) + 1)
  }
  if (isNew) noteArrival(message)
  drawChats()
}

const typingTimers = new Map()

function takeChat(chat) {
  const isNewPerson = chat.kind === 'private' && !state.people.some(({ id }) => id === chat.id)
  if (isNewPerson) return load()
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
  document.title = `${state.bot.name} · ${words.page}`
  part('brand').textContent = state.bot.name
  part('tagline').textContent = words.tagline
  part('about').textContent = words.about
  part('skip').textContent = words.toComposer
  part('language').textContent = words.other
  part('speakers-label').textContent = words.speakers
  part('clock-label').textContent = words.clock
  part('jump').textContent = words.jump
  part('jump').hidden = !state.canJump
  part('send').title = words.send
  part('text').placeholder = words.write
  part('anonymous-word').textContent = words.anonymous
  part('alert-close').textContent = words.ok
  part('picker-close').textContent = words.cancel
  label('theme', words.theme)
  label('back', words.back)
  label('commands', words.commands)
  label('send', words.send)
  label('text', words.write)
  label('reply-cancel', words.cancelReply)
  label('to-end', words.toEnd)
  label('chats', words.back)
  label('topics', words.topics)
  label('messages', words.messages)
  label('command-menu', words.commands)
  label('inline-results', words.results)
  label('more-label', words.more)
  drawSpeakers()
  drawChats()
  drawClock()
  drawOpenChat()
}

function label(id, text) {
  part(id).setAttribute('aria-label', text)
}

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
    askInline(typed)
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
  part('inline-results').addEventListener('click', ({ target }) => {
    const result = target.closest('[data-result]')
    if (result) void chooseResult(result.dataset.result)
  })
  part('reply-cancel').addEventListener('click', () => setReply(null))
  part('start').addEventListener('click', async () => {
    if (currentChat()?.bot === 'kicked') await attempt({ kind: 'unblock', personId: state.speaker })
    await say('/start')
  })
  part('membership').addEventListener('click', ({ currentTarget }) => {
    part('more').open = false
    void attempt({ kind: currentTarget.dataset.act, personId: state.speaker, chatId: state.open, by: state.speaker })
  })
  document.addEventListener('click', ({ target }) => {
    if (!part('more').contains(target)) part('more').open = false
  })
  part('jump').addEventListener('click', jump)
  part('skip').addEventListener('click', (event) => {
    event.preventDefault()
    part(part('write').hidden ? 'start' : 'text').focus()
  })
  part('to-end').addEventListener('click', scrollToEnd)
  part('messages').addEventListener('scroll', ({ currentTarget: list }) => {
    part('to-end').hidden = list.scrollHeight - list.scrollTop - list.clientHeight < 200
  })
  part('language').addEventListener('click', () => {
    state.language = state.words.dir === 'rtl' ? 'en' : 'ar'
    localStorage.setItem('language', state.language)
    state.words = wordsOf(state.language, state.authorsWords)
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
    else if (!part('inline-results').hidden) closeResults()
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
