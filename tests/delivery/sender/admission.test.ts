import { expect, test } from 'vitest'
import { type AdmissionControl, createAdmissionControl } from '../../../src/delivery/sender/admission.ts'

/** AdmissionControl at 100 a second whose first flight has landed, at time 1000. */
function aTraffic(): AdmissionControl {
  const traffic = createAdmissionControl({ rate: 100, closedUntil: 0 })
  traffic.admit(1, 990)
  traffic.landed([5])
  return traffic
}

test('the first delivery after a rest is sent alone', () => {
  const traffic = createAdmissionControl({ rate: 1000, closedUntil: 0 })
  expect(traffic.room(0, 0).claims).toBe(1)
  traffic.admit(1, 0)
  expect(traffic.room(50, 1).claims).toBe(0)
  traffic.landed([20])
  expect(traffic.room(60, 0).claims).toBeGreaterThan(0)
})

test('a chat that just had a message waits, and takes no slot', () => {
  const traffic = aTraffic()
  expect(traffic.admit(1, 1100)).toEqual({ kind: 'wait', until: 2090 })
  expect(traffic.admit(2, 1100)).toMatchObject({ kind: 'go' })
})

test('three failures in a row stop sending, and one delivery alone probes afterwards', () => {
  const traffic = aTraffic()
  for (const flight of [2, 3, 4]) traffic.note({ kind: 'failed', description: '502' }, flight, 1000)
  const { claims, wait } = traffic.room(1000, 0)
  expect(claims).toBe(0)
  expect(wait).toBeGreaterThanOrEqual(500)
  expect(wait).toBeLessThanOrEqual(1000)
  expect(traffic.room(2500, 0).claims).toBe(1)
  expect(traffic.room(2500, 1).claims).toBe(0)
})

test('failures of one moment are one outage: the next wait is not yet the longest', () => {
  const traffic = aTraffic()
  for (let flight = 2; flight < 40; flight += 1) traffic.note({ kind: 'failed', description: '502' }, flight, 1000)
  expect(traffic.room(1000, 0).wait).toBeLessThanOrEqual(1000)
})

test('a failure between successes closes nothing', () => {
  const traffic = aTraffic()
  for (let flight = 2; flight < 9; flight += 2) {
    traffic.note({ kind: 'failed', description: '502' }, flight, 1000)
    traffic.note({ kind: 'sent', messageId: 1 }, flight + 1, 1000)
  }
  expect(traffic.room(1100, 0).claims).toBeGreaterThan(0)
})

test('a refused token rests for a minute', () => {
  const traffic = aTraffic()
  traffic.note({ kind: 'token-refused', description: 'Unauthorized' }, 2, 1000)
  expect(traffic.room(1000, 0)).toEqual({ claims: 0, wait: 60_000 })
})
