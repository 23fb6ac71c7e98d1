import { describe, expect, onTestFinished, test } from 'vitest'
import type { ArticlePassages, PassageQuery } from '../../../src/search/passage.ts'
import { passageRows } from '../../../src/store/articles/article-rows.ts'
import { createPassages, type Passages, putPassages, removePassages } from '../../../src/store/articles/passages.ts'
import { openDatabase, type StoreOptions } from '../../../src/store/open-database.ts'
import { anEmptyStore } from '../a-store.ts'

/** An article whose paragraphs are tokens as they are. */
function anIndexed(number: number, texts: readonly string[], change: Partial<ArticlePassages> = {}): ArticlePassages {
  const tokens = (text: string) => text.split(' ')
  return {
    number,
    day: `2026-01-0${number}`,
    passages: texts.map((text, paragraph) => {
      return { paragraph, stems: tokens(text), words: tokens(text), about: ['title'], facets: [`from_${number}`] }
    }),
    vocabulary: texts.flatMap(tokens).map((word) => ({ word, shown: word, bare: word, skeleton: word.slice(0, 3) })),
    ...change,
  }
}

function aWish(stems: readonly string[], change: Partial<PassageQuery> = {}): PassageQuery {
  const terms = stems.map((stem) => ({ stems: [stem], words: [] }))
  return { terms, within: 'passage', phrases: [], facets: [], articles: null, ...change }
}

async function placesOf(passages: Passages, wish: PassageQuery): Promise<readonly string[]> {
  return (await passages.find(wish, 100)).map(({ number, paragraph }) => `${number}:${paragraph}`).toSorted()
}

const STORIES = [anIndexed(1, ['سلام عليك', 'حرب و سلام']), anIndexed(2, ['سلام جديد', 'شيء'])]

/** The passages of a database, with what changes them. */
async function thePassages(options?: StoreOptions) {
  const db = await openDatabase(options ?? (await anEmptyStore()))
  onTestFinished(() => db.destroy())
  const change = db.transaction()
  return {
    ...createPassages(db),
    put: (article: ArticlePassages) => change.execute((tx) => putPassages(tx, article.number, passageRows(article))),
    remove: (number: number) => change.execute((tx) => removePassages(tx, number)),
  }
}

async function anIndex() {
  const passages = await thePassages()
  for (const story of STORIES) await passages.put(story)
  return passages
}

describe('finding', () => {
  test.each([
    ['a stem', aWish(['سلام']), ['1:0', '1:1', '2:0']],
    ['all of several', aWish(['سلام', 'حرب']), ['1:1']],
    ['what the title has', aWish(['title', 'حرب'], { within: 'titled' }), ['1:1']],
    ['what the title alone has', aWish(['title'], { within: 'titled' }), []],
    ['what is above', aWish(['title'], { within: 'above' }), ['1:0', '1:1', '2:0', '2:1']],
    ['a phrase', aWish([], { phrases: [[['حرب', 'و']]] }), ['1:1']],
    ['a phrase in the wrong order', aWish([], { phrases: [[['و', 'حرب']]] }), []],
    ['one of two spellings', aWish([], { phrases: [[['x'], ['جديد']]] }), ['2:0']],
    ['a mark', aWish([], { facets: [['from_2', 'from_9']] }), ['2:0', '2:1']],
    ['a mark and a stem', aWish(['سلام'], { facets: [['from_2']] }), ['2:0']],
    ['later articles', aWish(['سلام'], { articles: { after: '2026-01-02', before: null } }), ['2:0']],
    ['earlier articles', aWish(['سلام'], { articles: { after: null, before: '2026-01-02' } }), ['1:0', '1:1']],
    ['articles of no day', aWish(['سلام'], { articles: { after: '2027-01-01', before: null } }), []],
    ['a stem that is no word of FTS5', aWish(['") OR words : ("x']), []],
    ['nothing', aWish([]), []],
  ])('%s', async (_, wish, places) => {
    const passages = await anIndex()
    expect(await placesOf(passages, wish)).toEqual(places)
    expect(await passages.count([wish])).toBe(places.length)
  })

  test('counts a passage that matches several queries once', async () => {
    const passages = await anIndex()
    expect(await passages.count([aWish(['سلام']), aWish(['حرب']), aWish(['شيء'])])).toBe(4)
    expect(await passages.frequency({ stems: ['سلام'], words: [] }, 2)).toBe(2)
    expect(await passages.frequency({ stems: [], words: ['و'] }, 9)).toBe(1)
  })

  test('returns tokens as stored, and of many passages the most relevant', async () => {
    const passages = await thePassages()
    const long = 'كلمة '.repeat(60)
    await passages.put(anIndexed(7, ['كلمة', ...Array.from({ length: 9 }, () => `${long}سلام`), 'سلام']))
    const [only] = await passages.find(aWish(['سلام']), 1)
    expect(only).toEqual({ number: 7, paragraph: 10, stems: 'سلام', words: 'سلام', about: 'title' })
  })

  test('words keep marks and letters that others fold or cut', async () => {
    const passages = await thePassages()
    await passages.put(anIndexed(1, ['مَدْرسة', 'naïve', '18_5', 'e\u0301a', '𞤀𞤣']))
    const found = ['مَدْرسة', 'naïve', '18_5', 'e\u0301a', '𞤀𞤣'].map((stem) => placesOf(passages, aWish([stem])))
    expect(await Promise.all(found)).toEqual([['1:0'], ['1:1'], ['1:2'], ['1:3'], ['1:4']])
    expect(await placesOf(passages, aWish(['مدرسة']))).toEqual([])
  })
})

describe('keeping up', () => {
  test('writes changed passages, and deletes removed ones', async () => {
    const passages = await anIndex()
    expect(await passages.size()).toBe(4)
    await passages.put(anIndexed(1, ['ربيع']))
    expect(await placesOf(passages, aWish(['حرب']))).toEqual([])
    expect(await placesOf(passages, aWish(['ربيع']))).toEqual(['1:0'])
    await passages.remove(2)
    expect(await placesOf(passages, aWish(['سلام']))).toEqual([])
    expect(await passages.size()).toBe(1)
    expect(await placesOf(passages, aWish(['ربيع']))).toEqual(['1:0'])
  })

  test('a merged index finds the same', async () => {
    const passages = await thePassages()
    for (let number = 1; number <= 20; number += 1) await passages.put(anIndexed(number, ['سلام عليك']))
    let steps = 0
    for (; await passages.settle(); steps += 1) expect(steps).toBeLessThan(100)
    expect(await passages.count([aWish(['سلام'])])).toBe(20)
  })

  test('survives a restart', async () => {
    const options = await anEmptyStore()
    const first = await thePassages(options)
    for (const story of STORIES) await first.put(story)
    const second = await thePassages(options)
    expect(await placesOf(second, aWish(['شيء']))).toEqual(['2:1'])
  })

  test('an article with more paragraphs than can be told apart', async () => {
    const passages = await thePassages()
    const texts = Array.from({ length: 65_540 }, (_, index) => (index > 65_530 ? 'آخر' : 'س'))
    await passages.put(anIndexed(1, texts))
    await passages.put(anIndexed(2, ['آخر']))
    expect(await passages.count([aWish(['آخر'])])).toBe(6)
  })
})

describe('the vocabulary', () => {
  test('words that begin or end alike, of nearly the same length', async () => {
    const passages = await thePassages()
    await passages.put(anIndexed(1, ['قرطبة قرطاج مطبة قر طرطوس قرطبيات قرطبياتها']))
    const like = (await passages.wordsLike('قرطبه', 2)).map(({ word }) => word)
    expect(like.toSorted()).toEqual(['قرطاج', 'قرطبة', 'قرطبيات'])
    expect((await passages.wordsLike('كربة', 1)).map(({ word }) => word).toSorted()).toEqual(['قرطبة', 'مطبة'])
    expect((await passages.wordsOfSkeleton('قرط')).map(({ word }) => word)).toHaveLength(4)
  })

  test('a word is deleted with the last passage that has it', async () => {
    const passages = await thePassages()
    await passages.put(anIndexed(1, ['قرطبة قرطاج']))
    await passages.put(anIndexed(2, ['قرطاج']))
    await passages.remove(1)
    expect((await passages.wordsOfSkeleton('قرط')).map(({ word }) => word)).toEqual(['قرطاج'])
  })
})
