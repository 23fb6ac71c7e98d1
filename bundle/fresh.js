// @ts-check
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
export const BUNDLE = join(ROOT, 'node_modules/.mujaz/bundle')
/** What Node compiled: it outlives the bundle, most of which is the same when it is made anew. */
export const COMPILED = join(ROOT, 'node_modules/.mujaz/compiled')

/** Whether a folder of bundles was made here, of the sources as they are now. */
export function isFresh(folder = BUNDLE) {
  try {
    /** @type {{ root: string, modified: Record<string, number> }} */
    const { root, modified: bundled } = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
    // it names files by their whole paths: a copy of the project bundles anew
    return root === ROOT && Object.entries(bundled).every(([path, modified]) => statSync(path).mtimeMs === modified)
  } catch {
    return false
  }
}
