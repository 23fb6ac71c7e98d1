import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { adviceFor } from '../engines/sqlite/open-sqlite.ts'
import { makeDirectory, makePrivateFile } from '../private-files.ts'
import { StoreUnusable } from '../store-unusable.ts'

/** The right to send: one process at a time has it. */
export type SenderLock = {
  /** `false`: another process has it. Taking it twice is no trouble. */
  readonly take: () => boolean
  readonly leave: () => void
  /** Leaves it for good. */
  readonly close: () => void
}

const FILE = 'sender.lock'

/**
 * Two senders over one ledger would each take back what the other has in flight. So the sender holds an exclusive
 * transaction on a file of its own: the system ends it with the process, however that dies, and nobody else who reads or
 * writes the database ever waits for it.
 */
export async function openSenderLock(directory: string): Promise<SenderLock> {
  const path = join(directory, FILE)
  try {
    await makeDirectory(directory)
    await makePrivateFile(path)
    const file = new SqliteFile(path, { timeout: 0 })
    isFree(file, 'select 1 from sqlite_master')
    return {
      take: () => file.inTransaction || isFree(file, 'begin exclusive'),
      leave: () => {
        if (file.inTransaction) file.exec('rollback')
      },
      close: () => file.close(),
    }
  } catch (error) {
    const isDamaged = error instanceof SqliteFile.SqliteError && error.code === 'SQLITE_NOTADB'
    const advice = isDamaged ? 'it is damaged, and holds nothing: delete it' : adviceFor(error)
    throw new StoreUnusable(`DATA_DIR: ${path} cannot be used: ${advice}`, { cause: error })
  }
}

/** `false`: another process has the file. */
function isFree(file: SqliteFile.Database, words: string): boolean {
  try {
    file.exec(words)
    return true
  } catch (error) {
    if (error instanceof SqliteFile.SqliteError && error.code === 'SQLITE_BUSY') return false
    throw error
  }
}
