import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { adviceFor, FILE } from './engines/sqlite/open-sqlite.ts'
import { makePrivateFile } from './private-files.ts'
import { StoreUnusable } from './store-unusable.ts'

/** SQLite's largest number of pages: all of them in one step, which no write of another process can make begin anew. */
const ALL_PAGES = 0x7f_ff_ff_ff

/** Copies a directory's database, also while a bot uses it, to a new file, and checks the copy. @throws StoreUnusable */
export async function backUp(directory: string, copy: string): Promise<void> {
  const path = join(directory, FILE)
  if (existsSync(copy)) throw new StoreUnusable(`${copy} exists already: name a new file`)
  if (!existsSync(path)) throw new StoreUnusable(`DATA_DIR: there is no ${path}: nothing was stored yet`)
  try {
    await makePrivateFile(copy)
    await copyPages(path, copy)
    checkCopy(copy)
  } catch (error) {
    rmSync(copy, { force: true })
    if (error instanceof StoreUnusable) throw error
    throw new StoreUnusable(`${path} could not be copied to ${copy}: ${adviceFor(error)}`, { cause: error })
  }
}

async function copyPages(path: string, copy: string): Promise<void> {
  const file = new SqliteFile(path, { fileMustExist: true })
  try {
    await file.backup(copy, { progress: () => ALL_PAGES })
  } finally {
    file.close()
  }
}

/** Leaves one file, without a log beside it. */
function checkCopy(copy: string): void {
  const file = new SqliteFile(copy)
  try {
    file.pragma('journal_mode = DELETE')
    const problem = file.pragma('integrity_check(1)', { simple: true })
    if (problem !== 'ok') throw new StoreUnusable(`the database is damaged (${problem}): keep older copies`)
  } finally {
    file.close()
  }
}
