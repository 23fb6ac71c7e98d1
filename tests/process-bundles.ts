import { basename, join } from 'node:path'
import { BUNDLE } from '../bundle/fresh.js'

/** What tests start as processes of their own, by its path from the root. */
export const PROCESSES = [
  'tests/delivery/planner-process.ts',
  'tests/delivery/sender/sender-process.ts',
  'tests/store/engines/sqlite/opening-process.ts',
] as const

/** The folder of their bundles. */
export const TEST_PROCESSES = join(BUNDLE, '../test-processes')

/** The bundle of one. */
export function bundleOf(process: (typeof PROCESSES)[number]): string {
  return join(TEST_PROCESSES, basename(process).replace('.ts', '.mjs'))
}
