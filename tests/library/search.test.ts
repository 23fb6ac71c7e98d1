import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuote, aSearch, markedIn, placesOf } from './a-search.ts'

describe('what is found', () => {
  test.each([
    ['tashkeel', 'مَدرَسة', 'بُنيت المَدْرَسَةُ قرب النهر'],
    ['hamza', 'اسواق', 'عادت أسواق المدينة إلى العمل'],
    ['ى for ي', 'مستشفي', 'نقل الجرحى إلى مستشفى قريب'],
    ['a clitic', 'سفينة', 'رست بالسفينة بضائع كثيرة'],
    ['a clitic on the asked word', 'وبالسفينة', 'رست سفينة واحدة'],
    ['a broken plural', 'سفينة', 'غرقت ثلاث سفن في العاصفة'],
    ['a broken plural no list has', 'أقنعة', 'صنعت قناع المسرح بيديها'],
    ['a dual', 'جسر', 'افتتح جسران على النهر'],
    ['a hyphen', 'جونغ أون', 'ظهر كيم جونغ-أون في العرض'],
    ['other digits', '2025', 'عقد اللقاء سنة ٢٠٢٥ في المدينة'],
    ['English in Arabic', 'drones', 'حلقت طائرة drone فوق المرفأ'],
    ['letters past ASCII', 'café', 'opened a Café near the river'],
    ['a ligature', 'الله', 'قرأ قوله ﷲ ثم جلس'],
  ])('%s', async (_, asked, told) => {
    const search = await aSearch([{ texts: [told, 'شيء لا صلة له بذلك'] }])
    expect(placesOf(await search.find(asked))).toEqual(['1:0'])
  })

  test('a passage need not have words that the title has', async () => {
    const search = await aSearch([{ title: 'مهرجان الزيتون', texts: ['افتتح الوزير المهرجان', 'غادر الضيوف'] }])
    expect(placesOf(await search.find('زيتون وزير'))).toEqual(['1:0'])
  })

  test('a heading counts as the title does, for passages under it', async () => {
    const blocks = [
      { kind: 'paragraph', text: 'بدأ موسم الصيد' },
      { kind: 'heading', text: 'أسعار الزيتون' },
      { kind: 'paragraph', text: 'ارتفعت في الموسم' },
    ] as const
    const search = await aSearch([{ blocks }])
    expect(placesOf(await search.find('زيتون موسم'))).toEqual(['1:1'])
  })

  test('words in a title alone find the beginning of its article', async () => {
    const search = await aSearch([{ title: 'مهرجان الزيتون', texts: ['افتتح أمس', 'غادر الضيوف'] }, { texts: ['خبز'] }])
    expect(placesOf(await search.find('الزيتون'))).toEqual(['1:0'])
    expect(placesOf(await search.find('مهرجان الزيتون'))).toEqual(['1:0'])
    expect((await search.find('الزيتون')).hits[0]?.excerpt).toMatchObject({ text: 'افتتح أمس', marks: [] })
  })

  test('stop words are searched only when the query has no other words', async () => {
    const search = await aSearch([{ texts: ['ذهب إلى السوق', 'جاء من السوق'] }])
    expect(placesOf(await search.find('من السوق'))).toHaveLength(2)
    expect(placesOf(await search.find('من'))).toEqual(['1:1'])
  })

  test('an empty query finds nothing', async () => {
    const search = await aSearch([{ texts: ['ذهب إلى السوق'] }])
    expect(await search.find('؟!')).toMatchObject({ fit: 'none', total: 0, hits: [], suggestions: [] })
  })
})

describe('a phrase', () => {
  const texts = ['أعلن وقف إطلاق النار', 'وقف الجندي ثم أطلق النار', 'طالب بوقف إطلاق النار']

  test('is found as it stands, clitics before it allowed', async () => {
    const result = await (await aSearch([{ texts }])).find('"وقف إطلاق النار"')
    expect(result.fit).toBe('all')
    expect(placesOf(result).toSorted()).toEqual(['1:0', '1:2'])
    expect(markedIn(result)).toHaveLength(3)
  })

  test('goes with words', async () => {
    expect(placesOf(await (await aSearch([{ texts }])).find('«إطلاق النار» طالب'))).toEqual(['1:2'])
  })

  test('that no passage has is searched word by word', async () => {
    const result = await (await aSearch([{ texts }])).find('"النار الجندي"')
    expect(result).toMatchObject({ fit: 'apart', total: 1 })
  })
})

describe('how well it fits', () => {
  const stories = [
    { texts: ['زيتون وعنب وتفاح', 'زيتون وعنب ورمان', 'زيتون في السلة'] },
    { texts: ['تفاح في السلة', 'خبز ساخن'] },
  ]

  test.each([
    ['زيتون عنب', 'all', 2],
    ['زيتون تفاح رمان', 'most', 2],
    ['خبز زيتون', 'some', 4],
    ['زيتون مجرة', 'some', 3],
    ['زيتون عنب مجرة', 'most', 2],
    ['مجرة', 'none', 0],
  ])('%s: %s', async (asked, fit, total) => {
    const result = await (await aSearch(stories)).find(asked)
    expect(result).toMatchObject({ fit, total, reachable: total })
    expect(result.hits).toHaveLength(total)
  })
})

describe('the order', () => {
  test('the word as it was spelt first, then its other forms', async () => {
    const search = await aSearch([{ texts: ['غرقت السفن كلها', 'غرقت السفينة كلها', 'غرقت سفينتان كلها'] }])
    expect(placesOf(await search.find('السفينة'))[0]).toBe('1:1')
  })

  test('words side by side before words apart', async () => {
    const search = await aSearch([
      { texts: ['قال الوزير الكثير عن أثر الزراعة في البلاد', 'قال وزير الزراعة الكثير عن الأثر في البلاد'] },
    ])
    expect(placesOf(await search.find('وزير زراعة'))[0]).toBe('1:1')
  })

  test('the newer article first, all else being equal', async () => {
    const search = await aSearch([
      { texts: ['وصلت القافلة'], published: '2026-01-01' },
      { texts: ['وصلت القافلة'], published: '2024-01-01' },
    ])
    expect(placesOf(await search.find('قافلة'))).toEqual(['1:0', '2:0'])
  })

  test('equals by the newer number, then by paragraph; pages cover everything once', async () => {
    const texts = Array.from({ length: 7 }, () => 'وصلت القافلة إلى الواحة')
    const search = await aSearch([{ texts }, { texts }, { texts }])
    const whole = placesOf(await search.find('قافلة', { limit: 50, offset: 0 }))
    const paged: string[] = []
    for (let offset = 0; offset < 25; offset += 4) {
      paged.push(...placesOf(await search.find('قافلة', { limit: 4, offset })))
    }
    expect(paged).toEqual(whole)
    expect(whole.slice(0, 4)).toEqual(['3:0', '2:0', '1:0', '3:1'])
    expect(new Set(whole).size).toBe(21)
  })

  test('only the first hundred can be paged to, but all are counted', async () => {
    const texts = Array.from({ length: 130 }, (_, index) => `القافلة رقم ${index} وصلت`)
    const result = await (await aSearch([{ texts }])).find('قافلة')
    expect(result).toMatchObject({ total: 130, reachable: 100 })
  })
})

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
