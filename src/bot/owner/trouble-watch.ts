import { statfs } from 'node:fs/promises'
import { listFolders } from '../../library/folder-files.ts'
import type { Trouble } from '../../messages/views/trouble.ts'
import { adviceFor } from '../../store/engines/sqlite/open-sqlite.ts'
import type { Store } from '../../store/store.ts'

export type TroubleWatchOptions = {
  readonly store: Pick<Store, 'chats' | 'deliveries' | 'meta'>
  readonly contentDir: string
  readonly dataDir: string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** What is wrong now. */
export type TroubleWatch = {
  /** Something happened that the owners should know of; it is a trouble for an hour. */
  readonly note: (trouble: Trouble) => void
  readonly current: () => Promise<readonly Trouble[]>
  /** Milliseconds for which the first due delivery has not been sent; 0 when none is due. */
  readonly overdueMs: () => Promise<number>
  readonly freeBytes: () => Promise<number>
}

const LOW_BYTES = 256 * 1024 * 1024
const STUCK_MS = 10 * 60_000
const NOTED_MS = 60 * 60_000
const MOST_NOTED = 50
const LOST_MS = 30 * 24 * 60 * 60_000
const MOST_LOST = 50

export function createTroubleWatch({ store, contentDir, dataDir, now }: TroubleWatchOptions): TroubleWatch {
  /** By kind and object; when it was noted, monotonic. */
  const noted = new Map<string, { readonly trouble: Trouble; readonly at: number }>()
  const overdueMs = async () => Math.max(0, now() - ((await store.deliveries.nextAt()) ?? now()))
  const freeBytes = async () => {
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  }
  const checks: readonly (() => Promise<readonly Trouble[]>)[] = [
    async () => ((await freeBytes()) < LOW_BYTES ? [{ kind: 'disk-low', about: '' }] : []),
    unwritable,
    async () => ((await overdueMs()) > STUCK_MS ? [{ kind: 'sender-stuck', about: '' }] : []),
    async () => {
      const listing = await listFolders({ dir: contentDir })
      return typeof listing === 'string' ? [{ kind: 'content-unreadable', about: listing }] : []
    },
    async () => {
      const lost = await store.chats.lost(now() - LOST_MS, MOST_LOST)
      return lost.map(({ title }) => ({ kind: 'chat-lost', about: title ?? '' }))
    },
    async () => recent(),
  ]
  return {
    note: (trouble) => {
      const key = keyOfTrouble(trouble)
      noted.delete(key)
      noted.set(key, { trouble, at: performance.now() })
      for (const oldest of noted.keys()) if (noted.size > MOST_NOTED) noted.delete(oldest)
    },
    // what can't be looked at is no trouble of its own: a database that can't be read can't be written either
    current: async () => {
      const found = await Promise.allSettled(checks.map((check) => check()))
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    },
    overdueMs,
    freeBytes,
  }

  function recent(): readonly Trouble[] {
    const since = performance.now() - NOTED_MS
    return [...noted.values()].filter(({ at }) => at > since).map(({ trouble }) => trouble)
  }

  async function unwritable(): Promise<readonly Trouble[]> {
    try {
      await store.meta.set('last-look', String(now()))
      return []
    } catch (error) {
      return [{ kind: 'store-unwritable', about: adviceFor(error) }]
    }
  }
}

export function keyOfTrouble({ kind, about }: Trouble): string {
  return `${kind} ${about}`
}
