import { setTimeout as sleep } from 'node:timers/promises'
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import type { Lease } from '../delivery/lease.ts'
import { ALLOWED_UPDATES } from '../telegram/allowed-updates.ts'
import { describeTrouble, isTokenRefused } from '../telegram/errors.ts'
import { type BrokenUpdate, readUpdate } from '../telegram/read-update.ts'
import type { Intake } from './intake.ts'
import type { StoredUpdates } from './stored-updates.ts'

/** How the bot gets its updates. */
export type Updates = {
  /** Takes no more, stops the intake, and leaves what was not handled for the next start. */
  readonly stop: () => Promise<void>
  /** Settles when they have ended by themselves: the token is refused. */
  readonly ended: Promise<void>
}

const SHORTEST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
const POLL_SECONDS = 30
/** Telegram away for longer is told of. */
const LONG_OUTAGE_MS = 15 * 60_000
/** Refusals of the token in a row, over some seconds, that end polling; one may be a slip of a server or a proxy. */
const MOST_REFUSALS = 5

/** A time without an answer, in epoch milliseconds. */
export type Outage = { readonly from: number; readonly to: number }

export type PollingOptions = {
  /** Called after each answered poll. */
  readonly polled: () => void
  /** Called once Telegram answers again that no poll reached for a quarter of an hour. */
  readonly wasAway: (outage: Outage) => void
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Called for each update that is left out. */
  readonly broken: (update: BrokenUpdate) => void
  readonly log: Logger
  readonly lease: Pick<Lease, 'whenHeld' | 'held'>
  /** Rests between polls that failed; ends early when `signal` aborts. */
  readonly rest?: (milliseconds: number, signal: AbortSignal) => Promise<void>
} & StoredUpdates

/** Polls as fast as the intake has room; a stop confirms to Telegram what was handled, or is stored for the next process. */
export function startPolling(bot: Bot, intake: Intake, options: PollingOptions): Updates {
  const { polled, wasAway, now, broken, log, lease, takeUp, look, leave, rest = restFor } = options
  let offset = 0
  let epoch = 0
  const inHand = new Map<Update, Promise<boolean>>()
  const stopping = new AbortController()
  const { signal } = stopping
  const ended = poll().catch((error: unknown) => {
    if (!signal.aborted) log.fatal(describeTrouble(error))
  })
  return {
    ended,
    stop: async () => {
      stopping.abort()
      const unhandled = await intake.stop()
      const left = [...inHand].map(async ([update, isHandled]) => ((await isHandled) ? [] : update))
      const isLeft = unhandled === null || (await leave((await Promise.all(left)).flat()))
      if (offset > 0) await confirm(bot, isLeft ? offset : Math.min(offset, unhandled), log)
    },
  }

  async function poll(): Promise<void> {
    for (;;) {
      await intake.hasRoom()
      for (const update of await fetchUpdates(Math.min(intake.room(), 100))) {
        const work = intake.take(update)
        inHand.set(update, work)
        void work.then((isHandled) => isHandled && inHand.delete(update))
      }
    }
  }

  async function begin(): Promise<void> {
    // two would take each other's updates
    await lease.whenHeld(signal)
    signal.throwIfAborted()
    const duty = lease.held()
    if (duty === null) return
    const taking = duty.epoch === epoch ? look() : takeUp()
    const taken = taking.catch((error: unknown) => log.error({ err: error }, 'stored updates could not be looked for'))
    // what comes later waits for nobody
    if (duty.epoch !== epoch) await taken
    epoch = duty.epoch
    signal.throwIfAborted()
  }

  async function fetchUpdates(limit: number): Promise<readonly Update[]> {
    let refusals = 0
    let failingSince: number | null = null
    for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await begin()
      try {
        const options = { offset, limit, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
        // grammY types its own signal; at run time both are the platform's
        const updates: unknown = await bot.api.getUpdates(options, signal as never)
        // updates that arrive during a stop are not queued, so they are not confirmed either
        signal.throwIfAborted()
        polled()
        if (failingSince !== null && now() - failingSince >= LONG_OUTAGE_MS) wasAway({ from: failingSince, to: now() })
        return readAll(updates)
      } catch (error) {
        failingSince ??= now()
        refusals = isTokenRefused(error) ? refusals + 1 : 0
        if (signal.aborted || refusals === MOST_REFUSALS) throw error
        log.warn(describeTrouble(error))
        await rest(pauseOf(error, pause), signal)
      }
    }
  }

  /** Moves the offset past all of them. A broken update is logged and left out. @throws Error where none has an id. */
  function readAll(raw: unknown): readonly Update[] {
    if (!Array.isArray(raw)) throw new Error('its updates are no list')
    const read = raw.map(readUpdate)
    const ids = read.map(({ id }) => id).filter((id) => id !== null)
    if (read.length > 0 && ids.length === 0) throw new Error('none of its updates has an id')
    offset = ids.reduce((next, id) => Math.max(next, id + 1), offset)
    return read.flatMap((one) => {
      if (one.update === null) broken(one)
      return one.update === null ? [] : [one.update]
    })
  }
}

async function restFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined)
}

/** Only the next poll confirms the last updates; without it they come again after a restart. */
async function confirm(bot: Bot, offset: number, log: Logger): Promise<void> {
  try {
    await bot.api.getUpdates(
      { offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES },
      AbortSignal.timeout(2000) as never,
    )
  } catch (error) {
    log.warn(describeTrouble(error))
  }
}

function pauseOf(error: unknown, pause: number): number {
  const wait = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return wait === undefined ? pause : Math.max(pause, wait * 1000)
}
