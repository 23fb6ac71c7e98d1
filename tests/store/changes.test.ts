import { expect, onTestFinished, test } from 'vitest'
import { createChanges } from '../../src/store/changes.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { anEmptyStore } from './a-store.ts'

const NOW = Date.UTC(2026, 10, 29)
const SEEN = { id: 5, kind: 'private', title: null } as const

async function twoStores() {
  const options = await anEmptyStore()
  const stores: Store[] = [await openStore(options), await openStore(options)]
  const db = await openDatabase(options)
  onTestFinished(async () => {
    await db.destroy()
    for (const store of stores) await store.close()
  })
  const [here, there] = stores
  if (here === undefined || there === undefined) throw new Error('no stores')
  return { here, there, db }
}

test('a chat that another process changed is read again', async () => {
  const { here, there } = await twoStores()
  await here.chats.seen(SEEN, NOW)
  expect((await there.chats.find(5))?.language).toBeNull()
  await here.chats.setLanguage(5, 'en', NOW)
  await there.changes.look()
  expect((await there.chats.find(5))?.language).toBe('en')
  await here.forgetChat(5)
  await there.changes.look()
  expect(await there.chats.find(5)).toBeNull()
})

test('it is heard without being asked for', async () => {
  const { here, there } = await twoStores()
  await here.chats.seen(SEEN, NOW)
  await there.chats.find(5)
  await here.chats.setDigits(5, 'arab', NOW)
  await expect.poll(async () => (await there.chats.find(5))?.digits).toBe('arab')
})

test('articles, rights and work are told of', async () => {
  const { here, there, db } = await twoStores()
  const heard: unknown[] = []
  there.changes.listen({
    heard: ({ articles, rights, hasWork }) => heard.push({ articles, rights, hasWork }),
    missed: () => heard.push('missed'),
  })
  const version = there.archive.version()
  const bytes = new Uint8Array()
  const row = {
    ...{ slug: 's' as never, key: 'k' as never, file: 'f', published: 0, title: 't', folded: 't' },
    pages: 0,
  }
  const rest = { quotes: 0, terms: bytes, names: '[]', briefing: bytes, language: 'ar' }
  await db
    .insertInto('briefings')
    .values({ number: 7, ...row, ...rest } as never)
    .execute()
  await there.changes.look()
  expect(there.archive.version()).toBeGreaterThan(version)
  await here.changes.tellRights({ chatId: -1, userId: 2 })
  await here.changes.tellWork()
  await there.changes.look()
  const all = JSON.stringify(heard)
  expect(all).toContain('"articles":[7]')
  expect(all).toContain('{"chatId":-1,"userId":2}')
  expect(all).toContain('"hasWork":true')
  expect(all).not.toContain('missed')
})

test('who missed some takes everything for changed', async () => {
  const { here, there, db } = await twoStores()
  await here.chats.seen(SEEN, NOW)
  await there.changes.look()
  await there.chats.find(5)
  let missed = 0
  there.changes.listen({ heard: () => {}, missed: () => (missed += 1) })
  // all in one transaction: nobody can look in between
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('chats').set({ language: 'en' }).execute()
    await tx.insertInto('changes').values({ kind: 'work', about: 0, person: null }).execute()
    await tx.deleteFrom('changes').where('kind', '=', 'chat').execute()
  })
  await there.changes.look()
  expect(missed).toBe(1)
  expect((await there.chats.find(5))?.language).toBe('en')
})

test('what was told is deleted after a while, and a process that slept for longer takes everything for changed', async () => {
  const { here, db } = await twoStores()
  const [sweeper, sleeper] = [await createChanges(db, 20), await createChanges(db)]
  await sleeper.close()
  let missed = 0
  sleeper.listen({ heard: () => {}, missed: () => (missed += 1) })
  await here.chats.seen(SEEN, NOW)
  const count = async () => (await db.selectFrom('changes').select('id').execute()).length
  await expect.poll(count).toBe(0)
  await sweeper.close()
  await here.chats.setLanguage(5, 'en', NOW)
  await sleeper.look()
  expect(missed).toBe(1)
})
