import type { Logger } from 'pino'
import type { ClaimedDelivery } from '../../store/ledger/deliveries.ts'
import type { Store } from '../../store/store.ts'
import type { Sleeper } from '../wake.ts'
import type { Conclusion, Consequence } from './settle.ts'

export type LedgerWriterOptions = {
  readonly store: Store
  readonly now: () => number
  readonly log: Logger
  /** Woken when there are conclusions to write. */
  readonly sleeper: Sleeper
}

/** Tracks claimed deliveries until their conclusions are written. Claims nothing while the store can't be written. */
export type LedgerWriter = {
  /** Works under a new epoch of the lease; resolves with the end of an earlier process's flood wait (epoch ms). */
  readonly begin: (epoch: number) => Promise<number>
  /** Claimed and not yet acknowledged. */
  readonly open: () => number
  readonly hasUnwritten: () => boolean
  readonly settle: (conclusion: Conclusion) => void
  /** Stores the end of a flood wait, for a later process too; epoch milliseconds. */
  readonly closeUntil: (until: number) => void
  /** Writes all conclusions and claims more. `landed`: milliseconds that each was open. */
  readonly advance: (claims: number) => Promise<Advance>
  /** The wall clock was set by so many milliseconds. */
  readonly followClock: (step: number) => Promise<void>
  /** When the next waiting delivery may be sent, epoch milliseconds; infinity when none waits. */
  readonly nextAt: () => Promise<number>
}

type Advance = { readonly claimed: readonly ClaimedDelivery[]; readonly landed: readonly number[] }

const CLOSED_UNTIL = 'sender-closed-until'
const FIRST_PROBE_MS = 500
const LONGEST_PROBE_MS = 10_000

export function createLedgerWriter({ store, now, log, sleeper }: LedgerWriterOptions): LedgerWriter {
  const claimedAt = new Map<number, number>()
  const conclusions: Conclusion[] = []
  let closed: number | null = null
  let epoch = 0

  /** On a full or failing disk: holds conclusions in memory and retries; meanwhile nothing is sent. */
  async function insist<T>(write: () => Promise<T>): Promise<T> {
    for (let wait = FIRST_PROBE_MS; ; wait = Math.min(wait * 2, LONGEST_PROBE_MS)) {
      try {
        const result = await write()
        if (wait > FIRST_PROBE_MS) log.info('the ledger can be written again')
        return result
      } catch (error) {
        if (wait === FIRST_PROBE_MS)
          log.error({ err: error }, 'the ledger can’t be written: sending rests until it can')
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  async function writeConsequences(count: number): Promise<void> {
    if (closed !== null) await store.meta.set(CLOSED_UNTIL, String(closed))
    closed = null
    for (const { consequence } of conclusions.slice(0, count)) await follow(store, consequence, now())
  }

  return {
    begin: async (next) => {
      epoch = next
      return await insist(async () => Number((await store.meta.get(CLOSED_UNTIL)) ?? 0))
    },
    open: () => claimedAt.size,
    hasUnwritten: () => conclusions.length > 0,
    settle: (conclusion) => {
      conclusions.push(conclusion)
      sleeper.wake()
    },
    closeUntil: (until) => {
      closed = until
    },
    followClock: (step) => insist(() => store.deliveries.followClock(step, now())),
    nextAt: () => insist(async () => (await store.deliveries.nextAt()) ?? Number.POSITIVE_INFINITY),
    advance: async (claims) => {
      if (claims === 0 && conclusions.length === 0) return { claimed: [], landed: [] }
      return await insist(async () => {
        const count = conclusions.length
        await writeConsequences(count)
        const settlements = conclusions.slice(0, count).map(({ settlement }) => settlement)
        const claimed = await store.deliveries.advance(settlements, claims, { now: now(), epoch })
        const time = performance.now()
        const landed = settlements.map(({ id }) => time - (claimedAt.get(id) ?? time))
        for (const { id } of settlements) claimedAt.delete(id)
        for (const { id } of claimed) claimedAt.set(id, time)
        conclusions.splice(0, count)
        return { claimed, landed }
      })
    },
  }
}

async function follow(store: Store, consequence: Consequence, now: number): Promise<void> {
  switch (consequence.kind) {
    case 'none':
      return
    case 'chat-gone':
      return await store.chats.gone(consequence.chatId, consequence.why, now)
    case 'chat-moved':
      return await store.moveChat(consequence.from, consequence.to, now)
    case 'topic-gone':
      return await store.subscriptions.pause(consequence.subscriptionId, 'topic-gone', now)
    case 'chat-held':
      return await store.deliveries.holdChat(consequence.chatId, consequence.until, now)
    default:
      consequence satisfies never
  }
}
