import { type Key, keyOf } from '../article/key.ts'
import type { Language } from '../language/language.ts'
import { arabicPlace, zoneNamed } from './zones.ts'

/** The zones offered first. */
export const COMMON_ZONES: readonly string[] = [
  ...['Africa/Cairo', 'Asia/Riyadh', 'Asia/Dubai', 'Asia/Baghdad', 'Africa/Casablanca'],
]

/** The beginnings of the names of a region's zones. Buttons hold an index into this list, so it is never reordered. */
export const REGIONS: readonly (readonly string[])[] = [
  ['Africa/'],
  ['America/'],
  ['Asia/'],
  ['Europe/'],
  ['Australia/', 'Pacific/', 'Indian/', 'Atlantic/'],
  ['Pacific/'],
  ['Indian/'],
  ['Atlantic/'],
  [
    ...['Asia/Riyadh', 'Asia/Dubai', 'Asia/Kuwait', 'Asia/Qatar', 'Asia/Bahrain', 'Asia/Muscat', 'Asia/Aden'],
    ...['Asia/Baghdad', 'Asia/Amman', 'Asia/Beirut', 'Asia/Damascus', 'Asia/Gaza', 'Asia/Hebron', 'Asia/Jerusalem'],
  ],
  [
    ...['Africa/Cairo', 'Africa/Khartoum', 'Africa/Tripoli', 'Africa/Tunis', 'Africa/Algiers', 'Africa/Casablanca'],
    ...['Africa/Nouakchott', 'Africa/Mogadishu', 'Africa/Djibouti', 'Africa/Juba', 'Indian/Comoro'],
  ],
]

/** The regions that buttons offer, the nearest first: indices into `REGIONS`, the oceans in one. */
export const OFFERED_REGIONS: readonly number[] = [8, 9, 3, 1, 2, 0, 4]

/** A zone with its name in a language; `key` identifies it in a button. */
export type NamedZone = { readonly key: Key; readonly label: string }

/** `label`: the place's name in that language. */
export function namedZone(zone: string, language: Language): NamedZone {
  return { key: keyOf(zone), label: LABEL_OF[language](zone) }
}

/** A region's zones, by name; of zones with one name only the first. */
export function zonesOfRegion(region: readonly string[], language: Language): readonly NamedZone[] {
  const labels = new Map<string, NamedZone>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    if (!region.some((beginning) => zone.startsWith(beginning))) continue
    const named = namedZone(zone, language)
    if (!labels.has(named.label)) labels.set(named.label, named)
  }
  return [...labels.values()]
}

/** The zone of a button's key; `null` when there is none. */
export function zoneOfKey(key: string): string | null {
  return ZONES.get(key) ?? null
}

const ZONES: ReadonlyMap<string, string> = new Map(
  [...COMMON_ZONES, ...Intl.supportedValuesOf('timeZone')].map((zone) => [keyOf(zone), zone]),
)

const LABEL_OF: Readonly<Record<Language, (zone: string) => string>> = { ar: arabicLabel, en: englishLabel }

/** The last part of the IANA name is a place of that zone. */
function englishLabel(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

function arabicLabel(zone: string): string {
  const known = arabicPlace(zone)
  if (known !== null) return known
  const format = new Intl.DateTimeFormat('ar', { timeZone: zone, timeZoneName: 'shortGeneric' })
  const label = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const place = label.replace(/^توقيت /, '')
  return /^\p{Script=Arabic}/u.test(place) ? place : `منطقة ${place}`
}

import lookUp from '@photostructure/tz-lookup'

/** The zone at coordinates in degrees, near borders the likelier one; `null` when out of range. Works offline. */
export function zoneAt(latitude: number, longitude: number): string | null {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPlace ? zoneNamed(lookUp(latitude, longitude)) : null
}
