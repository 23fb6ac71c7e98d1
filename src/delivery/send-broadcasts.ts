import { setImmediate as turn } from 'node:timers/promises'
import type { Broadcast } from '../store/ledger/broadcasts.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

export type BroadcasterOptions = WorkerParts & {
  /** Shows the owner its progress. May reject: it is called again later. */
  readonly show: (broadcast: Broadcast) => Promise<void>
}

const STEP = 200
/** Filling the ledger yields to other broadcasts after this time. */
const FILL_MS = 1_000
const LOOK_EVERY_MS = 400
/** More frequent edits would annoy the reader and hit Telegram's limits. */
const SHOW_EVERY_MS = 2_500

/** Adds broadcasts to the ledger, some chats at a time, and shows their progress; resumes after a restart. */
export function createBroadcaster({ store, now, log, wake, isOnDuty, show }: BroadcasterOptions): Loop {
  const loop = createLoop({
    look,
    retryMs: LOOK_EVERY_MS,
    trouble: 'an announcement could not go on: tried again',
    log,
    isOnDuty,
  })
  /** The state last shown for each broadcast, and when. */
  const shown = new Map<number, { readonly state: string; readonly at: number }>()

  async function look(): Promise<number> {
    const open = await store.broadcasts.unfinished()
    for (const broadcast of open) await advance(broadcast)
    return open.length > 0 ? LOOK_EVERY_MS : Number.POSITIVE_INFINITY
  }

  async function advance(broadcast: Broadcast): Promise<void> {
    const { id, state } = broadcast
    const more = state === 'running' ? await fill(id) : await empty(id)
    if (loop.isStopping()) return
    const ended = !more && !(await store.broadcasts.isOpen(id))
    const last = shown.get(id)
    if (!ended && last?.state === state && performance.now() - last.at < SHOW_EVERY_MS) return
    shown.set(id, { state, at: performance.now() })
    const current = await store.broadcasts.find(id)
    if (current === null || current.state !== state) return
    if (!ended) return await show(current)
    const end = state === 'running' ? 'done' : 'stopped'
    // shown before it is stored: a process killed in between shows it again
    await show({ ...current, state: end })
    await store.broadcasts.finish(id, end, now())
    shown.delete(id)
  }

  /** Whether chats remain to be added to the ledger. */
  async function fill(id: number): Promise<boolean> {
    for (const until = performance.now() + FILL_MS; performance.now() < until && !loop.isStopping(); await turn()) {
      if (!(await store.broadcasts.plan({ id, limit: STEP }, now()))) return false
      wake()
    }
    return true
  }

  async function empty(id: number): Promise<boolean> {
    for (const until = performance.now() + FILL_MS; performance.now() < until && !loop.isStopping(); await turn()) {
      if (!(await store.broadcasts.withdraw(id, STEP))) return false
    }
    return true
  }

  return loop
}
