import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { getEventListeners, once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import SqliteFile from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { createLease, type Lease } from '../../src/delivery/lease.ts'
import { FILE } from '../../src/store/engines/sqlite/open-sqlite.ts'
import type { StoreOptions } from '../../src/store/open-database.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { bundleOf } from '../process-bundles.ts'
import { anEmptyStore, aSubscribedChat } from '../store/a-store.ts'
import { aPlayground, drained, planFor, QUIET, sendTimes, somePeople } from './sender/a-fan-out.ts'

const SHORT_MS = 1_500

type ALease = { readonly store: Store; readonly lease: Lease }

/** Two processes' stores of one database, each with a lease that is not started. */
async function twoLeases(): Promise<readonly [ALease, ALease]> {
  const options = await anEmptyStore()
  return [await aLease(options), await aLease(options)]
}

async function aLease(options: StoreOptions): Promise<ALease> {
  const store = await openStore(options)
  const lease = createLease({ store, log: QUIET, taken: () => {}, ttlMs: SHORT_MS })
  onTestFinished(() => lease.stop().then(store.close))
  return { store, lease }
}

test('the first to ask has it; given up it is the next one’s, which leaves the last second to the first', async () => {
  const [one, other] = await twoLeases()
  await one.lease.start()
  await other.lease.start()
  expect([one.lease.held(), other.lease.held()]).toEqual([{ epoch: 1, quietUntil: 0 }, null])
  const before = performance.now()
  await one.lease.stop()
  await other.lease.whenHeld(AbortSignal.timeout(10_000))
  expect(one.lease.held()).toBeNull()
  expect(other.lease.held()?.epoch).toBe(2)
  expect(other.lease.held()?.quietUntil).toBeGreaterThan(before + 1000)
})

test('one that is renewed stays where it is, however often others look', async () => {
  const [one, other] = await twoLeases()
  await one.lease.start()
  await other.lease.start()
  await expect.poll(async () => (await one.store.leases.look()).beat, { timeout: 20_000 }).toBeGreaterThan(5)
  expect([one.lease.isHeld(), other.lease.isHeld()]).toEqual([true, false])
})

test('one that another took is lost: nothing is claimed under it any more', async () => {
  const [one, other] = await twoLeases()
  await one.lease.start()
  await other.store.leases.take(await other.store.leases.look(), 'somewhere/1/else', Date.now())
  one.lease.doubt()
  await expect.poll(() => one.lease.isHeld()).toBe(false)
  // that process never renews it
  await one.lease.whenHeld(AbortSignal.timeout(20_000))
  expect(one.lease.held()?.epoch).toBe(3)
})

test('one that was in doubt and is renewed is held again, also for who waits', async () => {
  const [{ lease }] = await twoLeases()
  await lease.start()
  // as a frozen process
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SHORT_MS)
  expect(lease.held()).toBeNull()
  const patience = AbortSignal.timeout(30_000)
  await lease.whenHeld(patience)
  expect(patience.aborted).toBe(false)
  expect(lease.held()?.epoch).toBe(1)
})

test('who waited for it leaves nothing behind, whether it came or the wait was ended', async () => {
  const [one, other] = await twoLeases()
  await one.lease.start()
  await other.lease.start()
  const ended = new AbortController()
  const waits = [other.lease.whenHeld(ended.signal), other.lease.whenHeld(ended.signal)]
  ended.abort()
  await Promise.all(waits)
  await other.lease.whenHeld(ended.signal)
  const { signal } = new AbortController()
  const wait = other.lease.whenHeld(signal)
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  await one.lease.stop()
  await wait
  expect([signal, ended.signal].flatMap((each) => getEventListeners(each, 'abort'))).toEqual([])
})

test('a database that is gone does not keep its holder from stopping', async () => {
  const options = await anEmptyStore()
  const store = await openStore(options)
  const lines: string[] = []
  const log = createLog({ level: 'warn', secrets: [], ids: 'hashed', write: (line) => lines.push(line) })
  const lease = createLease({ store, log, taken: () => {} })
  await lease.start()
  await store.close()
  await lease.stop()
  expect(lines.filter((line) => line.includes('could not be given up'))).toHaveLength(1)
})

function spawnSender(options: StoreOptions, { url, token }: { url: string; token: string }): ChildProcess {
  const script = bundleOf('tests/delivery/sender/sender-process.ts')
  const sender = spawn(process.execPath, [script, JSON.stringify(options), url, token, '100', String(SHORT_MS)], {
    stdio: 'ignore',
  })
  onTestFinished(() => {
    sender.kill('SIGKILL')
  })
  return sender
}

function spawnPlanner(options: StoreOptions, time: number): Promise<string> {
  const script = bundleOf('tests/delivery/planner-process.ts')
  return promisify(execFile)(process.execPath, [script, JSON.stringify(options), String(time)]).then(
    ({ stdout }) => stdout,
  )
}

test('two processes that plan the same minute plan each digest once', async () => {
  const options = await anEmptyStore()
  const store = await openStore(options)
  onTestFinished(store.close)
  const chats = Array.from({ length: 300 }, (_, at) => at + 1)
  const now = Date.parse('2026-11-20T09:00:00Z')
  for (const chatId of chats) await aSubscribedChat(store, { chatId, threadId: 0 }, now)
  const due = (await store.planning.nextDue()) ?? 0
  const planned = await Promise.all([spawnPlanner(options, due), spawnPlanner(options, due)])
  expect(planned.reduce((sum, count) => sum + Number(count), 0)).toBe(chats.length)
  expect(await store.deliveries.counts()).toMatchObject({ pending: chats.length })
})

/** On SQLite one that is frozen in the middle of a write keeps the lock, and nobody can take over before it wakes up. */
async function freezeBetweenWrites(sender: ChildProcess, { directory, database = null }: StoreOptions): Promise<void> {
  sender.kill('SIGSTOP')
  if (database !== null) return
  const file = new SqliteFile(join(directory, FILE), { timeout: 0 })
  for (let isFree = false; !isFree; ) {
    await sleep(20)
    try {
      file.exec('begin immediate; rollback')
      isFree = true
    } catch {
      sender.kill('SIGCONT')
      await sleep(10)
      sender.kill('SIGSTOP')
    }
  }
  file.close()
}

test('a frozen sender is replaced, and sends nothing when it wakes up', async () => {
  const playground = await aPlayground({ keepRequests: 5000 })
  const options = await anEmptyStore()
  const store = await openStore(options)
  onTestFinished(store.close)
  const places = somePeople(playground, 300)
  await planFor(store, places)
  const first = spawnSender(options, playground)
  await playground.waitForRequest({ where: () => sendTimes(playground).length > 20, timeoutMs: 30_000 })
  await freezeBetweenWrites(first, options)
  const { sending } = await store.deliveries.counts()
  const atFreeze = sendTimes(playground).length
  const second = spawnSender(options, playground)
  await playground.waitForRequest({ where: () => sendTimes(playground).length > atFreeze + 50, timeoutMs: 30_000 })
  first.kill('SIGCONT')
  await drained(store)
  const got = places.map(({ chatId }) => playground.messages(chatId).length)
  expect(got.filter((messages) => messages === 0)).toEqual([])
  expect(got.reduce((sum, messages) => sum + messages - 1, 0)).toBeLessThanOrEqual(sending)
  expect((await store.leases.look()).epoch).toBe(2)
  await sleep(50)
  for (const sender of [first, second]) {
    const exited = once(sender, 'exit')
    sender.kill('SIGTERM')
    expect(await exited).toEqual([0, null])
  }
}, 120_000)
