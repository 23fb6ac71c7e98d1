import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readFeed } from '../src/article/feed.ts'
import { originOfUpdate } from '../src/bot/update-origin.ts'
import { parseChange } from '../src/digest/parse-change.ts'
import { listFolders } from '../src/library/folder-files.ts'
import { readUpdate } from '../src/telegram/read-update.ts'
import { aDirectory } from './store/a-store.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** Of the table of limits: its number, and the name and file of the constant. */
const ROWS = Array.from(
  readFileSync(join(ROOT, 'docs/operations.md'), 'utf8').matchAll(
    /^\|.*\| ([\d,]+)(?: \w+)? \| `(\w+)` in (\S+) \| tests\//gm,
  ),
  ([, most = '', name = '', source = '']) => ({ most, name, source }),
)

test('the table of limits is of the source', () => {
  expect(ROWS.length).toBeGreaterThan(30)
  const wrong = ROWS.filter(({ most, name, source }) => {
    const [, value = ''] =
      new RegExp(`\\b${name}(?: =|:) ([\\d_ *]+)`).exec(readFileSync(join(ROOT, source), 'utf8')) ?? []
    const number = value.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
    return number !== Number(most.replaceAll(',', ''))
  })
  expect(wrong).toEqual([])
})

test('a person has 30 places in the queue, a group 60', () => {
  const person = { id: 7, is_bot: false, first_name: 'ليلى' }
  const group = { id: -9, type: 'group' as const, title: 'المجلس' }
  const message = { message_id: 1, date: 0, from: person, chat: group, text: 'سلام' }
  expect(originOfUpdate({ update_id: 1, message } as never).sources).toEqual([
    { id: -9, most: 60 },
    { id: 7, most: 30 },
  ])
})

test('a text of an update has 100,000 units at most', () => {
  const update = (length: number) => ({
    update_id: 1,
    message: { message_id: 1, date: 0, chat: { id: 7, type: 'private' }, text: 'ا'.repeat(length) },
  })
  expect(readUpdate(update(100_000)).update).not.toBeNull()
  expect(readUpdate(update(100_001)).update).toBeNull()
})

test('a digest follows 10 words or speakers at most', () => {
  const change = (count: number) =>
    parseChange(`كلمات ${Array.from({ length: count }, (_, at) => `كلمة${at}`).join('، ')}`, { now: 0, zone: 'UTC' })
      .kind
  expect([change(10), change(11)]).toEqual(['change', 'problem'])
})

test('500 items of a feed are read, and 500 folders of articles, the root among them', async () => {
  const items = Array.from({ length: 501 }, (_, at) => `<item><guid>${at}</guid><title>خبر</title></item>`).join('')
  const feed = readFeed(
    `<rss version="2.0"><channel><title>خبر</title>${items}</channel></rss>`,
    'https://example.org/',
  )
  expect(feed.kind === 'feed' && feed.items.length).toBe(500)
  const dir = await aDirectory()
  for (let at = 0; at < 500; at += 1) await mkdir(join(dir, String(at)))
  const listing = await listFolders({ dir })
  expect(listing).toMatchObject({ lines: [expect.stringContaining('500 folders are the most')] })
})
