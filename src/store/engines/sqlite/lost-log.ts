import { existsSync } from 'node:fs'

/**
 * Whether a SQLite file's `-wal` was deleted after its process was killed: what was stored since the last checkpoint is lost,
 * which SQLite itself passes over in silence. It makes `-wal` before `-shm`, and deletes it after that.
 */
export function isLogLost(path: string): boolean {
  return existsSync(`${path}-shm`) && !existsSync(`${path}-wal`)
}
