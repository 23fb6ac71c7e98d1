import type { Update } from '@grammyjs/types'
import { Refusal } from '../refusal.ts'
import type { EventBus } from '../world/events.ts'
import type { NewUpdate } from '../world/world.ts'

type UpdateKind = Exclude<keyof Update, 'update_id'>

type PollRequest = {
  readonly offset: number
  readonly limit: number
  readonly timeoutSeconds: number
  /** Ends the poll when the bot hangs up. */
  readonly signal: AbortSignal
}

/** Updates that the bot has not confirmed; long polling or a webhook takes them. */
export type UpdateQueue = {
  push(update: NewUpdate): void
  /** Waits up to the time-out for updates; a second poll ends the first with 409. */
  poll(request: PollRequest): Promise<readonly Update[]>
  /** Which kinds are queued from now on; null: all but those one has to ask for. */
  allowed: readonly UpdateKind[] | null
  /** Called when there is something to deliver and no poll waits. */
  onPush: () => void
  pending(): readonly Update[]
  confirm(updateId: number): void
  clear(): void
  /** Updates queued so far, at least the newest `keep`. */
  readonly history: readonly Update[]
  close(): void
}

// https://core.telegram.org/bots/api#getupdates: sent only to bots that ask for them.
const ASKED_FOR: readonly UpdateKind[] = ['chat_member', 'message_reaction', 'message_reaction_count']

/** An empty queue with a history of at least `keep` updates. */
export function createUpdateQueue(events: EventBus, keep: number): UpdateQueue {
  const history: Update[] = []
  let pending: Update[] = []
  let waiting: { readonly wake: () => void; readonly refuse: (error: Error) => void } | null = null
  let lastId = 100_000_000

  const queue: UpdateQueue = {
    allowed: null,
    onPush: () => {},
    history,
    push(update) {
      if (!isWanted(update, queue.allowed)) return
      lastId += 1
      const numbered = { update_id: lastId, ...update }
      history.push(numbered)
      if (history.length > keep * 2) history.splice(0, history.length - keep)
      pending.push(numbered)
      if (waiting) waiting.wake()
      else queue.onPush()
    },
    async poll({ offset, limit, timeoutSeconds, signal }) {
      waiting?.refuse(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      )
      waiting = null
      if (offset < 0) pending = pending.slice(offset)
      else drop((update) => update.update_id < offset)
      if (pending.length === 0 && timeoutSeconds > 0) await waitForUpdate(timeoutSeconds, signal)
      return pending.slice(0, limit)
    },
    pending: () => pending,
    confirm: (updateId) => drop((update) => update.update_id === updateId),
    clear: () => drop(() => true),
    close: () => waiting?.wake(),
  }
  return queue

  function drop(isDone: (update: Update) => boolean): void {
    const left = pending.filter((update) => !isDone(update))
    const changed = left.length < pending.length
    pending = left
    if (changed) events.emit({ kind: 'taken' })
  }

  function waitForUpdate(timeoutSeconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(resolve), timeoutSeconds * 1000)
      const mine = { wake: () => finish(resolve), refuse: (error: Error) => finish(() => reject(error)) }
      signal.addEventListener('abort', mine.wake)
      waiting = mine
      function finish(settle: () => void): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', mine.wake)
        if (waiting === mine) waiting = null
        settle()
      }
    })
  }
}

function isWanted(update: NewUpdate, allowed: readonly UpdateKind[] | null): boolean {
  const kinds: readonly string[] = Object.keys(update)
  if (allowed === null) return !ASKED_FOR.some((kind) => kinds.includes(kind))
  return allowed.some((kind) => kinds.includes(kind))
}
