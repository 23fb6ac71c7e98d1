import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../../src/library/library.ts'
import { aSlug, aStore } from '../store/a-store.ts'
import { aLibrary, HARBOUR, itemsIn, lineOf, MARKET, NOW, page, slugsIn, until } from './a-library.ts'

test('a refresh adds, updates and removes articles as their files do', async () => {
  const { library, store, write, remove } = await aLibrary({ 'harbour.md': HARBOUR })
  // hears of its own changes, too, and then reads an article again
  await store.changes.look()
  const [harbour] = await itemsIn(library)
  await write('market.md', MARKET)
  await library.refresh()
  expect(await slugsIn(library)).toEqual(['harbour', 'market'])
  expect((await library.archive.bySlug('market'))?.number).toBeGreaterThan(harbour?.number ?? 0)
  // what has not changed is the same value still: it was not briefed again
  expect(await library.archive.bySlug('harbour')).toBe(harbour)
  await write('harbour.md', HARBOUR.replace('صباح السبت', 'صباح الأحد'))
  await remove('market.md')
  await library.refresh()
  expect(await itemsIn(library)).toMatchObject([{ slug: 'harbour', number: harbour?.number }])
  expect(await lineOf(library, 'harbour')).not.toContain('السبت')
})

test('a file that breaks leaves its article as it was, and is logged once', async () => {
  const { library, write, warnings } = await aLibrary({ 'harbour.md': HARBOUR, 'market.md': MARKET })
  await write('harbour.md', '---\ntitle: [\n---\n')
  await library.refresh()
  await library.refresh()
  expect(await slugsIn(library)).toEqual(['harbour', 'market'])
  expect(warnings).toEqual([expect.stringMatching(/^harbour\.md: .*stays as it was$/)])
  await write('harbour.md', HARBOUR)
  await library.refresh()
  expect(warnings).toHaveLength(1)
})

test('an unreadable folder leaves all articles as they were', async () => {
  const { library, dir, warnings } = await aLibrary({ 'harbour.md': HARBOUR })
  await rm(dir, { recursive: true })
  await library.refresh()
  expect(await slugsIn(library)).toEqual(['harbour'])
  expect(warnings).toEqual([expect.stringContaining("can't be read: ENOENT")])
})

test('watching finds changes, many at once as one', async () => {
  const { library, write } = await aLibrary({ 'harbour.md': HARBOUR })
  library.watch()
  for (let count = 0; count < 20; count += 1) await write('market.md', MARKET.slice(0, 40 + count * 10))
  await write('market.md', MARKET)
  await until(async () => (await slugsIn(library)).some((slug) => slug === 'market'))
  await write('harbour.md', HARBOUR.replace('السفن', 'الزوارق'))
  await until(async () => (await lineOf(library, 'harbour')).includes('الزوارق'))
  await library.close()
  await write('late.md', page('late', 'خبر متأخر', 'جاء هذا الخبر متأخرًا.'))
  await sleep(600)
  expect(await slugsIn(library)).not.toContain('late')
})

test('a file that is being written waits, however it pauses, and holds up no other', async () => {
  const { library, write } = await aLibrary({ 'harbour.md': HARBOUR }, 1_000)
  const long = page('market', 'السوق القديم يعود', 'عاد السوق القديم إلى العمل.', 'وجاء الزوار من كل مكان.')
  const lengths: number[] = []
  const blocks = async () => (await library.archive.bySlug('market'))?.briefing.article.blocks ?? []
  const read = async () => void lengths.push((await blocks()).length)
  library.watch()
  await write('market.md', long.slice(0, -30))
  await write('third.md', page('third', 'خبر ثالث', 'جاء هذا الخبر في الأثناء.'))
  let length = long.length - 30
  const writing = setInterval(() => {
    length += 1
    if (length < long.length) void write('market.md', long.slice(0, length))
    else clearInterval(writing)
  }, 200)
  onTestFinished(() => clearInterval(writing))
  await until(async () => {
    await read()
    return (await slugsIn(library)).some((slug) => slug === 'third')
  })
  expect(await slugsIn(library)).not.toContain('market')
  await until(async () => {
    await read()
    return (await slugsIn(library)).some((slug) => slug === 'market')
  }, 15_000)
  expect((await blocks()).at(-1)?.text).toBe('وجاء الزوار من كل مكان.')
  expect(new Set(lengths)).toEqual(new Set([0, 2]))
})

test('at the start all is on hand at once; texts are compared only when their files are still', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const options = { dir, store: await aStore(), now: () => NOW, log: pino({ level: 'silent' }), stillMs: 200 }
  await writeFile(join(dir, 'harbour.md'), HARBOUR.replace('السبت', 'الأحد'))
  await (await openLibrary(options)).close()
  await writeFile(join(dir, 'harbour.md'), HARBOUR)
  const stillFor: number[] = []
  const library = await openLibrary({
    ...options,
    loaded: async ([one]) => {
      stillFor.push(one?.stillForMs ?? -1)
      return (one?.stillForMs ?? 0) < 200 ? [aSlug('harbour')] : []
    },
  })
  onTestFinished(library.close)
  expect(await slugsIn(library)).toEqual(['harbour'])
  expect(stillFor).toEqual([0])
  library.watch()
  await until(() => (stillFor.at(-1) ?? 0) >= 200)
})

test('no unusable file keeps the others off the shelf, at the start and later', async () => {
  const circular = '---\nslug: circular\ntitle: &a [*a]\n---\n\nنص\n'
  const { library, dir, write, warnings } = await aLibrary({ 'circular.md': circular, 'harbour.md': HARBOUR })
  expect(await slugsIn(library)).toEqual(['harbour'])
  execFileSync('mkfifo', [join(dir, 'pipe.md')])
  await symlink('/dev/zero', join(dir, 'zero.txt'))
  await write('circular-too.md', circular.replace('title: &a [*a]', 'related: &a [{ title: *a }]'))
  await write('market.md', MARKET)
  await library.refresh()
  expect((await slugsIn(library)).toSorted()).toEqual(['harbour', 'market'])
  expect(warnings.map((line) => line.split(':')[0])).toEqual(['circular.md', 'circular-too.md', 'pipe.md', 'zero.txt'])
})

test('a change leaves other articles as they are, and a related title follows its article', async () => {
  const others = Array.from({ length: 30 }, (_, index) => [`m${index}.md`, MARKET.replace('market', `m${index}`)])
  const linked = HARBOUR.replace('language: ar', 'language: ar\nrelated: [m3]')
  const { library, write } = await aLibrary({ ...Object.fromEntries(others), 'harbour.md': linked })
  const written = async () => new Map((await itemsIn(library)).map((item) => [item.slug, JSON.stringify(item)]))
  const before = await written()
  await write('m7.md', MARKET.replace('market', 'm7').replace('شهور', 'سنوات'))
  await library.refresh()
  const changed = [...(await written())].filter(([slug, item]) => before.get(slug) !== item)
  expect(changed.map(([slug]) => slug)).toEqual(['m7'])
  await write('m3.md', MARKET.replace('market', 'm3').replace('السوق القديم يعود', 'السوق الكبير يعود'))
  await library.refresh()
  expect((await library.archive.bySlug('harbour'))?.briefing.related[0]?.title).toBe('السوق الكبير يعود')
})
