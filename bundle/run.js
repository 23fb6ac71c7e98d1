// @ts-check
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { BUNDLE, COMPILED, isFresh } from './fresh.js'

/*
 * Runs a program of src/, `main`, `brief` or `import`: its bundle, or the source itself where that is not what was bundled. This
 * file is JavaScript as reading any TypeScript costs Node more than all that it does.
 */

const [program] = process.argv.splice(2, 1)
// processes that this one starts learn of the cache from the environment
process.env.NODE_COMPILE_CACHE ??= COMPILED
enableCompileCache()
// Node keeps it at the end, which a killed process never comes to
setTimeout(flushCompileCache, 5_000).unref()
await import(isFresh() ? join(BUNDLE, `${program}.mjs`) : `../src/${program}.ts`)
