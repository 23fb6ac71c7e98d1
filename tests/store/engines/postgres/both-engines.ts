import { aDirectory, borrowStore, putEmptyStore } from '../../a-store.ts'

/** How an empty store is opened on PostgreSQL, and how one on SQLite. */
export async function bothOptions() {
  const { options, release } = await borrowStore()
  const directory = await aDirectory()
  await putEmptyStore(directory)
  return { both: [options, { directory }] as const, release }
}
