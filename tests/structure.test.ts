import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')
/** Data flows down this list; imports point up it. */
const FOLDERS = [
  'language',
  'article',
  'briefing',
  'digest',
  'requests',
  'text',
  'shelf',
  'messages',
  'search',
  'store',
  'library',
  'telegram',
  'delivery',
  'bot',
  'web',
  'app',
]
const CORE = new Set(FOLDERS.slice(0, FOLDERS.indexOf('store')))

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    folder: file.includes('/') ? (file.split('/')[0] ?? '') : '',
    source: readFileSync(join(SRC, file), 'utf8'),
  }))

describe('the layout', () => {
  test('every folder has its place in the flow', () => {
    const folders = new Set(files.map(({ folder }) => folder).filter((folder) => folder !== ''))
    expect([...folders].filter((folder) => !FOLDERS.includes(folder))).toEqual([])
  })

  test('a file imports its own folder or folders above it', () => {
    const wrong = files
      .filter(({ folder }) => folder !== '')
      .flatMap(({ file, folder, source }) =>
        importsOf(source)
          .filter((path) => path.startsWith('.'))
          .map((path) => relative(SRC, resolve(SRC, dirname(file), path)).split('/')[0] ?? '')
          .filter((target) => FOLDERS.indexOf(target) > FOLDERS.indexOf(folder) || !FOLDERS.includes(target))
          .map((target) => `${file} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('the core has no input, output, clock or environment', () => {
    const outside = /^(?:node:(?!crypto$)|undici|pino|kysely|better-sqlite3|hono|@hono)/
    const wrong = files
      .filter(({ folder }) => CORE.has(folder))
      .flatMap(({ file, source }) => [
        ...importsOf(source)
          .filter((path) => outside.test(path))
          .map((path) => `${file} imports ${path}`),
        ...(
          /\bDate\.now\(|new Date\(\)|process\.env|\basync\b|\bawait\b/.exec(
            source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
          ) ?? []
        ).map((word) => `${file} has ${word}`),
      ])
    expect(wrong).toEqual([])
  })
})

function importsOf(source: string): readonly string[] {
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), ([, path]) => path ?? '')
}
