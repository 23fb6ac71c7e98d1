import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quote } from '../../src/briefing/briefing.ts'
import { cutChunks } from '../../src/briefing/chunks.ts'
import { aParagraph, aText } from './a-text.ts'

const bare = (text: string): string => text.replace(/\s+/gu, '')

describe('cutChunks', () => {
  test('a short article is one chunk, its introduction', () => {
    const text = aText('افتتحت بلدية الوادي الأخضر مكتبة المدينة الجديدة.', 'وستفتح مكتبة المدينة أبوابها كل صباح.')
    const [chunk, ...others] = cutChunks(text, [])
    expect(others).toEqual([])
    expect(chunk).toMatchObject({ from: 0, to: 1, derived: true, heading: 'المقدمة' })
  })

  test('a chunk without a heading of its own has its number', () => {
    const arabic = cutChunks(aText(aParagraph('الجسر', 9), aParagraph('الميناء', 9)), [])
    expect(arabic.slice(0, 2).map((chunk) => chunk.heading)).toEqual(['المقدمة', 'الجزء 2'])
    const english = cutChunks(aText('The town opened its third bridge after years of work. '.repeat(40)), [])
    expect(english.slice(0, 2).map((chunk) => chunk.heading)).toEqual(['Introduction', 'Part 2'])
  })

  test('a heading begins a chunk and names it', () => {
    const text = aText(aParagraph('الجسر', 9), '# ميناء الصيادين', aParagraph('الميناء', 9), aParagraph('الرصيف', 9))
    const chunks = cutChunks(text, [])
    expect(chunks.find((chunk) => !chunk.derived)).toMatchObject({ heading: 'ميناء الصيادين', from: 1 })
    expect(chunks.filter((chunk) => !chunk.derived)).toHaveLength(1)
  })

  test.each([
    ['فطومة نعيمي', 'المقدمة'],
    ['الرباط', 'المقدمة'],
    ['و م ع', 'المقدمة'],
    ['د. ماجد القصبي', 'المقدمة'],
    ['سلوى المدني – عين اليوم', 'المقدمة'],
    ['عين اليوم – الرياض', 'المقدمة'],
    ['ميناء الصيادين', 'ميناء الصيادين'],
    ['الجسر – ما الذي نعرفه عن يوم الحادث', 'الجسر – ما الذي نعرفه عن يوم الحادث'],
    ['من هو سامر الحلبي؟', 'من هو سامر الحلبي؟'],
  ])('a line over the whole text names no part where it says who or where: %s', (line, heading) => {
    expect(cutChunks(aText(`# ${line}`, aParagraph('الطريق', 3)), [])[0]?.heading).toBe(heading)
  })

  test('a name over a later part is its heading', () => {
    const text = aText(aParagraph('الجسر', 9), '# سامر الحلبي', aParagraph('الميناء', 9), aParagraph('الرصيف', 9))
    expect(cutChunks(text, []).find((chunk) => !chunk.derived)?.heading).toBe('سامر الحلبي')
  })

  test('two headings in a row both name the chunk', () => {
    const chunks = cutChunks(aText('# الجزء الأول', '# الطريق', aParagraph('الطريق', 3)), [])
    expect(chunks[0]?.heading).toBe('الجزء الأول · الطريق')
    expect(cutChunks(aText('# الرباط', '# الطريق', aParagraph('الطريق', 3)), [])[0]?.heading).toBe('الطريق')
  })

  test('paragraphs of a comfortable length are not cut, and turns of topic are where it cuts', () => {
    const text = aText(
      aParagraph('الجسر الحجري', 4),
      aParagraph('الجسر الحجري', 4),
      aParagraph('مهرجان التمور', 4),
      aParagraph('مهرجان التمور', 4),
    )
    expect(cutChunks(text, []).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  test('a paragraph far too long is cut between sentences', () => {
    const text = aText(aParagraph('السد', 60))
    const chunks = cutChunks(text, [])
    expect(chunks.length).toBeGreaterThan(3)
    for (const chunk of chunks) {
      expect(chunk.text.length).toBeLessThanOrEqual(1500)
      expect(chunk.text).toMatch(/^ذكر .*\.$/su)
    }
  })

  test('a sentence stays whole up to 3,000 characters', () => {
    const sentence = (length: number): string => `${'كلمة طويلة '.repeat(length / 11)}تنتهي.`
    expect(cutChunks(aText(sentence(2800)), [])).toHaveLength(1)
    expect(cutChunks(aText(sentence(9000)), []).length).toBeGreaterThan(5)
  })

  test('a quote belongs to the chunk it begins in', () => {
    const text = aText(aParagraph('السد', 60))
    const start = text.paragraphs[0]?.indexOf('رقم 50') ?? 0
    const quote = { at: [{ paragraph: 0, start, end: start + 30 }] }
    const chunks = cutChunks(text, [aQuote(), aQuote(quote)])
    expect(chunks.map((chunk) => chunk.quotes).filter((quotes) => quotes.length > 0)).toEqual([[0], [1]])
    expect(chunks.find((chunk) => chunk.quotes.includes(1))?.text).toContain('رقم 50')
  })

  test('nothing is lost and order is kept, whatever the text', () => {
    const word = fc.constantFrom('الجسر', 'قال', '"', '«', '.', '؟', '\ud800', '…', 'a', '١٢', '\u202e', 'السد:')
    const block = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 400 }).map((words) => words.join(' ')),
      fc.string({ minLength: 1, maxLength: 50, unit: 'binary' }).filter((text) => text.trim() !== ''),
      fc.constantFrom('# عنوان', '# "'),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const text = aText(...blocks)
        const chunks = cutChunks(text, [])
        expect(bare(chunks.map((chunk) => chunk.text).join(''))).toBe(bare(text.paragraphs.join('')))
        for (const [index, chunk] of chunks.entries()) {
          expect(chunk.from).toBeLessThanOrEqual(chunk.to)
          expect(chunk.from).toBeGreaterThanOrEqual(chunks[index - 1]?.to ?? 0)
          expect(chunk.heading).not.toBe('')
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['one line of a megabyte without a space', 'س'.repeat(1_000_000)],
    ['a megabyte of letters outside the basic plane', '𐤀'.repeat(500_000)],
    ['a hundred thousand marks', '"«'.repeat(50_000)],
    ['a hundred thousand sentences', 'نعم. '.repeat(100_000)],
  ])('%s is cut in linear time, no character in two', (_, line) => {
    const chunks = cutChunks(aText(line), [])
    expect(bare(chunks.map((chunk) => chunk.text).join(''))).toBe(bare(line))
    for (const chunk of chunks) expect(chunk.text.isWellFormed()).toBe(true)
  })
})

function aQuote(change: Partial<Quote> = {}): Quote {
  return {
    text: 'سنبني السد',
    speaker: null,
    role: null,
    verb: null,
    mode: 'direct',
    medium: null,
    addressee: null,
    at: [{ paragraph: 0, start: 5, end: 15 }],
    ...change,
  }
}
