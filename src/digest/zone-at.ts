import lookUp from '@photostructure/tz-lookup'
import { zoneNamed } from './zones.ts'

/** The zone of a place on Earth, near borders the likelier one; `null` for what is no place. Asks nobody. */
export function zoneAt(latitude: number, longitude: number): string | null {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPlace ? zoneNamed(lookUp(latitude, longitude)) : null
}
