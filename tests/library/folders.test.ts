import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { isWhole, mapFew } from '../../src/library/folder-files.ts'
import { openLibrary } from '../../src/library/library.ts'
import { aStore } from '../store/a-store.ts'

function file(slug: string, words = 'فتح الميناء أبوابه صباح السبت أمام السفن.'): string {
  return `---\ntitle: خبر ${slug}\nslug: ${slug}\nlanguage: ar\n---\n\n${words}\n`
}

/** A library over a folder and one of imports, whose files count once they were still for a minute. */
async function aLibrary(files: Readonly<Record<string, string>>, stillMs = 60_000) {
  const root = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const write = async (name: string, text: string) => {
    await mkdir(join(root, name, '..'), { recursive: true })
    await writeFile(join(root, name), text)
  }
  await mkdir(join(root, 'content'))
  await mkdir(join(root, 'imported'))
  for (const [name, text] of Object.entries(files)) await write(name, text)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
  const roots = { dir: join(root, 'content'), importedDir: join(root, 'imported') }
  const store = await aStore()
  const library = await openLibrary({ ...roots, store, now: () => new Date(), log, stillMs })
  onTestFinished(library.close)
  const slugs = async () => (await library.archive.newest({ offset: 0, limit: 100 })).map(({ slug }) => slug).toSorted()
  return { root, library, store, warnings, write, slugs }
}

test('both roots and their folders are read; a name in the second begins with imported/', async () => {
  const { store, slugs, library, root, warnings } = await aLibrary({
    'content/one.md': file('one'),
    'content/2026/11/two.md': file('two'),
    'imported/three.md': file('three'),
    'content/.git/four.md': file('four'),
  })
  expect(await slugs()).toEqual(['one', 'three', 'two'])
  const known = await store.files.known(['one.md', '2026/11/two.md', 'imported/three.md'])
  expect(known.map(({ name }) => name)).toHaveLength(3)
  await rm(join(root, 'content/2026'), { recursive: true })
  await sleep(1)
  await library.refresh()
  expect(warnings).toEqual([])
})

test('a folder that would hide the imports, or lies too deep, is refused with a line; a link to a folder is not followed', async () => {
  const { slugs, warnings, root, library } = await aLibrary({
    'content/one.md': file('one'),
    'content/imported/two.md': file('two'),
    'content/a/b/c/d/e/f/g/h/i/three.md': file('three'),
  })
  expect(await slugs()).toEqual(['one'])
  expect(warnings.join('\n')).toMatch(/folder imported is not read.*rename it/)
  expect(warnings.join('\n')).toMatch(/more than 8 folders deep: move it up/)
  await symlink(join(root, 'content'), join(root, 'content', 'circle'))
  await library.refresh()
  expect(await slugs()).toEqual(['one'])
})

test('a file that was renamed in counts at once, one that is being written waits', async () => {
  const { root, slugs, write, library } = await aLibrary({ 'content/one.md': file('one') })
  library.watch()
  await write('content/written.md', file('written'))
  await write('beside.tmp', file('whole'))
  // a later tick of the file system's clock
  await sleep(50)
  await rename(join(root, 'beside.tmp'), join(root, 'content/whole.md'))
  await write('imported/brought.md', file('brought'))
  await expect.poll(slugs, { timeout: 20_000 }).toEqual(['brought', 'one', 'whole'])
})

test.each([
  ['a.md', '120 1000 1000 7', false],
  ['a.md', '120 1000 2000 7', true],
  // a place that was taken for an upload
  ['a.md', '0 1000 2000 7', false],
  ['imported/a.md', '120 1000 1000 7', true],
  ['imported/a.md', 'gone', false],
])('%s with %s is whole: %s', (name, signature, expected) => {
  expect(isWhole({ name, signature })).toBe(expected)
})

test('however many files there are, a few are open at a time', async () => {
  let [open, most] = [0, 0]
  const names = await mapFew(
    Array.from({ length: 500 }, (_, at) => at),
    16,
    async (at) => {
      open += 1
      most = Math.max(most, open)
      await new Promise((resolve) => setImmediate(resolve))
      open -= 1
      return `${at}`
    },
  )
  expect(names).toEqual(Array.from({ length: 500 }, (_, at) => `${at}`))
  expect(most).toBe(16)
})
