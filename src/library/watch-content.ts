import { type FSWatcher, watch } from 'node:fs'
import type { Logger } from 'pino'

export type WatchOptions = {
  readonly dir: string
  readonly log: Logger
  /** Looks at the folder; resolves with the milliseconds until the next look is needed, `null` when unknown. */
  readonly look: () => Promise<number | null>
}

/** One write raises many events. */
const SOON_MS = 300
/** Folders on a network or in a container may raise no events. */
const POLL_MS = 15_000

/** Looks at a folder on change events, when a look asks for another, and every `POLL_MS` in any case. */
export function watchContent({ dir, log, look }: WatchOptions): { readonly stop: () => Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  let next: { readonly timer: NodeJS.Timeout; readonly at: number } | null = null
  let isStopped = false

  async function lookNow(): Promise<void> {
    next = null
    let again: number | null = null
    try {
      again = await look()
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'the articles could not be read again: tried again soon')
    }
    lookIn(Math.min(again ?? POLL_MS, POLL_MS))
  }

  /** Keeps a planned look that comes earlier. */
  function lookIn(ms: number): void {
    const at = performance.now() + ms
    if (isStopped || (next !== null && next.at <= at)) return
    clearTimeout(next?.timer)
    const timer = setTimeout(() => {
      looking = looking.then(lookNow)
    }, ms)
    next = { timer, at }
  }

  const watcher = startWatching(dir, log, () => lookIn(SOON_MS))
  lookIn(0)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(next?.timer)
      watcher?.close()
      await looking
    },
  }
}

function startWatching(dir: string, log: Logger, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(dir, { persistent: false }, changed)
    watcher.on('error', (error) => log.warn({ err: error }, 'CONTENT_DIR is no longer watched, only looked at'))
    return watcher
  } catch (error) {
    // reading the folder reports what is wrong
    log.debug({ err: error }, 'CONTENT_DIR can’t be watched, only looked at')
    return null
  }
}
