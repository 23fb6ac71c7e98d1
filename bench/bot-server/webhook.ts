import { Agent, request } from 'node:http'

/** As many as Telegram opens to a webhook by default (https://core.telegram.org/bots/api#setwebhook). */
const CONNECTIONS = 40

/** Posts updates to a bot's webhook; what has no connection waits its turn. */
export function createWebhook(url: string): (update: string) => void {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const headers = { 'content-type': 'application/json' }
  return (update) => {
    request(url, { method: 'POST', agent, headers }, (response) => response.resume())
      // a bot that was ended while it was asked
      .on('error', () => {})
      .end(update)
  }
}
