import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'rolldown'
import { ROOT } from './fresh.js'

/** What a child process runs is bundled too, and lies beside what starts it; other files are read where they are. */
const files: Plugin = {
  name: 'files',
  transform(code, id) {
    if (id.includes('/node_modules/')) return null
    const children = code.replace(/new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g, (_, name) => {
      this.emitFile({ type: 'chunk', id: join(id, `../${name}.ts`), fileName: `${name}.mjs` })
      // written so that the replacement below leaves it
      return `new URL('./${name}.mjs', import.meta["url"])`
    })
    return children.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
  },
}

/** Imported, it would read its every export, and one of them loads the undici that Node brings along. */
const http: Plugin = {
  name: 'http',
  resolveId: { filter: { id: /^(?:node:)?https?$/ }, handler: (id) => `\0${id.replace(/^(?:node:)?/, '')}.cjs` },
  load: {
    filter: { id: /^\0https?\.cjs$/ },
    handler: (id) => `module.exports = process.getBuiltinModule('node:${id.slice(1, -4)}')`,
  },
}

/** Makes a folder of bundles anew, of source files by their paths, and notes when each source was changed. */
export async function bundle(input: readonly string[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    cwd: ROOT,
    input: [...input],
    platform: 'node',
    // loads a binary that lies beside it
    external: ['better-sqlite3'],
    plugins: [files, http],
    logLevel: 'silent',
  })
  // grammY's errors and contexts are told by their names
  const { output } = await build.write({
    dir: folder,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
    keepNames: true,
  })
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  const own = modules.filter((id) => id.startsWith(ROOT) && !id.includes('/node_modules/'))
  const sources = [...own, join(ROOT, 'node_modules/.package-lock.json')]
  const modified = Object.fromEntries(sources.map((path) => [path, statSync(path).mtimeMs]))
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ root: ROOT, modified }))
}
