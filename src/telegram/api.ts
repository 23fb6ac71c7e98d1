import { Api } from 'grammy'
import type { Transport } from './transport.ts'

/** How to reach Telegram. */
export type TelegramAccess = {
  readonly token: string
  readonly apiRoot: string
  readonly transport: Transport
}

/** Seconds without an answer after which a request has failed; grammY's own 500 would hold up the sender. */
const TIMEOUT_SECONDS = 30

/** The Bot API for deliveries: no retries of its own, a short time-out. */
export function createTelegram({ token, apiRoot, transport }: TelegramAccess, timeoutSeconds = TIMEOUT_SECONDS): Api {
  const api = new Api(token, { apiRoot, fetch: transport.fetch, timeoutSeconds })
  api.config.use(transport.caller(token, timeoutSeconds))
  return api
}
