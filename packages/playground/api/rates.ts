import { tooManyRequests } from '../refusal.ts'

/** Counts a message to a chat; throws 429 for one too many. */
export type Rates = { count(chatId: number): void }

export const NO_RATES: Rates = { count: () => {} }

type Limit = { readonly messages: number; readonly withinMs: number }

// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const IN_CHAT: Limit = { messages: 1, withinMs: 1000 }
const IN_GROUP: Limit = { messages: 20, withinMs: 60_000 }
const IN_ALL: Limit = { messages: 30, withinMs: 1000 }

/** Telegram's limits as sliding windows: one a second in a chat, 20 a minute in a group, 30 a second in all. */
export function createRates(elapsed: () => number): Rates {
  const sent = new Map<string, number[]>()
  return {
    count(chatId) {
      const now = elapsed()
      const windows: readonly (readonly [string, Limit])[] = [
        ['all', IN_ALL],
        [`chat ${chatId}`, IN_CHAT],
        ...(chatId < 0 ? [[`group ${chatId}`, IN_GROUP] as const] : []),
      ]
      for (const [name, limit] of windows) checkWindow(recent(name, now - limit.withinMs), limit, now)
      for (const [name] of windows) sent.get(name)?.push(now)
    },
  }

  function recent(name: string, since: number): readonly number[] {
    const times = (sent.get(name) ?? []).filter((time) => time > since)
    sent.set(name, times)
    return times
  }
}

function checkWindow(times: readonly number[], limit: Limit, now: number): void {
  if (times.length < limit.messages) return
  const freeAt = (times.at(-limit.messages) ?? now) + limit.withinMs
  throw tooManyRequests((freeAt - now) / 1000)
}
