import type { InlineKeyboardButton } from '@grammyjs/types'
import { LENGTHS, SECTIONS } from '../../digest/form.ts'
import { type Adjustment, exceptionsOf, PAUSES, type Plan, type PlanPage } from '../../digest/preferences.ts'
import { type DayNumber, EVERY_DAY, type Exceptions } from '../../digest/schedule.ts'
import { WHEN_EMPTY } from '../../digest/wishes.ts'
import { LANGUAGE } from '../../language/language.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import { clip } from '../../text/rich.ts'
import { type ButtonRow, grid, pressButton, row } from '../buttons/keyboard.ts'
import type { Wording } from '../wording.ts'
import { marked } from './settings.ts'
import type { Appointment } from './subscription.ts'

/** A chat's plan with its next post; `today`: the chat's local date. */
export type PlanStatus = Plan & Appointment & { readonly today: DayNumber }

/** The pages that need no more than the plan. */
export type PlainPage = Exclude<PlanPage, 'zone' | 'upcoming' | 'preview' | 'follow'>

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
export const SPEAKERS_OFFERED = 8

/** The buttons of a page, with a mark on what is chosen. */
export function planButtons(
  page: Exclude<PlainPage, 'home'>,
  plan: PlanStatus,
  wording: Wording,
): readonly ButtonRow[] {
  const exceptions = exceptionsOf(plan.schedule)
  switch (page) {
    case 'times':
      return timeRows({ kind: 'time', offered: TIMES, chosen: plan.schedule.times }, wording)
    case 'days':
      return dayButtons(plan, wording)
    case 'pause': {
      const shown = exceptions.resumes === null ? PAUSES.filter((days) => days > 0) : PAUSES
      return grid(
        wording,
        3,
        shown.map((days) => adjustButton(wording.say(`pause-${days}`), { kind: 'pause', days })),
      )
    }
    case 'quiet':
      return quietButtons(exceptions, wording)
    case 'ramadan':
      return ramadanButtons(exceptions, wording)
    case 'sections': {
      const has = plan.wishes.sections
      const buttons = SECTIONS.map((section) =>
        choiceButton(wording.say(`section-${section}`), has.includes(section), { kind: 'section', section }),
      )
      return grid(wording, 2, buttons)
    }
    case 'amount':
      return amountButtons(plan, wording)
    default:
      return page satisfies never
  }
}

/** Minutes of the day to choose from, and those that are chosen. */
type TimeChoice = {
  readonly kind: 'time' | 'ramadan'
  readonly offered: readonly number[]
  readonly chosen: readonly number[]
}

function timeRows({ kind, offered, chosen }: TimeChoice, wording: Wording): readonly ButtonRow[] {
  const minutes = [...new Set([...offered, ...chosen])].toSorted((left, right) => left - right)
  const buttons = minutes.map((minute) =>
    choiceButton(wording.clock(minute), chosen.includes(minute), { kind, minute }),
  )
  return grid(wording, 5, buttons)
}

function dayButtons({ schedule }: PlanStatus, wording: Wording): readonly ButtonRow[] {
  const now = schedule.days.join('')
  const weeks = WEEKS.map((days) => choiceButton(wording.say(`week-${days}`), days === now, { kind: 'days', days }))
  const first = LANGUAGE[wording.language].firstWeekday - 1
  const days = [...EVERY_DAY.slice(first), ...EVERY_DAY.slice(0, first)].map((day) =>
    choiceButton(wording.say(`day-${day}`), schedule.days.includes(day), { kind: 'day', day }),
  )
  return [...grid(wording, 2, weeks), ...grid(wording, 4, days)]
}

function quietButtons({ quiet }: Exceptions, wording: Wording): readonly ButtonRow[] {
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

function ramadanButtons({ season }: Exceptions, wording: Wording): readonly ButtonRow[] {
  return [
    ...timeRows({ kind: 'ramadan', offered: RAMADAN_TIMES, chosen: season?.times ?? [] }, wording),
    season === null ? [] : row(wording, adjustButton(wording.say('ramadan-off'), { kind: 'no-ramadan' })),
  ]
}

function amountButtons({ wishes }: PlanStatus, wording: Wording): readonly ButtonRow[] {
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

/** A button for each speaker to follow. */
export function followButtons(
  { wishes }: Plan,
  speakers: readonly ArchiveSpeaker[],
  wording: Wording,
): readonly ButtonRow[] {
  const offered = speakers.map(({ key, name }) =>
    choiceButton(clip(name, 40), wishes.speakers.includes(name), { kind: 'speaker', key }),
  )
  const followsSome = wishes.keywords.length + wishes.speakers.length > 0
  return [
    ...grid(wording, 2, offered),
    followsSome ? row(wording, adjustButton(wording.say('follow-all'), { kind: 'follow-all' })) : [],
  ]
}

/** A button that changes something, or opens a page. */
export function adjustButton(text: string, adjustment: Adjustment): InlineKeyboardButton {
  return pressButton(text, { kind: 'adjust', adjustment })
}

/** A button whose mark says that it is chosen already. */
export function choiceButton(text: string, isChosen: boolean, adjustment: Adjustment): InlineKeyboardButton {
  return adjustButton(marked(text, isChosen), adjustment)
}
