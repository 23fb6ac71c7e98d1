import { createHash } from 'node:crypto'
import { type Calendar, createCalendar } from './calendar.ts'
import type { Schedule } from './schedule.ts'

/** How long before its time a digest is shown to the channel's editors, in milliseconds. */
export const DRAFT_LEAD_MS = 30 * 60_000

/** A digest that goes to editors first: when it is made and for when, both in epoch milliseconds. */
export type DraftTimes = { readonly draftAt: number; readonly dueAt: number }

/**
 * The first digest due after `after`, and when its draft is made: the lead ahead, but not before `after`, so that a draft
 * isn't superseded before the time it was made for.
 *
 *     after            draftAt ◀── lead ──▶ dueAt          after = draftAt ◀─ less ─▶ dueAt
 *
 * In either case `dueAt` is the first due time after `draftAt`, so of the two only that has to be kept.
 */
export function nextDraft(schedule: Schedule, after: number, calendar: Calendar = createCalendar()): DraftTimes {
  const dueAt = calendar.nextDue(schedule, after)
  return { dueAt, draftAt: Math.max(dueAt - DRAFT_LEAD_MS, after) }
}

/** When a schedule is next acted on: its next due time, or, with editors, when the draft for it is made. */
export function nextAct({ schedule, isDrafted }: Drafted, after: number): number {
  return isDrafted ? nextDraft(schedule, after).draftAt : createCalendar().nextDue(schedule, after)
}

/** The next due time of a schedule that is next acted on at `act`. */
export function dueOfAct({ schedule, isDrafted }: Drafted, act: number): number {
  return isDrafted ? createCalendar().nextDue(schedule, act) : act
}

export type Drafted = { readonly schedule: Schedule; readonly isDrafted: boolean }

/** A draft's state after an act; `null`: it can't be done any more, or is done already. */
export function afterAct(state: DraftState, act: DraftAct): DraftState | null {
  const isOpen = state === 'waiting' || state === 'held'
  switch (act) {
    case 'approve':
      return isOpen ? 'approved' : null
    case 'hold':
      return state === 'waiting' || state === 'approved' ? 'held' : null
    case 'intro':
    case 'no-intro':
      return isOpen ? state : null
    default:
      return act satisfies never
  }
}

/** What an approved draft is once the ledger is done with it; `null`: it is not. A post that can't be made is withdrawn. */
export function afterPosting(post: string | null): 'published' | 'withdrawn' | null {
  if (post === 'sent') return 'published'
  return post === null || post === 'gone' || post === 'refused' ? 'withdrawn' : null
}

/** A name for what a draft would post, of `[0-9a-f]`: with another digest or intro it is another. */
export function draftCode({ digestId, intro }: { readonly digestId: string; readonly intro: string | null }): string {
  return createHash('sha256')
    .update(`${digestId}\n${intro ?? ''}`)
    .digest('hex')
    .slice(0, 8)
}

/** What becomes of a channel's digest before it is posted. The first three may still change. */
export const DRAFT_STATES = ['waiting', 'held', 'approved', 'published', 'superseded', 'withdrawn'] as const

export type DraftState = (typeof DRAFT_STATES)[number]

/** What an editor does with a draft: `intro` asks for one, `no-intro` takes it away again. */
export type DraftAct = 'approve' | 'hold' | 'intro' | 'no-intro'
