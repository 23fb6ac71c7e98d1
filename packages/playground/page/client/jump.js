// @ts-check
// Sets the clock forward to what is due next, and shows where that went.

import { attempt, openChat, toast } from './acting.js'
import { part, state, titleOf, visibleChats } from './state.js'

/** What is due at one minute arrives within moments of the first. */
const SETTLE_MS = 400

/** What has arrived since the jump; null where none is awaited. @type {any[] | null} */
let arrived = null

export async function jump() {
  const button = part('jump')
  button.disabled = true
  button.textContent = state.words.jumping
  arrived = []
  const answer = await attempt({ kind: 'jump' })
  button.disabled = false
  button.textContent = state.words.jump
  if (answer?.at) return
  arrived = null
  if (answer) toast(state.words.nothingDue)
}

/** A new message that no person wrote: after a jump its chat opens, unless the open one got its own. */
export function noteArrival(message) {
  if (arrived === null || message.sender.kind === 'person') return
  arrived.push(message)
  if (arrived.length === 1) setTimeout(showArrival, SETTLE_MS)
}

function showArrival() {
  const messages = arrived ?? []
  arrived = null
  if (messages.some(({ chatId }) => chatId === state.open)) return
  const seen = visibleChats()
  const shown = messages.find(({ chatId }) => seen.some(({ id }) => id === chatId))
  if (shown) openChat(shown.chatId, shown.threadId ?? 0)
  toast(state.words.arrived(shown ? titleOf(state.chats.get(shown.chatId)) : strangerOf(messages[0].chatId)))
}

/** A chat that who speaks cannot see, a private one by its person. */
function strangerOf(chatId) {
  return state.people.find(({ id }) => id === chatId)?.name ?? titleOf(state.chats.get(chatId))
}
