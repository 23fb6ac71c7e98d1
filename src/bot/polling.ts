import { setTimeout as sleep } from 'node:timers/promises'
import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner'
import { type Bot, type Context, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { describeTrouble, isTokenRefused } from '../telegram/errors.ts'

/** The updates this bot handles. */
export const ALLOWED_UPDATES = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'chat_member',
] as const

/** A bot that takes its updates by long polling. */
export type Polling = {
  /** Stops fetching, waits for every handler that has begun, and tells Telegram what was taken. */
  readonly stop: () => Promise<void>
  /** Settles when polling has ended by itself: the token is refused. */
  readonly ended: Promise<void>
}

const LONGEST_PAUSE_MS = 30_000
const POLL_SECONDS = 30

/** Starts to poll; chats run side by side, a chat's own updates in order (see `sequentialize` in create-bot). */
export function startPolling<C extends Context>(bot: Bot<C>, log: Logger): Polling {
  let offset = 0
  let stopping = false
  const supply = async (limit: number, signal: AbortSignal): Promise<Update[]> => {
    for (let pause = 250; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const options = { offset, limit: Math.max(1, Math.min(limit, 100)), timeout: POLL_SECONDS }
        // grammY types its own signal; at run time both are the platform's
        const updates = await bot.api.getUpdates({ ...options, allowed_updates: ALLOWED_UPDATES }, signal as never)
        const last = updates.at(-1)
        if (last !== undefined) offset = last.update_id + 1
        return updates
      } catch (error) {
        if (signal.aborted || isTokenRefused(error)) throw error
        log.warn(describeTrouble(error))
        await sleep(pauseOf(error, pause), undefined, { signal }).catch(() => undefined)
        if (signal.aborted) throw error
      }
    }
  }
  const sink = createConcurrentSink<Update>({ consume: (update) => bot.handleUpdate(update) }, async (error) => {
    log.error({ err: error }, 'an update failed')
  })
  const runner = createRunner(createSource({ supply: (limit, signal) => supply(limit, signal as AbortSignal) }), sink)
  runner.start()
  const ended = (runner.task() ?? Promise.resolve()).catch((error: unknown) => {
    if (!stopping) log.fatal(describeTrouble(error))
  })
  return {
    ended,
    stop: async () => {
      stopping = true
      if (runner.isRunning()) await runner.stop()
      while (runner.size() > 0) await sleep(10)
      if (offset > 0) await confirm(bot, offset, log)
    },
  }
}

/** What was taken last is confirmed only by the next poll; without it the same updates come again after a restart. */
async function confirm<C extends Context>(bot: Bot<C>, offset: number, log: Logger): Promise<void> {
  try {
    await bot.api.getUpdates(
      { offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES },
      AbortSignal.timeout(3000) as never,
    )
  } catch (error) {
    log.warn(describeTrouble(error))
  }
}

function pauseOf(error: unknown, pause: number): number {
  const wait = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return wait === undefined ? pause : wait * 1000
}
