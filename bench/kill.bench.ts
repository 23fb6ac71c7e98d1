import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import { openStore } from '../src/store/store.ts'
import type { Row } from './bench.ts'
import { planFanOut } from './fan-out.ts'

const CHATS = 20_000
const KILLS = 100
const RATE = 1000

type Run = { readonly playground: ListeningPlayground; readonly directory: string }

/** The long form of the kill test: what is lost and doubled when the sender is killed at random moments. */
export async function rows(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const playground = await startPlayground({ keepRequests: 10 })
  try {
    const run = { playground, directory }
    const chats = await planFor(run)
    let inFlight = 0
    for (let kill = 0; kill < KILLS; kill += 1) inFlight += await killAtWork(run)
    await finish(run)
    const got = chats.map((chat) => playground.messages(chat).length)
    const lost = got.filter((messages) => messages === 0).length
    const doubled = got.reduce((sum, messages) => sum + Math.max(0, messages - 1), 0)
    const of = `${KILLS} × kill -9 among ${CHATS.toLocaleString('en')} chats:`
    return [
      { name: `${of} lost`, value: lost, unit: 'messages' },
      { name: `${of} doubled a kill`, value: doubled / KILLS, unit: 'messages' },
      { name: `${of} in flight at a kill`, value: inFlight / KILLS, unit: 'messages' },
    ]
  } finally {
    await playground.close()
    await rm(directory, { recursive: true })
  }
}

async function planFor({ playground, directory }: Run): Promise<readonly number[]> {
  const store = await openStore({ directory })
  const chats = Array.from({ length: CHATS }, (_, at) => playground.addPerson({ firstName: `${at}`, started: true }))
  await planFanOut(store, chats, Date.now())
  await store.close()
  return chats
}

function spawnSender({ playground, directory }: Run): ChildProcess {
  const script = join(import.meta.dirname, '..', 'tests', 'delivery', 'sender', 'sender-process.ts')
  const target = [JSON.stringify({ directory }), playground.url, playground.token, String(RATE)]
  return spawn(process.execPath, [script, ...target], { stdio: 'ignore' })
}

/** Answers how many were in flight when the sender died. */
async function killAtWork(run: Run): Promise<number> {
  const sender = spawnSender(run)
  run.playground.forgetRequests()
  await run.playground.waitForRequest({ where: ({ method }) => method === 'sendMessage', timeoutMs: 10_000 })
  await sleep(Math.random() * 300)
  const exited = once(sender, 'exit')
  sender.kill('SIGKILL')
  await exited
  const store = await openStore({ directory: run.directory })
  const { sending } = await store.deliveries.counts()
  await store.close()
  return sending
}

async function finish(run: Run): Promise<void> {
  const sender = spawnSender(run)
  const store = await openStore({ directory: run.directory })
  while ((await store.deliveries.nextAt()) !== null) await sleep(500)
  await store.close()
  const exited = once(sender, 'exit')
  sender.kill('SIGTERM')
  await exited
}
