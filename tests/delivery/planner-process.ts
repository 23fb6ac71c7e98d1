import { pino } from 'pino'
import { createDigestPlanner } from '../../src/delivery/plan-digests.ts'
import { NO_TERMS } from '../../src/digest/article-terms.ts'
import { openStore } from '../../src/store/store.ts'

/** Plans what is due at a time, in a process of its own: `store-options epoch-milliseconds`. */
const [options = '', time = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(options))
const planner = createDigestPlanner({
  ...{ store, now: () => Number(time), log: pino({ level: 'silent' }), wake: () => {}, isOnDuty: () => true },
  // a slug that no article needs to stand behind
  archive: {
    lastArrived: async () => [{ number: 1, slug: 'one' as never, chunks: 2, terms: () => NO_TERMS }],
    arrivedCount: async () => 1,
    bySlugs: async () => [],
  },
  render: () => ({ text: 'نشرة', entities: [], keyboard: [] }),
})
process.stdout.write(String((await planner.tick()).planned))
await store.close()
