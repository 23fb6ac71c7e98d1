import type { Migrations } from '../migrations/all.ts'

/** `onWrite`: called before each statement that may write, but for the inbox. */
export type Opening = { readonly migrations: Migrations; readonly onWrite: () => void }

/** The inbox's own: what is stored of each update that comes makes no work. */
const OF_INBOX = /^(?:insert into|update|delete from) "updates"/

/** Whether a statement that writes makes work for those who wait for rows. */
export function makesWork(statement: string): boolean {
  return !OF_INBOX.test(statement)
}
