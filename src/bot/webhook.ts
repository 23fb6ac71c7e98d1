import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type BrokenUpdate, type ReadUpdate, readUpdate } from '../telegram/read-update.ts'
import type { WebhookTarget } from './connect.ts'
import type { Intake } from './intake.ts'
import type { Updates } from './polling.ts'
import type { HandleUpdate, PostedUpdates } from './posted-updates.ts'
import { originOfUpdate } from './update-origin.ts'

/** Takes what Telegram posts. */
export type Webhook = {
  /** Its address. */
  readonly pages: Hono
  /** Takes what was left by the last run, then what comes; before, Telegram is told to try again. */
  readonly start: (intake: Intake) => Updates
}

export type WebhookOptions = WebhookTarget & {
  readonly posted: PostedUpdates
  /** Called for each update that is left out. */
  readonly broken: (update: BrokenUpdate) => void
}

/** The largest updates are rich messages. */
const MOST_BYTES = 4_000_000

/**
 * Stores each update before it says 200, so that nothing is lost by a crash; it is handled afterwards, here or where others of
 * its chat are. Answers 401 without the secret, 413 to what is too long, 400 to what is no update, 503 where Telegram is to try
 * again.
 */
export function createWebhook({ url, secret, posted, broken }: WebhookOptions): Webhook {
  const wanted = digestOf(secret)
  let intake: Intake | null = null
  const tryAgain = (c: HonoContext) => c.text('try again\n', 503, { 'retry-after': '1' })

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
    if (intake === null || intake.room() <= 0) return tryAgain(c)
    try {
      await posted.store({ id: update.update_id, text, lane: originOfUpdate(update).lane })
    } catch {
      return tryAgain(c)
    }
    return c.text('ok\n')
  })
  return {
    pages,
    start: (taker) => {
      intake = taker
      posted.start(handlerOf(taker))
      return {
        ended: new Promise(() => {}),
        stop: async () => {
          intake = null
          await taker.stop()
        },
      }
    },
  }
}

/** Handles stored updates. */
export function handlerOf(intake: Intake): HandleUpdate {
  return async ({ text }, mayBegin) => {
    const update = readPosted(text)?.update ?? null
    return update === null || (await intake.take(update, mayBegin))
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
