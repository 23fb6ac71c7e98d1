import type { Migrations } from '../migrations/all.ts'

export type Opening = {
  readonly migrations: Migrations
  /** Called before each statement that may write, but for those that make no work. */
  readonly onWrite: () => void
  /** Called when the database tells of a change; it may miss some, and does not tell at all behind a pooler or in SQLite. */
  readonly onNews: () => void
}

/** What is stored of each update that comes, what processes tell each other, and the bounds of transactions. */
const NO_WORK = /^(?:(?:insert into|update|delete from) "(?:updates|takers|changes)"|(?:begin|commit|rollback)\b)/

/** Whether a statement that writes makes work for those who wait for rows. */
export function makesWork(statement: string): boolean {
  return !NO_WORK.test(statement)
}
