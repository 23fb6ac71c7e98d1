import type { Schedule, Weekday } from '../../digest/schedule.ts'
import { namedZone } from '../../digest/zone-list.ts'
import type { Message } from '../../text/message.ts'
import { type ButtonRow, grid, pressButton, row } from '../buttons/keyboard.ts'
import type { Press } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'

/** A schedule with its next post in epoch milliseconds; `null`: none. */
export type Appointment = { readonly schedule: Schedule; readonly next: number | null }

/** Minutes of the day. */
const OFFERED_TIMES = [7, 8, 13, 17, 19, 21].map((hour) => hour * 60)

/** Times of day to choose from for a first subscription. */
export function renderChoice(view: View, line = 'subscribe-choose'): Message {
  const { wording } = view
  return toMessage(
    phrase(wording, line),
    offeredTimes(wording, (minute) => ({ kind: 'subscribe', minute })),
  )
}

/** A button for each time that is offered; `press`: what it does. */
export function offeredTimes(wording: Wording, press: (minute: number) => Press): readonly ButtonRow[] {
  const times = OFFERED_TIMES.map((minute) =>
    pressButton(wording.say('button-subscribe-at', { time: wording.clock(minute) }), press(minute)),
  )
  return grid(wording, 3, times)
}

/** A new subscription in words, with buttons to its settings and to end it. */
export function renderSubscribed(agreed: Appointment, view: View): Message {
  const { wording } = view
  const more = pressButton(wording.say('button-more-settings'), {
    kind: 'adjust',
    adjustment: { kind: 'page', page: 'home' },
  })
  return toMessage(phrase(wording, 'subscribed', appointmentWords(agreed, wording)), [
    row(wording, more),
    unsubscribeRow(wording),
  ])
}

/** Asks whether to end the subscription; the safe answer stands first. */
export function renderUnsubscribeQuestion({ wording }: View): Message {
  return toMessage(phrase(wording, 'unsubscribe-sure'), [
    row(wording, pressButton(wording.say('button-keep'), { kind: 'unsubscribing', act: 'keep' })),
    row(wording, pressButton(wording.say('button-unsubscribe-sure'), { kind: 'unsubscribing', act: 'sure' })),
  ])
}

/** After a subscription was ended: it can be brought back. */
export function renderUnsubscribed({ wording }: View): Message {
  return toMessage(phrase(wording, 'unsubscribed'), [
    row(wording, pressButton(wording.say('button-undo'), { kind: 'unsubscribing', act: 'undo' })),
  ])
}

/** There is no subscription; times to begin one. */
export function renderNotSubscribed(view: View): Message {
  return renderChoice(view, 'not-subscribed')
}

/** A row with the button that asks whether to end the subscription. */
export function unsubscribeRow(wording: Wording): ButtonRow {
  return row(wording, pressButton(wording.say('button-unsubscribe'), { kind: 'unsubscribe' }))
}

/** A schedule in words: its times, days, zone and next post. */
export function appointmentWords({ schedule, next }: Appointment, wording: Wording): Record<string, string> {
  return {
    times: wording.list(schedule.times.map(wording.clock)),
    days: wording.list(daysWords(schedule.days, wording)),
    zone: namedZone(schedule.zone, wording.language).label,
    next: next === null ? '—' : wording.moment(next, schedule.zone),
  }
}

/** Names of days in a week that begins on Saturday; three and more in a row are a range. */
function daysWords(days: readonly Weekday[], wording: Wording): readonly string[] {
  if (days.length === 7) return [wording.say('days-all')]
  const runs: Weekday[][] = []
  for (const [place, day] of WEEK.entries()) {
    if (!days.includes(day)) continue
    const dayBefore = WEEK[place - 1]
    if (dayBefore !== undefined && days.includes(dayBefore)) runs.at(-1)?.push(day)
    else runs.push([day])
  }
  const name = (day: Weekday | undefined) => wording.say(`day-${day}`)
  return runs.flatMap((run) => (run.length < 3 ? run.map(name) : [`${name(run[0])} – ${name(run.at(-1))}`]))
}

const WEEK: readonly Weekday[] = [6, 7, 1, 2, 3, 4, 5]
