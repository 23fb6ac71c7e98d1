import { bundle } from '../bundle/bundle.ts'
import { isFresh } from '../bundle/fresh.js'
import { PROCESSES, TEST_PROCESSES } from './process-bundles.ts'

/** Programs and processes that tests start are bundles, as after `npm ci`: from its source one takes two to three times the work to start. */
export async function setup(): Promise<void> {
  if (!isFresh()) await import('../bundle/build.ts')
  if (!isFresh(TEST_PROCESSES)) await bundle(PROCESSES, TEST_PROCESSES)
}
