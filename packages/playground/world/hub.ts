/** What happened, told to whoever waits or watches. */
export type Happening =
  | { readonly kind: 'message'; readonly chatId: number; readonly messageId: number; readonly ephemeral: boolean }
  | {
      readonly kind: 'deleted'
      readonly chatId: number
      readonly messageIds: readonly number[]
      /** Whose ephemeral messages they were. */
      readonly visibleTo: number | null
    }
  | { readonly kind: 'chat'; readonly chatId: number }
  | { readonly kind: 'commands' }
  | { readonly kind: 'request' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'closed' }

export type Hub = {
  tell(happening: Happening): void
  /** Returns the function that stops listening. */
  listen(listener: (happening: Happening) => void): () => void
}

/** A switchboard inside one playground. */
export function createHub(): Hub {
  const listeners = new Set<(happening: Happening) => void>()
  return {
    tell(happening) {
      for (const listener of listeners) listener(happening)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Wait<T> = {
  /** What is waited for, or undefined while it is not there. */
  readonly find: () => T | undefined
  /** Which happenings can bring it about; looking again after others would be in vain. */
  readonly concerns: (happening: Happening) => boolean
  readonly timeoutMs: number
  /** What to say when the time is over. */
  readonly complaint: () => string
}

/** Resolves as soon as `find` finds, looking again whenever something happens that concerns it; rejects at the time-out or the end. */
export function waitFor<T>(hub: Hub, wait: Wait<T>): Promise<T> {
  const present = wait.find()
  if (present !== undefined) return Promise.resolve(present)
  return new Promise((resolve, reject) => {
    const stop = hub.listen((happening) => {
      const found = wait.concerns(happening) ? wait.find() : undefined
      if (found !== undefined) settle(() => resolve(found))
      else if (happening.kind === 'closed') settle(() => reject(new Error('The playground was closed')))
    })
    const timer = setTimeout(() => settle(() => reject(new Error(wait.complaint()))), wait.timeoutMs)
    function settle(finish: () => void): void {
      clearTimeout(timer)
      stop()
      finish()
    }
  })
}
