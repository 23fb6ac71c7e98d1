import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What tests put into the temporary folder goes with the run, whatever ends it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
