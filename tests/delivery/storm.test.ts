import { expect, test } from 'vitest'
import { aFanOut, aSender, drained, mostInASecond, sendTimes } from './a-fan-out.ts'

test('a storm: every chat has its digest or a recorded reason, and no limit is passed', async () => {
  const { playground, store, chats, send } = await aFanOut(400)
  const blocked = chats.filter((_, at) => at % 100 === 17)
  for (const chat of blocked) playground.blockBot(chat)
  playground.faults.plan({ probability: 0.05, strike: { kind: 'flood', retryAfterSeconds: 1, scope: 'chat' } })
  playground.faults.plan({ probability: 0.02, strike: { kind: 'refuse', code: 502, description: 'Bad Gateway' } })
  const dropped = playground.faults.plan({ probability: 0.01, strike: { kind: 'drop', when: 'after' } })
  const sender = aSender(store, send, 100)
  await drained(store, 60_000)
  await sender.stop()

  expect(await store.deliveries.counts()).toMatchObject({ sent: chats.length - blocked.length, gone: blocked.length })
  const got = chats.map((chat) => playground.messages(chat).length)
  expect(got.filter((messages) => messages === 0).length).toBe(blocked.length)
  expect(got.reduce((sum, messages) => sum + Math.max(0, messages - 1), 0)).toBeLessThanOrEqual(dropped.hits)
  expect(mostInASecond(sendTimes(playground))).toBeLessThanOrEqual(101)
  for (const chat of chats) {
    const times = sendTimes(playground, chat)
    expect(times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= 1000)).toBe(true)
  }
}, 90_000)
