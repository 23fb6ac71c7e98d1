import { join } from 'node:path'
import type { WorkerParts } from '../delivery/loop.ts'
import { createBriefFiles } from '../library/brief-files.ts'
import { makeDirectory } from '../store/private-files.ts'
import type { Store } from '../store/store.ts'
import { isPublicAddress } from './addresses.ts'
import { createBringIn } from './bring-in.ts'
import { createPostTaker, type TakePost } from './channel-posts.ts'
import { createFeedReader } from './feeds.ts'
import { createFetch } from './fetch-page.ts'
import { createImporter, type Importer } from './importer.ts'

export type WaysInOptions = {
  /** The setting DATA_DIR: imports are kept in a folder of it. */
  readonly dataDir: string
  /** Whether pages of this machine and its network may be fetched. */
  readonly fetchesPrivate: boolean
  /** Where the operator can be asked, for the servers that are. */
  readonly publicUrl: string | null
  readonly store: Store
  readonly now: () => Date
}

/** The ways in besides files. */
export type WaysIn = {
  readonly importer: Importer
  readonly takePost: TakePost
  /** Follows the feeds among the sources; to be started. */
  readonly followFeeds: (worker: Pick<WorkerParts, 'log' | 'isOnDuty'>) => ReturnType<typeof createFeedReader>
  readonly close: () => Promise<void>
}

/** Where imports are kept, which the library reads too. */
export function importsIn(dataDir: string): string {
  return join(dataDir, 'imported')
}

export async function openWaysIn({ dataDir, fetchesPrivate, publicUrl, store, now }: WaysInOptions): Promise<WaysIn> {
  const dir = importsIn(dataDir)
  await makeDirectory(dir)
  const briefs = createBriefFiles()
  const fetch = createFetch({ mayReach: fetchesPrivate ? () => true : isPublicAddress, about: publicUrl })
  const bringIn = createBringIn({ dir, store, now })
  const parts = { store, fetch, read: briefs.read, bringIn, now }
  return {
    importer: createImporter(parts),
    takePost: createPostTaker(store, bringIn, now),
    followFeeds: (worker) => createFeedReader({ ...parts, ...worker }),
    close: briefs.close,
  }
}
