import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPlayground } from '@mujaz/playground'
import { Api } from 'grammy'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { readWordings } from '../../../src/app/wordings.ts'
import { createTroubleNotice } from '../../../src/bot/owner/trouble-notice.ts'
import { createTroubleWatch } from '../../../src/bot/owner/trouble-watch.ts'
import { TROUBLE_KINDS, type Trouble } from '../../../src/messages/views/trouble.ts'
import { planFor } from '../../delivery/sender/a-fan-out.ts'
import { aDirectory, aStore } from '../../store/a-store.ts'

const NOW = Date.UTC(2026, 7, 16)
const GROUP = -1_000_123

/** A watch over a store and folders of its own, and an owner who is told. */
async function aWatch() {
  const playground = await startPlayground()
  onTestFinished(() => playground.close())
  const owner = playground.addPerson({ firstName: 'سارة', languageCode: 'ar', started: true })
  const store = await aStore()
  const contentDir = await mkdtemp(join(tmpdir(), 'mujaz-content-'))
  onTestFinished(() => rm(contentDir, { recursive: true, force: true }))
  let now = NOW
  const watch = createTroubleWatch({ store, contentDir, dataDir: await aDirectory(), now: () => now })
  const api = new Api(playground.token, { apiRoot: playground.url })
  const parts = { api, store, watch, ownerIds: [owner], wordings: readWordings(), defaultLanguage: 'ar' as const }
  const aNotice = () => createTroubleNotice({ ...parts, isOnDuty: () => true, log: pino({ level: 'silent' }) })
  const told = () => playground.messages(owner).map(({ text }) => text)
  const kinds = async () => (await watch.current()).map(({ kind }) => kind)
  const at = (time: number) => {
    now = time
  }
  return { playground, store, contentDir, watch, aNotice, told, kinds, at }
}

test('nothing is wrong with a bot that is well', async () => {
  expect(await (await aWatch()).watch.current()).toEqual([])
})

test('a lost chat is told once, over restarts too, and again when it is lost again', async () => {
  const { store, aNotice, told, kinds } = await aWatch()
  await store.chats.seen({ id: GROUP, kind: 'group', title: 'المجلس' }, NOW)
  await store.chats.gone(GROUP, 'kicked', NOW)
  expect(await kinds()).toEqual(['chat-lost'])
  const notice = aNotice()
  await notice.tick()
  await notice.tick()
  await aNotice().tick()
  expect(told()).toEqual([expect.stringContaining('المجلس')])
  await store.chats.seen({ id: GROUP, kind: 'group', title: 'المجلس' }, NOW)
  await notice.tick()
  await store.chats.gone(GROUP, 'kicked', NOW)
  await notice.tick()
  expect(told()).toHaveLength(2)
})

test('deliveries that nobody sends for ten minutes are a trouble', async () => {
  const { store, watch, aNotice, told, kinds, at } = await aWatch()
  await planFor(store, [{ chatId: GROUP, threadId: 0 }])
  const due = (await store.deliveries.nextAt()) ?? Number.NaN
  at(due + 599_000)
  expect([await kinds(), await watch.overdueMs()]).toEqual([[], 599_000])
  at(due + 601_000)
  await aNotice().tick()
  expect(told()).toEqual([expect.stringContaining('عشر دقائق')])
})

test('owners who can’t be reached are told when they can, once', async () => {
  const { playground, watch, aNotice, told } = await aWatch()
  const outage = playground.faults.plan({ strike: { kind: 'drop', when: 'before' } })
  watch.note({ kind: 'message-refused', about: 'Bad Request: BUTTON_DATA_INVALID' })
  const notice = aNotice()
  for (let tries = 0; tries < 6; tries += 1) await notice.tick()
  expect(outage.hits).toBe(6)
  expect(told()).toEqual([])
  playground.faults.clear()
  await notice.tick()
  await notice.tick()
  expect(told()).toEqual([expect.stringContaining('BUTTON_DATA_INVALID')])
})

test('a folder that is gone and a refusal are troubles', async () => {
  const { contentDir, watch, aNotice, told, kinds } = await aWatch()
  await rm(contentDir, { recursive: true })
  expect(await kinds()).toEqual(['content-unreadable'])
  await writeFile(contentDir, '')
  const refused: Trouble = { kind: 'message-refused', about: 'Bad Request: BUTTON_DATA_INVALID' }
  watch.note(refused)
  watch.note(refused)
  expect(await kinds()).toEqual(['content-unreadable', 'message-refused'])
  await aNotice().tick()
  expect(told()).toEqual([expect.stringMatching(/CONTENT_DIR.*\n.*BUTTON_DATA_INVALID/s)])
})

test('a database that can’t be written is a trouble with its cause', async () => {
  const { store, kinds, aNotice, told } = await aWatch()
  const original = store.meta.set
  expect(await kinds()).toEqual([])
  await store.close()
  expect(await kinds()).toContain('store-unwritable')
  expect(original).toBe(store.meta.set)
  await aNotice().tick()
  expect(told()).toEqual([])
})

test('each kind has words in both languages, with what it is about', async () => {
  for (const language of ['ar', 'en'] as const) {
    const wording = readWordings()(language)
    for (const kind of TROUBLE_KINDS) expect(wording.say(`trouble-${kind}`, { about: 'x' }).length).toBeGreaterThan(40)
  }
})
