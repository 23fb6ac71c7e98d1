import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import type { Quote } from '../../src/briefing/briefing.ts'
import type { ShelfItem } from '../../src/shelf/shelf.ts'
import { judgeClaim } from '../../src/verify/judge.ts'
import { aBriefing, anArticle, paragraphs } from '../an-article.ts'

const SAID = 'لن نوقف الحرب إلا بضمانات من واشنطن. وقد خسرنا 1,500 جندي في عام 2024، ولا نريد أن نخسر 5% من أرضنا'
const REPORTED = 'وزار الرئيس الروسي العاصمة الصينية صباح الخميس برفقة أربعة وزراء.'
const ENGLISH = "We don't want to negotiate with 3 parties. Ukraine will never surrender its land unless Europe asks"

/** An article with a quote in Arabic, a sentence of its own, and a quote in English. */
function anItem(): ShelfItem {
  const texts = [`وقال فلاديمير بوتين للصحفيين: «${SAID}».`, REPORTED, `Donald Trump told reporters: “${ENGLISH}”.`]
  const quote = (text: string, paragraph: number, speaker: string | null): Quote => {
    const start = texts[paragraph]?.indexOf(text) ?? 0
    const at = [{ paragraph, start, end: start + text.length }]
    return { text, speaker, role: 'الرئيس الروسي', verb: null, mode: 'direct', medium: null, addressee: null, at }
  }
  const article = anArticle({ blocks: paragraphs(...texts) })
  const briefing = aBriefing({
    article,
    quotes: [quote(SAID, 0, 'فلاديمير بوتين'), quote(ENGLISH, 2, 'Donald Trump')],
    people: [{ name: 'فلاديمير بوتين', role: 'الرئيس الروسي', mentions: 1, paragraphs: [0] }],
  })
  const { slug } = article
  return { number: 1, slug, key: keyOf(slug), briefing, pages: [], terms: () => ({ stems: new Set(), speakers: [] }) }
}

const item = anItem()
const candidates = [0, 1, 2].map((paragraph) => ({ item, paragraph }))
const judge = (words: string, speaker: string | null = null) => judgeClaim({ words, speaker }, candidates)
const differencesOf = (words: string, speaker: string | null = null) => judge(words, speaker)?.evidence.differences

describe('the same words are verbatim', () => {
  test.each([
    ['as they are', SAID],
    ['with tashkeel', SAID.replace('نوقف', 'نُوقِفُ')],
    ['with tatweel', SAID.replace('الحرب', 'الحـــرب')],
    ['in other letters', SAID.replace('إلا', 'الا').replaceAll('ي', 'ى').replace('جندى', 'جندي')],
    ['in Persian letters', SAID.replaceAll('ي', 'ی')],
    ['with other digits', SAID.replace('1,500', '١٥٠٠').replace('2024', '٢٠٢٤')],
    ['with the percent in words', SAID.replace('5%', '٥ في المئة')],
    ['without punctuation', SAID.replace(/[.،]/g, ' ')],
    ['with a conjunction before', `و${SAID}`],
    ['with a word written together', SAID.replace('أن نخسر', 'أننخسر')],
    ['English in capitals', ENGLISH.toUpperCase()],
    ['English with a contraction undone', ENGLISH.replace("don't", 'do not')],
    ['English with a typographic apostrophe', ENGLISH.replace("'", '’')],
  ])('%s', (_, words) => {
    expect(judge(words)).toMatchObject({ verdict: 'verbatim', evidence: { extent: 'whole', differences: [] } })
  })

  test('in the mouth of its speaker, by name, family name, title or office', () => {
    for (const name of [
      'فلاديمير بوتين',
      'بوتين',
      'الرئيس بوتين',
      'الرئيس الروسي فلاديمير بوتين',
      'الرئيس الروسي',
      'Putin',
    ]) {
      expect(judge(SAID, name)?.verdict, name).toBe('verbatim')
    }
  })

  test('in another mouth they are another’s, and it says whose', () => {
    for (const name of ['دونالد ترامب', 'الرئيس الصيني', 'ديمتري بوتين']) {
      expect(judge(SAID, name), name).toMatchObject({
        verdict: 'other-speaker',
        evidence: { differences: [{ of: 'speaker', claimed: name, said: 'فلاديمير بوتين' }] },
      })
    }
  })
})

describe('another word is altered, and what turns the meaning is said first', () => {
  test.each<[string, string, object]>([
    ['a word', SAID.replace('الحرب', 'القتال'), { of: 'word', claimed: 'القتال', said: 'الحرب' }],
    ['a word added', SAID.replace('واشنطن', 'كل واشنطن'), { claimed: 'كل', said: null }],
    ['a word left out', SAID.replace('بضمانات ', ''), { of: 'word', claimed: null, said: 'بضمانات' }],
    ['a negation added', SAID.replace('وقد', 'وما'), { of: 'negation' }],
    ['a negation left out', SAID.replace('ولا نريد', 'ونريد'), { of: 'negation' }],
    ['the first negation left out', SAID.replace('لن ', ''), { of: 'negation', claimed: null, said: 'لن' }],
    ['a number', SAID.replace('2024', '2023'), { of: 'number', claimed: '2023', said: '2024' }],
    ['a percent sign left out', SAID.replace('5%', '5'), { of: 'number', claimed: null, said: '%' }],
    ['a name', SAID.replace('واشنطن', 'باريس'), { of: 'name', claimed: 'باريس', said: 'واشنطن' }],
    ['an English negation', ENGLISH.replace("don't want", 'want'), { of: 'negation' }],
    ['an English name', ENGLISH.replace('Europe', 'Russia'), { of: 'name', claimed: 'Russia', said: 'Europe' }],
  ])('%s', (_, words, change) => {
    expect(judge(words)?.verdict).toBe('altered')
    expect(differencesOf(words)?.[0]).toMatchObject(change)
  })

  test('a negation or number in the place of another word was added or left out', () => {
    expect(differencesOf(SAID.replace('وقد', 'ولم'))).toEqual([
      { of: 'negation', claimed: 'ولم', said: null },
      { of: 'word', claimed: null, said: 'وقد' },
    ])
  })

  test('a negation is said before a number and a word', () => {
    const words = SAID.replace('الحرب', 'القتال').replace('2024', '2020').replace('ولا نريد', 'نريد')
    expect(differencesOf(words)?.map(({ of }) => of)).toEqual(['negation', 'number', 'word'])
  })

  test('the pieces without what was added are the article’s own words', () => {
    const evidence = judge(SAID.replace('الحرب', 'كل هذا القتال'))?.evidence
    const own = evidence?.pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text)
    expect(SAID).toContain(own?.join(''))
    expect(evidence?.pieces.map(({ kind, text }) => `${kind} ${text.trim()}`)).toContain('left-out الحرب')
  })
})

describe('a part of a quote', () => {
  test('is verbatim, and said to be a part', () => {
    expect(judge('خسرنا 1500 جندي في عام 2024')).toMatchObject({ verdict: 'verbatim', evidence: { extent: 'part' } })
    expect(judge('to negotiate with 3 parties')).toMatchObject({ verdict: 'verbatim', evidence: { extent: 'turned' } })
    expect(judge('Ukraine will never surrender its land unless Europe')).toMatchObject({ evidence: { extent: 'part' } })
  })

  test('that is cut before a condition is shown with its whole sentence', () => {
    const cut = judge('لن نوقف الحرب')
    expect(cut).toMatchObject({ verdict: 'verbatim', evidence: { extent: 'turned' } })
    expect(cut?.evidence.pieces.map(({ text }) => text).join('')).toBe('لن نوقف الحرب إلا بضمانات من واشنطن.')
  })

  test('that is cut right behind a negation is altered', () => {
    for (const words of ['نوقف الحرب', 'نريد أن نخسر', 'surrender its land unless Europe asks']) {
      expect(judge(words)?.verdict, words).toBe('altered')
    }
  })
})

describe('what is no quote', () => {
  test('stands in the article as its own words', () => {
    expect(judge('زار الرئيس الروسي العاصمة الصينية صباح الخميس')).toMatchObject({
      verdict: 'reported',
      evidence: { quote: null, paragraph: 1 },
    })
  })

  test('other words, and the same in another order, are not known', () => {
    const shuffled = SAID.split(' ').toSorted((left, right) => (left.slice(-2) < right.slice(-2) ? -1 : 1))
    for (const words of ['سنبني جسرا جديدا فوق النهر قبل نهاية العام', shuffled.join(' '), '؟!', '']) {
      expect(judge(words), words).toBeNull()
    }
  })
})
