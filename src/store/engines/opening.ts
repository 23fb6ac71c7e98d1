import type { Migrations } from '../migrations/all.ts'

/** `onWrite`: called before each statement that may write. */
export type Opening = { readonly migrations: Migrations; readonly onWrite: () => void }
