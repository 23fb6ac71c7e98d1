import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuote, aSearch, placesOf } from './a-search.ts'

describe('filters', () => {
  const stories = [
    {
      texts: ['عن الماء قال', 'عن الماء أيضا'],
      quotes: [aQuote('سلمى الراوي', 0)],
      source: 'وكالة الضفاف',
      url: 'https://www.daffaf.example/1',
      published: '2025-08-15T23:30:00+03:00',
    },
    { texts: ['عن الماء قيل'], quotes: [aQuote('عادل ترامب', 0)], source: 'صدى', published: '2025-09-01' },
    { texts: ['عن الماء يحكى'], source: null, published: null },
  ]

  test.each([
    ['by:سلمى', ['1:0']],
    ['by:الراوى ماء', ['1:0']],
    ['by:راو', ['1:0']],
    ['by:سلمى by:عادل', ['1:0', '2:0']],
    // The vowels of a foreign name are everybody's own.
    ['by:ترمب', ['2:0']],
    ['by:سلمى from:صدى', []],
    ['from:الضفاف', ['1:0', '1:1']],
    ['من:ضفاف', ['1:0', '1:1']],
    ['from:daffaf', ['1:0', '1:1']],
    ['from:ضفاف from:صدى ماء', ['1:0', '1:1', '2:0']],
    ['after:2025-08-15', ['1:0', '1:1', '2:0']],
    ['before:2025-09', ['1:0', '1:1']],
    ['after:2025-09 ماء', ['2:0']],
    ['after:2025-08-16 before:2025-09-01 ماء', []],
    ['before:2020 ماء', []],
  ])('%s', async (asked, places) => {
    expect(placesOf(await (await aSearch(stories)).find(asked)).toSorted()).toEqual(places)
  })

  test('articles that arrived in another order than they were published', async () => {
    const days = ['2025-03-01', '2025-01-01', '2025-04-01', '2025-02-01', '2025-05-01']
    const search = await aSearch(days.map((published) => ({ texts: ['وصلت القافلة'], published })))
    const found = placesOf(await search.find('قافلة after:2025-02 before:2025-05')).toSorted()
    expect(found).toEqual(['1:0', '3:0', '4:0'])
  })

  test('the excerpt is what the speaker said', async () => {
    const filler = 'هذه جملة عن الطقس لا تهم أحدا.'
    const said = 'وقالت سلمى إن الجسر متين.'
    const start = filler.length + 1
    const search = await aSearch([{ texts: [`${filler} ${said}`], quotes: [aQuote('سلمى الراوي', 0, start + 10)] }])
    expect((await search.find('by:سلمى')).hits[0]?.excerpt).toMatchObject({ text: said, start })
  })

  test.each([
    ['by:سلفى', { kind: 'no-such-name', filter: 'by', word: 'سلفى', nearest: ['سلمى الراوي'] }],
    ['from:قناةالبحر', { kind: 'no-such-name', filter: 'from', word: 'قناةالبحر', nearest: [] }],
    ['after:soon', { kind: 'no-date', filter: 'after', word: 'soon' }],
  ])('%s: a problem', async (asked, problem) => {
    const result = await (await aSearch(stories)).find(`${asked} ماء`)
    expect(result.problems).toEqual([problem])
  })
})

describe('what was folded', () => {
  test('a word that no passage has as it was typed, with the forms found', async () => {
    const search = await aSearch([{ texts: ['رست سفنٌ كثيرة', 'أبحرت السفن'] }])
    expect((await search.find('سفينة')).folded).toEqual([
      { asked: 'سفينة', found: expect.arrayContaining(['سفنٌ', 'السفن']) },
    ])
    expect((await search.find('السفن')).folded).toEqual([])
  })
})

describe('suggestions', () => {
  const search = () => aSearch([{ texts: ['زار الوزير مدينة قرطبة وأعجبته القنطرة', 'the minister visited Granada'] }])

  test.each([
    ['قرطية', ['قرطبة']],
    ['القنطقة', ['القنطرة']],
    ['قطربة', ['قرطبة']],
    ['granda', ['Granada']],
    ['كهرومغناطيس', []],
  ])('%s', async (asked, words) => {
    const { suggestions, total } = await (await search()).find(asked)
    expect(total === 0 ? suggestions : []).toEqual(words.length === 0 ? [] : [{ asked, words }])
  })
})

describe('questions', () => {
  const texts = [
    'افتتح الجسر الجديد على النهر وسط فرحة السكان.',
    'افتتح الجسر يوم 12 مايو 2025 بحضور العمدة.',
    'افتتح الجسر الذي بلغت كلفته 30 مليون دولار.',
    'افتتح الجسر في القاهرة بعد طول انتظار.',
  ]

  test.each([
    ['متى افتتح الجسر؟', '1:1'],
    ['كم كلفة الجسر الذي افتتح؟', '1:2'],
    ['أين افتتح الجسر؟', '1:3'],
  ])('%s', async (asked, place) => {
    expect(placesOf(await (await aSearch([{ texts }])).ask(asked))[0]).toBe(place)
  })

  test('words that no passage has don’t weaken the others', async () => {
    const result = await (await aSearch([{ texts }])).ask('لماذا تأخر افتتاح الجسر المعلق؟')
    expect(result.hits.length).toBeGreaterThan(0)
  })
})

describe('whatever is asked', () => {
  test('is harmless, and every excerpt is verbatim', async () => {
    const long = `${'كلام كثير عن القافلة والواحة، '.repeat(60)}${'ط'.repeat(700)} قافلة 👩‍👧‍👦😀 "NEAR(a b)" OR words : * ^`
    const search = await aSearch([
      { texts: [long, 'NEAR the "river" AND (x)', 'قافلة\0واحة'], quotes: [aQuote('سلمى', 0)] },
    ])
    const pieces = [
      '"',
      "'",
      '«',
      '»',
      'by:',
      'from:',
      'قبل:',
      '\0',
      '\uD800',
      '*',
      '^',
      '(',
      ')',
      '-',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      'words',
      ':',
      '{stems}',
      'قافلة',
      'سلمى',
      'ﷺ',
      '⑴',
      ' ',
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (parts, isQuestion) => {
        const { hits, reachable, total } = await search[isQuestion ? 'ask' : 'find'](parts.join(''))
        expect(reachable).toBeLessThanOrEqual(total)
        for (const { item, paragraph, excerpt } of hits) {
          const block = item.briefing.article.blocks[paragraph]
          expect(excerpt.text).toBe(block?.text.slice(excerpt.start, excerpt.end))
          expect(excerpt.text.length).toBeLessThanOrEqual(300)
          expect(excerpt.text.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('ten thousand characters', async () => {
    const search = await aSearch([{ texts: ['وصلت القافلة'] }])
    for (const piece of ['قافلة ', '"', '«', '(', 'by:', 'a"b OR ', '\0']) {
      const { total } = await search.find(piece.repeat(10_000 / piece.length))
      expect(total).toBeLessThanOrEqual(1)
    }
  })
})
