import { describe, expect, test } from 'vitest'
import { LONGEST_LINE, lineOf } from '../../../src/briefing/summary/line.ts'
import { aText } from '../a-text.ts'

/** The line of an article of one sentence. */
function lineFor(sentence: string): string {
  const text = aText(sentence)
  return lineOf(text.sentences[0] ?? null, text)
}

const HEAD = 'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين في حفل حضره أهل القرى القريبة'
const LONG =
  'المهندسون الذين بنوا السد والمزارعون الذين زرعوا ضفافه والصيادون الذين عرفوا مياهه والرعاة الذين سكنوا واديه'

describe('a line', () => {
  test('up to 220 characters is the whole sentence', () => {
    const whole = `${HEAD}، حيث قال المهندسون والمزارعون والصيادون إن المياه ستصل إلى القرى كلها قبل الشتاء.`
    expect(whole.length).toBeGreaterThan(160)
    expect(lineFor(whole)).toBe(whole)
  })

  test('is cut before a clause the sentence can do without, and says so', () => {
    expect(lineFor(`${HEAD}، حيث قال ${LONG} كلمات قصيرة.`)).toBe(`${HEAD}…`)
  })

  test('never ends before what was said', () => {
    const line = lineFor(
      `قال وزير الزراعة سامي الراوي، الذي عاد أمس إلى العاصمة، بعد زيارة طويلة، إن ${LONG} ${LONG} سعداء.`,
    )
    expect(line).toContain('إن المهندسون')
    const report = `في تقرير موسع رصدت فيه أحوال السدود في البلاد، قالت صحيفة الضفاف، بعد زيارة طويلة، إن ${LONG} ${LONG}.`
    expect(lineFor(report)).toContain('إن المهندسون')
  })

  test.each([
    ['القاهرة (وكالة الضفاف) - ', HEAD],
    ['دبي، الإمارات العربية المتحدة (CNN)-- ', HEAD],
    ['كولومبو - «جريدة الضفاف»: ', HEAD],
    ['القدس المحتلة – ', HEAD],
    ['الخرطوم- ', HEAD],
  ])('leaves out the city and agency: %s', (dateline, rest) => {
    expect(lineFor(`${dateline}${rest}.`)).toBe(`${rest}.`)
  })

  test.each([
    'العلاقات الأميركية - الصينية تشهد توترا جديدا هذا العام بعد إغلاق السفارة.',
    'دمشق الصغرى (47 بيتا) -وهي قرية جبلية- تنتظر افتتاح السد الجديد هذا الشتاء.',
    'عباس: سنحول القضية إلى المحكمة الدولية قبل نهاية العام.',
  ])('keeps what is no dateline: %s', (sentence) => {
    expect(lineFor(sentence)).toBe(sentence)
  })

  test('ends before a quotation that never closes', () => {
    expect(lineFor(`${HEAD}، وقالت للحاضرين: "سنزرع الوادي كله قبل الشتاء.`)).toBe(`${HEAD}…`)
  })

  test('is cut at a comma before it is cut at a word', () => {
    expect(lineFor(`${'زيتون '.repeat(12)}زيتون، ${'تين '.repeat(80)}.`)).toBe(`${'زيتون '.repeat(13).trim()}…`)
    expect(lineFor(`${'زيتون '.repeat(60)}.`)).toBe(`${'زيتون '.repeat(36).trim()}…`)
  })

  test('holds half a word only where one word is longer than a line', () => {
    expect(lineFor('ا'.repeat(400))).toHaveLength(LONGEST_LINE)
  })

  test('is the first text of an article without sentences', () => {
    expect(lineOf(null, aText('  ', 'سد الوادي'))).toBe('سد الوادي')
  })
})
