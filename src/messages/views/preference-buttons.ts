import type { InlineKeyboardButton } from '@grammyjs/types'
import { type DigestForm, LENGTHS, SECTIONS } from '../../digest/form.ts'
import { type Adjustment, PAUSES, type PlanPage } from '../../digest/preferences.ts'
import { WHEN_EMPTY, type WhenEmpty } from '../../digest/wishes.ts'
import { LANGUAGE } from '../../language/language.ts'
import { clip } from '../../text/rich.ts'
import { type ButtonRow, grid, pressButton, row } from '../buttons/keyboard.ts'
import type { View } from '../view.ts'
import type { Wording } from '../wording.ts'
import type { Appointment } from './subscription.ts'

/** What differs from the plain week. Structurally Exceptions of the digest folder; dates are days since 1970. */
type ShownExceptions = {
  readonly quiet: { readonly from: number; readonly to: number } | null
  readonly season: { readonly from: number; readonly to: number; readonly times: readonly number[] } | null
  readonly resumes: number | null
}

/** All that a chat chose for its digests, as it is shown; `today` is its local date. */
export type ShownPlan = Appointment & {
  readonly exceptions: ShownExceptions
  readonly wishes: DigestForm & {
    readonly most: number
    readonly keywords: readonly string[]
    readonly speakers: readonly string[]
    readonly whenEmpty: WhenEmpty
  }
  readonly today: number
  /** The Ramadan to come, both ends included. */
  readonly ramadan: { readonly from: number; readonly to: number }
}

/** The pages that the plan alone fills. */
export type PlainPage = Exclude<PlanPage, 'zone' | 'upcoming' | 'preview'>

const TIMES = [5, 6, 7, 8, 9, 10, 12, 13, 15, 17, 18, 19, 20, 21, 22].map((hour) => hour * 60)
const RAMADAN_TIMES = [3, 9, 13, 16, 17, 20, 21, 22, 23].map((hour) => hour * 60)
const WEEKS = ['1234567', '12347', '12345', '67', '56'] as const
const QUIET = [
  [22, 7],
  [23, 6],
  [21, 8],
  [0, 7],
] as const
const MOST = [1, 3, 5, 10] as const
const SPEAKERS_OFFERED = 8

/** The buttons of a page, with a mark on what is chosen. */
export function planButtons(page: Exclude<PlainPage, 'home'>, plan: ShownPlan, view: View): readonly ButtonRow[] {
  const { wording } = view
  switch (page) {
    case 'times':
      return timeButtons(plan, wording)
    case 'days':
      return dayButtons(plan, wording)
    case 'pause': {
      const shown = plan.exceptions.resumes === null ? PAUSES.filter((days) => days > 0) : PAUSES
      return grid(
        wording,
        3,
        shown.map((days) => adjustButton(wording.say(`pause-${days}`), { kind: 'pause', days })),
      )
    }
    case 'quiet':
      return quietButtons(plan, wording)
    case 'ramadan':
      return ramadanButtons(plan, wording)
    case 'sections': {
      const has = plan.wishes.sections
      const buttons = SECTIONS.map((section) =>
        choiceButton(wording.say(`section-${section}`), has.includes(section), { kind: 'section', section }),
      )
      return grid(wording, 2, buttons)
    }
    case 'amount':
      return amountButtons(plan, wording)
    case 'follow':
      return followButtons(plan, view)
    default:
      return page satisfies never
  }
}

function timeButtons({ schedule }: ShownPlan, wording: Wording): readonly ButtonRow[] {
  const offered = [...new Set([...TIMES, ...schedule.times])].toSorted((left, right) => left - right)
  const buttons = offered.map((minute) =>
    choiceButton(wording.clock(minute), schedule.times.includes(minute), { kind: 'time', minute }),
  )
  return grid(wording, 5, buttons)
}

function dayButtons({ schedule }: ShownPlan, wording: Wording): readonly ButtonRow[] {
  const now = schedule.days.join('')
  const weeks = WEEKS.map((days) => choiceButton(wording.say(`week-${days}`), days === now, { kind: 'days', days }))
  const first = LANGUAGE[wording.language].firstWeekday
  const order = [0, 1, 2, 3, 4, 5, 6].map((after) => ((first - 1 + after) % 7) + 1)
  const days = order.map((day) =>
    choiceButton(wording.say(`day-${day}`), schedule.days.includes(day), { kind: 'day', day }),
  )
  return [...grid(wording, 2, weeks), ...grid(wording, 4, days)]
}

function quietButtons({ exceptions: { quiet } }: ShownPlan, wording: Wording): readonly ButtonRow[] {
  const buttons = QUIET.map(([from, to]) => {
    const hours = { from: from * 60, to: to * 60 }
    const label = wording.say('quiet-hours', { from: wording.clock(hours.from), to: wording.clock(hours.to) })
    return choiceButton(label, quiet?.from === hours.from && quiet.to === hours.to, { kind: 'quiet', ...hours })
  })
  return [
    ...grid(wording, 2, buttons),
    quiet === null ? [] : row(wording, adjustButton(wording.say('quiet-off'), { kind: 'no-quiet' })),
  ]
}

function ramadanButtons({ exceptions: { season } }: ShownPlan, wording: Wording): readonly ButtonRow[] {
  const chosen = season?.times ?? []
  const offered = [...new Set([...RAMADAN_TIMES, ...chosen])].toSorted((left, right) => left - right)
  const buttons = offered.map((minute) =>
    choiceButton(wording.clock(minute), chosen.includes(minute), { kind: 'ramadan', minute }),
  )
  return [
    ...grid(wording, 5, buttons),
    season === null ? [] : row(wording, adjustButton(wording.say('ramadan-off'), { kind: 'no-ramadan' })),
  ]
}

function amountButtons({ wishes }: ShownPlan, wording: Wording): readonly ButtonRow[] {
  const most = MOST.map((count) =>
    choiceButton(wording.say('most-articles', { count }), wishes.most === count, { kind: 'most', most: count }),
  )
  const lengths = LENGTHS.map((length) =>
    choiceButton(wording.say(`length-${length}`), wishes.length === length, { kind: 'length', length }),
  )
  const empties = WHEN_EMPTY.map((whenEmpty) =>
    choiceButton(wording.say(`empty-${whenEmpty}`), wishes.whenEmpty === whenEmpty, { kind: 'empty', whenEmpty }),
  )
  return [...grid(wording, 2, most), ...grid(wording, 3, lengths), ...grid(wording, 1, empties)]
}

function followButtons({ wishes }: ShownPlan, { wording, shelf }: View): readonly ButtonRow[] {
  const speakers = shelf.speakers
    .slice(0, SPEAKERS_OFFERED)
    .map(({ key, name }) => choiceButton(clip(name, 40), wishes.speakers.includes(name), { kind: 'speaker', key }))
  const followsSome = wishes.keywords.length + wishes.speakers.length > 0
  return [
    ...grid(wording, 2, speakers),
    followsSome ? row(wording, adjustButton(wording.say('follow-all'), { kind: 'follow-all' })) : [],
  ]
}

/** A button that changes something, or opens a page. */
export function adjustButton(text: string, adjustment: Adjustment): InlineKeyboardButton {
  return pressButton(text, { kind: 'adjust', adjustment })
}

/** A button whose mark says that it is chosen already. */
export function choiceButton(text: string, isChosen: boolean, adjustment: Adjustment): InlineKeyboardButton {
  return adjustButton(isChosen ? `✓ ${text}` : text, adjustment)
}
