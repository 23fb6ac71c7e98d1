import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/briefing/engine-version.ts'
import { type Library, type LibraryOptions, type LoadedBriefing, openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/store/store.ts'
import { aDirectory, aSlug, aStore } from '../store/a-store.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

function page(slug: string, title: string, ...paragraphs: readonly string[]): string {
  return `---\ntitle: ${title}\nslug: ${slug}\nlanguage: ar\npublished: 2026-02-01\n---\n\n${paragraphs.join('\n\n')}\n`
}

const HARBOUR = page('harbour', 'الميناء يفتح أبوابه', 'فتح الميناء أبوابه صباح السبت أمام السفن.')
const MARKET = page('market', 'السوق القديم يعود', 'عاد السوق القديم إلى العمل بعد شهور من الترميم.')

/** A library over files in a folder of its own, with the lines that the operator was told. */
async function aLibrary(files: Readonly<Record<string, string>>, stillMs = 0) {
  const dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const write = (name: string, text: string) => writeFile(join(dir, name), text)
  for (const [name, text] of Object.entries(files)) await write(name, text)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
  const library = await openLibrary({ dir, store: await aStore(), now: () => NOW, log, stillMs })
  onTestFinished(library.close)
  return { library, dir, write, remove: (name: string) => rm(join(dir, name)), warnings }
}

const itemsIn = ({ archive }: Library) => archive.newest({ offset: 0, limit: 1_000 })
const slugsIn = async (library: Library) => (await itemsIn(library)).map(({ slug }) => slug)
const lineOf = async ({ archive }: Library, slug: string) => (await archive.bySlug(slug))?.briefing.summary.line ?? ''

async function until(isSo: () => boolean | Promise<boolean>, timeoutMs = 5000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await isSo()); await sleep(20)) {
    if (Date.now() > end) throw new Error('it did not come about')
  }
}

test('a refresh adds, updates and removes articles as their files do', async () => {
  const { library, write, remove } = await aLibrary({ 'harbour.md': HARBOUR })
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
  await writeFile(join(dir, 'harbour.md'), HARBOUR)
  const stillFor: number[] = []
  const library = await openLibrary({
    ...{ dir, store: await aStore(), now: () => NOW, log: pino({ level: 'silent' }), stillMs: 200 },
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

/** A folder with a store beside it, and libraries over both, as after restarts. */
async function aFolder(files: Readonly<Record<string, string>>) {
  const dir = await aDirectory()
  const directory = await aDirectory()
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
  const start = async (change: Partial<LibraryOptions> = {}, engine = ENGINE_VERSION) => {
    const warnings: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
    const store = await openStore({ directory }, engine)
    const library = await openLibrary({ dir, store, now: () => NOW, log, stillMs: 0, ...change })
    const close = async () => {
      await library.close()
      await store.close()
    }
    onTestFinished(close)
    return { library, store, warnings, close }
  }
  return { dir, start, write: (name: string, text: string) => writeFile(join(dir, name), text) }
}

test('a restart reads only changed files, and logs problems again', async () => {
  const { start, write } = await aFolder({ 'harbour.md': HARBOUR, 'market.md': MARKET, 'broken.md': '---\nنص بلا صدر' })
  const first = await start()
  const versions = first.library.archive.version()
  expect(versions).toBeGreaterThan(0)
  await first.close()
  const second = await start()
  expect(second.library.archive.version()).toBe(0)
  expect(second.warnings).toEqual(first.warnings)
  expect((await slugsIn(second.library)).toSorted()).toEqual(['harbour', 'market'])
  await second.close()
  await write('market.md', MARKET.replace('شهور', 'سنوات'))
  const third = await start()
  expect((await third.library.archive.bySlug('market'))?.briefing.summary.line).toContain('سنوات')
})

test('a newer engine briefs every file anew, under the same numbers', async () => {
  const { start } = await aFolder({ 'harbour.md': HARBOUR, 'market.md': MARKET })
  const old = await start()
  const before = await old.library.archive.bySlugs(['harbour', 'market'])
  await old.close()
  const { library, store } = await start({}, ENGINE_VERSION + 1)
  expect(library.archive.version()).toBeGreaterThan(0)
  const after = await library.archive.bySlugs(['harbour', 'market'])
  expect(after.map(({ number, briefing }) => [number, briefing])).toEqual(
    before.map(({ number, briefing }) => [number, briefing]),
  )
  expect((await store.files.known(['harbour.md', 'market.md'])).filter(({ isOutdated }) => isOutdated)).toEqual([])
})

test('of two files with one slug the first is used, and the other when the first is deleted', async () => {
  const twin = MARKET.replace('شهور', 'سنوات')
  const { library, remove, warnings } = await aLibrary({ 'a.md': MARKET, 'b.md': twin })
  expect(warnings).toEqual([expect.stringMatching(/^b\.md: the slug market is already that of a\.md/)])
  expect((await library.archive.bySlug('market'))?.briefing.summary.line).toContain('شهور')
  await remove('a.md')
  await library.refresh()
  expect((await library.archive.bySlug('market'))?.briefing.summary.line).toContain('سنوات')
  expect(await library.archive.count()).toBe(1)
})

test('texts not yet compared with their former texts are given again after a restart', async () => {
  const { start } = await aFolder({ 'harbour.md': HARBOUR })
  const told: string[] = []
  const waits = async (loaded: readonly LoadedBriefing[]) => {
    told.push(...loaded.map(({ briefing }) => briefing.article.slug))
    return told.length < 2 ? [aSlug('harbour')] : []
  }
  await (await start({ loaded: waits })).close()
  await (await start({ loaded: waits })).close()
  await start({ loaded: waits })
  expect(told).toEqual(['harbour', 'harbour'])
})

test('many files are numbered and on hand, and a title that comes later is named', async () => {
  const many = Array.from({ length: 60 }, (_, index) => [`m${index}.md`, MARKET.replace('market', `m${index}`)])
  const linked = HARBOUR.replace('language: ar', 'language: ar\nrelated: [late]')
  const { start, write } = await aFolder({ ...Object.fromEntries(many), 'harbour.md': linked })
  const { library, warnings } = await start()
  await library.refresh()
  expect(await library.archive.count()).toBe(61)
  expect((await library.archive.bySlug('harbour'))?.briefing.related).toEqual([])
  expect(warnings).toEqual([expect.stringContaining('harbour: its related late is no article')])
  await write('late.md', page('late', 'خبر متأخر', 'جاء هذا الخبر متأخرًا.'))
  await library.refresh()
  expect((await library.archive.bySlug('harbour'))?.briefing.related[0]?.title).toBe('خبر متأخر')
})

test('a draft, an article dated to come and a page in doubt are not on hand, and one line says so', async () => {
  const { library, write, warnings } = await aLibrary({ 'harbour.md': HARBOUR })
  await write('market.md', MARKET.replace('language: ar', 'language: ar\ndraft: true'))
  await write('late.md', page('late', 'خبر متأخر', 'جاء هذا الخبر متأخرًا.').replace('2026-02-01', '2099-01-01'))
  await write('copied.txt', 'عاد السوق القديم إلى العمل بعد شهور من الترميم.')
  await library.refresh()
  expect(await slugsIn(library)).toEqual(['harbour'])
  expect(await library.archive.count()).toBe(1)
  expect(warnings).toEqual([expect.stringMatching(/^held until an owner decides .*: copied, late, market$/)])
})

test('what is under embargo comes at its minute, as the last to arrive, and not earlier by a clock that was set', async () => {
  const at = Date.parse('2026-03-01T12:00:02Z')
  const due = `language: ar\npublish_at: ${new Date(at).toISOString()}`
  let now = NOW
  const { start, write } = await aFolder({ 'market.md': MARKET.replace('language: ar', due) })
  const first = await start({ now: () => now })
  await write('harbour.md', HARBOUR)
  await first.library.refresh()
  now = new Date(at - 3_600_000)
  await first.library.refresh()
  expect(await slugsIn(first.library)).toEqual(['harbour'])
  await first.close()
  now = new Date(at)
  const second = await start({ now: () => now })
  const [market, harbour] = await second.library.archive.bySlugs(['market', 'harbour'])
  expect(market?.number).toBeGreaterThan(harbour?.number ?? Number.POSITIVE_INFINITY)
})

test('decisions and fixes hold over a restart and a newer engine', async () => {
  const { start } = await aFolder({ 'harbour.md': HARBOUR, 'market.md': MARKET })
  const first = await start()
  await first.store.held.fix(aSlug('harbour'), { kind: 'title', quote: '', words: 'عنوان المحرّر' })
  await first.store.held.decide(aSlug('market'), 'withdraw', NOW.getTime())
  expect(await slugsIn(first.library)).toEqual(['harbour'])
  await first.library.readAsked()
  await first.close()
  const second = await start({}, ENGINE_VERSION + 1)
  await second.library.refresh()
  expect(await slugsIn(second.library)).toEqual(['harbour'])
  expect((await second.library.archive.bySlug('harbour'))?.briefing).toMatchObject({
    article: { title: { text: 'عنوان المحرّر', derived: false } },
    edited: ['title'],
  })
  await second.store.held.decide(aSlug('market'), 'publish', NOW.getTime())
  await second.library.readAsked()
  expect((await slugsIn(second.library)).toSorted()).toEqual(['harbour', 'market'])
})
