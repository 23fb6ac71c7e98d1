import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Inbox } from '../store/inbox.ts'
import type { Intake } from './intake.ts'
import type { Updates } from './polling.ts'

/** Takes what Telegram posts. */
export type Webhook = {
  readonly answer: (request: Request) => Promise<Response>
  /** Takes what was left by the last run, then what comes; before, Telegram is told to try again. */
  readonly start: (intake: Intake) => Promise<Updates>
}

export type WebhookOptions = { readonly secret: string; readonly inbox: Inbox; readonly now: () => number }

/** Characters; the largest updates are rich messages. */
const MOST_CHARACTERS = 4_000_000

/**
 * Stores each update before it says 200, so that nothing is lost by a crash, and handles it afterwards. Answers 401 without
 * the secret, 400 to what is no update, 503 where Telegram is to try again.
 */
export function createWebhook({ secret, inbox, now }: WebhookOptions): Webhook {
  const wanted = digestOf(secret)
  const inWork = new Set<Promise<unknown>>()
  let intake: Intake | null = null

  function handle(taker: Intake, update: Update): void {
    const work = taker.take(update).then((isHandled) => (isHandled ? inbox.handled(update.update_id) : undefined))
    inWork.add(work)
    void work.finally(() => inWork.delete(work))
  }

  return {
    answer: async (request) => {
      const given = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
      if (!timingSafeEqual(digestOf(given), wanted)) return new Response('wrong secret\n', { status: 401 })
      const text = await request.text()
      const update = text.length > MOST_CHARACTERS ? null : updateIn(text)
      if (update === null) return new Response('not an update\n', { status: 400 })
      if (intake === null || intake.room() <= 0) return tryAgain()
      const isNew = await inbox.take({ id: update.update_id, text }, now())
      // one that comes during the stop is stored: the next start takes it
      if (isNew && intake !== null) handle(intake, update)
      return new Response('ok\n')
    },
    start: async (taker) => {
      for (const text of await inbox.waiting()) {
        const update = updateIn(text)
        if (update !== null) handle(taker, update)
      }
      intake = taker
      return {
        ended: new Promise(() => {}),
        stop: async () => {
          intake = null
          await taker.stop()
          await Promise.all(inWork)
        },
      }
    },
  }
}

function tryAgain(): Response {
  return new Response('try again\n', { status: 503, headers: { 'retry-after': '1' } })
}

function updateIn(text: string): Update | null {
  try {
    const update: unknown = JSON.parse(text)
    const id = Object(update).update_id
    // Telegram's own shape from here on, as when it is polled
    return Number.isSafeInteger(id) && id >= 0 ? (update as Update) : null
  } catch {
    return null
  }
}

/** Of equal length, so that comparing them tells nothing. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
