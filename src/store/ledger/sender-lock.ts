import { join } from 'node:path'

import SqliteFile from 'better-sqlite3'

/** The right to send: one process at a time has it. */
export type SenderSeat = {
  /** `false`: another process has it. Taking it twice is no trouble. */
  readonly take: () => boolean
  readonly leave: () => void
}

const FILE = 'sender.lock'

/**
 * Two senders over one ledger would each take back what the other has in flight. So the sender holds an exclusive
 * transaction on a file of its own: the system ends it with the process, however that dies, and nobody else who reads or
 * writes the database ever waits for it.
 */
export function createSenderSeat(directory: string): SenderSeat {
  let held: SqliteFile.Database | null = null
  return {
    take: () => {
      held ??= lock(join(directory, FILE))
      return held !== null
    },
    leave: () => {
      held?.close()
      held = null
    },
  }
}

function lock(path: string): SqliteFile.Database | null {
  const file = new SqliteFile(path, { timeout: 0 })
  try {
    file.exec('begin exclusive')
    return file
  } catch (error) {
    file.close()
    if (error instanceof SqliteFile.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw error
  }
}
