import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What tests put into the temporary folder goes with the run, whatever ends it. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
