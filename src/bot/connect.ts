import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from 'grammy'
import type { Logger } from 'pino'
import { ALLOWED_UPDATES } from '../telegram/allowed-updates.ts'
import { describeTrouble, isRefused, isTokenRefused } from '../telegram/errors.ts'

/** Telegram does not know the token; a retry would not help. */
class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
}

const LONGEST_PAUSE_MS = 30_000

/** Where Telegram posts updates to, with the secret that it sends along. */
export type WebhookTarget = { readonly url: string; readonly secret: string }

export type ConnectOptions = {
  /** `null`: updates are polled. */
  readonly webhook: WebhookTarget | null
  readonly log: Logger
  readonly signal: AbortSignal
}

/**
 * Loads the bot's own user, and sets its webhook or deletes one that would hold back its updates, which wait either way;
 * retries while Telegram can't be reached.
 * @throws TokenRefused, or the signal's reason when it is aborted.
 */
export async function connectBot(bot: Bot, { webhook, log, signal }: ConnectOptions): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      // grammY types a signal of its own; at run time both are the platform's
      // not bot.init(): that tries again without end and without a word
      bot.botInfo = await bot.api.getMe(signal as never)
      if (webhook === null) await bot.api.deleteWebhook({}, signal as never)
      else {
        const { url, secret: secret_token } = webhook
        await bot.api.setWebhook(url, { secret_token, allowed_updates: ALLOWED_UPDATES }, signal as never)
      }
      log.info({ bot: bot.botInfo.username }, 'Telegram knows the bot')
      return
    } catch (error) {
      signal.throwIfAborted()
      if (isTokenRefused(error)) throw new TokenRefused(describeTrouble(error))
      log.warn(describeTrouble(error))
      const wait = isRefused(error) ? error.parameters.retry_after : undefined
      await sleep(wait === undefined ? pause : wait * 1000, undefined, { signal })
    }
  }
}
