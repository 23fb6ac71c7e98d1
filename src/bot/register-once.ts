import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { reasonOf } from '../telegram/errors.ts'

/** Something of the bot's that Telegram keeps. */
export type Registration = {
  readonly name: string
  /** What is registered, as JSON: with the same it is not done again. */
  readonly wanted: unknown
  readonly register: () => Promise<unknown>
  /** What to do where it is refused, for the log. */
  readonly advice: string
}

export type OnceOptions = {
  readonly meta: Store['meta']
  readonly botId: number
  readonly log: Logger
  readonly signal: AbortSignal
}

/** Registers what is new or changed since the last start. A refusal is one line in the log, and is tried again at the next start. */
export async function registerOnce(registrations: readonly Registration[], options: OnceOptions): Promise<void> {
  const { meta, botId, log, signal } = options
  for (const { name, wanted, register, advice } of registrations) {
    const key = `registered ${botId} ${name}`
    const hash = createHash('sha256').update(JSON.stringify(wanted)).digest('base64url')
    if ((await meta.get(key)) === hash) continue
    try {
      await register()
      await meta.set(key, hash)
    } catch (error) {
      signal.throwIfAborted()
      log.warn({ reason: reasonOf(error) }, `${name} could not be registered: ${advice}`)
    }
  }
}
