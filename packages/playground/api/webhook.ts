import type { Update } from '@grammyjs/types'
import { isLoopback } from '../access.ts'
import type { UpdateQueue } from './update-queue.ts'

/** The settings of `setWebhook`. */
type WebhookTarget = { readonly url: string; readonly secret: string; readonly maxConnections: number }

export type Webhook = {
  readonly target: WebhookTarget | null
  readonly lastError: { readonly date: number; readonly message: string } | null
  /** Whether updates may be posted there: to this machine only, unless the playground was told otherwise. */
  mayPostTo(url: URL): boolean
  set(target: WebhookTarget): void
  /** Stops delivery; updates under way return to the queue. */
  remove(): void
}

export type WebhookOptions = {
  readonly queue: UpdateQueue
  readonly now: () => Date
  readonly reach: 'loopback' | 'anywhere'
  /** Carries out a Bot API call written in the answer to an update. */
  readonly reply: (method: string, params: Record<string, unknown>) => Promise<unknown>
}

const ANSWER_WITHIN_MS = 10_000
const LONGEST_PAUSE_MS = 8_000

/** Posts updates, repeated until the answer is 2xx: chats in parallel, the updates of one chat in order. */
export function createWebhook({ queue, now, reach, reply }: WebhookOptions): Webhook {
  let target: WebhookTarget | null = null
  let lastError: Webhook['lastError'] = null
  let stop = new AbortController()
  const busy = new Set<string>()

  queue.onPush = deliverMore
  return {
    get target() {
      return target
    },
    get lastError() {
      return lastError
    },
    mayPostTo: ({ hostname }) => reach === 'anywhere' || isLoopback(hostname),
    set(next) {
      stop.abort()
      stop = new AbortController()
      busy.clear()
      target = next
      lastError = null
      deliverMore()
    },
    remove() {
      stop.abort()
      busy.clear()
      target = null
    },
  }

  function deliverMore(): void {
    if (!target) return
    for (const update of queue.pending()) {
      const lane = laneOf(update)
      if (busy.size >= target.maxConnections) return
      if (busy.has(lane)) continue
      busy.add(lane)
      void deliver(update, { target, signal: stop.signal }).then((delivered) => {
        if (!delivered) return
        busy.delete(lane)
        queue.confirm(update.update_id)
        deliverMore()
      })
    }
  }

  /** True once delivered, false when the webhook was changed meanwhile. */
  async function deliver(
    update: Update,
    { target, signal }: { readonly target: WebhookTarget; readonly signal: AbortSignal },
  ): Promise<boolean> {
    for (let pause = 250; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const trouble = await post(update, target).then(answerOf).catch(String)
      if (signal.aborted) return false
      if (trouble === null) return true
      lastError = { date: Math.floor(now().getTime() / 1000), message: trouble }
      await pauseFor(pause, signal)
    }
    return false
  }

  async function answerOf(response: Response): Promise<string | null> {
    const body = await response.text()
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
    const call = callIn(body)
    if (call) await reply(call.method, call.params)
    return null
  }
}

function post(update: Update, { url, secret }: WebhookTarget): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
    // Telegram follows no redirections; here one would lead past mayPostTo.
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
}

function callIn(body: string): { readonly method: string; readonly params: Record<string, unknown> } | null {
  try {
    const { method, ...params }: Record<string, unknown> = Object(JSON.parse(body))
    return typeof method === 'string' ? { method, params } : null
  } catch {
    // Most bots answer with a word or nothing: no call.
    return null
  }
}

/** The key by which updates keep their order: the chat, or the person of an inline query. */
function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post
  const chat = message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat
  return String(chat?.id ?? update.chat_member?.chat.id ?? update.inline_query?.from.id ?? update.update_id)
}

function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
