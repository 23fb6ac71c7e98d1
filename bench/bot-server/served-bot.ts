import type { ServerResponse } from 'node:http'
import { percentile } from '../statistics.ts'
import type { Load, Measured } from './load.ts'
import { createMailbox, type PollWish, reply } from './mailbox.ts'
import { BOT, updateOf } from './updates.ts'

/** One bot's side of the server: what it is asked, and how long its answers take. */
export type ServedBot = {
  readonly call: (method: string, params: Params, response: ServerResponse) => void
  readonly ready: Promise<void>
  /** One at a time. */
  readonly run: (load: Load) => Promise<Measured>
  readonly end: () => void
  /** Times of messages that nobody had asked for since this was asked last, epoch milliseconds. */
  readonly unasked: () => readonly number[]
}

/** Of what a bot sends only what is needed to tell whom it answers. */
type Params = PollWish & {
  readonly chat_id?: number
  readonly text?: string
  readonly url?: string
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly { readonly callback_data?: string }[])[] }
}

type Answer = { readonly chat: number; readonly waitedMs: number; readonly said: string }

/** How often it is seen what is due at a rate. */
const PACE_MS = 5

export function createServedBot(): ServedBot {
  const mailbox = createMailbox()
  /** When each chat asked what is not answered yet, oldest first. */
  const asked = new Map<number, number[]>()
  const unasked: number[] = []
  let button = 'none'
  let ids = 0
  /** Chats that are still owed an answer are not asked again: it would be taken for that to another question. */
  let chatsPassed = 0
  let answered = (_: Answer): void => {}
  let end = (): void => {}
  return { call, ready: mailbox.ready, run, end: () => end(), unasked: () => unasked.splice(0) }

  function call(method: string, params: Params, response: ServerResponse): void {
    if (method === 'getUpdates') mailbox.poll(params, response)
    else if (method === 'getMe') reply(response, JSON.stringify(BOT))
    else if (/^send(?!ChatAction)|^editMessageText$/.test(method)) takeAnswer(method, params, response)
    else {
      if (method === 'setWebhook') mailbox.setWebhook(params.url ?? '')
      reply(response, 'true')
    }
  }

  function takeAnswer(method: string, params: Params, response: ServerResponse): void {
    const { chat_id: chat = 0, text: said = '' } = params
    ids += 1
    reply(response, `{"message_id":${ids},"date":0,"chat":{"id":${chat},"type":"private"},"text":"-"}`)
    if (method !== 'editMessageText') button = firstButton(params) ?? button
    const since = asked.get(chat)?.shift()
    if (since === undefined) unasked.push(Date.now())
    else answered({ chat, waitedMs: performance.now() - since, said })
  }

  function give(chatId: number, texts: Load['texts'], at: number): void {
    const waiting = asked.get(chatId)
    if (waiting === undefined) asked.set(chatId, [performance.now()])
    else waiting.push(performance.now())
    ids += 1
    const said = texts === 'press' ? { button } : { text: texts[at % texts.length] ?? '' }
    mailbox.put(updateOf({ id: ids, chatId, said }))
  }

  function run({ texts, chats, updates, rate, withinMs }: Load): Promise<Measured> {
    const { promise, resolve } = Promise.withResolvers<Measured>()
    const waits: number[] = []
    const first = 1 + chatsPassed
    const began = performance.now()
    let given = 0
    let said = ''
    const giveTo = (chat: number) => {
      give(chat, texts, given)
      given += 1
    }
    const giveDue = () => {
      const due = rate === null ? 0 : Math.min(updates, ((performance.now() - began) * rate) / 1000)
      while (given < due) giveTo(first + (given % chats))
    }
    const pace = setInterval(giveDue, PACE_MS)
    const timer = setTimeout(() => end(), withinMs)
    end = () => {
      clearTimeout(timer)
      clearInterval(pace)
      end = () => {}
      answered = () => {}
      const count = waits.length
      if (count < given) chatsPassed += chats
      const seconds = (performance.now() - began) / 1000
      waits.push(...giveUp())
      const times = { seconds, p50Ms: percentile(waits, 0.5), p99Ms: percentile(waits, 0.99) }
      resolve({ asked: given, answered: count, ...times, said })
    }
    answered = (answer) => {
      waits.push(answer.waitedMs)
      said = answer.said
      if (waits.length === updates) end()
      else if (rate === null && given < updates) giveTo(answer.chat)
    }
    if (rate === null) for (let at = 0; at < Math.min(chats, updates); at += 1) giveTo(first + at)
    return promise
  }

  /** How long what is not answered has waited. */
  function giveUp(): readonly number[] {
    const now = performance.now()
    const waits = [...asked.values()].flat().map((since) => now - since)
    asked.clear()
    mailbox.clear()
    return waits
  }
}

function firstButton({ reply_markup }: Params): string | undefined {
  return reply_markup?.inline_keyboard?.flat().find((each) => each.callback_data !== undefined)?.callback_data
}
