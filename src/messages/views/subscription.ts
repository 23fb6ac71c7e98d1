import type { Message } from '../../text/message.ts'
import { type ButtonRow, grid, pressButton, row } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'

/** When a chat has its digests. Structurally a Schedule of the digest folder, which stands below this one. */
export type Times = {
  /** Minutes of the day, ascending. */
  readonly times: readonly number[]
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[]
  readonly zone: string
}

/** A schedule with its next post in epoch milliseconds; `null` when there is none to come. */
export type Appointment = { readonly schedule: Times; readonly next: number | null }

/** Minutes of the day that are offered by button. */
export const OFFERED_TIMES = [7, 8, 13, 17, 19, 21].map((hour) => hour * 60)

/** Times to choose from by button. */
export function renderChoice(view: View): Message {
  const { wording } = view
  const times = OFFERED_TIMES.map((minute) =>
    pressButton(wording.say('button-subscribe-at', { time: wording.clock(minute) }), { kind: 'subscribe', minute }),
  )
  return toMessage(phrase(wording, 'subscribe-choose'), grid(wording, 3, times))
}

/** What was agreed, with the next post in the chat's own time, and the way to all that can be set. */
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

/** The button that ends the subscription. */
export function unsubscribeRow(wording: Wording): ButtonRow {
  return row(wording, pressButton(wording.say('button-unsubscribe'), { kind: 'unsubscribe' }))
}

/** A schedule in words: its times, days, zone and next post. */
export function appointmentWords({ schedule, next }: Appointment, wording: Wording): Record<string, string> {
  return {
    times: wording.list(schedule.times.map(wording.clock)),
    days: wording.list(daysWords(schedule.days, wording)),
    zone: schedule.zone,
    next: next === null ? '—' : wording.moment(next, schedule.zone),
  }
}

/** Days in the order of a week that begins on Saturday, three and more in a row as a range. */
function daysWords(days: readonly number[], wording: Wording): readonly string[] {
  if (days.length === 7) return [wording.say('days-all')]
  const runs: number[][] = []
  for (const [place, day] of WEEK.entries()) {
    if (!days.includes(day)) continue
    if (place > 0 && days.includes(WEEK[place - 1] ?? 0)) runs.at(-1)?.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => wording.say(`day-${day}`)
  return runs.flatMap((run) => (run.length < 3 ? run.map(name) : [`${name(run[0])} – ${name(run.at(-1))}`]))
}

const WEEK = [6, 7, 1, 2, 3, 4, 5]
