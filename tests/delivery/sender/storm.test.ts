import type { ListeningPlayground } from '@mujaz/playground'
import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { aFanOut, aSender, drained, mostInASecond, planFor, sendTimes } from './a-fan-out.ts'

test('a storm: every chat has its digest or a recorded reason, and no limit is passed', async () => {
  const { playground, store, chats: people, send } = await aFanOut(380)
  const groups = await someGroups(playground, store, 20)
  const chats = [...people, ...groups]
  const blocked = chats.filter((_, at) => at % 100 === 17)
  for (const chat of blocked) playground.blockBot(chat)
  playground.faults.plan({ probability: 0.05, strike: { kind: 'flood', retryAfterSeconds: 1, scope: 'chat' } })
  playground.faults.plan({ probability: 0.02, strike: { kind: 'refuse', code: 502, description: 'Bad Gateway' } })
  const dropped = playground.faults.plan({ probability: 0.01, strike: { kind: 'drop', when: 'after' } })
  const upgraded = new Set<number>()
  playground.faults.plan({
    where: ({ params }) => isFirstTo(groups.slice(0, 10), upgraded, Number(params.chat_id)),
    strike: { kind: 'upgrade' },
  })
  const sender = aSender(store, send, 100)
  await drained(store, 60_000)
  await sender.stop()

  expect(await store.deliveries.counts()).toMatchObject({ sent: chats.length - blocked.length, gone: blocked.length })
  const answered = playground.requests.filter(({ answer }) => answer.kind === 'ok' || answer.kind === 'dropped')
  const arrivals = answered.filter(({ method }) => method === 'sendMessage').length
  expect(arrivals).toBeLessThanOrEqual(chats.length - blocked.length + dropped.hits)
  expect(upgraded.size).toBe(10)
  const unread = people.filter((chat) => playground.messages(chat).length === 0)
  expect(unread).toEqual(blocked)
  // a busy receiver notes late what was sent in time: the exact figure is the bench's
  expect(mostInASecond(sendTimes(playground))).toBeLessThanOrEqual(108)
  for (const chat of chats) {
    const times = sendTimes(playground, chat)
    expect(times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= 1000)).toBe(true)
  }
}, 90_000)

async function someGroups(playground: ListeningPlayground, store: Store, count: number): Promise<readonly number[]> {
  const creator = playground.addPerson({ firstName: 'Huda' })
  const groups = Array.from({ length: count }, (_, at) => playground.addGroup({ title: `Group ${at}`, creator }))
  await planFor(
    store,
    groups.map((chatId) => ({ chatId, threadId: 0 })),
  )
  return groups
}

function isFirstTo(groups: readonly number[], upgraded: Set<number>, chatId: number): boolean {
  if (!groups.includes(chatId) || upgraded.has(chatId)) return false
  upgraded.add(chatId)
  return true
}
