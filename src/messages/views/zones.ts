import type { NamedZone } from '../../digest/zone-list.ts'
import type { Message } from '../../text/message.ts'
import { grid, pagerRow, row } from '../buttons/keyboard.ts'
import { phrase, type View } from '../view.ts'
import { adjustButton, choiceButton } from './preference-buttons.ts'
import { pageMessage } from './preferences.ts'

/** The most common zones, or those of one region; `present`: the chat's own. */
export type ZonesPage = {
  readonly zones: readonly NamedZone[]
  readonly present: NamedZone
  readonly place: { readonly region: number; readonly page: number } | null
  /** The regions to choose from. */
  readonly regions: readonly number[]
}

const ZONES_A_PAGE = 24

/** Buttons for the most common zones over those for regions; or for a region's zones, with the way back. */
export function renderZones({ zones, present, place, regions }: ZonesPage, view: View): Message {
  const { wording } = view
  const pages = Math.max(1, Math.ceil(zones.length / ZONES_A_PAGE))
  const page = Math.min(place?.page ?? 0, pages - 1)
  const shown = zones.slice(page * ZONES_A_PAGE, (page + 1) * ZONES_A_PAGE)
  const buttons = shown.map(({ key, label }) => choiceButton(label, key === present.key, { kind: 'zone', key }))
  const open = (text: string, region: number, to: number) => adjustButton(text, { kind: 'zones', region, page: to })
  const further =
    place === null
      ? grid(
          wording,
          2,
          regions.map((region) => open(wording.say(`region-${region}`), region, 0)),
        )
      : [
          pagerRow({ page, pages }, (text, to) => open(text, place.region, to), wording),
          row(wording, adjustButton(wording.say('zones-common'), { kind: 'page', page: 'zone' })),
        ]
  const state = phrase(wording, 'state-zone', { zone: present.label })
  return pageMessage('zone', state, [...grid(wording, 3, buttons), ...further], view)
}
