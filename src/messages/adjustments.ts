import { LENGTHS, SECTIONS } from '../digest/form.ts'
import { type Adjustment, PAUSES, PLAN_PAGES, type PlanPage } from '../digest/preferences.ts'
import { WHEN_EMPTY } from '../digest/wishes.ts'

/** An adjustment as at most 10 of `[0-9a-z]`. */
export function encodeAdjustment(adjustment: Adjustment): string {
  switch (adjustment.kind) {
    case 'page':
      return `o${PLAN_PAGES[adjustment.page]}`
    case 'zones':
      return `y${adjustment.region}${adjustment.page}`
    case 'zone':
      return `z${adjustment.key}`
    case 'time':
      return `t${clockDigits(adjustment.minute)}`
    case 'ramadan':
      return `r${clockDigits(adjustment.minute)}`
    case 'days':
      return `d${adjustment.days}`
    case 'day':
      return `x${adjustment.day}`
    case 'pause':
      return `p${adjustment.days}`
    case 'quiet':
      return `q${clockDigits(adjustment.from)}${clockDigits(adjustment.to)}`
    case 'no-quiet':
      return 'q0'
    case 'no-ramadan':
      return 'r0'
    case 'follow-all':
      return 'f0'
    case 'section':
      return `s${SECTIONS.indexOf(adjustment.section)}`
    case 'most':
      return `m${adjustment.most}`
    case 'length':
      return `l${LENGTHS.indexOf(adjustment.length)}`
    case 'empty':
      return `e${WHEN_EMPTY.indexOf(adjustment.whenEmpty)}`
    case 'speaker':
      return `f${adjustment.key}`
    default:
      return adjustment satisfies never
  }
}

/** What `encodeAdjustment` made; `null` for anything else. */
export function decodeAdjustment(code: string): Adjustment | null {
  const decoded = decode(code.slice(0, 1), code.slice(1))
  return decoded !== null && encodeAdjustment(decoded) === code ? decoded : null
}

function decode(letter: string, rest: string): Adjustment | null {
  switch (letter) {
    case 'o': {
      const page = PAGE_OF.get(rest)
      return page === undefined ? null : { kind: 'page', page }
    }
    case 'y':
      return /^\d\d{1,2}$/.test(rest)
        ? { kind: 'zones', region: Number(rest.slice(0, 1)), page: Number(rest.slice(1)) }
        : null
    case 'z':
      return isKey(rest) ? { kind: 'zone', key: rest } : null
    case 't':
      return isClock(rest) ? { kind: 'time', minute: minuteOf(rest) } : null
    case 'r':
      if (rest === '0') return { kind: 'no-ramadan' }
      return isClock(rest) ? { kind: 'ramadan', minute: minuteOf(rest) } : null
    case 'd':
      return /^(?=.)1?2?3?4?5?6?7?$/.test(rest) ? { kind: 'days', days: rest } : null
    case 'x':
      return /^[1-7]$/.test(rest) ? { kind: 'day', day: Number(rest) } : null
    case 'p':
      return PAUSES.some((days) => String(days) === rest) ? { kind: 'pause', days: Number(rest) } : null
    case 'q':
      return rest === '0' ? { kind: 'no-quiet' } : decodeQuiet(rest.slice(0, 4), rest.slice(4))
    default:
      return decodeWish(letter, rest)
  }
}

function decodeQuiet(from: string, to: string): Adjustment | null {
  if (!isClock(from) || !isClock(to) || from === to) return null
  return { kind: 'quiet', from: minuteOf(from), to: minuteOf(to) }
}

function decodeWish(letter: string, rest: string): Adjustment | null {
  const number = /^\d{1,2}$/.test(rest) ? Number(rest) : -1
  const section = SECTIONS[number]
  const length = LENGTHS[number]
  const whenEmpty = WHEN_EMPTY[number]
  if (letter === 's' && section !== undefined) return { kind: 'section', section }
  if (letter === 'l' && length !== undefined) return { kind: 'length', length }
  if (letter === 'e' && whenEmpty !== undefined) return { kind: 'empty', whenEmpty }
  if (letter === 'm' && number >= 1 && number <= 10) return { kind: 'most', most: number }
  if (letter !== 'f') return null
  if (rest === '0') return { kind: 'follow-all' }
  return isKey(rest) ? { kind: 'speaker', key: rest } : null
}

const PAGE_OF = new Map(Object.entries(PLAN_PAGES).map(([page, letter]) => [letter as string, page as PlanPage]))

function isKey(text: string): boolean {
  return /^[0-9a-v]{8}$/.test(text)
}

function isClock(digits: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(digits)
}

function minuteOf(digits: string): number {
  return Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
}

function clockDigits(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('')
}
