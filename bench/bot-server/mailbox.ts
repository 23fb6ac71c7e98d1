import type { ServerResponse } from 'node:http'
import { createWebhook } from './webhook.ts'

/** A bot's updates on their way to it: they wait for its poll, or go to its webhook at once. */
export type Mailbox = {
  readonly put: (update: string) => void
  /** Holds the poll until there is an update, or it has waited for long enough; an earlier one ends with none. */
  readonly poll: (wish: PollWish, response: ServerResponse) => void
  readonly setWebhook: (url: string) => void
  /** Forgets what was not taken. */
  readonly clear: () => void
  /** When the bot has polled first, or set its webhook. */
  readonly ready: Promise<void>
}

export type PollWish = { readonly limit?: number; readonly timeout?: number }

export function createMailbox(): Mailbox {
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>()
  const queue: string[] = []
  let end = (): void => {}
  let isFlushing = false
  let post = (update: string): void => {
    queue.push(update)
    // what comes in the same turn goes out together
    if (!isFlushing) setImmediate(flush)
    isFlushing = true
  }
  return {
    put: (update) => post(update),
    poll,
    setWebhook: (url) => {
      post = createWebhook(url)
      isReady()
    },
    clear: () => {
      queue.length = 0
    },
    ready,
  }

  function flush(): void {
    isFlushing = false
    end()
  }

  function poll({ limit = 100, timeout = 0 }: PollWish, response: ServerResponse): void {
    isReady()
    end()
    const timer = setTimeout(() => end(), timeout * 1000)
    const leave = () => {
      clearTimeout(timer)
      end = () => {}
    }
    const endThis = () => {
      leave()
      reply(response, `[${queue.splice(0, limit).join()}]`)
    }
    end = endThis
    if (queue.length > 0 || timeout === 0) end()
    response.once('close', () => end === endThis && leave())
  }
}

/** Answers as the Bot API does: `result` as JSON. */
export function reply(response: ServerResponse, result: string): void {
  response.setHeader('content-type', 'application/json').end(`{"ok":true,"result":${result}}`)
}
