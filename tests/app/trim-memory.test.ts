import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../run-command.ts'

const SOURCE = pathToFileURL('src/app/trim-memory.ts').href

/** Holds 200 MB and lets them go, then is idle; prints the megabytes of heap eight seconds later. */
const STORM = `
  const { trimMemory } = await import(${JSON.stringify(SOURCE)})
  trimMemory(2000)
  let held = []
  for (const end = Date.now() + 2000; Date.now() < end || held.length < 200; await new Promise(setImmediate)) {
    if (held.length < 200) held.push(new Array(130_000).fill(0.5))
  }
  held = []
  await new Promise((resolve) => setTimeout(resolve, 8000))
  console.log(Math.round(process.memoryUsage().heapTotal / 2 ** 20))`

async function heapAfter(...flags: readonly string[]): Promise<number> {
  const { stdout } = await run([process.execPath, ...flags, '--input-type=module', '-e', STORM], { cwd: '.' })
  return Number(stdout)
}

test('the heap of a storm is given back once it is over', async () => {
  // a Node without the flag runs too, and keeps it
  const [trimmed, kept] = await Promise.all([heapAfter('--expose-gc'), heapAfter()])
  expect(trimmed).toBeLessThan(64)
  expect(kept).toBeGreaterThan(64)
})
