/*
 * Lanes with work take turns, and one piece of a lane runs at a time, in order:
 *
 *   lane a  1 2 3 4 5
 *   lane b  1 2          →  a1 b1 c1 a2 b2 a3 a4 a5
 *   lane c  1
 *
 * Waiting work takes no place. Each source may have so many pieces in the queue; with one more it is flooding: all of its
 * work is refused until its pieces in the queue are done.
 */

/** A person or chat that work comes from. */
export type Source = {
  readonly id: string | number
  /** Pieces it may have in the queue, waiting and running. */
  readonly most: number
}

export type Work = {
  readonly lane: string
  /** Work without a source is never refused and takes no room. */
  readonly sources: readonly Source[]
  readonly run: () => Promise<void>
}

/** `flood`: refused, and the first one since a source of it began to flood. */
type Admission = 'taken' | 'flood' | 'refused'

export type FairQueue = {
  readonly add: (work: Work) => Admission
  /** Adds work as the next of its lane, even of a flooding source. */
  readonly addNext: (work: Work) => void
  /** Pieces that still fit; below zero when more were added than fit. */
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

export function createFairQueue({ places, most, failed }: FairQueueOptions): FairQueue {
  /** The waiting work of each lane; a lane is here until its last piece is done. */
  const lanes = new Map<string, Work[]>()
  const turns: string[] = []
  const counts = new Map<Source['id'], number>()
  const flooding = new Set<Source['id']>()
  const waiting = new Set<{ readonly isMet: () => boolean; readonly resolve: () => void }>()
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
    hasRoom: () => waitUntil(() => room() > 0),
    idle: () => waitUntil(() => lanes.size === 0),
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
    for (const waiter of waiting) if (waiter.isMet()) waiter.resolve()
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

  function waitUntil(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve()
    return new Promise((resolve) => {
      const waiter = {
        isMet,
        resolve: () => {
          waiting.delete(waiter)
          resolve()
        },
      }
      waiting.add(waiter)
    })
  }
}
