import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createPostedUpdates, type HandleUpdate } from '../../src/bot/posted-updates.ts'
import type { Inbox } from '../../src/store/inbox.ts'
import { openStore } from '../../src/store/store.ts'
import { anEmptyStore } from '../store/a-store.ts'

const TTL_MS = 600
const QUIET = pino({ level: 'silent' })

/** Processes on one database as far as posted updates go; each handles one at a time, when it is let. */
async function processes(count: number) {
  const options = await anEmptyStore()
  const handled: { readonly by: number; readonly id: number }[] = []
  const made = []
  for (let by = 0; by < count; by += 1) {
    const store = await openStore(options)
    const state = { isCut: false, isHeld: false }
    const inbox: Inbox = {
      ...store.inbox,
      exchange: (...given) => (state.isCut ? Promise.reject(new Error('cut')) : store.inbox.exchange(...given)),
      takers: () => (state.isCut ? Promise.reject(new Error('cut')) : store.inbox.takers()),
    }
    const posted = createPostedUpdates({ inbox, changes: store.changes, log: QUIET, now: Date.now, ttlMs: TTL_MS })
    let turn = Promise.resolve()
    const handle: HandleUpdate = ({ id }, mayBegin) => {
      const done = turn.then(async () => {
        if (!(await mayBegin())) return false
        while (state.isHeld) await new Promise((resolve) => setTimeout(resolve, 5))
        handled.push({ by, id })
        return true
      })
      turn = done.then(() => {})
      return done
    }
    posted.start(handle)
    onTestFinished(async () => {
      state.isCut = false
      state.isHeld = false
      await posted.stop()
      await store.close()
    })
    const post = (id: number) => posted.store({ id, text: `{"update_id":${id}}`, lane: 'chat 1' })
    made.push({ ...posted, post, state })
  }
  const [first, second] = made
  if (first === undefined || second === undefined) throw new Error('too few')
  return { first, second, handled, store: await openStoreOf(options) }
}

async function openStoreOf(options: Awaited<ReturnType<typeof anEmptyStore>>) {
  const store = await openStore(options)
  onTestFinished(() => store.close())
  return store
}

test('what one has in hand the other adds to, in order', async () => {
  const { first, second, handled } = await processes(2)
  first.state.isHeld = true
  await first.post(1)
  await second.post(2)
  await second.post(3)
  first.state.isHeld = false
  await expect.poll(() => handled).toEqual([1, 2, 3].map((id) => ({ by: 0, id })))
  await second.post(4)
  await expect.poll(() => handled.at(-1)?.id).toBe(4)
})

test('one whose database does not answer begins nothing more, and another takes over what it had', async () => {
  const { first, handled, store } = await processes(2)
  first.state.isHeld = true
  for (const id of [1, 2, 3]) await first.post(id)
  first.state.isCut = true
  // the first is under way in both: what is in flight may be doubled
  await expect.poll(() => handled).toEqual([1, 2, 3].map((id) => ({ by: 1, id })))
  first.state.isHeld = false
  await expect.poll(() => handled.length).toBe(4)
  first.state.isCut = false
  await first.post(4)
  await expect.poll(() => store.inbox.hasWaiting()).toBe(false)
  expect(handled.map(({ id }) => id)).toEqual([1, 2, 3, 1, 4])
})

test('what could not be noted as handled is noted later', async () => {
  const { first, handled, store } = await processes(2)
  await first.post(1)
  first.state.isHeld = true
  await first.post(2)
  first.state.isCut = true
  first.state.isHeld = false
  await expect.poll(() => handled.length).toBe(2)
  await expect(first.post(3)).rejects.toThrow('cut')
  first.state.isCut = false
  await first.post(3)
  await expect.poll(() => store.inbox.hasWaiting()).toBe(false)
  expect(handled.map(({ id }) => id)).toEqual([1, 2, 3])
})

test('one that ends while its process asks for all of its own is not handled again', async () => {
  const store = await openStoreOf(await anEmptyStore())
  let isCut = false
  let answering = Promise.resolve()
  const reached = Promise.withResolvers<void>()
  const inbox: Inbox = {
    ...store.inbox,
    exchange: async (...given) => {
      if (isCut) throw new Error('cut')
      const answer = await store.inbox.exchange(...given)
      reached.resolve()
      await answering
      return answer
    },
  }
  const posted = createPostedUpdates({ inbox, changes: store.changes, log: QUIET, now: Date.now })
  const [handled, gate, wire] = [[0], Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  posted.start(async ({ id }, mayBegin) => {
    if (!(await mayBegin())) return false
    handled.push(id)
    if (id === 1) await gate.promise
    return true
  })
  onTestFinished(posted.stop)
  const post = (id: number) => posted.store({ id, text: `{"update_id":${id}}`, lane: `chat ${id}` })
  await post(1)
  isCut = true
  await expect(post(2)).rejects.toThrow('cut')
  isCut = false
  answering = wire.promise
  const again = post(2)
  await reached.promise
  gate.resolve()
  await expect.poll(() => handled).toEqual([0, 1])
  wire.resolve()
  await again
  await expect.poll(() => store.inbox.hasWaiting()).toBe(false)
  expect(handled).toEqual([0, 1, 2])
})

test('one that was buried begins nothing of what was adopted, though the answer that told it so was lost', async () => {
  const store = await openStoreOf(await anEmptyStore())
  let losesAnswer = false
  const inbox: Inbox = {
    ...store.inbox,
    takers: async () => [],
    exchange: async (...given) => {
      const answer = await store.inbox.exchange(...given)
      const isLost = losesAnswer
      losesAnswer = false
      if (isLost) throw new Error('connection lost')
      return answer
    },
  }
  const posted = createPostedUpdates({ inbox, changes: store.changes, log: QUIET, now: Date.now })
  const [handled, gate] = [[0], Promise.withResolvers<void>()]
  let turn: Promise<unknown> = Promise.resolve()
  posted.start(({ id }, mayBegin) => {
    const done = turn.then(async () => {
      if (!(await mayBegin())) return false
      handled.push(id)
      if (id === 1) await gate.promise
      return true
    })
    turn = done
    return done
  })
  onTestFinished(posted.stop)
  const post = (id: number) => posted.store({ id, text: `{"update_id":${id}}`, lane: 'chat 1' })
  await post(1)
  await post(2)
  for (const taker of await store.inbox.takers()) await store.inbox.bury(taker)
  const adopting = { posted: [], handled: [], isRecovering: false, isAdopting: true, now: Date.now() }
  await store.inbox.exchange('another', adopting)
  losesAnswer = true
  await expect(post(3)).rejects.toThrow('connection lost')
  await post(3)
  gate.resolve()
  await turn
  expect(handled).toEqual([0, 1])
})
