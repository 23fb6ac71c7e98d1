import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** The whole suite takes a tenth of it. */
const ROOM_BYTES = 2 ** 30

/** Where tests write: memory where the machine gives enough of it, as waiting for a disk is most of what a write of the store costs. */
export const TEMPORARY = hasRoom(MEMORY) ? MEMORY : tmpdir()

/** What tests put into the temporary folder goes with the run, whatever ends it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(TEMPORARY, 'mujaz-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ROOM_BYTES
}
