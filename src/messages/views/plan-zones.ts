import type { Key } from '../../article/key.ts'
import type { Message } from '../../text/message.ts'
import { grid, pagerRow } from '../buttons/keyboard.ts'
import { phrase, type View } from '../view.ts'
import { adjustButton, choiceButton } from './preference-buttons.ts'
import { pageMessage } from './preferences.ts'

/** A zone to choose; `key` names it in its button. */
export type ZoneChoice = { readonly key: Key; readonly label: string }

/** The zones that are asked for most, or those of one part of the world; `present` is the chat's own. */
export type ZonesShown = {
  readonly zones: readonly ZoneChoice[]
  readonly present: ZoneChoice
  readonly place: { readonly region: number; readonly page: number } | null
  /** How many parts of the world there are to choose from. */
  readonly regions: number
}

const ZONES_A_PAGE = 24

/** Zones by button: the common ones first, then by part of the world; or from a location that is shared. */
export function renderZones({ zones, present, place, regions }: ZonesShown, view: View): Message {
  const { wording } = view
  const pages = Math.max(1, Math.ceil(zones.length / ZONES_A_PAGE))
  const page = Math.min(place?.page ?? 0, pages - 1)
  const shown = zones.slice(page * ZONES_A_PAGE, (page + 1) * ZONES_A_PAGE)
  const buttons = shown.map(({ key, label }) => choiceButton(label, key === present.key, { kind: 'zone', key }))
  const region = place?.region ?? 0
  const parts = Array.from({ length: regions }, (_, index) =>
    adjustButton(wording.say(`region-${index}`), { kind: 'zones', region: index, page: 0 }),
  )
  const open = (text: string, to: number) => adjustButton(text, { kind: 'zones', region, page: to })
  return pageMessage(
    'zone',
    phrase(wording, 'state-zone', { zone: present.label }),
    [...grid(wording, 3, buttons), pagerRow({ page, pages }, open, wording), ...grid(wording, 4, parts)],
    view,
  )
}
