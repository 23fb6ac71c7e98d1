import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import type { Inbox } from '../store/inbox.ts'
import type { HandleUpdate, PostedUpdates } from './posted-updates.ts'
import { originOfUpdate } from './update-origin.ts'

/** What a poller leaves to the next one, and what a webhook took before there was a poller. */
export type StoredUpdates = {
  /** Handles what is stored; resolves once that is done, or after some seconds: it comes before what is polled. */
  readonly takeUp: () => Promise<void>
  /** From now on handles what is stored, where there is some. */
  readonly look: () => Promise<void>
  /** Stores updates for whoever polls next; `false`: the database does not answer. */
  readonly leave: (updates: readonly Update[]) => Promise<boolean>
}

export type StoredUpdatesOptions = {
  readonly posted: PostedUpdates
  readonly inbox: Pick<Inbox, 'hasWaiting'>
  readonly handle: HandleUpdate
  readonly log: Logger
}

const LOOK_EVERY_MS = 50
/** One that waits out a flood limit keeps the others no longer. */
const PATIENCE_MS = 5_000

export function createStoredUpdates({ posted, inbox, handle, log }: StoredUpdatesOptions): StoredUpdates {
  let isStarted = false
  const look = async () => {
    if (isStarted || !(await inbox.hasWaiting())) return
    isStarted = true
    posted.start(handle)
  }
  return {
    look,
    takeUp: async () => {
      await look()
      const end = performance.now() + PATIENCE_MS
      while (performance.now() < end && (await inbox.hasWaiting())) await sleep(LOOK_EVERY_MS)
    },
    leave: async (updates) => {
      try {
        const stored = updates.map((update) => {
          return { id: update.update_id, text: JSON.stringify(update), lane: originOfUpdate(update).lane }
        })
        await Promise.all(stored.map(posted.store))
        return true
      } catch (error) {
        log.warn({ err: error }, 'updates could not be stored for the next process: some may be answered twice')
        return false
      }
    },
  }
}
