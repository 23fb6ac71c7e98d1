import { isFresh } from '../bundle/fresh.js'

/** Programs that tests start are their bundles, as after `npm ci`: from its source one takes three times the work to start. */
export async function setup(): Promise<void> {
  if (!isFresh()) await import('../bundle/build.ts')
}
