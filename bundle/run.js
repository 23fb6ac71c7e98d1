// @ts-check
import { readFileSync, statSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/*
 * Runs a program of src/, `main`, `brief` or `import`: its bundle, or the source itself where that is not what was bundled. This
 * file is JavaScript as reading any TypeScript costs Node more than all that it does.
 */

const ROOT = join(import.meta.dirname, '..')
const BUNDLE = join(ROOT, 'node_modules/.mujaz')

const [program] = process.argv.splice(2, 1)
// processes that this one starts learn of the cache from the environment
process.env.NODE_COMPILE_CACHE ??= join(BUNDLE, 'compiled')
enableCompileCache()
// Node keeps it at the end, which a killed process never comes to
setTimeout(flushCompileCache, 5_000).unref()
await import(isFresh() ? join(BUNDLE, `${program}.mjs`) : `../src/${program}.ts`)

function isFresh() {
  try {
    /** @type {{ root: string, modified: Record<string, number> }} */
    const { root, modified: bundled } = JSON.parse(readFileSync(join(BUNDLE, 'sources.json'), 'utf8'))
    // it names files by their whole paths: a copy of the project bundles anew
    return root === ROOT && Object.entries(bundled).every(([path, modified]) => statSync(path).mtimeMs === modified)
  } catch {
    return false
  }
}
