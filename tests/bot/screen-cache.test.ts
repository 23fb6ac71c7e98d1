import { expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import type { Slug } from '../../src/article/article.ts'
import type { Key } from '../../src/article/key.ts'
import { createArchiveCache } from '../../src/bot/archive-cache.ts'
import { createScreenCache } from '../../src/bot/screen-cache.ts'
import type { Screen } from '../../src/messages/buttons/press.ts'
import type { View } from '../../src/messages/view.ts'
import { isRich, type Shown } from '../../src/text/message.ts'
import { createShelf } from '../a-shelf.ts'
import { aBriefing, anArticle } from '../an-article.ts'
import { createListArchive } from '../list-archive.ts'

const HELP = { screen: { view: 'help' }, trail: [] } as const

function aView(change: Partial<View['audience']> = {}, wording = readWordings()('ar')): View {
  return { wording, audience: { kind: 'private', botUsername: 'mujaz_bot', ...change } }
}

function aShelf(title: string) {
  const article = anArticle({ slug: 'x' as Slug, title: { text: title, derived: false } })
  return createShelf([{ number: 1, briefing: aBriefing({ article }) }])
}

function textOf(shown: Shown): string {
  return isRich(shown) ? shown.classic.text : shown.text
}

test('a screen is made once until the archive changes', async () => {
  let shelf = aShelf('قبل')
  const screens = createScreenCache(createListArchive(() => shelf))
  const make = () => screens.make(HELP, { view: aView(), isRich: false })
  const first = await make()
  expect(await make()).toBe(first)
  expect(textOf(first.whole)).toContain('قبل')
  shelf = aShelf('بعد')
  expect(textOf((await make()).whole)).toContain('بعد')
})

test('a screen that many ask for at once is made once', async () => {
  let made = 0
  const cached = createArchiveCache<number>({ version: () => 1 }, 1000)
  const ask = () => cached('a', async () => ++made)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  const fails = () => cached('b', async () => Promise.reject(new Error('no')))
  await expect(Promise.allSettled([fails(), fails()])).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  expect(await cached('b', async () => 7)).toBe(7)
})

test('a screen is not cached when the archive changes while it is made', async () => {
  let shelf = aShelf('قبل')
  const screens = createScreenCache(createListArchive(() => shelf))
  const make = () => screens.make(HELP, { view: aView(), isRich: false })
  const making = make()
  shelf = aShelf('بعد')
  await making
  expect(textOf((await make()).whole)).toContain('بعد')
})

test('each language, kind of digits, kind of chat and way of reading has its own screen', async () => {
  const shelf = aShelf('عنوان')
  const screens = createScreenCache(createListArchive(() => shelf))
  const article = shelf.items[0]?.key ?? ('' as never)
  const wordings = readWordings()
  const sites = [
    { view: aView(), isRich: false },
    { view: aView({}, wordings('ar', 'arab')), isRich: false },
    { view: aView({}, wordings('en')), isRich: false },
    { view: aView({ kind: 'group' }), isRich: false },
    { view: aView({ kind: 'channel' }), isRich: false },
    { view: aView(), isRich: true },
  ]
  const make = () =>
    Promise.all(sites.map((site) => screens.make({ screen: { view: 'read', article, page: 0 }, trail: [] }, site)))
  const made = await make()
  expect(new Set(made).size).toBe(sites.length)
  for (const [at, again] of (await make()).entries()) expect(again).toBe(made[at])
})

test('a command is answered short in a group, and whole elsewhere', async () => {
  const shelf = aShelf('عنوان')
  const screens = createScreenCache(createListArchive(() => shelf))
  const article = shelf.items[0]?.key ?? ('' as never)
  const make = (kind: View['audience']['kind']) =>
    screens.make({ screen: { view: 'summary', article, page: 0 }, trail: [] }, { view: aView({ kind }), isRich: false })
  const inGroup = await make('group')
  expect(JSON.stringify(inGroup.answer.keyboard)).toContain('افتح في الخاص')
  expect(JSON.stringify(inGroup.whole.keyboard)).not.toContain('افتح في الخاص')
  const inPrivate = await make('private')
  expect(inPrivate.answer).toBe(inPrivate.whole)
})

test('a screen leads back to where its reader came from, and nobody else’s reader there', async () => {
  const shelf = aShelf('عنوان')
  const screens = createScreenCache(createListArchive(() => shelf))
  const article = shelf.items[0]?.key ?? ('' as never)
  const query = 'aaaaaaaa' as Key
  const make = (trail: readonly Screen[]) =>
    screens.make({ screen: { view: 'front', article }, trail }, { view: aView(), isRich: false })
  const backFrom = async (trail: readonly Screen[]) => {
    const labels = (await make(trail)).whole.keyboard.flat().map(({ text }) => text)
    return labels.filter((label) => label.startsWith('العودة'))
  }
  expect(await backFrom([{ view: 'search', query, page: 0 }])).toEqual(['العودة إلى النتائج'])
  expect(await backFrom([{ view: 'saved', page: 0 }])).toEqual(['العودة إلى محفوظاتك'])
  expect(await backFrom([])).toEqual([])
})
