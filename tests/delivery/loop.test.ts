import { expect, test } from 'vitest'
import { createLoop } from '../../src/delivery/loop.ts'
import { createWake } from '../../src/delivery/wake.ts'
import { QUIET } from './sender/a-fan-out.ts'

const SELDOM = { retryMs: 3_600_000, trouble: 'x', log: QUIET, isOnDuty: () => true }

/** A loop whose looks end when they are told to. */
function aLoop(wait: number) {
  const looks: (() => void)[] = []
  const look = () => new Promise<number>((resolve) => looks.push(() => resolve(wait)))
  return { looks, loop: createLoop({ ...SELDOM, look }) }
}

const looksOf = (looks: readonly unknown[]) => expect.poll(() => looks.length)

test('any number of wakes during a look are one look more', async () => {
  const { looks, loop } = aLoop(Number.POSITIVE_INFINITY)
  const wake = createWake()
  wake.add(loop.wake)
  loop.start()
  await looksOf(looks).toBe(1)
  for (let count = 0; count < 1000; count += 1) wake.all()
  looks[0]?.()
  await looksOf(looks).toBe(2)
  looks[1]?.()
  wake.all()
  await looksOf(looks).toBe(3)
  looks[2]?.()
  await loop.stop()
  expect(looks.length).toBe(3)
})

test('looks never overlap, whoever asks for them, and stopping waits for the last', async () => {
  const { looks, loop } = aLoop(3_600_000)
  loop.start()
  const ticked = loop.tick()
  await looksOf(looks).toBe(1)
  looks[0]?.()
  await looksOf(looks).toBe(2)
  const ended: string[] = []
  const stopped = loop.stop().then(() => ended.push('stopped'))
  void ticked.then(() => ended.push('ticked'))
  looks[1]?.()
  await stopped
  expect(ended).toEqual(['ticked', 'stopped'])
})

test('a look that fails is tried again', async () => {
  let looks = 0
  const look = async () => {
    looks += 1
    if (looks === 1) throw new Error('a disk is full')
    return Number.POSITIVE_INFINITY
  }
  const loop = createLoop({ ...SELDOM, retryMs: 5, look })
  loop.start()
  await expect.poll(() => looks).toBe(2)
  await loop.stop()
})
