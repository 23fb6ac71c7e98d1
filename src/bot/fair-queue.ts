/*
 * Lanes with work take turns, and one piece of a lane runs at a time, in order:
 *
 *   lane a  1 2 3 4 5
 *   lane b  1 2          →  a1 b1 c1 a2 b2 a3 a4 a5
 *   lane c  1
 *
 * What waits in a lane takes no place. Each source may have so many pieces in the queue; one more, and it is flooding:
 * all of its work is refused until what it has in the queue is done.
 */

/** Whose work it is. */
export type Source = {
  readonly id: string | number
  /** Pieces it may have in the queue, waiting and running. */
  readonly most: number
}

export type Work = {
  readonly lane: string
  /** None: it is never refused and takes no room. */
  readonly sources: readonly Source[]
  readonly run: () => Promise<void>
}

/** `flood`: refused, and the first one since a source of it began to flood. */
type Admission = 'taken' | 'flood' | 'refused'

export type FairQueue = {
  readonly add: (work: Work) => Admission
  /** Takes work, whoever floods, as the next of its lane. */
  readonly addNext: (work: Work) => void
  /** Pieces that still fit; below zero when more was taken than fits. */
  readonly room: () => number
  readonly hasRoom: () => Promise<void>
  readonly idle: () => Promise<void>
}

export type FairQueueOptions = {
  /** Lanes that run at once. */
  readonly places: number
  /** Pieces of all sources, waiting and running. */
  readonly most: number
  readonly failed: (error: unknown) => void
}

/** An empty queue. */
export function createFairQueue({ places, most, failed }: FairQueueOptions): FairQueue {
  /** What waits in each lane that has work; a lane is here until the last of it is done. */
  const lanes = new Map<string, Work[]>()
  const turns: string[] = []
  const counts = new Map<Source['id'], number>()
  const flooding = new Set<Source['id']>()
  const waiting = new Set<{ readonly isSo: () => boolean; readonly resolve: () => void }>()
  let running = 0
  let total = 0
  const room = () => most - total
  const put = (work: Work, where: 'first' | 'last') => {
    count(work, 1)
    const lane = lanes.get(work.lane)
    if (lane === undefined) {
      lanes.set(work.lane, [work])
      turns.push(work.lane)
    } else if (where === 'first') lane.unshift(work)
    else lane.push(work)
    begin()
  }
  return {
    add: (work) => {
      const full = work.sources.filter((source) => isFull(source))
      if (full.length > 0) return refuse(full)
      put(work, 'last')
      return 'taken'
    },
    addNext: (work) => put(work, 'first'),
    room,
    hasRoom: () => when(() => room() > 0),
    idle: () => when(() => lanes.size === 0),
  }

  function isFull({ id, most: mostOfSource }: Source): boolean {
    return flooding.has(id) || (counts.get(id) ?? 0) >= mostOfSource
  }

  function refuse(full: readonly Source[]): Admission {
    const isNew = full.some(({ id }) => !flooding.has(id))
    for (const { id } of full) flooding.add(id)
    return isNew ? 'flood' : 'refused'
  }

  function begin(): void {
    while (running < places) {
      const name = turns.shift()
      const work = name === undefined ? undefined : lanes.get(name)?.shift()
      if (work === undefined) return
      running += 1
      void run(work)
    }
  }

  async function run(work: Work): Promise<void> {
    try {
      await work.run()
    } catch (error) {
      failed(error)
    }
    running -= 1
    count(work, -1)
    if (lanes.get(work.lane)?.length === 0) lanes.delete(work.lane)
    else turns.push(work.lane)
    begin()
    for (const waiter of waiting) if (waiter.isSo()) waiter.resolve()
  }

  function count({ sources }: Work, change: 1 | -1): void {
    if (sources.length > 0) total += change
    for (const { id } of sources) {
      const left = (counts.get(id) ?? 0) + change
      counts.set(id, left)
      if (left > 0) continue
      counts.delete(id)
      flooding.delete(id)
    }
  }

  function when(isSo: () => boolean): Promise<void> {
    if (isSo()) return Promise.resolve()
    return new Promise((resolve) => {
      const waiter = {
        isSo,
        resolve: () => {
          waiting.delete(waiter)
          resolve()
        },
      }
      waiting.add(waiter)
    })
  }
}
