import { describe, expect, test } from 'vitest'
import { LONGEST_LINE, lineOf } from '../../../src/briefing/summary/line.ts'
import { aText } from '../a-text.ts'

/** The line of an article of one sentence. */
function lineFor(sentence: string, title: string | null = null): string {
  const text = aText(sentence)
  return lineOf(text.sentences[0] ?? null, text, title)
}

const HEAD = 'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين في حفل حضره أهل القرى القريبة'
const LONG = 'المهندسون الذين بنوا السد والمزارعون الذين زرعوا ضفافه والصيادون الذين عرفوا مياهه'

describe('a line', () => {
  test('is cut before a clause the sentence can do without', () => {
    expect(lineFor(`${HEAD}، حيث قال ${LONG} كلمات قصيرة.`)).toBe(HEAD)
  })

  const wordy = `${'زيتون '.repeat(40)}.`

  test('is the page’s own title where no cut is good', () => {
    expect(lineFor(wordy, 'زيتون كثير')).toBe('زيتون كثير')
    expect(lineFor(wordy, 'عنوان '.repeat(40))).toBe('زيتون '.repeat(26).trim())
  })

  test('is cut at a comma before it is cut at a word', () => {
    expect(lineFor(`${'زيتون '.repeat(12)}زيتون، ${'تين '.repeat(60)}.`)).toBe('زيتون '.repeat(13).trim())
  })

  test('holds half a word only where one word is longer than a line', () => {
    expect(lineFor('ا'.repeat(400))).toHaveLength(LONGEST_LINE)
  })

  test('is the first text of an article without sentences', () => {
    expect(lineOf(null, aText('  ', 'سد الوادي'), null)).toBe('سد الوادي')
  })
})
