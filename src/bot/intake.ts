import { setTimeout as sleep } from 'node:timers/promises'
import { type Bot, Context } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { createFairQueue } from './fair-queue.ts'
import { originOfPressAnswer, originOfUpdate } from './update-origin.ts'

/** Handles updates from polling or a webhook: one chat's in order, the chats concurrently and in turn. */
export type Intake = {
  /**
   * Queues an update, or drops it when its chat or its sender has too many waiting; resolves when that is done with, `false`: not
   * before the stop, or `mayBegin`, asked right before, said that it is another's.
   */
  readonly take: (update: Update, mayBegin?: () => Promise<boolean>) => Promise<boolean>
  /** Updates that still fit. */
  readonly room: () => number
  readonly hasRoom: () => Promise<void>
  /** Ends within some seconds, with no update running; returns the id of the first update not handled, or `null`. */
  readonly stop: () => Promise<number | null>
}

export type IntakeOptions = {
  /** Notifies an update's sender that it was dropped. */
  readonly decline: (update: Update) => Promise<void>
  /** Called for each dropped update. */
  readonly dropped: () => void
  readonly log: Logger
}

const PLACES = 96
const MOST_UPDATES = 1000
/** After a stop, waiting updates may still begin for so long … */
const BEGIN_MS = 4000
/** … and running ones may finish for so long: one may be waiting out a flood limit of 30 s. */
const FINISH_MS = 3000

/** The bot must be connected. */
export function createIntake(bot: Bot, { decline, dropped, log }: IntakeOptions): Intake {
  const failed = (error: unknown) => log.error({ err: error }, 'an update failed')
  const queue = createFairQueue({ places: PLACES, most: MOST_UPDATES, failed })
  const interrupt = new AbortController()
  const unhandled: number[] = []
  const handler = bot.middleware()
  // grammY's own handleUpdate makes an Api for each update, and puts the handlers together anew
  const respond = async (update: Update) => await handler(new Context(update, bot.api, bot.botInfo), async () => {})
  let isClosing = false
  bot.api.config.use((call, method, payload, signal) =>
    // grammY types its own signal; at run time both are the platform's
    call(method, payload, method === 'getUpdates' ? signal : (signal ?? (interrupt.signal as never))),
  )
  return {
    take: async (update, mayBegin) => {
      try {
        return await admit(update, mayBegin)
      } catch (error) {
        failed(error)
        return true
      }
    },
    room: queue.room,
    hasRoom: queue.hasRoom,
    stop: async () => {
      await Promise.race([queue.idle(), sleep(BEGIN_MS, undefined, { ref: false })])
      isClosing = true
      await Promise.race([queue.idle(), sleep(FINISH_MS, undefined, { ref: false })])
      interrupt.abort()
      await queue.idle()
      if (unhandled.length === 0) return null
      log.warn({ updates: unhandled.length }, 'updates were not handled before the stop')
      return Math.min(...unhandled)
    },
  }

  function admit(update: Update, mayBegin?: () => Promise<boolean>): Promise<boolean> {
    const origin = originOfUpdate(update)
    const handled = Promise.withResolvers<boolean>()
    const run = async () => {
      const isOurs = mayBegin === undefined || (await mayBegin())
      handled.resolve(isOurs && (await handle(update, origin.sources.length > 0)))
    }
    const admission = queue.add({ ...origin, run: () => run().catch(handled.reject) })
    if (admission === 'taken') return handled.promise
    dropped()
    if (admission === 'flood') log.warn({ from: origin.lane }, 'too many updates at once: some are dropped')
    notifyOfDrop(update, admission === 'flood')
    return Promise.resolve(true)
  }

  /** Updates that may not be skipped are handled even while closing: Telegram does not send them again. */
  async function handle(update: Update, mayBeSkipped: boolean): Promise<boolean> {
    const isLeft = isClosing && mayBeSkipped
    try {
      if (!isLeft) await respond(update)
    } finally {
      if (isLeft || interrupt.signal.aborted) unhandled.push(update.update_id)
    }
    return !isLeft && !interrupt.signal.aborted
  }

  /** Notifies of every pressed button; in a private chat once a flood, before its waiting updates; in groups never. */
  function notifyOfDrop(update: Update, isFirst: boolean): void {
    const run = () => decline(update)
    const { callback_query: press, message } = update
    if (press !== undefined) queue.add({ ...originOfPressAnswer(press.from.id), run })
    else if (isFirst && message?.chat.type === 'private') queue.addNext({ ...originOfUpdate(update), run })
  }
}
