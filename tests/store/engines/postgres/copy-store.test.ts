import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filePreparer } from '../../../../src/library/prepare-file.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { run } from '../../../run-command.ts'
import { aDirectory, aMessage, anEmptyStore, aSubscribedChat } from '../../a-store.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const NOW = Date.UTC(2026, 2, 1, 12)

function move(from: string, to: string) {
  return run([process.execPath, 'src/move.ts', '--from', from, '--to', to], { cwd: ROOT, env: {} })
}

/** Something in most tables. */
async function fill(store: Store): Promise<void> {
  for (const chatId of [7, -9]) await aSubscribedChat(store, { chatId, threadId: 0 }, NOW)
  const id = await store.broadcasts.draft(
    { ownerId: 7, language: 'ar', message: aMessage('نبأ'), audience: 'all' },
    NOW,
  )
  await store.broadcasts.confirm(id, NOW)
  await store.broadcasts.plan({ id, limit: 5 }, NOW)
  const [claimed] = await store.deliveries.advance([], 1, { now: NOW, epoch: 0 })
  if (claimed === undefined) throw new Error('nothing is due')
  await store.deliveries.advance([{ kind: 'sent', id: claimed.id, chatId: claimed.chatId, messageId: 5 }], 0, {
    now: NOW,
    epoch: 0,
  })
  const prepared = filePreparer()({
    name: 'bridge.md',
    text: readFileSync(join(ROOT, 'content/qatar-2022-final.md'), 'utf8'),
  })
  if (prepared.kind !== 'prepared') throw new Error(prepared.why)
  const file = { name: 'bridge.md', signature: 's', hash: 'h', answers: null, kind: 'articles' } as const
  await store.files.take([{ ...file, ...prepared, kind: 'articles' }], { now: NOW, zone: 'UTC' })
}

async function toldBy(store: Store) {
  return {
    census: await store.tallies.census(9),
    schedules: await store.subscriptions.ofChat(7),
    titles: (await store.archive.newest({ limit: 5, offset: 0 })).map(({ briefing }) => briefing.article.title.text),
    counts: [await store.archive.count(), await store.deliveries.counts(), await store.broadcasts.unfinished()],
  }
}

test('all that is stored moves to the other engine and back, again and again until it is used', async () => {
  const [sqlite, back, postgres] = [await aDirectory(), await aDirectory(), await anEmptyStore()]
  const first = await openStore({ directory: sqlite })
  await fill(first)
  const before = await toldBy(first)
  await first.close()

  for (let time = 0; time < 2; time += 1) {
    expect(await move(`sqlite:${sqlite}`, postgres.database ?? '')).toMatchObject({ status: 0, stderr: '' })
  }
  expect(await move(postgres.database ?? '', `sqlite:${back}`)).toMatchObject({ status: 0, stderr: '' })
  const returned = await openStore({ directory: back })
  expect(await toldBy(returned)).toEqual(before)
  await returned.close()

  const moved = await openStore(postgres)
  expect(await toldBy(moved)).toEqual(before)
  expect(await moved.passages.size()).toBe(0)
  expect((await moved.files.known(['bridge.md'])).map(({ isOutdated }) => isOutdated)).toEqual([true])
  await fill(moved)
  expect((await moved.passages.size()) > 0).toBe(true)
  await moved.close()
  const refused = await move(`sqlite:${sqlite}`, postgres.database ?? '')
  expect(refused).toMatchObject({ status: 1, stderr: 'it is in use: name an empty one\n' })
})

test('a wrong command line is told how it should be', async () => {
  for (const [from, to] of [
    ['sqlite:', 'x'],
    ['data', 'postgres://localhost/x'],
  ] as const) {
    expect(await move(from, to)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: npm run move') })
  }
})
