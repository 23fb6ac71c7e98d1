import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DigestForm } from '../digest/form.ts'
import {
  type DigestContent,
  type PlannedDigest,
  partIn,
  planDigests,
  type ShelfArticle,
  slugsIn,
} from '../digest/plan-digests.ts'
import type { Language } from '../language/language.ts'
import type { Digits } from '../messages/wording.ts'
import type { DigestMessage } from '../store/ledger/messages.ts'
import { readerOfPlace } from '../store/readers/reading.ts'
import type { ChatKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { DueInChat, PlannedWrite } from '../store/subscriptions/planning.ts'
import type { Message } from '../text/message.ts'
import { createLoop } from './loop.ts'

/** Who a digest is rendered for: equal audiences share one rendering. */
export type DigestAudience = {
  readonly language: Language
  readonly digits: Digits | null
  readonly chatKind: ChatKind
  readonly form: DigestForm
}

export type TickerOptions = {
  readonly store: Store
  /** What is on hand now. */
  readonly shelf: () => readonly ShelfArticle[]
  /** `null`: there is nothing to say. */
  readonly render: (content: DigestContent, audience: DigestAudience) => Message | null
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  /** Called when the ledger has new rows. */
  readonly wake: () => void
  /** Told of an edition, by its newest article's number, that had nothing new for all who were due. */
  readonly emptyForAll?: (newest: number) => Promise<void>
  /** The longest time between two ticks, in milliseconds of the monotonic clock; a minute when not given. */
  readonly everyMs?: number
}

/** Every minute: who is due gets a delivery in the ledger. A minute that is missed costs nothing, the next catches up. */
export type Ticker = {
  /** Ticks now and at each minute. */
  readonly start: () => void
  /** Plans all that is due now. Ticks never overlap. */
  readonly tick: () => Promise<TickReport>
  /** No more ticks; ends when the one under way has. */
  readonly stop: () => Promise<void>
}

/** `silent`: due with nothing to say; `skipped`: due times that passed too long ago. */
export type TickReport = {
  readonly due: number
  readonly planned: number
  readonly silent: number
  readonly skipped: number
}

/** How many subscriptions are planned in one transaction: as many as hold the event loop for about so long. */
const STEP_MS = 20
const FIRST_STEP = 200
const SMALLEST_STEP = 100
const LARGEST_STEP = 500
/** What became due while a tick ran is for the next one, this much later. */
const SOONEST_MS = 20
const MINUTE_MS = 60_000
const KEEP_ENDED_MS = 30 * 24 * 60 * 60_000
const PRUNE_EVERY_MS = 24 * 60 * 60_000

export function createTicker(options: TickerOptions): Ticker {
  const { store, now, log, wake, everyMs = MINUTE_MS } = options
  let running: Promise<unknown> = Promise.resolve()
  let prunedAt = Number.NEGATIVE_INFINITY

  async function run(): Promise<TickReport> {
    const time = now()
    const planner = createPlanner(options, time)
    const newest = Math.max(0, ...options.shelf().map((article) => article.number))
    for (let limit = FIRST_STEP; ; await turn()) {
      const began = performance.now()
      const due = await store.planning.step({ now: time, limit, newest, decide: planner.decide })
      if (planner.report().planned > 0) wake()
      if (due < limit) break
      limit = nextStep(limit, performance.now() - began)
    }
    const { skipped } = planner.report()
    if (skipped > 0) await store.tallies.addSkipped(skipped)
    if (planner.isEmptyForAll()) await options.emptyForAll?.(newest)
    if (performance.now() - prunedAt > PRUNE_EVERY_MS) {
      while (await store.deliveries.prune(time - KEEP_ENDED_MS)) await turn()
      prunedAt = performance.now()
    }
    return planner.report()
  }

  function tick(): Promise<TickReport> {
    const ticked = running.then(run)
    running = ticked.catch(() => {})
    return ticked
  }

  async function tickLogged(): Promise<number> {
    const report = await tick()
    if (report.due > 0) log.info(report, 'digests planned')
    return waitAt(now(), await store.planning.nextDue())
  }

  /** Until the wall clock's next minute, or what is due before: a timer may come early, and the clock may be set anew. */
  function waitAt(time: number, nextDue: number | null): number {
    const wait = Math.min((nextDue ?? Number.POSITIVE_INFINITY) - time, MINUTE_MS - (time % MINUTE_MS))
    return Math.min(everyMs, Math.max(SOONEST_MS, wait))
  }

  const loop = createLoop({
    look: tickLogged,
    trouble: 'digests could not be planned: tried again in a minute',
    retryMs: everyMs,
    log,
  })
  return {
    start: loop.start,
    tick,
    stop: async () => {
      await loop.stop()
      await running
    },
  }
}

function nextStep(step: number, milliseconds: number): number {
  const fitting = Math.round((step * STEP_MS) / Math.max(1, milliseconds))
  return Math.max(SMALLEST_STEP, Math.min(LARGEST_STEP, fitting))
}

function createPlanner({ shelf, render }: TickerOptions, time: number) {
  const renderings = new Map<string, DigestMessage | null>()
  const articles = shelf()
  const report = { due: 0, planned: 0, silent: 0, skipped: 0 }
  const told = { all: 0, news: 0 }

  function renderOnce(content: DigestContent, subscription: DueInChat): DigestMessage | null {
    if (content.kind === 'nothing') return null
    const { language, digits, chatKind, wishes } = subscription
    const form = content.kind === 'new' ? `${wishes.sections} ${wishes.length}` : ''
    const key = `${language} ${digits} ${chatKind} ${form} ${JSON.stringify(content)}`
    const known = renderings.get(key)
    if (known !== undefined) return known
    const message = render(content, { language, digits, chatKind, form: wishes })
    const rendered = message === null ? null : { message, shows: { slugs: slugsIn(content), language } }
    renderings.set(key, rendered)
    return rendered
  }

  function writeOf(planned: PlannedDigest, subscription: DueInChat): PlannedWrite {
    const { content, dueAt, nextDue, seenThrough } = planned
    const digest = renderOnce(content, subscription)
    const part = partIn(content)
    report.skipped += planned.skipped
    told.all += Number(planned.isTold)
    told.news += Number(content.kind === 'new')
    report[digest === null ? 'silent' : 'planned'] += 1
    return {
      subscriptionId: subscription.id,
      ...{ dueAt, nextDue, seenThrough, digest },
      read: digest === null || part === null ? null : { reader: readerOfPlace(subscription), ...part },
    }
  }

  function decide(due: readonly DueInChat[]): readonly PlannedWrite[] {
    const byId = new Map(due.map((subscription) => [subscription.id, subscription]))
    report.due += due.length
    return planDigests(due, articles, time).flatMap((planned) => {
      const subscription = byId.get(planned.subscription.id)
      return subscription === undefined ? [] : [writeOf(planned, subscription)]
    })
  }

  return {
    decide,
    report: (): TickReport => ({ ...report }),
    isEmptyForAll: () => told.all > 0 && told.news === 0,
  }
}
