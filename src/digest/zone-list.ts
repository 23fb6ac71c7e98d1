import { keyOf } from '../article/key.ts'
import type { Language } from '../language/language.ts'
import { arabicPlace, zoneNamed } from './zones.ts'

/** The zones that are asked for most, first. */
export const COMMON_ZONES: readonly string[] = [
  ...['Africa/Cairo', 'Asia/Riyadh', 'Asia/Dubai', 'Asia/Baghdad', 'Asia/Amman', 'Asia/Beirut', 'Asia/Damascus'],
  ...['Asia/Gaza', 'Asia/Jerusalem', 'Asia/Kuwait', 'Asia/Qatar', 'Africa/Khartoum', 'Africa/Tripoli', 'Africa/Tunis'],
  ...['Africa/Algiers', 'Africa/Casablanca', 'Europe/Istanbul', 'Europe/London', 'Europe/Paris', 'Europe/Berlin'],
  ...['America/New_York'],
]

/** The parts of the world by which zones are listed; a button names one by its place here, so they are never reordered. */
export const REGIONS = ['Africa', 'America', 'Asia', 'Europe', 'Australia', 'Pacific', 'Indian', 'Atlantic'] as const

/** A zone and what people call it in a language; `key` names it in a button. */
export type NamedZone = { readonly key: string; readonly label: string }

/** A zone as a choice. In Arabic its place, so that it reads from the right; in English its IANA name. */
export function namedZone(zone: string, language: Language): NamedZone {
  return { key: keyOf(zone), label: LABEL_OF[language](zone) }
}

/** The zones of a part of the world, by name; of those that people call the same only the first. */
export function zonesOfRegion(region: string, language: Language): readonly NamedZone[] {
  const labels = new Map<string, NamedZone>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    if (!zone.startsWith(`${region}/`)) continue
    const named = namedZone(zone, language)
    if (!labels.has(named.label)) labels.set(named.label, named)
  }
  return [...labels.values()]
}

/** The zone that a button named; `null` when there is none. */
export function zoneOfKey(key: string): string | null {
  return ZONES.get(key) ?? null
}

const ZONES: ReadonlyMap<string, string> = new Map(
  [...COMMON_ZONES, ...Intl.supportedValuesOf('timeZone')].map((zone) => [keyOf(zone), zone]),
)

const LABEL_OF: Readonly<Record<Language, (zone: string) => string>> = { ar: arabicLabel, en: (zone) => zone }

function arabicLabel(zone: string): string {
  const known = arabicPlace(zone)
  if (known !== null) return known
  const format = new Intl.DateTimeFormat('ar', { timeZone: zone, timeZoneName: 'shortGeneric' })
  const label = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const place = label.replace(/^توقيت /, '')
  return /^\p{Script=Arabic}/u.test(place) ? place : `منطقة ${place}`
}

import lookUp from '@photostructure/tz-lookup'

/** The zone of a place on Earth, near borders the likelier one; `null` for what is no place. Asks nobody. */
export function zoneAt(latitude: number, longitude: number): string | null {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPlace ? zoneNamed(lookUp(latitude, longitude)) : null
}
