import { Api } from 'grammy'
import type { Transport } from './transport.ts'

export type TelegramOptions = {
  readonly token: string
  readonly apiRoot: string
  readonly fetch: Transport['fetch']
}

/** Seconds without an answer after which a request has failed; grammY's own 500 would hold up the sender. */
const TIMEOUT_SECONDS = 30

/** The Bot API for deliveries: no retries of its own, a short time-out. */
export function createTelegram({ token, apiRoot, fetch }: TelegramOptions): Api {
  return new Api(token, { apiRoot, fetch, timeoutSeconds: TIMEOUT_SECONDS })
}
