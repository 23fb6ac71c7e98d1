import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** A program whose source says `source` and whose bundle says `bundle`, with what it was asked. */
function aProgram() {
  const root = mkdtempSync(join(tmpdir(), 'mujaz-run-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const bundle = join(root, 'node_modules/.mujaz/bundle')
  for (const folder of ['src', bundle]) mkdirSync(resolve(root, folder), { recursive: true })
  cpSync(resolve(import.meta.dirname, '../bundle'), join(root, 'bundle'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  const source = join(root, 'src/brief.ts')
  writeFileSync(source, "process.stdout.write('source ' + process.argv.slice(2).join() satisfies string)")
  writeFileSync(join(bundle, 'brief.mjs'), "process.stdout.write('bundle ' + process.argv.slice(2).join())")
  writeFileSync(
    join(bundle, 'sources.json'),
    JSON.stringify({ root, modified: { [source]: statSync(source).mtimeMs } }),
  )
  const run = () =>
    spawnSync(process.execPath, [join(root, 'bundle/run.js'), 'brief', 'a', 'b'], { encoding: 'utf8' }).stdout
  return { root, bundle, source, run }
}

test('the bundle runs while its sources are as they were, and is told no more than the source', () => {
  const { run } = aProgram()
  expect(run()).toBe('bundle a,b')
})

test.each([
  ['newer', (source: string) => utimesSync(source, new Date(), new Date(Date.now() + 5_000))],
  ['older', (source: string) => utimesSync(source, new Date(), new Date(Date.now() - 86_400_000))],
])('a source that became %s runs itself', (_, change) => {
  const { run, source } = aProgram()
  change(source)
  expect(run()).toBe('source a,b')
})

test('a copy of the project runs its own source', () => {
  const { root } = aProgram()
  const copy = mkdtempSync(join(tmpdir(), 'mujaz-run-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  cpSync(root, copy, { recursive: true, preserveTimestamps: true })
  const { stdout } = spawnSync(process.execPath, [join(copy, 'bundle/run.js'), 'brief', 'a'], { encoding: 'utf8' })
  expect(stdout).toBe('source a')
})

test('what was never bundled, or only in part, runs from its source', () => {
  const { run, bundle } = aProgram()
  rmSync(join(bundle, 'sources.json'))
  expect(run()).toBe('source a,b')
  rmSync(bundle, { recursive: true })
  expect(run()).toBe('source a,b')
})
