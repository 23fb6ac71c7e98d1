import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { clocks, createTenure, TTL_MS, watchSigns } from '../delivery/tenure.ts'
import type { Changes } from '../store/changes.ts'
import type { Inbox, PostedUpdate, StoredUpdate } from '../store/inbox.ts'
import { PROCESS_NAME } from '../store/process-name.ts'

/** Gives an update to be handled; `mayBegin`: asked right before, `false`: another process has it. Resolves with whether it was handled. */
export type HandleUpdate = (update: StoredUpdate, mayBegin: () => Promise<boolean>) => Promise<boolean>

/** Shares the posted updates out over the processes on a database: each is handled by one of them, a lane's in order. */
export type PostedUpdates = {
  /** Resolves once it is stored, by this process or before. @throws where the database does not answer */
  readonly store: (update: Omit<PostedUpdate, 'receivedAt'>) => Promise<void>
  /** From now on handles its own, and those whose process ended. */
  readonly start: (handle: HandleUpdate) => void
  /** To be called once nothing is handled any more: leaves the rest to the others. */
  readonly stop: () => Promise<void>
}

export type PostedUpdatesOptions = {
  readonly inbox: Inbox
  readonly changes: Pick<Changes, 'look'>
  readonly log: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Without a sign of life for so many milliseconds a process is taken for dead; fifteen seconds when not given. */
  readonly ttlMs?: number
}

/** Long enough to gather what a flood brings, short beside an answer from Telegram. */
const GAP_MS = 5
const RETRY_MS = 250
const WATCH_EVERY_MS = 500
/** A stop does not wait longer for a database that does not answer. */
const LEAVE_MS = 3_000

/** What the next exchange with the inbox is to hold. */
type NextBatch = {
  readonly posted: PostedUpdate[]
  readonly handled: number[]
  readonly done: PromiseWithResolvers<void>
}

/** `lost`: another process has it, or may have it. */
type Progress = 'waiting' | 'begun' | 'lost'

let made = 0

export function createPostedUpdates({ inbox, changes, log, now, ttlMs = TTL_MS }: PostedUpdatesOptions): PostedUpdates {
  made += 1
  const name = `${PROCESS_NAME}/${made}`
  const tenure = createTenure(ttlMs)
  const inHand = new Map<number, { readonly progress: Progress; readonly lane: string | null }>()
  const inWork = new Set<Promise<void>>()
  const stopping = new AbortController()
  let handle: HandleUpdate | null = null
  let next = emptyBatch()
  let isWanted = false
  let running: Promise<void> | null = null
  let watching = Promise.resolve()
  let isRecovering = false
  let isAdopting = false
  let isWarned = false
  let askedAt = 0

  /** Resolves with the batch that begins next; one at a time, so that updates are given in their order. */
  function exchange(): Promise<void> {
    isWanted = true
    const { promise } = next.done
    running ??= run()
    return promise
  }

  async function run(): Promise<void> {
    while (isWanted) {
      await sleep(GAP_MS)
      const batch = next
      next = emptyBatch()
      isWanted = false
      try {
        await send(batch)
        batch.done.resolve()
        isWarned = false
      } catch (error) {
        await failed(batch, error)
      }
    }
    // at once: what is wanted from now on begins anew
    running = null
  }

  async function send({ posted, handled }: NextBatch): Promise<void> {
    const asked = clocks()
    const wanted = { posted, handled, isRecovering, isAdopting, now: now() }
    isRecovering = false
    isAdopting = false
    const { updates, isAnew, newestChange } = await inbox.exchange(name, wanted)
    askedAt = asked.monotonic
    tenure.extend(asked)
    if (isAnew || wanted.isRecovering) lose(new Set(updates.map(({ id }) => id)))
    await changes.look(newestChange)
    // what was lost is still in its lane's way: the lane comes again, in order, once it is not
    const held = lostLanes()
    if (held.size > 0) isRecovering = true
    for (const update of updates) if (!held.has(update.lane)) give(update)
  }

  /** Whether it was stored is unknown: who posted it posts it again, and what is stored is asked for. */
  async function failed(batch: NextBatch, error: unknown): Promise<void> {
    isRecovering = true
    next.handled.push(...batch.handled)
    isWanted ||= batch.handled.length > 0
    batch.done.reject(error)
    if (!isWarned) log.error({ err: error }, 'the database does not take updates: tried again')
    isWarned = true
    await sleep(RETRY_MS)
  }

  /** All that have not begun, but for those that are kept. */
  function lose(kept: ReadonlySet<number>): void {
    for (const [id, { progress, lane }] of inHand)
      if (progress === 'waiting' && !kept.has(id)) inHand.set(id, { progress: 'lost', lane })
  }

  function lostLanes(): ReadonlySet<string | null> {
    return new Set(inHand.values().flatMap(({ progress, lane }) => (progress === 'lost' ? [lane] : [])))
  }

  function give(update: StoredUpdate): void {
    if (handle === null || inHand.has(update.id) || next.handled.includes(update.id)) return
    const { id, lane } = update
    inHand.set(id, { progress: 'waiting', lane })
    const work = handle(update, () => mayBegin(update)).then((isHandled) => {
      const wasLost = inHand.get(id)?.progress === 'lost'
      inHand.delete(id)
      inWork.delete(work)
      if (isHandled) next.handled.push(id)
      if (isHandled || (wasLost && !lostLanes().has(lane))) void exchange().catch(() => {})
    })
    inWork.add(work)
  }

  async function mayBegin({ id, lane }: StoredUpdate): Promise<boolean> {
    // while its database does not answer, another process may have taken all of it
    if (tenure.isOver()) await exchange().catch(() => lose(new Set()))
    if (inHand.get(id)?.progress === 'lost') return false
    inHand.set(id, { progress: 'begun', lane })
    return true
  }

  /** Buries the processes that ended, adopts what they left, and gives signs of life. */
  async function watch(): Promise<void> {
    const signs = watchSigns(ttlMs)
    while (!stopping.signal.aborted) {
      try {
        const asked = clocks()
        for (const taker of await inbox.takers())
          if (taker.name !== name && signs.isLost(taker, asked)) await inbox.bury(taker)
        isAdopting ||= await inbox.hasOrphans(now())
        if (isAdopting || isRecovering || performance.now() - askedAt >= ttlMs / 3) await exchange()
      } catch {
        // nobody could give a sign of life; it is told where it is needed
        signs.forget()
      }
      await sleep(WATCH_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  async function leave(until: number): Promise<void> {
    while (next.handled.length > 0 && performance.now() < until) await exchange().catch(() => {})
    await running
    await inbox.leave(name)
  }

  return {
    store: (update) => {
      if (stopping.signal.aborted) throw new Error('it has stopped')
      next.posted.push({ ...update, receivedAt: now() })
      return exchange()
    },
    start: (handler) => {
      if (stopping.signal.aborted) return
      handle = handler
      watching = watch()
    },
    stop: async () => {
      handle = null
      stopping.abort()
      const until = performance.now() + LEAVE_MS
      const ended = Promise.all([watching, ...inWork])
      const left = ended
        .then(() => (askedAt === 0 ? undefined : leave(until)))
        .catch((error: unknown) => log.error({ err: error }, 'what was handled could not be noted'))
      await Promise.race([left, sleep(LEAVE_MS, undefined, { ref: false })])
    },
  }
}

function emptyBatch(): NextBatch {
  const done = Promise.withResolvers<void>()
  // who waits for it is told; often nobody does
  done.promise.catch(() => {})
  return { posted: [], handled: [], done }
}
