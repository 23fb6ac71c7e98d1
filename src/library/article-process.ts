import { flushCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import type { SourceFile } from './brief-file.ts'
import { filePreparer } from './prepare-file.ts'

/** Files after which this is a flood, in which people who wait for a reply go first. */
const FLOOD = 50

// a terminal sends these to the whole group of processes: the bot stops this one when it is done
process.on('SIGINT', () => {}).on('SIGTERM', () => {})

const prepare = filePreparer()
let count = 0
process.on('message', (file: SourceFile) => {
  count += 1
  if (count === FLOOD) setPriority(10)
  process.send?.(prepare(file))
})
process.send?.('ready')
// it is killed when it is done, and would keep nothing of what it compiled
flushCompileCache()
