import { createHash } from 'node:crypto'
import { type Calendar, createCalendar } from './calendar.ts'
import type { Schedule } from './schedule.ts'

/** How long before its time a digest is shown to the channel's editors, in milliseconds. */
export const DRAFT_LEAD_MS = 30 * 60_000

/** When a draft is shown to editors, and when it is due to be posted; epoch milliseconds. */
export type DraftTimes = { readonly draftAt: number; readonly dueAt: number }

/**
 * The first digest due after `after`, and when its draft is made: the lead ahead, but not before `after`, so that no draft is
 * superseded before its due time.
 *
 *     after            draftAt ◀── lead ──▶ dueAt          after = draftAt ◀─ less ─▶ dueAt
 *
 * In either case `dueAt` is the first due time after `draftAt`, so only `draftAt` has to be stored.
 */
export function nextDraft(schedule: Schedule, after: number, calendar: Calendar = createCalendar()): DraftTimes {
  const dueAt = calendar.nextDue(schedule, after)
  return { dueAt, draftAt: Math.max(dueAt - DRAFT_LEAD_MS, after) }
}

/** When a schedule needs planning next: at its next due time or, with editors, when that digest's draft is made. */
export function nextAct({ schedule, isDrafted }: Drafted, after: number): number {
  return isDrafted ? nextDraft(schedule, after).draftAt : createCalendar().nextDue(schedule, after)
}

/** The due time that planning at `act` is for. */
export function dueOfAct({ schedule, isDrafted }: Drafted, act: number): number {
  return isDrafted ? createCalendar().nextDue(schedule, act) : act
}

export type Drafted = { readonly schedule: Schedule; readonly isDrafted: boolean }

/** A draft's state after an act; `null`: the act is no longer possible, or done already. */
export function afterAct(state: DraftState, act: DraftAct): DraftState | null {
  const isOpen = state === 'waiting' || state === 'held'
  switch (act) {
    case 'approve':
      return isOpen ? 'approved' : null
    case 'hold':
      return state === 'waiting' || state === 'approved' ? 'held' : null
    case 'intro':
    case 'no-intro':
    case 'articles':
      return isOpen ? state : null
    default:
      return act satisfies never
  }
}

/** An approved draft's state once its delivery has ended: `withdrawn` when it failed; `null`: not ended. */
export function afterPosting(post: string | null): 'published' | 'withdrawn' | null {
  if (post === 'sent') return 'published'
  return post === null || post === 'gone' || post === 'refused' ? 'withdrawn' : null
}

/** A hex code of a draft's digest and intro: another text gets another code. */
export function draftCode({ digestId, intro }: { readonly digestId: string; readonly intro: string | null }): string {
  return createHash('sha256')
    .update(`${digestId}\n${intro ?? ''}`)
    .digest('hex')
    .slice(0, 8)
}

/** The states of a draft. The first three may still change. */
export const DRAFT_STATES = ['waiting', 'held', 'approved', 'published', 'superseded', 'withdrawn'] as const

export type DraftState = (typeof DRAFT_STATES)[number]

/** An editor's action: `intro` adds one, `no-intro` removes it, `articles` drops or moves one. */
export type DraftAct = 'approve' | 'hold' | 'intro' | 'no-intro' | 'articles'

/** What was changed last in a draft. */
export type DraftChange = 'dropped' | 'raised' | 'corrected' | 'intro' | 'no-intro'
