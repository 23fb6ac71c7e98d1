import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairQueue, type Work } from '../../src/bot/fair-queue.ts'

const failed = (error: unknown) => {
  throw error
}

/** Work that ends on demand; records what began and what ended. */
function aWorkshop() {
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const running = new Set<string>()
  const work = (lane: string, name: string, sources: Work['sources'] = []): Work => ({
    lane,
    sources,
    run: () => {
      began.push(name)
      running.add(name)
      return new Promise((resolve) => {
        ends.set(name, () => {
          running.delete(name)
          resolve()
        })
      })
    },
  })
  const end = async (name: string) => {
    ends.get(name)?.()
    ends.delete(name)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { began, running, work, end }
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), lane: fc.nat(4), source: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(9) }) },
  ),
  { maxLength: 80 },
)

test('a lane keeps its order and one place; places and bounds hold; accepted work runs once', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 6 }),
      async (acts, places, most) => {
        const queue = createFairQueue({ places, most: 1000, failed })
        const { began, running, work, end } = aWorkshop()
        const taken: { readonly name: string; readonly lane: string; readonly source: string }[] = []
        const done = new Set<string>()
        const laneOf = (name: string) => name.split(' ')[0] ?? ''
        const held = (source: string) => taken.filter((one) => one.source === source && !done.has(one.name)).length
        for (const [at, act] of acts.entries()) {
          if (act.kind === 'add') {
            const [lane, source] = [`${act.lane}`, `source ${act.source}`]
            const name = `${lane} ${at}`
            const before = held(source)
            const admission = queue.add(work(lane, name, [{ id: source, most }]))
            if (before >= most) expect(admission).not.toBe('taken')
            if (before === 0) expect(admission).toBe('taken')
            if (admission === 'taken') taken.push({ name, lane, source })
          } else {
            const name = [...running][act.which % Math.max(1, running.size)]
            if (name !== undefined) {
              await end(name)
              done.add(name)
            }
          }
          const lanes = [...running].map(laneOf)
          expect(new Set(lanes).size).toBe(lanes.length)
          const lanesWithWork = new Set(taken.filter(({ name }) => !done.has(name)).map(({ lane }) => lane))
          expect(running.size).toBe(Math.min(places, lanesWithWork.size))
          expect(queue.room()).toBe(1000 - (taken.length - done.size))
        }
        while (running.size > 0) for (const name of [...running]) await end(name)
        await queue.idle()
        for (const lane of new Set(taken.map((one) => one.lane))) {
          const wanted = taken.filter((one) => one.lane === lane).map(({ name }) => name)
          expect(began.filter((name) => laneOf(name) === lane)).toEqual(wanted)
        }
        expect(queue.room()).toBe(1000)
      },
    ),
  )
})

test('lanes take turns: a long lane does not delay later ones', async () => {
  const queue = createFairQueue({ places: 1, most: 100, failed })
  const { began, running, work, end } = aWorkshop()
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) queue.add(work(name.slice(0, 1), name))
  while (running.size > 0) for (const name of [...running]) await end(name)
  expect(began).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
})

test('a flooding source is refused until its work is done, and reported once', async () => {
  const queue = createFairQueue({ places: 4, most: 100, failed })
  const { work, end } = aWorkshop()
  const mine = [{ id: 'me', most: 2 }]
  const add = (name: string) => queue.add(work('lane', name, mine))
  expect([add('1'), add('2'), add('3'), add('4')]).toEqual(['taken', 'taken', 'flood', 'refused'])
  expect(queue.add(work('other', 'other', [{ id: 'you', most: 2 }, ...mine]))).toBe('refused')
  await end('1')
  expect(add('5')).toBe('refused')
  await end('2')
  expect([add('6'), add('7'), add('8')]).toEqual(['taken', 'taken', 'flood'])
})

test('work without a source is never refused and takes no room; work added next runs before waiting work', async () => {
  const queue = createFairQueue({ places: 1, most: 2, failed })
  const { began, running, work, end } = aWorkshop()
  const mine = [{ id: 'me', most: 2 }]
  for (const name of ['1', '2', 'refused']) queue.add(work('lane', name, mine))
  expect(queue.add(work('lane', 'fact'))).toBe('taken')
  queue.addNext(work('lane', 'line', mine))
  expect(queue.room()).toBe(-1)
  let hasRoom = false
  const waited = queue.hasRoom().then(() => {
    hasRoom = true
  })
  await end('1')
  expect(hasRoom).toBe(false)
  while (running.size > 0) for (const name of [...running]) await end(name)
  await waited
  expect(began).toEqual(['1', 'line', '2', 'fact'])
})

test('work that fails ends its turn only', async () => {
  const errors: unknown[] = []
  const queue = createFairQueue({ places: 1, most: 10, failed: (error) => errors.push(error) })
  const { began, work, end } = aWorkshop()
  const run = () => Promise.reject(new Error('broken'))
  queue.add({ lane: 'a', sources: [], run })
  queue.add(work('a', 'next'))
  await expect.poll(() => began).toEqual(['next'])
  await end('next')
  await queue.idle()
  expect(errors).toEqual([new Error('broken')])
})
