import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { updateOf } from '../bot-server/updates.ts'
import type { BotApi } from './bot-api.ts'
import { WEBHOOK_SECRET } from './replica.ts'

export type Posting = {
  readonly api: BotApi
  /** Where the balancer posts to, each in turn; may change meanwhile. */
  readonly urls: readonly string[]
  readonly updates: number
  readonly chats: number
}

/** `misplaced`: answers that came before an earlier one of their chat. */
export type Posted = {
  readonly lost: number
  readonly doubled: number
  readonly misplaced: number
  readonly seconds: number
}

/** A chat may have so many updates without an answer: fewer than one person may. */
const WINDOW = 8
const CONNECTIONS = 64
const RETRY_MS = 50
/** What has not been answered so long after the last answer is lost. */
const PATIENCE_MS = 120_000
let nextId = 1000

/** Posts updates of many chats, a chat's one after the other, and looks at what comes back. */
export async function postUpdates({ api, urls, updates, chats }: Posting): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const answers = new Map<number, number[]>()
  let [turn, answered, lastAt] = [0, 0, performance.now()]
  api.onSent = ({ chatId, text, at }) => {
    const asked = /كلمة(\d+)/.exec(text)?.[1]
    if (asked === undefined) return
    answers.set(chatId, [...(answers.get(chatId) ?? []), Number(asked)])
    answered += 1
    lastAt = at
  }
  const post = (body: string) =>
    new Promise<number>((resolve) => {
      turn += 1
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET }
      request(`${urls[turn % urls.length]}/hook`, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0))
      })
        .on('error', () => resolve(0))
        .end(body)
    })
  const began = performance.now()
  const each = Math.floor(updates / chats)
  const first = nextId
  nextId += chats
  await Promise.all(
    Array.from({ length: chats }, async (_, at) => {
      const chatId = first + at
      for (let asked = 0; asked < each; asked += 1) {
        while (asked - (answers.get(chatId)?.length ?? 0) >= WINDOW && performance.now() - lastAt < PATIENCE_MS)
          await sleep(5)
        nextId += 1
        const body = updateOf({ id: nextId, chatId, said: { text: `/search كلمة${asked}` } })
        while ((await post(body)) !== 200) await sleep(RETRY_MS)
      }
    }),
  )
  while (answered < each * chats && performance.now() - lastAt < PATIENCE_MS) await sleep(100)
  agent.destroy()
  const found = Array.from({ length: chats }, (_, at) => answers.get(first + at) ?? [])
  const isMisplaced = (one: number, at: number, all: readonly number[]) => one < Math.max(-1, ...all.slice(0, at))
  return {
    lost: found.reduce((sum, all) => sum + each - new Set(all).size, 0),
    doubled: found.reduce((sum, all) => sum + all.length - new Set(all).size, 0),
    misplaced: found.reduce((sum, all) => sum + all.filter(isMisplaced).length, 0),
    seconds: (lastAt - began) / 1000,
  }
}
