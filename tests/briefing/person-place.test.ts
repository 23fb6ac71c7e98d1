import { expect, test } from 'vitest'
import { nameWordsOf, placeNaming } from '../../src/briefing/person-place.ts'
import { anArticle, paragraphs } from '../an-article.ts'

const ARTICLE = anArticle({
  blocks: paragraphs('وصل الوفد. وقال الحلبي إنه سعيد.', 'غاب الضيف. ثم حضر سامر الحلبي إلى الميناء. ومضى.'),
})
const PERSON = { name: 'سامر الحلبي', role: null, mentions: 2, paragraphs: [0, 1] }

test('a person is first shown where the fullest name stands', () => {
  const place = placeNaming(PERSON, ARTICLE)
  expect(place && nameWordsOf(place, ARTICLE)).toBe('ثم حضر سامر الحلبي إلى الميناء.')
})

test('else where a part of the name does', () => {
  expect(placeNaming({ ...PERSON, paragraphs: [0] }, ARTICLE)).toEqual({ paragraph: 0, start: 11, end: 32 })
})

test('nowhere, where no paragraph names anybody so', () => {
  expect(placeNaming({ ...PERSON, name: 'ليلى' }, ARTICLE)).toBeNull()
})

test('no words stand in a paragraph that an article has lost', () => {
  expect(nameWordsOf({ paragraph: 7, start: 0, end: 5 }, ARTICLE)).toBe('')
})
