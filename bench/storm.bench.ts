import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import { openStore, type Store } from '../src/store/store.ts'
import { createTelegram } from '../src/telegram/api.ts'
import { createSend } from '../src/telegram/send.ts'
import { createTransport } from '../src/telegram/transport.ts'
import type { Row } from './bench.ts'
import { planFanOut, sendAll } from './fan-out.ts'

const PEOPLE = 19_800
const GROUPS = 200
const RATE = 1000

/** The long form of the storm test: floods, failing servers, dropped answers, blocked chats, migrations. */
export async function rows(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const playground = await startPlayground()
  const store = await openStore({ directory })
  try {
    const groups = someGroups(playground)
    const people = Array.from({ length: PEOPLE }, (_, at) =>
      playground.addPerson({ firstName: `${at}`, started: true }),
    )
    await planFanOut(store, [...people, ...groups], Date.now())
    const blocked = people.filter((_, at) => at % 100 === 17)
    for (const chat of blocked) playground.blockBot(chat)
    const dropped = planFaults(playground, groups)
    const began = performance.now()
    await deliver(store, playground)
    const seconds = (performance.now() - began) / 1000
    return [
      { name: 'storm: finished in', value: seconds, unit: 's' },
      ...(await countEndings(store)),
      ...countArrivals(playground, { people, blocked: new Set(blocked), dropped: dropped.hits }),
    ]
  } finally {
    await store.close()
    await playground.close()
    await rm(directory, { recursive: true })
  }
}

function someGroups(playground: ListeningPlayground): readonly number[] {
  const creator = playground.addPerson({ firstName: 'Huda' })
  return Array.from({ length: GROUPS }, (_, at) => playground.addGroup({ title: `${at}`, creator }))
}

function planFaults(playground: ListeningPlayground, groups: readonly number[]) {
  const { faults } = playground
  faults.plan({ probability: 0.05, strike: { kind: 'flood', retryAfterSeconds: 2, scope: 'chat' } })
  faults.plan({ probability: 0.02, strike: { kind: 'refuse', code: 502, description: 'Bad Gateway' } })
  const upgraded = new Set<number>()
  faults.plan({
    where: ({ params }) => upgradesNow(groups, upgraded, Number(params.chat_id)),
    strike: { kind: 'upgrade' },
  })
  return faults.plan({ probability: 0.01, strike: { kind: 'drop', when: 'after' } })
}

function upgradesNow(groups: readonly number[], upgraded: Set<number>, chatId: number): boolean {
  if (chatId > 0 || upgraded.has(chatId) || !groups.includes(chatId)) return false
  upgraded.add(chatId)
  return true
}

async function deliver(store: Store, { url, token }: ListeningPlayground): Promise<void> {
  const transport = createTransport(url)
  const send = createSend(createTelegram({ token, apiRoot: url, transport }))
  await sendAll(store, { send, rate: RATE, now: Date.now })
  await transport.close()
}

async function countEndings(store: Store): Promise<readonly Row[]> {
  const counts = await store.deliveries.counts()
  const open = counts.pending + counts.later + counts.sending
  return [
    { name: 'storm: sent', value: counts.sent, unit: 'deliveries' },
    { name: 'storm: ended with a reason', value: counts.gone + counts.refused, unit: 'deliveries' },
    { name: 'storm: without an ending', value: open, unit: 'deliveries' },
  ]
}

type Expected = { readonly people: readonly number[]; readonly blocked: ReadonlySet<number>; readonly dropped: number }

function countArrivals(playground: ListeningPlayground, { people, blocked, dropped }: Expected): readonly Row[] {
  const got = people.map((chat) => ({ chat, messages: playground.messages(chat).length }))
  const lost = got.filter(({ chat, messages }) => messages === 0 && !blocked.has(chat)).length
  const doubled = got.reduce((sum, { messages }) => sum + Math.max(0, messages - 1), 0)
  const sends = playground.requests.filter(({ method }) => method === 'sendMessage')
  return [
    { name: 'storm: lost', value: lost, unit: 'messages' },
    {
      name: 'storm: doubled, beyond answers that were dropped',
      value: Math.max(0, doubled - dropped),
      unit: 'messages',
    },
    { name: 'storm: the most in any second', value: mostInASecond(sends.map(({ at }) => at)), unit: 'messages' },
    { name: 'storm: messages to a chat within a second of the last', value: tooSoon(sends), unit: 'messages' },
  ]
}

function mostInASecond(times: readonly number[]): number {
  let first = 0
  let most = 0
  for (const [at, time] of times.entries()) {
    while (time - (times[first] ?? time) >= 1000) first += 1
    most = Math.max(most, at - first + 1)
  }
  return most
}

function tooSoon(sends: ListeningPlayground['requests']): number {
  const last = new Map<unknown, number>()
  let count = 0
  for (const { params, at } of sends) {
    if (at - (last.get(params.chat_id) ?? Number.NEGATIVE_INFINITY) < 1000) count += 1
    last.set(params.chat_id, at)
  }
  return count
}
