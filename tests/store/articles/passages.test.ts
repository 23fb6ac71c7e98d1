import { describe, expect, test } from 'vitest'
import type { ArticlePassages, WantedPassages } from '../../../src/search/passage.ts'
import type { Passages } from '../../../src/store/articles/passages.ts'
import { openStore } from '../../../src/store/store.ts'
import { aDirectory, aStore } from '../a-store.ts'

/** An article whose paragraphs are tokens as they are. */
function anIndexed(number: number, texts: readonly string[], change: Partial<ArticlePassages> = {}): ArticlePassages {
  const tokens = (text: string) => text.split(' ')
  return {
    number,
    hash: JSON.stringify(texts),
    passages: texts.map((text, paragraph) => {
      return { paragraph, stems: tokens(text), words: tokens(text), about: ['title'], facets: [`from_${number}`] }
    }),
    vocabulary: texts.flatMap(tokens).map((word) => ({ word, shown: word, bare: word, skeleton: word.slice(0, 3) })),
    ...change,
  }
}

function aWish(stems: readonly string[], change: Partial<WantedPassages> = {}): WantedPassages {
  const terms = stems.map((stem) => ({ stems: [stem], words: [] }))
  return { terms, within: 'passage', phrases: [], facets: [], articles: null, ...change }
}

async function placesOf(passages: Passages, wish: WantedPassages): Promise<readonly string[]> {
  return (await passages.find(wish, 100)).map(({ number, paragraph }) => `${number}:${paragraph}`).toSorted()
}

const STORIES = [anIndexed(1, ['سلام عليك', 'حرب و سلام']), anIndexed(2, ['سلام جديد', 'شيء'])]

async function anIndex() {
  const { passages } = await aStore()
  for (const story of STORIES) await passages.sync(story)
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
    ['later articles', aWish(['سلام'], { articles: { first: 2, last: 9, without: [] } }), ['2:0']],
    ['some articles', aWish(['سلام'], { articles: { first: 1, last: 2, without: [2] } }), ['1:0', '1:1']],
    ['a stem that is no word of FTS5', aWish(['") OR words : ("x']), []],
    ['nothing', aWish([]), []],
  ])('%s', async (_, wish, places) => {
    const passages = await anIndex()
    expect(await placesOf(passages, wish)).toEqual(places)
    expect(await passages.count([wish])).toBe(places.length)
  })

  test('counts what is as one of several wishes once', async () => {
    const passages = await anIndex()
    expect(await passages.count([aWish(['سلام']), aWish(['حرب']), aWish(['شيء'])])).toBe(4)
    expect(await passages.frequency({ stems: ['سلام'], words: [] }, 2)).toBe(2)
    expect(await passages.frequency({ stems: [], words: ['و'] }, 9)).toBe(1)
  })

  test('gives the tokens as they came, and of many passages the likeliest', async () => {
    const { passages } = await aStore()
    const long = 'كلمة '.repeat(60)
    await passages.sync(anIndexed(7, ['كلمة', ...Array.from({ length: 9 }, () => `${long}سلام`), 'سلام']))
    const [only] = await passages.find(aWish(['سلام']), 1)
    expect(only).toEqual({ number: 7, paragraph: 10, stems: 'سلام', words: 'سلام', about: 'title' })
  })

  test('words keep marks and letters that others fold or cut', async () => {
    const { passages } = await aStore()
    await passages.sync(anIndexed(1, ['مَدْرسة', 'naïve', '18_5', 'e\u0301a', '𞤀𞤣']))
    const found = ['مَدْرسة', 'naïve', '18_5', 'e\u0301a', '𞤀𞤣'].map((stem) => placesOf(passages, aWish([stem])))
    expect(await Promise.all(found)).toEqual([['1:0'], ['1:1'], ['1:2'], ['1:3'], ['1:4']])
    expect(await placesOf(passages, aWish(['مدرسة']))).toEqual([])
  })
})

describe('keeping up', () => {
  test('writes only what changed, and forgets what is gone', async () => {
    const passages = await anIndex()
    expect(await passages.sync(STORIES[0] ?? anIndexed(1, []))).toBe('same')
    expect(await passages.sync(anIndexed(1, ['ربيع']))).toBe('indexed')
    expect(await placesOf(passages, aWish(['حرب']))).toEqual([])
    expect(await placesOf(passages, aWish(['ربيع']))).toEqual(['1:0'])
    expect(await passages.keepOnly([1, 5])).toBe(1)
    expect(await placesOf(passages, aWish(['سلام']))).toEqual([])
    await passages.settle()
    expect(await placesOf(passages, aWish(['ربيع']))).toEqual(['1:0'])
  })

  test('is there at the next start', async () => {
    const directory = await aDirectory()
    const first = await openStore({ directory })
    for (const story of STORIES) await first.passages.sync(story)
    await first.close()
    const second = await openStore({ directory })
    expect(await second.passages.sync(anIndexed(2, ['سلام جديد', 'شيء']))).toBe('same')
    expect(await placesOf(second.passages, aWish(['شيء']))).toEqual(['2:1'])
    await second.close()
  })

  test('an article with more paragraphs than can be told apart', async () => {
    const { passages } = await aStore()
    const texts = Array.from({ length: 65_540 }, (_, index) => (index > 65_530 ? 'آخر' : 'س'))
    await passages.sync(anIndexed(1, texts))
    await passages.sync(anIndexed(2, ['آخر']))
    expect(await passages.count([aWish(['آخر'])])).toBe(6)
  })
})

describe('the vocabulary', () => {
  test('words that begin or end alike, of nearly the same length', async () => {
    const { passages } = await aStore()
    await passages.sync(anIndexed(1, ['قرطبة قرطاج مطبة قر طرطوس قرطبيات قرطبياتها']))
    const like = (await passages.wordsLike('قرطبه', 2)).map(({ word }) => word)
    expect(like.toSorted()).toEqual(['قرطاج', 'قرطبة', 'قرطبيات'])
    expect((await passages.wordsLike('كربة', 1)).map(({ word }) => word).toSorted()).toEqual(['قرطبة', 'مطبة'])
    expect((await passages.wordsOfSkeleton('قرط')).map(({ word }) => word)).toHaveLength(4)
  })

  test('a word goes with the last passage that has it', async () => {
    const { passages } = await aStore()
    await passages.sync(anIndexed(1, ['قرطبة قرطاج']))
    await passages.sync(anIndexed(2, ['قرطاج']))
    await passages.keepOnly([2])
    expect((await passages.wordsOfSkeleton('قرط')).map(({ word }) => word)).toEqual(['قرطاج'])
  })
})
