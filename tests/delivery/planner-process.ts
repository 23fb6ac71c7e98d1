import { pino } from 'pino'
import { createDigestPlanner } from '../../src/delivery/plan-digests.ts'
import { openStore } from '../../src/store/store.ts'
import { anArchive } from '../an-archive.ts'

/** Plans what is due at a time, in a process of its own: `directory epoch-milliseconds`. */
const [directory = '', time = ''] = process.argv.slice(2)
const store = await openStore({ directory })
const planner = createDigestPlanner({
  ...{ store, now: () => Number(time), log: pino({ level: 'silent' }), wake: () => {}, isOnDuty: () => true },
  archive: anArchive(1),
  render: () => ({ text: 'نشرة', entities: [], keyboard: [] }),
})
process.stdout.write(String((await planner.tick()).planned))
await store.close()
