import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

/**
 * Says in which fields the briefings of two checkouts differ, over all files of a folder:
 * `node eval/compare-output.ts OTHER_CHECKOUT [FOLDER]`. Exits with 1 where any does. The folder is the corpus by default.
 */
function main([other, folder = resolve(import.meta.dirname, '../../shared/corpus')]: readonly string[]): number {
  if (other === undefined) {
    process.stderr.write('name the checkout to compare with: node eval/compare-output.ts ../before [FOLDER]\n')
    return 2
  }
  const files = readdirSync(folder).sort()
  const before = briefAll(resolve(other), folder, files)
  const after = briefAll(resolve(import.meta.dirname, '..'), folder, files)
  const counts = new Map<string, number>()
  for (const [index, file] of files.entries()) {
    for (const { path, was, is } of differences(before[index], after[index], '')) {
      const field = path.replace(/\[\d+\]/g, '[]')
      counts.set(field, (counts.get(field) ?? 0) + 1)
      process.stdout.write(`${file} ${path}\n  - ${JSON.stringify(was)}\n  + ${JSON.stringify(is)}\n`)
    }
  }
  const total = [...counts].sort((left, right) => right[1] - left[1]).map(([field, count]) => `${count} ${field}`)
  process.stdout.write(`${files.length} files; different: ${total.length === 0 ? 'nothing' : total.join(', ')}\n`)
  return counts.size === 0 ? 0 : 1
}

/** `null` for a file that has no briefing. Each checkout runs its own code, in batches that fit a command line. */
function briefAll(checkout: string, folder: string, files: readonly string[]): readonly unknown[] {
  const briefings = new Map<string, unknown>()
  for (let from = 0; from < files.length; from += 300) {
    const paths = files.slice(from, from + 300).map((file) => join(folder, file))
    const output = execFileSync('node', ['src/brief.ts', '--json', ...paths], {
      cwd: checkout,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    })
    for (const line of output.split('\n').filter((line) => line !== '')) {
      const briefing: { readonly file: string } = JSON.parse(line)
      briefings.set(briefing.file, briefing)
    }
  }
  return files.map((file) => briefings.get(join(folder, file)) ?? null)
}

type Difference = { readonly path: string; readonly was: unknown; readonly is: unknown }

/** Lists are compared as a whole where their lengths differ, else item by item. */
function differences(was: unknown, is: unknown, path: string): readonly Difference[] {
  if (isDeepStrictEqual(was, is)) return []
  if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
    return was.flatMap((item, index) => differences(item, is[index], `${path}[${index}]`))
  }
  if (isRecord(was) && isRecord(is)) {
    return Object.keys({ ...was, ...is }).flatMap((key) =>
      differences(was[key], is[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return [{ path, was, is }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

process.exitCode = main(process.argv.slice(2))
