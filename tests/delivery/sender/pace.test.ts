import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChatPace } from '../../../src/delivery/sender/chat-pace.ts'
import { createInFlight } from '../../../src/delivery/sender/in-flight.ts'
import { createPace } from '../../../src/delivery/sender/pace.ts'

/** Sends all that may leave whenever the process gets a turn; answers when each left. */
function sendAll(rate: number, turns: readonly number[]): readonly number[] {
  const pace = createPace(rate)
  const sent: number[] = []
  let now = 0
  for (const turn of turns) {
    now += turn
    for (let left = pace.available(now); left > 0; left -= 1) {
      pace.take(now)
      sent.push(now)
    }
  }
  return sent
}

function mostInASecond(sent: readonly number[]): number {
  return Math.max(...sent.map((time, at) => at + 1 - sent.findIndex((other) => other > time - 1000)))
}

describe('createPace', () => {
  test.each([1, 7, 25, 30, 100, 1000])('%i a second, kept through turns of the event loop', (rate) => {
    const seconds = 20
    const turns = Array.from({ length: seconds * 200 }, (_, at) => (at % 7 === 0 ? 11 : 4))
    const sent = sendAll(rate, turns)
    const whole = turns.reduce((sum, turn) => sum + turn, 0) / 1000
    expect(sent.length / whole).toBeGreaterThan(rate * 0.965)
    expect(mostInASecond(sent)).toBeLessThanOrEqual(rate + 1)
  })

  test('25 a second are at least 24.5', () => {
    const sent = sendAll(
      25,
      Array.from({ length: 6000 }, () => 5),
    )
    expect((sent.length - 1) / 30).toBeGreaterThanOrEqual(24.5)
  })

  test('no second holds more than the rate and one, whatever the turns', () => {
    const turns = fc.array(fc.double({ min: 0.1, max: 400, noNaN: true }), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), turns, (rate, list) => {
        expect(mostInASecond(sendAll(rate, list))).toBeLessThanOrEqual(rate + 1)
      }),
    )
  })

  test('slots of a rest are not made up for', () => {
    const pace = createPace(1000)
    pace.take(0)
    pace.rest()
    expect(pace.available(5000)).toBe(1)
    pace.take(5000)
    expect(pace.available(5000)).toBe(0)
  })
})

describe('createChatPace', () => {
  test('a second apart in a chat, each chat by itself', () => {
    const pace = createChatPace()
    pace.take(7, 0)
    expect(pace.freeAt(7, 500)).toBe(1100)
    expect(pace.freeAt(8, 500)).toBe(500)
  })

  test('twenty a minute in a group, no such limit in private', () => {
    const pace = createChatPace()
    for (let message = 0; message < 20; message += 1) {
      for (const chatId of [7, -7]) pace.take(chatId, message * 1200)
    }
    expect(pace.freeAt(7, 25_000)).toBe(25_000)
    expect(pace.freeAt(-7, 25_000)).toBe(60_500)
  })

  test('each message that waits for one chat gets another retry time', () => {
    const pace = createChatPace()
    pace.take(-7, 0)
    expect([1, 2, 3].map(() => pace.retryAt(-7, 10))).toEqual([1100, 2200, 3300])
  })
})

describe('createInFlight', () => {
  test.each([
    [25, 20, 1],
    [25, 90, 3],
    [1, 500, 1],
  ])('at %i a second and %i ms a flight, %i at once', (rate, milliseconds, expected) => {
    const flights = createInFlight(rate)
    for (let flight = 0; flight < 128; flight += 1) flights.landed(milliseconds)
    expect(flights.limit()).toBe(expected)
    expect(flights.gatherMs()).toBe(0)
  })

  test('a high rate has as many in flight as it needs, and gathers acknowledgements', () => {
    const flights = createInFlight(1000)
    for (let flight = 0; flight < 128; flight += 1) flights.landed(20)
    expect(flights.gatherMs()).toBeGreaterThan(0)
    expect(flights.limit()).toBe(20 + flights.gatherMs())
  })
})
