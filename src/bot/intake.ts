import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { createFairQueue } from './fair-queue.ts'
import { originOfPressAnswer, originOfUpdate } from './update-origin.ts'

/** Takes updates, however they come, and has them handled: a chat's in order, the chats side by side and in turn. */
export type Intake = {
  /** Takes an update, or drops it when its chat or its sender has too many that wait. */
  readonly take: (update: Update) => void
  /** How many updates still fit. */
  readonly room: () => number
  readonly hasRoom: () => Promise<void>
  /** Ends within some seconds, and nothing runs any more then; the id of the first update not handled, or `null`. */
  readonly stop: () => Promise<number | null>
}

export type IntakeOptions = {
  /** Tells whom an update came from that it is dropped. */
  readonly decline: (update: Update) => Promise<void>
  readonly log: Logger
}

const PLACES = 96
const MOST_UPDATES = 1000
/** At a stop, what waits may still begin for so long … */
const BEGIN_MS = 4000
/** … and what runs then has so long: it may be waiting out a flood limit of 30 s. */
const FINISH_MS = 3000

/** An intake for a bot that knows who it is. */
export function createIntake(bot: Bot, { decline, log }: IntakeOptions): Intake {
  const failed = (error: unknown) => log.error({ err: error }, 'an update failed')
  const queue = createFairQueue({ places: PLACES, most: MOST_UPDATES, failed })
  const interrupt = new AbortController()
  const unhandled: number[] = []
  let isClosing = false
  bot.api.config.use((call, method, payload, signal) =>
    // grammY types its own signal; at run time both are the platform's
    call(method, payload, method === 'getUpdates' ? signal : (signal ?? (interrupt.signal as never))),
  )
  return {
    take: (update) => {
      try {
        admit(update)
      } catch (error) {
        failed(error)
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

  function admit(update: Update): void {
    const origin = originOfUpdate(update)
    const admission = queue.add({ ...origin, run: () => handle(update, origin.sources.length > 0) })
    if (admission === 'taken') return
    if (admission === 'flood') log.warn({ from: origin.lane }, 'too many updates at once: some are dropped')
    tellOfDrop(update, admission === 'flood')
  }

  /** Facts are followed even when it is time to close: they do not come again. */
  async function handle(update: Update, mayBeSkipped: boolean): Promise<void> {
    if (isClosing && mayBeSkipped) unhandled.push(update.update_id)
    else await bot.handleUpdate(update).finally(() => interrupt.signal.aborted && unhandled.push(update.update_id))
  }

  /** A pressed button is always told, a private chat once a flood and before what waits there; groups are spared. */
  function tellOfDrop(update: Update, isFirst: boolean): void {
    const run = () => decline(update)
    const { callback_query: press, message } = update
    if (press !== undefined) queue.add({ ...originOfPressAnswer(press.from.id), run })
    else if (isFirst && message?.chat.type === 'private') queue.addNext({ ...originOfUpdate(update), run })
  }
}
