import type { NamedZone } from '../../digest/zone-list.ts'
import type { Message } from '../../text/message.ts'
import { grid, pagerRow } from '../buttons/keyboard.ts'
import { phrase, type View } from '../view.ts'
import { adjustButton, choiceButton } from './preference-buttons.ts'
import { pageMessage } from './preferences.ts'

/** The most common zones, or those of one region; `present`: the chat's own. */
export type ZonesPage = {
  readonly zones: readonly NamedZone[]
  readonly present: NamedZone
  readonly place: { readonly region: number; readonly page: number } | null
  /** The number of regions to choose from. */
  readonly regions: number
}

const ZONES_A_PAGE = 24

/** Buttons for zones and, below them, for the regions whose zones can be listed. */
export function renderZones({ zones, present, place, regions }: ZonesPage, view: View): Message {
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
