import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { createTelegram } from '../src/telegram/api.ts'
import { createSend, type Send } from '../src/telegram/send.ts'
import { createTransport } from '../src/telegram/transport.ts'
import type { Row } from './bench.ts'
import { DIGEST, planFanOut, sendAll } from './fan-out.ts'
import { type LocalServer, startLocalServer } from './local-server.ts'

const NOW = Date.UTC(2026, 5, 1, 8)
const LATENCY_MS = 20

/** Pace and CPU time of a fan-out, beside the bare transport's; at 25/s a process mostly sleeps, so CPU says nothing. */
export async function rows(): Promise<readonly Row[]> {
  const server = await startLocalServer(LATENCY_MS)
  try {
    const bare = await bareTransport(server, 5_000)
    return [
      { name: `bare transport, 50 in flight, ${LATENCY_MS} ms server`, value: bare, unit: 'µs CPU a message' },
      ...(await fanOut(server, { chats: 10_000, rate: 1000, bare })),
      ...(await fanOut(server, { chats: 250, rate: 25, bare })).slice(0, -1),
    ]
  } finally {
    server.stop()
  }
}

async function bareTransport(server: LocalServer, count: number): Promise<number> {
  return await withSend(server, async (send) => {
    const lane = async (messages: number) => {
      for (let sent = 0; sent < messages; sent += 1) await send({ chatId: 7, threadId: 0, message: DIGEST })
    }
    await Promise.all(Array.from({ length: 50 }, () => lane(20)))
    const before = process.cpuUsage()
    await Promise.all(Array.from({ length: 50 }, () => lane(count / 50)))
    await server.seen()
    return cpuSince(before) / count
  })
}

type FanOut = { readonly chats: number; readonly rate: number; readonly bare: number }

async function fanOut(server: LocalServer, { chats, rate, bare }: FanOut): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const store = await openStore({ directory })
  const cpu = await withSend(server, async (send) => {
    await planFanOut(
      store,
      Array.from({ length: chats }, (_, at) => at + 1),
      NOW,
    )
    const before = process.cpuUsage()
    await sendAll(store, { send, rate, now: () => NOW })
    return cpuSince(before) / chats
  })
  const { count, milliseconds, mostInASecond } = await server.seen()
  await store.close()
  await rm(directory, { recursive: true })
  const of = `${chats} chats at ${rate}/s:`
  return [
    { name: `${of} pace`, value: ((count - 1) / milliseconds) * 1000, unit: 'messages/s' },
    { name: `${of} finished in`, value: milliseconds / 1000, unit: 's' },
    { name: `${of} the most in any second, as the server sees it`, value: mostInASecond, unit: 'messages' },
    { name: `${of} CPU over the bare transport's`, value: cpu - bare, unit: 'µs CPU a message' },
  ]
}

async function withSend<T>(server: LocalServer, use: (send: Send) => Promise<T>): Promise<T> {
  const transport = createTransport(server.url)
  try {
    return await use(createSend(createTelegram({ token: '1:bench', apiRoot: server.url, transport })))
  } finally {
    await transport.close()
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}
