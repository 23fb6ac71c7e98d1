import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { type Library, openLibrary } from '../../src/library/library.ts'
import { aStore } from '../store/a-store.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

function page(slug: string, title: string, ...paragraphs: readonly string[]): string {
  return `---\ntitle: ${title}\nslug: ${slug}\nlanguage: ar\npublished: 2026-02-01\n---\n\n${paragraphs.join('\n\n')}\n`
}

const HARBOUR = page('harbour', 'الميناء يفتح أبوابه', 'فتح الميناء أبوابه صباح السبت أمام السفن.')
const MARKET = page('market', 'السوق القديم يعود', 'عاد السوق القديم إلى العمل بعد شهور من الترميم.')

/** A library over files in a folder of its own, with the lines that the operator was told. */
async function aLibrary(files: Readonly<Record<string, string>>) {
  const dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const write = (name: string, text: string) => writeFile(join(dir, name), text)
  for (const [name, text] of Object.entries(files)) await write(name, text)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
  const library = await openLibrary({ dir, store: await aStore(), now: () => NOW, log })
  return { library, dir, write, remove: (name: string) => rm(join(dir, name)), warnings }
}

const slugsIn = (library: Library): readonly string[] => library.shelf().items.map(({ slug }) => slug)

async function until(isSo: () => boolean, timeoutMs = 5000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !isSo(); await sleep(20)) {
    if (Date.now() > end) throw new Error('it did not come about')
  }
}

test('files that come, change and go are on hand, changed and gone after a refresh', async () => {
  const { library, write, remove } = await aLibrary({ 'harbour.md': HARBOUR })
  const [harbour] = library.shelf().items
  await write('market.md', MARKET)
  await library.refresh()
  expect(slugsIn(library)).toEqual(['harbour', 'market'])
  const newest = library.shelf().bySlug.get('market')
  expect(newest?.number).toBeGreaterThan(harbour?.number ?? 0)
  // what has not changed is the same value still: it was not briefed again
  expect(library.shelf().bySlug.get('harbour')?.briefing).toBe(harbour?.briefing)
  await write('harbour.md', HARBOUR.replace('صباح السبت', 'صباح الأحد'))
  await remove('market.md')
  await library.refresh()
  expect(slugsIn(library)).toEqual(['harbour'])
  expect(library.shelf().items[0]).toMatchObject({ number: harbour?.number })
  expect(library.shelf().items[0]?.briefing.summary.line).not.toContain('السبت')
})

test('a file that breaks leaves its article as it was, and is said once', async () => {
  const { library, write, warnings } = await aLibrary({ 'harbour.md': HARBOUR, 'market.md': MARKET })
  await write('harbour.md', '---\ntitle: [\n---\n')
  await library.refresh()
  await library.refresh()
  expect(slugsIn(library)).toEqual(['harbour', 'market'])
  expect(warnings).toEqual([expect.stringMatching(/^harbour\.md: .*stays as it was$/)])
  await write('harbour.md', HARBOUR)
  await library.refresh()
  expect(warnings).toHaveLength(1)
})

test('a folder that can’t be read leaves all as it was', async () => {
  const { library, dir, warnings } = await aLibrary({ 'harbour.md': HARBOUR })
  await rm(dir, { recursive: true })
  await library.refresh()
  expect(slugsIn(library)).toEqual(['harbour'])
  expect(warnings).toEqual([expect.stringContaining("can't be read: ENOENT")])
})

test('changes are noticed by itself, many at once as one', async () => {
  const { library, write } = await aLibrary({ 'harbour.md': HARBOUR })
  const watch = library.watch()
  for (let count = 0; count < 20; count += 1) await write('market.md', MARKET.slice(0, 40 + count * 10))
  await write('market.md', MARKET)
  await until(() => slugsIn(library).includes('market'))
  await write('harbour.md', HARBOUR.replace('السفن', 'الزوارق'))
  await until(() => library.shelf().bySlug.get('harbour')?.briefing.summary.line.includes('الزوارق') === true)
  await watch.stop()
  await write('late.md', page('late', 'خبر متأخر', 'جاء هذا الخبر متأخرًا.'))
  await sleep(600)
  expect(slugsIn(library)).not.toContain('late')
})
