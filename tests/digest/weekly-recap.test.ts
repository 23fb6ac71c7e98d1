import { describe, expect, test } from 'vitest'
import { nextRecapAt } from '../../src/digest/weekly-recap.ts'

describe('nextRecapAt', () => {
  test.each([
    ['a Thursday', '2026-01-01T12:00:00Z', 'UTC', '2026-01-04T10:00:00.000Z'],
    ['that Sunday before ten', '2026-01-04T09:59:59Z', 'UTC', '2026-01-04T10:00:00.000Z'],
    ['at ten itself the next', '2026-01-04T10:00:00Z', 'UTC', '2026-01-11T10:00:00.000Z'],
    ['Sunday already in the east', '2026-01-03T21:30:00Z', 'Asia/Riyadh', '2026-01-04T07:00:00.000Z'],
    ['Saturday still in the west', '2026-01-04T04:00:00Z', 'America/New_York', '2026-01-04T15:00:00.000Z'],
    ['over a clock change', '2026-04-20T00:00:00Z', 'Africa/Cairo', '2026-04-26T07:00:00.000Z'],
  ])('%s', (_, now, zone, expected) => {
    expect(new Date(nextRecapAt(Date.parse(now), zone)).toISOString()).toBe(expected)
  })
})
