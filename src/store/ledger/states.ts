import { sql } from 'kysely'

/*
 * A delivery's states, and what moves it from one to another:
 *
 *     pending   enqueued and not tried since. claimed → sending
 *     later     tried in vain: a flood, a failing server. claimed from `not_before` on → sending
 *     sending   in the sender's hands. Telegram's answer → sent, later, gone or refused; its chat's pace → pending;
 *               the sender died → pending, at the next start
 *     sent      Telegram has it as `message_id`. A correction of it is a delivery of its own, with `edits`
 *     gone      given up, as its chat or topic can't be written to. Enqueued or shown anew → pending
 *     refused   given up, as Telegram refused it or failed for a day. Enqueued or shown anew → pending
 *
 * A waiting one that is withdrawn is deleted; so is one that has ended, thirty days after it was made.
 */
export const WAITING_STATES = ['pending', 'later'] as const
export const UNSETTLED_STATES = [...WAITING_STATES, 'sending'] as const
export const GIVEN_UP_STATES = ['gone', 'refused'] as const
export const ENDED_STATES = ['sent', ...GIVEN_UP_STATES] as const

/**
 * The condition of the index `deliveries_unsettled`, word for word: only so the database uses it. What is being sent is
 * in the index too, so that a claim need not touch it; it is at the front, and never much.
 */
export const UNSETTLED = sql<boolean>`deliveries.state in ('pending', 'later', 'sending')`
export const WAITING = sql<boolean>`${UNSETTLED} and deliveries.state <> 'sending'`
export const SENDING = sql<boolean>`${UNSETTLED} and deliveries.state = 'sending'`
