import { expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import { isSpeakerOf } from '../../src/verify/speaker-likeness.ts'
import { aBriefing } from '../an-article.ts'

const people = [
  { name: 'رشيد الطالبي العلمي', role: 'رئيس مجلس النواب', mentions: 2, paragraphs: [0] },
  { name: 'دونالد ترامب', role: 'الرئيس الأميركي', mentions: 2, paragraphs: [0] },
]

test.each<[string, string | null, string, boolean]>([
  ['another spelling', 'فولوديمير زيلينسكي', 'زيلنسكي', true],
  ['another script', 'دونالد ترامب', 'Donald Trump', true],
  ['with a title', 'دونالد ترامب', 'الرئيس الأمريكي دونالد ترامب', true],
  ['by office', 'دونالد ترامب', 'الرئيس الأميركي', true],
  ['a longer name', 'رشيد الطالبي', 'رشيد الطالبي العلمي', true],
  ['a family name alone', 'ترامب', 'دونالد ترامب', true],
  ['the name of an office’s holder', 'رئيس مجلس النواب', 'رشيد الطالبي العلمي', true],
  ['another person', 'دونالد ترامب', 'فلاديمير بوتين', false],
  ['another of the family', 'دونالد ترامب', 'إيفانكا ترامب', false],
  ['a son of the same name', 'دونالد ترامب', 'دونالد ترامب الابن', false],
  ['another office', 'دونالد ترامب', 'الرئيس الصيني', false],
  ['somebody of another office', 'رئيس مجلس النواب', 'دونالد ترامب', false],
  ['nobody', null, 'دونالد ترامب', false],
])('%s', (_, speaker, asked, isTheirs) => {
  const briefing = aBriefing({ people })
  const [quote] = briefing.quotes
  if (quote === undefined) throw new Error('a briefing without quotes')
  const { slug } = briefing.article
  const item = {
    number: 1,
    slug,
    key: keyOf(slug),
    briefing,
    pages: [],
    terms: () => ({ stems: new Set<string>(), speakers: [] }),
  }
  expect(isSpeakerOf({ ...quote, speaker, role: null }, item, asked)).toBe(isTheirs)
})
