import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveTitle } from '../../src/article/derived-title.ts'

describe('deriveTitle', () => {
  test.each([
    ['افتتحت المدينة جسرها الثالث فوق النهر.', 'افتتحت المدينة جسرها الثالث فوق النهر'],
    [
      'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان من الضفتين ومن القرى القريبة.',
      'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان…',
    ],
    [
      'القاهرة (وكالة الضفاف) - افتتحت المدينة جسرها الثالث فوق النهر الكبير بعد عامين.',
      'افتتحت المدينة جسرها الثالث فوق النهر الكبير بعد عامين',
    ],
    ['هل يكفي جسر واحد لمدينة كبيرة؟ سؤال قديم.', 'هل يكفي جسر واحد لمدينة كبيرة؟'],
    ['قصير.', 'قصير'],
  ])('%s', (lead, title) => {
    expect(deriveTitle([lead], 'ar')).toBe(title)
  })

  test('English', () => {
    const lead =
      'The town opened its third bridge on Monday morning after two years of work that cost less than planned.'
    expect(deriveTitle([lead], 'en')).toBe(
      'The town opened its third bridge on Monday morning after two years of work…',
    )
  })

  test('a lead whose clause goes on too long gives way to the first whole clause', () => {
    const lead =
      'لم تنته أعمال الجسر الثالث الذي يربط الضفتين قرب السوق القديم، التي بدأت قبل عامين بعد دراسة طويلة، في موعدها المحدد.'
    const next = [
      'وخلال العام الماضي، توقف العمل.',
      'ولم يصل إلى المدينة من الحديد ما يكفي لإكمال الجسر، الذي ينتظره السكان.',
    ]
    expect(deriveTitle([lead, ...next], 'ar')).toBe('لم يصل إلى المدينة من الحديد ما يكفي لإكمال الجسر')
    expect(deriveTitle([lead], 'ar')).toBe('لم تنته أعمال الجسر الثالث الذي يربط الضفتين قرب السوق القديم…')
  })

  test('is at most 90 characters of the text, whole words of it, and ends in no mark', () => {
    const word = fc.constantFrom(
      'المدينة',
      'جسر',
      'في',
      'إن',
      'الكبير،',
      'و«النهر»',
      'قديم.',
      '"سوق',
      'قال:',
      '–',
      'جسور'.repeat(30),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const lead = words.join(' ')
        const title = deriveTitle([lead], 'ar')
        expect(title.length).toBeLessThanOrEqual(90)
        expect(lead).toContain(title.replace(/…$/u, ''))
        expect(title).not.toMatch(/[\s.،؛:–]$/u)
      }),
    )
  })
})
