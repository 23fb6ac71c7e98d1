import { bundle } from './bundle.ts'
import { BUNDLE } from './fresh.js'

/*
 * `npm ci` bundles the programs, so that a start reads a few files and not five hundred. With the bundle stands where it was
 * made and when each of its sources was changed: run.js takes it only while that holds.
 */

try {
  await bundle(['src/main.ts', 'src/brief.ts', 'src/import.ts'], BUNDLE)
} catch (error) {
  process.stderr.write(`The programs are not bundled and start from their source: ${error}\n`)
}
