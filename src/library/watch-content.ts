import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'

export type WatchOptions = {
  readonly dir: string
  readonly log: Logger
  readonly known: string
  /** Called when files have come, gone or changed, and have been quiet since. */
  readonly changed: () => Promise<void>
}

/** A file that is being written makes many events, and is whole only after the last. */
const QUIET_MS = 300
/** Folders on a network or in a container may tell nothing of their changes. */
const POLL_MS = 15_000

/**
 * Watches a folder's files: told by the system where it tells, and looked at now and then in any case. `known` is what
 * `signatureOf` said before they were read.
 */
export function watchContent({ dir, log, known, changed }: WatchOptions): { readonly stop: () => Promise<void> } {
  let signature = known
  let looking: Promise<void> = Promise.resolve()
  let quiet: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    try {
      const current = await signatureOf(dir)
      if (current === signature) return
      await changed()
      signature = current
    } catch (error) {
      log.error({ err: error }, 'the articles could not be read again: tried again soon')
    }
  }

  function lookNext(): void {
    looking = looking.then(look)
  }

  const watcher = startWatching(dir, log, () => {
    clearTimeout(quiet)
    quiet = setTimeout(lookNext, QUIET_MS)
  })
  const poll = setInterval(lookNext, POLL_MS)
  lookNext()
  return {
    stop: async () => {
      clearTimeout(quiet)
      clearInterval(poll)
      watcher?.close()
      await looking
    },
  }
}

function startWatching(dir: string, log: Logger, told: () => void): FSWatcher | null {
  try {
    const watcher = watch(dir, { persistent: false }, told)
    watcher.on('error', (error) => log.warn({ err: error }, 'CONTENT_DIR is no longer watched, only looked at'))
    return watcher
  } catch (error) {
    // the reading of it says what is wrong
    log.debug({ err: error }, 'CONTENT_DIR can’t be watched, only looked at')
    return null
  }
}

/** Names, sizes and times; one that is gone in between, or a folder that can't be read, is a state like any other. */
export async function signatureOf(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).filter((name) => /\.(?:md|txt)$/i.test(name)).sort()
    const files = names.map(async (name) => {
      const found = await stat(join(dir, name), { bigint: true }).catch(() => null)
      return found === null ? `${name} gone` : `${name} ${found.size} ${found.mtimeNs}`
    })
    return (await Promise.all(files)).join('\n')
  } catch (error) {
    return String(error)
  }
}
