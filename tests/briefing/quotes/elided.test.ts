import { describe, expect, test } from 'vitest'
import { LEADER, linesOf, quotesOf } from '../a-reporter.ts'

const WORDS = 'سنعود غدا إلى الميناء'
const SAID = `«${WORDS}»`
const HER = 'قالت الوزيرة ليلى الحداد إنها وصلت أمس.'

/** The speaker of the last quote of some paragraphs; `undefined` where there is none. */
function lastSpeaker(...texts: readonly string[]) {
  return quotesOf(...texts).at(-1)?.speaker
}

describe('speaker of an implicit subject', () => {
  test.each([
    ['a verb no table knows, alone before the colon', [HER, `وأتأتت: ${SAID}`], 'ليلى الحداد'],
    ['such a verb of his', [LEADER, `وغمغم: ${SAID}`], 'سامر الحلبي'],
    [
      'asked with a pronoun',
      [`قال رئيس البلدية سامر الحلبي إنه وصل. وسأله صحفي عن السفن. وأجاب: ${SAID}`],
      'سامر الحلبي',
    ],
    ['asked by name', [LEADER, HER, `وسألت ليلى الحداد سامر الحلبي عن السفن. وأجاب: ${SAID}`], 'سامر الحلبي'],
    ['asked, nobody', [LEADER, HER, `وسأل صحفي عن السفن. وقالت: ${SAID}`], 'ليلى الحداد'],
    ['no woman for a man’s office', [LEADER, HER, `وقالت رئيسة البلدية: ${SAID}`], 'رئيسة البلدية'],
    ['the head of something else', [LEADER, `وقال رئيس النادي: ${SAID}`], 'رئيس النادي'],
    ['the head of the land', ['زار الرئيس سامر الحلبي المدينة.', `وقال رئيس البلاد: ${SAID}`], 'سامر الحلبي'],
    ['with و on the role', [LEADER, `ورئيس البلدية يقول: ${SAID}`], 'سامر الحلبي'],
    ['one first name of two', ['قال سامر الحلبي إنه وصل. وقال سامر الناصر إنه سعيد.', `وقال سامر: ${SAID}`], 'سامر'],
    ['the name within a role', [LEADER, `وقال الناشط الحقوقي الحلبي: ${SAID}`], 'سامر الحلبي'],
    [
      'no official for others',
      ['زار الرئيس الفرنسي جان مورو المدينة.', `وقال الرئيس الأمريكي: ${SAID}`],
      'الرئيس الأمريكي',
    ],
    ['named first, no verb known', [LEADER, `وسافر الحلبي إلى بلده، قائلا: ${SAID}`], 'سامر الحلبي'],
    ['named first, behind a preposition', [LEADER, `تزلج مع الحلبي كثيرون، قائلين: ${SAID}`], null],
    ['handed on to the reporters', [`ونقل للصحفيين سامر الحلبي قوله: ${SAID}`], 'سامر الحلبي'],
    ['in a speech of hers', [HER, `وجاء في كلمة ليلى الحداد: ${SAID}`], 'ليلى الحداد'],
    ['the office before the name', [`المتحدث، سامر الحلبي، قال: ${SAID}`], 'سامر الحلبي'],
    ['a body before its verb', [`البنك الدولي الذي يدير المشروع قال: ${SAID}`], 'البنك الدولي'],
    ['it asked her, she says', [LEADER, HER, `وسألتها الصحيفة عن السفن، فقالت: ${SAID}`], 'ليلى الحداد'],
    ['a role behind commas', [`قال، سامر الحلبي، في الفيلم: ${SAID}`], 'سامر الحلبي'],
  ])('%s', (_, texts, speaker) => expect(lastSpeaker(...texts)).toBe(speaker))
})

describe('end of an unclosed quote', () => {
  test.each([
    ['before the reporter goes on', 'وقال سامر الحلبي: «سنعود غدا إلى الميناء، مضيفا أن السفن قريبة.', WORDS],
    ['before the next quote', 'وقال سامر الحلبي: «سنعود غدا إلى الميناء. وقالت ليلى: «نعم».', `${WORDS}.`],
  ])('%s', (_, text, words) => expect(quotesOf(text)[0]?.text).toBe(words))
})

describe('medium and addressee', () => {
  test.each([
    [`قال سامر الحلبي للقناة الأولى: ${SAID}`, 'القناة الأولى'],
    [`قال سامر الحلبي لـ«صوت الشمال»: ${SAID}`, 'صوت الشمال'],
  ])('%s', (text, medium) => expect(quotesOf(text)[0]?.medium).toBe(medium))

  test('a body’s name in marks is no quote', () => {
    expect(linesOf('اعتبر «اتحاد أصحاب السفن القديمة المحلي» القرار جيدا.')).toEqual([])
    expect(linesOf('اعتبر سامر الحلبي «جمعية البحارة القدامى في الشمال» بيتا له.')).toEqual([])
  })
})
