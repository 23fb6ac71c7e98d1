import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSchedule } from '../../src/digest/parse-schedule.ts'
import { EVERY_DAY, type Schedule, type Weekday } from '../../src/digest/schedule.ts'

const DEFAULTS: Schedule = { times: [], days: EVERY_DAY, zone: 'Africa/Cairo' }
const SUN_TO_THU: readonly Weekday[] = [1, 2, 3, 4, 7]

function at(...clock: readonly string[]): readonly number[] {
  return clock.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
}

describe('parseSchedule reads', () => {
  test.each<[string, readonly number[], readonly Weekday[], string]>([
    ['07:30 19:00 sun-thu Asia/Riyadh', at('07:30', '19:00'), SUN_TO_THU, 'Asia/Riyadh'],
    ['asia/RIYADH Sun-Thu 19:00, 7:30', at('07:30', '19:00'), SUN_TO_THU, 'Asia/Riyadh'],
    ['٧:٣٠ مساءً', at('19:30'), EVERY_DAY, 'Africa/Cairo'],
    ['۷:۳۰ صباحًا', at('07:30'), EVERY_DAY, 'Africa/Cairo'],
    ['7pm', at('19:00'), EVERY_DAY, 'Africa/Cairo'],
    ['7 pm daily', at('19:00'), EVERY_DAY, 'Africa/Cairo'],
    ['12am 12pm', at('00:00', '12:00'), EVERY_DAY, 'Africa/Cairo'],
    ['0730 1900', at('07:30', '19:00'), EVERY_DAY, 'Africa/Cairo'],
    ['07.30 19h', at('07:30', '19:00'), EVERY_DAY, 'Africa/Cairo'],
    ['8', at('08:00'), EVERY_DAY, 'Africa/Cairo'],
    ['noon and midnight', at('00:00', '12:00'), EVERY_DAY, 'Africa/Cairo'],
    ['07:30 07:30 7:30am', at('07:30'), EVERY_DAY, 'Africa/Cairo'],
    ['الساعة ٧:٣٠ و١٩:٠٠ من الأحد إلى الخميس بتوقيت الرياض', at('07:30', '19:00'), SUN_TO_THU, 'Asia/Riyadh'],
    ['الأحد-الخميس ٨ ص', at('08:00'), SUN_TO_THU, 'Africa/Cairo'],
    ['8:00 الأحد – الخميس', at('08:00'), SUN_TO_THU, 'Africa/Cairo'],
    ['يوميًا ٩ ليلا', at('21:00'), EVERY_DAY, 'Africa/Cairo'],
    ['كل يوم ١٢ ليلا', at('00:00'), EVERY_DAY, 'Africa/Cairo'],
    ['كل يوم جمعة ٣ بعد الظهر', at('15:00'), [5], 'Africa/Cairo'],
    ['يوم الجمعة والسبت ١١ ظهرا', at('11:00'), [5, 6], 'Africa/Cairo'],
    ['sat,mon 9:00', at('09:00'), [1, 6], 'Africa/Cairo'],
    ['fri-mon 9:00', at('09:00'), [1, 5, 6, 7], 'Africa/Cairo'],
    ['mon to wed 9:00', at('09:00'), [1, 2, 3], 'Africa/Cairo'],
    ['weekdays 9:00', at('09:00'), SUN_TO_THU, 'Africa/Cairo'],
    ['weekdays 9:00 London', at('09:00'), [1, 2, 3, 4, 5], 'Europe/London'],
    ['أيام العمل ٩:٠٠ الدار البيضاء', at('09:00'), [1, 2, 3, 4, 5], 'Africa/Casablanca'],
    ['weekend 10:00 القاهرة', at('10:00'), [5, 6], 'Africa/Cairo'],
    ['9:00 new york', at('09:00'), EVERY_DAY, 'America/New_York'],
    ['9:00 غزة', at('09:00'), EVERY_DAY, 'Asia/Gaza'],
    ['9:00 أبو ظبي', at('09:00'), EVERY_DAY, 'Asia/Dubai'],
    ['9:00 asia/kathmandu', at('09:00'), EVERY_DAY, 'Asia/Kathmandu'],
    ['9:00 america/argentina/buenos_aires', at('09:00'), EVERY_DAY, 'America/Argentina/Buenos_Aires'],
    ['9:00 utc', at('09:00'), EVERY_DAY, 'UTC'],
    ['9:00 utc+3', at('09:00'), EVERY_DAY, '+03:00'],
    ['9:00 gmt-3:30', at('09:00'), EVERY_DAY, '-03:30'],
    ['كل صباح', at('08:00'), EVERY_DAY, 'Africa/Cairo'],
    ['every morning', at('08:00'), EVERY_DAY, 'Africa/Cairo'],
    ['كل صباح ومساء الأحد-الخميس', at('08:00', '19:00'), SUN_TO_THU, 'Africa/Cairo'],
    ['every evening at 7', at('19:00'), EVERY_DAY, 'Africa/Cairo'],
    ['كل مساء 21:30 الرياض', at('21:30'), EVERY_DAY, 'Asia/Riyadh'],
    ['\u200F٠٨:٠٠\u200F غَزّة', at('08:00'), EVERY_DAY, 'Asia/Gaza'],
  ])('%s', (words, times, days, zone) => {
    expect(parseSchedule(words, DEFAULTS)).toEqual({ kind: 'schedule', schedule: { times, days, zone } })
  })

  test('what the words don’t name as it was', () => {
    const former: Schedule = { times: [450, 1140], days: SUN_TO_THU, zone: 'Asia/Riyadh' }
    expect(parseSchedule('8 صباحا', former)).toEqual({ kind: 'schedule', schedule: { ...former, times: [480] } })
    expect(parseSchedule('الجمعة', former)).toEqual({ kind: 'schedule', schedule: { ...former, days: [5] } })
  })

  test('nothing as the defaults, where they name a time', () => {
    const defaults = { ...DEFAULTS, times: [480] }
    expect(parseSchedule('  ', defaults)).toEqual({ kind: 'schedule', schedule: defaults })
  })
})

describe('parseSchedule points at the word', () => {
  test.each([
    ['25:00', 'no-such-time', '25:00'],
    ['7:60', 'no-such-time', '7:60'],
    ['24:00', 'no-such-time', '24:00'],
    ['13pm', 'no-such-time', '13pm'],
    ['٢٥:٠٠', 'no-such-time', '٢٥:٠٠'],
    ['9:00 Asia/Nowhere', 'unknown-word', 'Asia/Nowhere'],
    ['9:00 sun-foo', 'unknown-word', 'sun-foo'],
    ['9:00 غدا', 'unknown-word', 'غدا'],
    ['9:00 Cairo Riyadh', 'second-zone', 'Riyadh'],
    ['sun-thu', 'no-time', ''],
    ['', 'no-time', ''],
    ['1 2 3 4 5 6 7 8 9 10 11 12 13', 'too-many-times', '13'],
  ])('%s', (words, kind, word) => {
    expect(parseSchedule(words, DEFAULTS)).toEqual({ kind: 'problem', problem: { kind, word } })
  })
})

test('any words give a sound schedule or a problem', () => {
  const words = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('7', ':30', 'pm', 'sun', '-', 'thu', 'الأحد', 'الى', 'كل', 'Asia/', 'utc+')),
  )
  fc.assert(
    fc.property(words, (list) => {
      const parsed = parseSchedule(list.join(' '), DEFAULTS)
      if (parsed.kind === 'problem') return
      const { times, days } = parsed.schedule
      expect(times.length).toBeGreaterThan(0)
      expect(times.length).toBeLessThanOrEqual(12)
      expect(times.every((time, at) => time >= 0 && time < 1440 && (at === 0 || time > (times[at - 1] ?? 0)))).toBe(
        true,
      )
      expect(days.length).toBeGreaterThan(0)
    }),
  )
})
