import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Inbox } from '../store/inbox.ts'
import { type BrokenUpdate, type ReadUpdate, readUpdate } from '../telegram/read-update.ts'
import type { WebhookTarget } from './connect.ts'
import type { Intake } from './intake.ts'
import type { Updates } from './polling.ts'

/** Takes what Telegram posts. */
export type Webhook = {
  /** Its address. */
  readonly pages: Hono
  /** Takes what was left by the last run, then what comes; before, Telegram is told to try again. */
  readonly start: (intake: Intake) => Promise<Updates>
}

export type WebhookOptions = WebhookTarget & {
  readonly inbox: Inbox
  /** Called for each update that is left out. */
  readonly broken: (update: BrokenUpdate) => void
  readonly now: () => number
}

/** The largest updates are rich messages. */
const MOST_BYTES = 4_000_000

/**
 * Stores each update before it says 200, so that nothing is lost by a crash, and handles it afterwards. Answers 401 without
 * the secret, 413 to what is too long, 400 to what is no update, 503 where Telegram is to try again.
 */
export function createWebhook({ url, secret, inbox, broken, now }: WebhookOptions): Webhook {
  const wanted = digestOf(secret)
  const inWork = new Set<Promise<unknown>>()
  let intake: Intake | null = null

  function handle(taker: Intake, update: Update): void {
    const work = taker.take(update).then((isHandled) => (isHandled ? inbox.handled(update.update_id) : undefined))
    inWork.add(work)
    void work.finally(() => inWork.delete(work))
  }

  const pages = new Hono()
  const path = new URL(url).pathname
  pages.use(path, async (c, next) => {
    const given = c.req.header('x-telegram-bot-api-secret-token') ?? ''
    return timingSafeEqual(digestOf(given), wanted) ? next() : c.text('wrong secret\n', 401)
  })
  pages.post(path, bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    const text = await c.req.text()
    const read = readPosted(text)
    if (read === null || read.id === null) return c.text('not an update\n', 400)
    if (read.update === null) {
      broken(read)
      // with another answer Telegram would post it again and again
      return c.text('left out\n')
    }
    const { update } = read
    if (intake === null || intake.room() <= 0) return c.text('try again\n', 503, { 'retry-after': '1' })
    const isNew = await inbox.take({ id: update.update_id, text }, now())
    // one that comes during the stop is stored: the next start takes it
    if (isNew && intake !== null) handle(intake, update)
    return c.text('ok\n')
  })
  return {
    pages,
    start: async (taker) => {
      for (const text of await inbox.waiting()) {
        const read = readPosted(text)
        if (read !== null && read.update !== null) handle(taker, read.update)
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

/** `null`: no JSON. */
function readPosted(text: string): ReadUpdate | null {
  try {
    return readUpdate(JSON.parse(text))
  } catch {
    return null
  }
}

/** Of equal length, so that comparing them tells nothing. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
