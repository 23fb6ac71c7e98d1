import { FormattedString } from '@grammyjs/parse-mode'
import { exceptionsOf, type Plan, type PlanPage } from '../../digest/preferences.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, type Rich } from '../../text/rich.ts'
import { namesOf } from '../buttons/callback-code.ts'
import { type ButtonRow, grid, row } from '../buttons/keyboard.ts'
import { PLAN_PAGES } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { adjustButton, followButtons, type PlainPage, type PlanStatus, planButtons } from './preference-buttons.ts'
import { appointmentWords, unsubscribeRow } from './subscription.ts'

const DAY_MS = 24 * 60 * 60_000

/** One page of a chat's digest settings: the present choice, and buttons for others. */
export function renderPreferences(page: PlainPage, plan: PlanStatus, view: View): Message {
  if (page === 'home') return renderHome(plan, view)
  return pageMessage(page, stateLines(page, plan, view.wording), planButtons(page, plan, view.wording), view)
}

/** The speakers that a chat may follow, with a mark on those it does. */
export function renderFollow(plan: Plan, speakers: readonly ArchiveSpeaker[], view: View): Message {
  return pageMessage('follow', followLine(plan, view.wording), followButtons(plan, speakers, view.wording), view)
}

/** A page of its name, the present choice, a hint how to type it, its buttons and the way back. */
export function pageMessage(page: PlanPage, state: Rich, rows: readonly ButtonRow[], view: View): Message {
  const { wording } = view
  return toMessage(blocks(FormattedString.b(phrase(wording, `plan-${page}`)), state, phrase(wording, `hint-${page}`)), [
    ...rows,
    homeRow(wording),
  ])
}

/** A row with the button back to all digest settings. */
export function homeRow(wording: Wording): ButtonRow {
  return row(wording, adjustButton(wording.say('plan-home'), { kind: 'page', page: 'home' }))
}

function renderHome(plan: PlanStatus, view: View): Message {
  const { wording } = view
  const pages = namesOf(PLAN_PAGES)
    .filter((page) => page !== 'home')
    .map((page) => adjustButton(wording.say(`plan-${page}`), { kind: 'page', page }))
  const state = lines(
    phrase(wording, 'current-subscription', appointmentWords(plan, wording)),
    ...(['pause', 'quiet', 'ramadan'] as const).map((page) => exceptionLine(page, plan, wording)),
    sectionsLine(plan, wording),
    amountLine(plan, wording),
    followLine(plan, wording),
  )
  return toMessage(blocks(FormattedString.b(phrase(wording, 'plan-home')), state), [
    ...grid(wording, 2, pages),
    unsubscribeRow(wording),
  ])
}

function stateLines(page: PlainPage, plan: PlanStatus, wording: Wording): Rich {
  switch (page) {
    case 'pause':
    case 'quiet':
    case 'ramadan':
      return exceptionLine(page, plan, wording) ?? phrase(wording, `idle-${page}`)
    case 'sections':
      return sectionsLine(plan, wording)
    case 'amount':
      return amountLine(plan, wording)
    default:
      return phrase(wording, 'current-subscription', appointmentWords(plan, wording))
  }
}

function exceptionLine(page: 'pause' | 'quiet' | 'ramadan', plan: PlanStatus, wording: Wording): Rich | null {
  const { quiet, season, resumes } = exceptionsOf(plan.schedule)
  if (page === 'pause') {
    return resumes === null || resumes <= plan.today
      ? null
      : phrase(wording, 'state-pause', { day: dayOf(resumes, wording) })
  }
  if (page === 'quiet') {
    if (quiet === null) return null
    return phrase(wording, 'state-quiet', { from: wording.clock(quiet.from), to: wording.clock(quiet.to) })
  }
  if (season === null || season.to < plan.today) return null
  const dates = { from: dayOf(season.from, wording), to: dayOf(season.to, wording) }
  return phrase(wording, 'state-ramadan', { ...dates, times: wording.list(season.times.map(wording.clock)) })
}

function sectionsLine({ wishes }: PlanStatus, wording: Wording): Rich {
  const names = wishes.sections.map((section) => wording.say(`section-${section}`))
  return phrase(wording, 'state-sections', { sections: wording.list([wording.say('section-title'), ...names]) })
}

function amountLine({ wishes }: PlanStatus, wording: Wording): Rich {
  const length = wording.say(`length-${wishes.length}`)
  const empty = wording.say(`empty-${wishes.whenEmpty}`)
  return phrase(wording, 'state-amount', { most: wishes.most, length, empty })
}

function followLine({ wishes }: Plan, wording: Wording): Rich {
  const words = [...wishes.speakers, ...wishes.keywords].map((word) => clip(word, 60))
  return words.length === 0
    ? phrase(wording, 'state-no-follow')
    : phrase(wording, 'state-follow', { words: wording.list(words) })
}

function dayOf(day: number, wording: Wording): string {
  return wording.day(new Date(day * DAY_MS).toISOString())
}
