import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf, isolate, withDirection } from '../../src/language/direction.ts'

/** ⟨ and ⟩ for the marks of an isolate, ® for U+200F, so that a failure can be read. */
function shown(text: string): string {
  return text.replaceAll('\u2066', '⟨').replaceAll('\u2069', '⟩').replaceAll('\u200F', '®').replaceAll('\u200E', '©')
}

describe('directionOf', () => {
  test.each([
    ['المصدر: Reuters', 'rtl'],
    ['Reuters: قال', 'ltr'],
    ['123 — «قال»', 'rtl'],
    ['🇪🇬 مصر', 'ltr'],
    ['📰 موجز', 'ltr'],
    ['\u2066Reuters\u2069 قالت', 'ltr'],
    ['\u200FReuters', 'rtl'],
    ['2025 - 12', 'neutral'],
    ['', 'neutral'],
    ['שלום', 'rtl'],
  ])('%s is %s', (line, direction) => {
    expect(directionOf(line)).toBe(direction)
  })
})

describe('withDirection', () => {
  test.each([
    ['المصدر: Reuters', 'المصدر: Reuters'],
    ['Reuters: قال', '®Reuters: قال'],
    ['🇪🇬 مصر\nنص\n\n2025', '®🇪🇬 مصر\nنص\n\n®2025'],
    ['\u200F\u200FReuters', '®Reuters'],
  ])('%s', (text, expected) => {
    expect(shown(withDirection(text, 'rtl'))).toBe(expected)
  })

  test('left to right', () => {
    expect(shown(withDirection('قال said\nsaid\n5', 'ltr'))).toBe('©قال said\nsaid\n5')
  })
})

describe('isolate', () => {
  test.each([
    ['زوروا https://example.com/a?b=1. ثم', 'زوروا ⟨https://example.com/a?b=1⟩. ثم'],
    ['تابع @some_one و#Bridge و#جسر', 'تابع ⟨@some_one⟩ و⟨#Bridge⟩ و#جسر'],
    ['صحيفة The River Post، قالت', 'صحيفة ⟨The River Post⟩، قالت'],
    ['شركة Acme قالت', 'شركة Acme قالت'],
    ['من 2024-2025 ومن ٢٠٢٤–٢٠٢٥', 'من ⟨2024-2025⟩ ومن ⟨٢٠٢٤–٢٠٢٥⟩'],
    ['بنسبة 50% أو 20-30%', 'بنسبة ⟨50%⟩ أو ⟨20-30%⟩'],
    ['عند -5 و+3 درجات', 'عند ⟨-5⟩ و⟨+3⟩ درجات'],
    ['بسعر $3.5 و20 €', 'بسعر ⟨$3.5⟩ و⟨20 €⟩'],
    ['هاتف +20 2 2555 0143', 'هاتف ⟨+20 2 2555 0143⟩'],
    ['في 15/8/2025 الساعة 10:30 بلغ 18.5', 'في 15/8/2025 الساعة 10:30 بلغ 18.5'],
    ['اشترك من 2027-07-01 إلى 2027-07-31 10:00', 'اشترك من ⟨2027-07-01⟩ إلى ⟨2027-07-31⟩ 10:00'],
    ['عُدّل في 2026-11-28 12:15، ثم نُشر', 'عُدّل في ⟨2026-11-28⟩ 12:15، ثم نُشر'],
    ['سُجّل 2026-11-28T10:30:00Z هنا', 'سُجّل ⟨2026-11-28T10:30:00Z⟩ هنا'],
    ['\u2066$5\u2069 مليون', '⟨$5⟩ مليون'],
    ['The\nRiver', 'The\nRiver'],
  ])('%s', (text, expected) => {
    expect(shown(isolate(text))).toBe(expected)
  })

  const pieces = fc.array(
    fc.constantFrom(
      'كلمة',
      ' ',
      'The',
      'New',
      '$',
      '5',
      '-',
      '%',
      '+',
      '\n',
      '\u2066',
      '\u2069',
      '\u200F',
      '@a',
      'https://a.b/c',
      '.',
      '(',
      ')',
      '🇪🇬',
      '٥',
      '–',
      ',',
      '\uDC00',
    ),
    { maxLength: 30 },
  )

  test('is idempotent, keeps every character and never crosses a line end', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('')
        const isolated = isolate(text)
        expect(isolate(isolated)).toBe(isolated)
        expect(isolated.replace(/[\u2066\u2069]/g, '')).toBe(text.replace(/[\u2066\u2069]/g, ''))
        for (const [inner] of isolated.matchAll(/\u2066[^\u2066\u2069]*\u2069/g)) {
          if (!text.includes(inner)) expect(inner).not.toContain('\n')
        }
      }),
    )
  })

  test('withDirection gives every line with a letter its direction, and no two marks in a row', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = withDirection(list.join(''), 'rtl')
        expect(withDirection(text, 'rtl')).toBe(text)
        expect(text).not.toMatch(/\u200F\u200F/)
        for (const line of text.split('\n')) if (line.trim() !== '') expect(directionOf(line)).toBe('rtl')
      }),
    )
  })
})
