import { z } from 'zod'
import type { TextChange, TextUnit } from '../briefing/corrections.ts'

const UNIT = z.object({
  kind: z.enum(['title', 'line', 'sentence', 'quote']),
  text: z.string(),
  speaker: z.string().nullable(),
})
const UNITS = z.array(UNIT)
const CHANGE = z.object({ was: UNIT, now: UNIT.nullable() })

/** The units of a JSON column. */
export function unitsOfColumn(column: string): readonly TextUnit[] {
  return UNITS.parse(JSON.parse(column))
}

/** The change of a JSON column. */
export function changeOfColumn(column: string): TextChange {
  return CHANGE.parse(JSON.parse(column))
}
