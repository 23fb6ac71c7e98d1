// @ts-check
// Links into Telegram do here what they do there; the page never leaves for a bot that exists on this machine alone.

import { attempt, openChat, say, toast, writeDraft } from './acting.js'
import { pickChat } from './picker.js'
import { isInside, speakerIsAdmin, state, visibleChats } from './state.js'

/**
 * Follows a t.me link; false for an address elsewhere.
 * @param {string} url
 * @returns {boolean}
 */
export function followLink(url) {
  const address = URL.parse(/^https?:/i.test(url) ? url : `https://${url}`)
  if (address?.hostname !== 't.me') return false
  const { pathname, searchParams: asked } = address
  if (pathname === '/share/url') share(asked)
  else if (pathname.toLowerCase() !== `/${state.bot.username.toLowerCase()}`) toast(state.words.noSupport)
  else if (asked.has('startgroup')) addBotTo(/group/, asked.get('startgroup'))
  else if (asked.has('startchannel')) addBotTo(/channel/, '')
  else startBot(asked.get('start'))
  return true
}

function share(asked) {
  const targets = visibleChats().filter((chat) => chat.kind !== 'channel' || speakerIsAdmin(chat))
  pickChat(state.words.shareWith, targets, ({ id }) => {
    openChat(id)
    writeDraft(`${asked.get('url') ?? ''}\n${asked.get('text') ?? ''}`.trim())
  })
}

function addBotTo(kind, payload) {
  const targets = visibleChats().filter((chat) => kind.test(chat.kind) && speakerIsAdmin(chat))
  pickChat(state.words.addTo, targets, async (chat) => {
    if (!isInside(chat)) await attempt({ kind: 'addBot', chatId: chat.id, by: state.speaker })
    openChat(chat.id)
    if (PAYLOAD.test(payload)) await say(`/start@${state.bot.username} ${payload}`, chat.id)
  })
}

function startBot(payload) {
  openChat(state.speaker)
  void say(PAYLOAD.test(payload ?? '') ? `/start ${payload}` : '/start', state.speaker)
}

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/
