import { FormattedString } from '@grammyjs/parse-mode'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { phrase } from '../../src/messages/view.ts'
import { numbered, rich } from '../../src/text/rich.ts'

const wordings = readWordings()
const MOMENT = Date.UTC(2026, 10, 28, 16, 30)

describe('a wording', () => {
  test('names a moment by weekday, day and time', () => {
    expect(wordings('ar').moment(MOMENT, 'Africa/Cairo')).toBe('السبت 28 نوفمبر، الساعة 18:30')
    expect(wordings('en').moment(MOMENT, 'Africa/Cairo')).toBe('Saturday 28 November at 18:30')
  })

  test('writes a label in digits of the chat’s kind', () => {
    expect(wordings('ar', 'arab').inDigits('الجمعة 15 أغسطس ٢٠٢٥')).toBe('الجمعة ١٥ أغسطس ٢٠٢٥')
    expect(wordings('ar').inDigits('الجمعة ١٥ أغسطس 2025')).toBe('الجمعة 15 أغسطس 2025')
  })
})

describe('a phrase', () => {
  test('keeps a number on the line of its unit', () => {
    expect(phrase(wordings('ar'), 'reading-time', { minutes: 3 }).rawText).toBe('يُقرأ في 3\u00A0دقائق')
    expect(phrase(wordings('en'), 'reading-time', { minutes: 3 }).rawText).toBe('3\u00A0min read')
  })
})

test('a number stands in the quotation that it counts', () => {
  const item = numbered('1', FormattedString.blockquote(rich('«نعم»', 'rtl')))
  expect(item.rawText).toBe('1. «نعم»')
  expect(item.rawEntities).toEqual([{ type: 'blockquote', offset: 0, length: 8 }])
})
