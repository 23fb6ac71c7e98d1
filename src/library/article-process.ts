import { flushCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import type { SourceFile } from './brief-file.ts'
import { filePreparer } from './prepare-file.ts'
import { readDocument, type SourceDocument } from './read-document.ts'

/** Files without a pause after which this is a flood, in which people who wait for a reply go first. */
const FLOOD = 100
const PAUSE_MS = 300

// a terminal sends these to the whole group of processes: the bot stops this one when it is done
process.on('SIGINT', () => {}).on('SIGTERM', () => {})

const prepare = filePreparer()
let count = 0
let endedAt = 0
process.on('message', (task: SourceFile | SourceDocument) => {
  count = performance.now() - endedAt > PAUSE_MS ? 1 : count + 1
  if (count === FLOOD) setPriority(10)
  process.send?.('bytes' in task ? readDocument(task) : prepare(task))
  endedAt = performance.now()
})
process.send?.('ready')
// it is killed when it is done, and would keep nothing of what it compiled
flushCompileCache()
