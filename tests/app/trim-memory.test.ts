import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const SOURCE = pathToFileURL('src/app/trim-memory.ts').href

/** Holds 200 MB and lets them go, then is idle; prints the megabytes of heap five seconds later. */
const STORM = `
  const { trimMemory } = await import(${JSON.stringify(SOURCE)})
  trimMemory()
  let held = []
  for (const end = Date.now() + 2000; Date.now() < end; await new Promise(setImmediate)) {
    if (held.length < 200) held.push(Array.from({ length: 130_000 }, (_, at) => at + 0.5))
  }
  held = []
  await new Promise((resolve) => setTimeout(resolve, 5000))
  console.log(Math.round(process.memoryUsage().heapTotal / 2 ** 20))`

function heapAfter(...flags: readonly string[]): number {
  const { stdout } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', STORM], { encoding: 'utf8' })
  return Number(stdout)
}

test('the heap of a storm is given back once it is over', () => {
  expect(heapAfter('--expose-gc')).toBeLessThan(64)
  // a Node without the flag runs too, and keeps it
  expect(heapAfter()).toBeGreaterThan(64)
})
