import { describe, expect, test } from 'vitest'
import { termsOf } from '../../src/digest/article-terms.ts'
import { createMatcher, isKeyword } from '../../src/digest/matching.ts'
import { USUAL_WISHES, type Wishes } from '../../src/digest/wishes.ts'
import { aBriefing, anArticle, paragraphs } from '../an-article.ts'

const BRIDGE = termsOf(aBriefing())
const ENGLISH = termsOf(
  aBriefing({
    article: anArticle({
      language: 'en',
      title: { text: 'Bridges open', derived: false },
      blocks: paragraphs('The city opened its bridges to the buses.'),
    }),
    quotes: [],
  }),
)

function reason(wishes: Partial<Wishes>, terms = BRIDGE) {
  return createMatcher()({ ...USUAL_WISHES, ...wishes }, terms)
}

describe('a keyword', () => {
  test.each([['جسر'], ['الجسر'], ['جسور'], ['والجسور'], ['الجِسر'], ['سكان الضفتين'], ['للمدينة']])(
    '%s meets its other forms',
    (word) => {
      expect(reason({ keywords: [word] })).toEqual({ kind: 'keyword', words: word })
    },
  )

  test.each([['مطار'], ['جسر المطار'], ['bridge']])('%s meets nothing', (word) => {
    expect(reason({ keywords: [word] })).toBeNull()
  })

  test('in English too', () => {
    expect(reason({ keywords: ['the bridge'] }, ENGLISH)?.words).toBe('the bridge')
    expect(reason({ keywords: ['airport'] }, ENGLISH)).toBeNull()
  })

  test('must have a stem', () => {
    expect(['جسر', 'war', 'من', 'the', '—'].map(isKeyword)).toEqual([true, true, false, false, false])
  })
})

describe('a speaker', () => {
  test.each([['سلمى الراوي'], ['الراوي'], ['راوي'], ['سَلمى']])('%s is found in a quote', (words) => {
    expect(reason({ speakers: [words] })).toEqual({ kind: 'speaker', words })
  })

  test.each([['عمر الراوي'], ['سلم'], ['؟']])('%s is nobody there', (words) => {
    expect(reason({ speakers: [words] })).toBeNull()
  })

  test('or a keyword is enough', () => {
    expect(reason({ speakers: ['عمر'], keywords: ['مطار', 'جسر'] })).toEqual({ kind: 'keyword', words: 'جسر' })
  })
})
