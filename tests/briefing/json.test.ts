import { expect, test } from 'vitest'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import { briefingToJson } from '../../src/briefing/json.ts'
import { anArticle, paragraphs } from '../an-article.ts'

test('a briefing as JSON is plain data, with paragraph numbers for places', () => {
  const blocks = paragraphs(
    'وصل 12 ضيفا إلى الميناء الجديد صباح السبت.',
    'قال رئيس البلدية سامر الحلبي: «سنفتح الميناء».',
  )
  const embedded = anArticle({ blocks: paragraphs('خبر آخر قصير عن الجسر القديم.') })
  const json = briefingToJson(briefArticle(anArticle({ blocks, embedded: [embedded] })), 'page.txt')
  expect(json).toEqual(JSON.parse(JSON.stringify(json)))
  expect(json).toMatchObject({
    file: 'page.txt',
    article: { paragraphs: 2, words: 15, headings: [] },
    quotes: [{ text: 'سنفتح الميناء', speaker: 'سامر الحلبي', role: 'رئيس البلدية', paragraph: 1 }],
    people: [{ name: 'سامر الحلبي', mentions: 1 }],
    embedded: [{ file: 'page.txt', article: { paragraphs: 1 } }],
  })
})
