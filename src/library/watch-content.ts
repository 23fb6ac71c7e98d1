import { type FSWatcher, watch } from 'node:fs'
import type { Logger } from 'pino'
import { listFolders, type Roots } from './folder-files.ts'

export type WatchOptions = {
  readonly roots: Roots
  readonly log: Logger
  /** Looks at the folder; resolves with the milliseconds until the next look is needed, `null` when unknown. */
  readonly look: () => Promise<number | null>
}

/** One write raises many events. */
const SOON_MS = 300
/** Folders on a network or in a container may raise no events. */
const POLL_MS = 15_000

/** Looks at the roots on change events in any of their folders, when a look asks for another, and every `POLL_MS` in any case. */
export function watchContent({ roots, log, look }: WatchOptions): { readonly stop: () => Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  let next: { readonly timer: NodeJS.Timeout; readonly at: number } | null = null
  let isStopped = false

  async function lookNow(): Promise<void> {
    next = null
    let again: number | null = null
    try {
      // before the look, so that no change falls between the two
      await watchFolders()
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

  const watchers = new Map<string, FSWatcher>()
  const changed = () => lookIn(SOON_MS)

  /** Folders come and go. */
  async function watchFolders(): Promise<void> {
    const listing = await listFolders(roots)
    if (typeof listing === 'string' || isStopped) return
    const folders = new Set(listing.folders)
    for (const [folder, watcher] of watchers) if (!folders.has(folder)) watcher.close()
    for (const folder of watchers.keys()) if (!folders.has(folder)) watchers.delete(folder)
    for (const folder of folders) {
      const watcher = watchers.has(folder) ? null : startWatching(folder, log, changed)
      if (watcher !== null) watchers.set(folder, watcher)
    }
  }

  lookIn(0)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(next?.timer)
      await looking
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

function startWatching(dir: string, log: Logger, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(dir, { persistent: false }, changed)
    watcher.on('error', (error) => log.warn({ err: error }, `${dir} is no longer watched, only looked at`))
    return watcher
  } catch (error) {
    // reading the folder reports what is wrong
    log.debug({ err: error }, `${dir} can’t be watched, only looked at`)
    return null
  }
}
