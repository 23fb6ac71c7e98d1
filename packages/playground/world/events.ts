/** A change in the playground; `taken`: the bot confirmed updates. */
export type WorldEvent =
  | { readonly kind: 'message'; readonly chatId: number; readonly messageId: number; readonly ephemeral: boolean }
  | {
      readonly kind: 'deleted'
      readonly chatId: number
      readonly messageIds: readonly number[]
      /** The receiver, where they were ephemeral. */
      readonly visibleTo: number | null
    }
  | { readonly kind: 'chat'; readonly chatId: number }
  | { readonly kind: 'commands' }
  | { readonly kind: 'request' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'closed' }

export type EventBus = {
  emit(event: WorldEvent): void
  /** Returns the function that unsubscribes. */
  subscribe(listener: (event: WorldEvent) => void): () => void
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: WorldEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Wait<T> = {
  /** The value waited for, undefined while it is missing. */
  readonly find: () => T | undefined
  /** True for events after which `find` may succeed. */
  readonly concerns: (event: WorldEvent) => boolean
  readonly timeoutMs: number
  /** The error's message at the time-out. */
  readonly complaint: () => string
}

/** Resolves with what `find` returns, called now and after each event that concerns it; rejects at the time-out or when the playground closes. */
export function waitFor<T>(events: EventBus, wait: Wait<T>): Promise<T> {
  const present = wait.find()
  if (present !== undefined) return Promise.resolve(present)
  return new Promise((resolve, reject) => {
    const stop = events.subscribe((event) => {
      const found = wait.concerns(event) ? wait.find() : undefined
      if (found !== undefined) settle(() => resolve(found))
      else if (event.kind === 'closed') settle(() => reject(new Error('The playground was closed')))
    })
    const timer = setTimeout(() => settle(() => reject(new Error(wait.complaint()))), wait.timeoutMs)
    function settle(finish: () => void): void {
      clearTimeout(timer)
      stop()
      finish()
    }
  })
}
