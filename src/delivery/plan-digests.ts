import { setImmediate as turn } from 'node:timers/promises'
import type { DigestForm } from '../digest/form.ts'
import {
  type DigestContent,
  type PlannedDigest,
  partIn,
  planDigests,
  slugsIn,
  unnamedIn,
} from '../digest/plan-digests.ts'
import type { Language } from '../language/language.ts'
import type { Digits } from '../messages/wording.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { DigestMessage } from '../store/ledger/messages.ts'
import { readerOfPlace } from '../store/readers/reading.ts'
import type { ChatKind } from '../store/schema.ts'
import type { DueInChat, PlannedWrite } from '../store/subscriptions/planning.ts'
import type { Message } from '../text/message.ts'
import { type EditionSource, type GatheredEdition, gatherEdition } from './gather-edition.ts'
import { createLoop, type WorkerParts } from './loop.ts'

/** Equal audiences share one rendering. */
export type DigestAudience = {
  readonly language: Language
  readonly digits: Digits | null
  readonly chatKind: ChatKind
  readonly form: DigestForm
}

export type DigestPlannerOptions = WorkerParts & {
  readonly archive: EditionSource
  /** `items`: the articles that the digest shows. `null`: send no message. */
  readonly render: (
    digest: { readonly content: DigestContent; readonly items: readonly ShelfItem[] },
    audience: DigestAudience,
  ) => Message | null
  /** Called when no due chat had new articles, with the number of the newest article. */
  readonly emptyForAll?: (newest: number) => Promise<void>
  /** The longest time between two ticks, in milliseconds of the monotonic clock; a minute when not given. */
  readonly everyMs?: number
}

/** Adds deliveries for due subscriptions to the ledger every minute; a missed minute is caught up by the next. */
export type DigestPlanner = {
  /** Ticks now and at each minute. */
  readonly start: () => void
  /** Plans all that is due now. Ticks never overlap. */
  readonly tick: () => Promise<TickReport>
  /** Starts no more ticks; resolves when the one under way has ended. */
  readonly stop: () => Promise<void>
}

/** `silent`: due without a message; `skipped`: due times that passed too long ago. */
type TickReport = {
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

const NOTHING_DUE: TickReport = { due: 0, planned: 0, silent: 0, skipped: 0 }

export function createDigestPlanner(options: DigestPlannerOptions): DigestPlanner {
  const { store, archive, render, now, log, wake, isOnDuty, everyMs = MINUTE_MS } = options
  let running: Promise<unknown> = Promise.resolve()
  let prunedAt = Number.NEGATIVE_INFINITY

  async function run(): Promise<TickReport> {
    const time = now()
    const nextDue = await store.planning.nextDue()
    const report = nextDue === null || nextDue > time ? NOTHING_DUE : await planAll(time)
    if (performance.now() - prunedAt > PRUNE_EVERY_MS) {
      while (await store.deliveries.prune(time - KEEP_ENDED_MS)) await turn()
      prunedAt = performance.now()
    }
    return report
  }

  async function planAll(time: number): Promise<TickReport> {
    const edition = await gatherEdition(archive)
    const newest = edition.recent[0]?.number ?? 0
    const planner = createPlanner({ edition, render, time })
    for (let limit = FIRST_STEP; ; await turn()) {
      const began = performance.now()
      const due = await edition.settle(() => store.planning.step({ now: time, limit, newest, decide: planner.decide }))
      if (planner.report().planned > 0) wake()
      if (due < limit) break
      limit = nextStep(limit, performance.now() - began)
    }
    const { skipped } = planner.report()
    if (skipped > 0) await store.tallies.addSkipped(skipped)
    if (planner.isEmptyForAll()) await options.emptyForAll?.(newest)
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

  /** Milliseconds to the wall clock's next minute or an earlier due time: a timer may fire early, and the clock may be set. */
  function waitAt(time: number, nextDue: number | null): number {
    const wait = Math.min((nextDue ?? Number.POSITIVE_INFINITY) - time, MINUTE_MS - (time % MINUTE_MS))
    return Math.min(everyMs, Math.max(SOONEST_MS, wait))
  }

  const loop = createLoop({
    look: tickLogged,
    trouble: 'digests could not be planned: tried again in a minute',
    retryMs: everyMs,
    log,
    isOnDuty,
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

type Planning = Pick<DigestPlannerOptions, 'render'> & { readonly edition: GatheredEdition; readonly time: number }

function createPlanner({ edition, render, time }: Planning) {
  const renderings = new Map<string, DigestMessage | null>()
  const report = { ...NOTHING_DUE }
  const chosen = { all: 0, new: 0 }

  function renderOnce(content: DigestContent, subscription: DueInChat): DigestMessage | null {
    if (content.kind === 'nothing') return null
    const { language, digits, chatKind, wishes } = subscription
    const form = content.kind === 'new' ? `${wishes.sections} ${wishes.length}` : ''
    const key = `${language} ${digits} ${chatKind} ${form} ${JSON.stringify(content)}`
    const known = renderings.get(key)
    if (known !== undefined) return known
    const items = edition.itemsOf(content)
    if (edition.isLacking()) return null
    const message = render({ content, items }, { language, digits, chatKind, form: wishes })
    const rendered =
      message === null ? null : { message, shows: { slugs: slugsIn(content), language }, unnamed: unnamedIn(content) }
    renderings.set(key, rendered)
    return rendered
  }

  function writeOf({ content, dueAt, nextDue, seenThrough }: PlannedDigest, subscription: DueInChat): PlannedWrite {
    const digest = renderOnce(content, subscription)
    const part = partIn(content)
    return {
      subscriptionId: subscription.id,
      ...{ dueAt, nextDue, seenThrough, digest },
      read: digest === null || part === null ? null : { reader: readerOfPlace(subscription), ...part },
    }
  }

  function count(planned: readonly PlannedDigest[], writes: readonly PlannedWrite[]): void {
    for (const { skipped, isContentChosen, content } of planned) {
      report.skipped += skipped
      chosen.all += Number(isContentChosen)
      chosen.new += Number(content.kind === 'new')
    }
    for (const { digest } of writes) report[digest === null ? 'silent' : 'planned'] += 1
    report.due += writes.length
  }

  function decide(due: readonly DueInChat[]): readonly PlannedWrite[] | null {
    const byId = new Map(due.map((subscription) => [subscription.id, subscription]))
    const planned = planDigests(due, edition, time)
    // while articles are lacking the writes are provisional: all lacking articles are noted in one pass
    const writes = planned.flatMap((one) => {
      const subscription = byId.get(one.subscription.id)
      return subscription === undefined ? [] : [writeOf(one, subscription)]
    })
    if (edition.isLacking()) return null
    count(planned, writes)
    return writes
  }

  return {
    decide,
    report: (): TickReport => ({ ...report }),
    isEmptyForAll: () => chosen.all > 0 && chosen.new === 0,
  }
}
