import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ListeningPlayground } from '@mujaz/playground'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/store/store.ts'
import { bundleOf } from '../../process-bundles.ts'
import { aDirectory } from '../../store/a-store.ts'
import { aPlayground, planFor, sendTimes, somePeople } from './a-fan-out.ts'

type Run = { readonly playground: ListeningPlayground; readonly directory: string; readonly rate: number }

function spawnSender({ playground, directory, rate }: Run): ChildProcess {
  const script = bundleOf('tests/delivery/sender/sender-process.ts')
  return spawn(
    process.execPath,
    [script, JSON.stringify({ directory }), playground.url, playground.token, String(rate)],
    {
      stdio: 'ignore',
    },
  )
}

/** Kills the sender at a random moment of its work; answers how many were in flight then. */
async function killAtWork(run: Run): Promise<number> {
  const before = sendTimes(run.playground).length
  const sender = spawnSender(run)
  await run.playground.waitForRequest({ where: () => sendTimes(run.playground).length > before, timeoutMs: 60_000 })
  await sleep(20 + Math.random() * 130)
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
  while ((await store.deliveries.nextAt()) !== null) await sleep(50)
  await store.close()
  const exited = once(sender, 'exit')
  sender.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
}

test.each([
  { chats: 500, rate: 500, kills: 4 },
  { chats: 40, rate: 25, kills: 2 },
])(
  '$kills × kill -9 among $chats chats at $rate a second: none lost, none doubled but what flew',
  async (plan) => {
    const playground = await aPlayground()
    const directory = await aDirectory()
    const store = await openStore({ directory })
    const places = somePeople(playground, plan.chats)
    await planFor(store, places)
    await store.close()
    playground.faults.plan({ strike: { kind: 'slow', milliseconds: 5 } })
    const run = { playground, directory, rate: plan.rate }
    let inFlight = 0
    for (let kill = 0; kill < plan.kills; kill += 1) inFlight += await killAtWork(run)
    await finish(run)
    const got = places.map(({ chatId }) => playground.messages(chatId).length)
    const doubles = got.reduce((sum, messages) => sum + messages - 1, 0)
    expect(got.filter((messages) => messages === 0)).toEqual([])
    expect(doubles).toBeLessThanOrEqual(inFlight)
    if (plan.rate === 25) expect(inFlight).toBeLessThanOrEqual(plan.kills)
  },
  180_000,
)
