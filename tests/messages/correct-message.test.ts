import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import type { TextChange, TextUnit } from '../../src/briefing/corrections.ts'
import { correctMessage, markCorrected, shownIn } from '../../src/messages/correct-message.ts'
import type { Message } from '../../src/text/message.ts'

const wording = readWordings()('ar')

function unit(text: string, change: Partial<TextUnit> = {}): TextUnit {
  return { kind: 'sentence', text, speaker: null, ...change }
}

function aMessage(text: string, change: Partial<Message> = {}): Message {
  return { text, entities: [], keyboard: [], ...change }
}

describe('correctMessage', () => {
  test('replaces a changed unit, and entities stay on their words', () => {
    const message = aMessage('نشرة\n\nفتح المعبر يوم الأحد.\n\nتابع', {
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'underline', offset: 6, length: 21 },
        { type: 'italic', offset: 29, length: 4 },
      ],
    })
    const change = { was: unit('فتح المعبر يوم الأحد.'), now: unit('فتح المعبر الكبير يوم الاثنين.') }
    const corrected = correctMessage(message, [change], wording)
    expect(corrected?.text).toBe('نشرة\n\nفتح المعبر الكبير يوم الاثنين.\n\nتابع')
    expect(corrected?.entities.map(({ offset, length }) => corrected.text.slice(offset, offset + length))).toEqual([
      'نشرة',
      'فتح المعبر الكبير يوم الاثنين.',
      'تابع',
    ])
  })

  test('replaces every occurrence, also between direction marks', () => {
    const message = aMessage('قال \u2068PM\u2069 هنا. ثم: قال PM هنا.')
    const corrected = correctMessage(message, [{ was: unit('قال PM هنا.'), now: unit('سكت.') }], wording)
    expect(corrected?.text).toBe('سكت. ثم: سكت.')
  })

  test('puts a note in place of a removed unit', () => {
    const corrected = correctMessage(aMessage('أول. ثانٍ.'), [{ was: unit('ثانٍ.'), now: null }], wording)
    expect(corrected?.text).toContain('حُذف من المقال')
  })

  test('replaces the speaker of a quote', () => {
    const message = aMessage('سالم العلي\n«نعم»\n\nسالم العلي\n«لا»')
    const was = unit('لا', { kind: 'quote', speaker: 'سالم العلي' })
    const corrected = correctMessage(message, [{ was, now: { ...was, speaker: 'هدى' } }], wording)
    expect(corrected?.text).toBe('سالم العلي\n«نعم»\n\nهدى\n«لا»')
  })

  test('replaces a title on the buttons', () => {
    const was = unit('جسر جديد', { kind: 'title' })
    const message = aMessage('جسر جديد', { keyboard: [[{ text: 'جسر جديد', callback_data: 'x' }]] })
    const corrected = correctMessage(message, [{ was, now: unit('جسر ثالث', { kind: 'title' }) }], wording)
    expect(corrected?.keyboard).toEqual([[{ text: 'جسر ثالث', callback_data: 'x' }]])
  })

  test('returns the same message when it shows no changed unit, and null when the result is too long', () => {
    const message = aMessage('شيء آخر')
    expect(correctMessage(message, [{ was: unit('فتح المعبر.'), now: null }], wording)).toBe(message)
    const long = { was: unit('شيء'), now: unit('ش'.repeat(5000)) }
    expect(correctMessage(message, [long], wording)).toBeNull()
  })

  test('keeps entities within the text after any change', () => {
    const words = fc.array(fc.constantFrom('أ', 'ب', 'جد', '\u2068', '\n', ' ', 'x'), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, words, fc.nat(40), fc.nat(40), (text, was, now, offset, length) => {
        const whole = text.join('')
        const end = Math.min(whole.length, offset + length)
        const entities = offset < end ? [{ type: 'bold' as const, offset, length: end - offset }] : []
        const change: TextChange = { was: unit(was.join('').trim()), now: unit(now.join('')) }
        const corrected = correctMessage(aMessage(whole, { entities }), [change], wording)
        for (const entity of corrected?.entities ?? []) {
          expect(entity.length).toBeGreaterThan(0)
          expect(entity.offset + entity.length).toBeLessThanOrEqual(corrected?.text.length ?? 0)
        }
      }),
    )
  })
})

test('a corrected message has one line that says so, with the last day', () => {
  const first = markCorrected(aMessage('نشرة\n\nخبر'), '2026-03-01T10:00:00Z', wording)
  expect(first?.text).toMatch(/^نشرة\n\nخبر\n\nصُحّح في: /)
  const second = first && markCorrected(first, '2026-04-02T10:00:00Z', wording)
  expect(second?.text.match(/صُحّح/g)).toHaveLength(1)
  expect(second?.text).toContain('أبريل')
  // Arabic has no italics
  expect(second?.entities).toEqual([])
})

test('shownIn returns the units whose whole text is shown', () => {
  const message = aMessage('أول \u2068two\u2069 ثالث')
  expect(shownIn(message, [unit('أول two'), unit('رابع'), unit('')])).toEqual([unit('أول two')])
})
