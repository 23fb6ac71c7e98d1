import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
/** Data flows down this list; imports point up it. The programs stand beside the folders and import any of them. */
const FOLDERS = [
  'language',
  'article',
  'briefing',
  'digest',
  'requests',
  'text',
  'shelf',
  'verify',
  'messages',
  'search',
  'store',
  'library',
  'telegram',
  'delivery',
  'intake',
  'bot',
  'web',
  'app',
]
const CORE = new Set(FOLDERS.slice(0, FOLDERS.indexOf('store')))

type Source = {
  /** From the root, like `src/bot/answer.ts`. */
  readonly path: string
  readonly source: string
  /** What it imports: paths from the root, or the names of packages. */
  readonly imports: readonly string[]
}

const sources = [...sourcesIn('src'), ...sourcesIn('packages')]
const ours = sources.filter(({ path }) => folderOf(path) !== null)

describe('the layout', () => {
  test('every folder has its place in the flow', () => {
    const folders = new Set(ours.map(({ path }) => folderOf(path)))
    expect([...folders].filter((folder) => !FOLDERS.includes(folder ?? ''))).toEqual([])
  })

  test('a file imports its own folder or folders above it', () => {
    const wrong = ours.flatMap(({ path, imports }) =>
      imports
        .filter((target) => isBots(target) && rankOf(target) > rankOf(path))
        .map((target) => `${path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('no files import each other in a circle, types included', () => {
    expect(circles(sources)).toEqual([])
  })

  test('a package imports nothing of the bot, and the bot only what a package exports', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => packageOf(target) !== packageOf(path) && (packageOf(target) !== null || isBots(target)))
        .map((target) => `${path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('no name is exported twice', () => {
    const exported = ours.flatMap(({ source }) => [
      // once a file: an overloaded function is one name
      ...new Set(
        Array.from(
          source.matchAll(/^export (?:async )?(?:function\*?|type|const|class) (\w+)/gm),
          ([, name = '']) => name,
        ),
      ),
    ])
    expect(exported.filter((name, index) => exported.indexOf(name) < index)).toEqual([])
  })

  test('the core has no input, output, clock or environment', () => {
    const outside = /^(?:node:(?!crypto$)|undici|pino|kysely|better-sqlite3|hono|@hono|grammy$|@grammyjs\/runner)/
    const wrong = ours
      .filter(({ path }) => CORE.has(folderOf(path) ?? ''))
      .flatMap(({ path, source, imports }) => [
        ...imports.filter((target) => outside.test(target)).map((target) => `${path} imports ${target}`),
        ...(
          /\bDate\.now\(|new Date\(\)|process\.env|\basync\b|\bawait\b/.exec(
            source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
          ) ?? []
        ).map((word) => `${path} has ${word}`),
      ])
    expect(wrong).toEqual([])
  })
})

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:^|\/)(?:node_modules|tests)\//.test(file))
    .map((file) => {
      const path = join(folder, file)
      const source = readFileSync(join(ROOT, path), 'utf8')
      return { path, source, imports: importsOf(source).map((target) => fromRoot(path, target)) }
    })
}

function importsOf(source: string): readonly string[] {
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), ([, path]) => path ?? '')
}

function fromRoot(path: string, target: string): string {
  return target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), target)) : target
}

/** The folder of the flow that a file stands in; `null` for the programs and for packages. */
function folderOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null
}

function rankOf(path: string): number {
  const folder = folderOf(path)
  return folder === null ? Number.POSITIVE_INFINITY : FOLDERS.indexOf(folder)
}

function packageOf(path: string): string | null {
  return /^packages\/([^/]+)\//.exec(path)?.[1] ?? null
}

function isBots(path: string): boolean {
  return path.startsWith('src/')
}

/** Each circle once, as the files on the way back to its first: Tarjan's strongly connected components would name no way. */
function circles(all: readonly Source[]): readonly string[] {
  const importsByPath = new Map(all.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) found.push([...way.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const target of importsByPath.get(path) ?? []) if (importsByPath.has(target)) visit(target, [...way, path])
    done.add(path)
  }
  for (const { path } of all) visit(path, [])
  return found
}
