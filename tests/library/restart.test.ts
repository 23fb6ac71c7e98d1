import { expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/briefing/engine-version.ts'
import type { LoadedBriefing } from '../../src/library/library.ts'
import { aSlug } from '../store/a-store.ts'
import { aFolder, aLibrary, HARBOUR, MARKET, NOW, page, slugsIn } from './a-library.ts'

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
  const { start, write } = await aFolder({ 'harbour.md': HARBOUR })
  await (await start()).close()
  await write('harbour.md', HARBOUR.replace('السبت', 'الأحد'))
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
