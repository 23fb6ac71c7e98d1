import { describe, expect, test } from 'vitest'
import { aSearch, markedIn, placesOf } from './a-search.ts'

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
