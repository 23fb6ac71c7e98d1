import { expect, test } from 'vitest'
import {
  changesBetween,
  changesFacts,
  isShrunk,
  restoredIn,
  type TextUnit,
  unitKey,
  unitsOf,
} from '../../src/briefing/corrections.ts'
import { aBriefing, anArticle, paragraphs } from '../an-article.ts'

const sentence = (text: string): TextUnit => ({ kind: 'sentence', text, speaker: null })
const quote = (text: string, speaker: string | null): TextUnit => ({ kind: 'quote', text, speaker })
const title = (text: string): TextUnit => ({ kind: 'title', text, speaker: null })

const OPENED = sentence('افتتح الوزير الجسر يوم الأحد في المدينة القديمة.')
const MOVED = sentence('افتتح الوزير الجسر يوم الاثنين في المدينة القديمة.')
const OTHER = sentence('وحضر الافتتاح سكان الضفتين.')
const SAID = sentence('وقال الوزير: «نعد بجسر ثانٍ قبل الشتاء».')
const WORDS = 'نعد بجسر ثانٍ قبل الشتاء'

test.each([
  ['nothing has changed', [OPENED, OTHER], [OPENED, OTHER], []],
  ['something was added, and the order changed', [OPENED], [OTHER, OPENED], []],
  ['a sentence says something else', [OPENED, OTHER], [MOVED, OTHER], [{ was: OPENED, now: MOVED }]],
  ['a sentence was taken out', [OPENED, OTHER], [OTHER], [{ was: OPENED, now: null }]],
  ['a sentence is cut elsewhere, its words stand', [sentence('ذلك كله.')], [sentence('ذلك كله. وغيره.')], []],
  [
    'the title is another',
    [title('جسر'), OTHER],
    [title('جسر ثالث'), OTHER],
    [{ was: title('جسر'), now: title('جسر ثالث') }],
  ],
  [
    'a quote is somebody else’s',
    [SAID, quote(WORDS, 'سالم')],
    [SAID, quote(WORDS, 'هدى')],
    [{ was: quote(WORDS, 'سالم'), now: quote(WORDS, 'هدى') }],
  ],
  ['a speaker’s name is given more fully', [SAID, quote(WORDS, 'هدى')], [SAID, quote(WORDS, 'هدى السالم')], []],
  ['a speaker is known now', [SAID, quote(WORDS, null)], [SAID, quote(WORDS, 'هدى')], []],
  ['a quote is no longer picked out, its words stand', [SAID, quote(WORDS, 'هدى')], [SAID], []],
])('%s', (_, former, current, changes) => {
  expect(changesBetween(former, current)).toEqual(changes)
})

test('changed words of a quote are paired with those in their place', () => {
  const now = quote('نعد بجسر ثالث قبل الشتاء', 'هدى')
  const after = [sentence('وقال الوزير: «نعد بجسر ثالث قبل الشتاء».'), now]
  expect(changesBetween([SAID, quote(WORDS, 'هدى')], after)).toContainEqual({ was: quote(WORDS, 'هدى'), now })
})

test('a briefing’s units are its title, gist, sentences and quotes, without marks', () => {
  const article = anArticle({ blocks: paragraphs('\u200Fجاء  الخبر\u200F اليوم. ثم مضى.') })
  const units = unitsOf(aBriefing({ article }))
  expect(units.map(({ kind }) => kind)).toEqual(['title', 'line', 'sentence', 'sentence', 'quote'])
  expect(units[2]?.text).toBe('جاء الخبر اليوم.')
  expect(new Set(units.map(unitKey)).size).toBe(units.length)
})

test.each([
  ['a text that ends within what it said', [OPENED, OTHER], [OPENED], true],
  [
    'a text of which little is left and nothing new',
    [OPENED, OTHER, SAID, MOVED, sentence('ثم مضوا.')],
    [OTHER, MOVED],
    true,
  ],
  ['a text with something new', [OPENED, OTHER, SAID], [MOVED], false],
  ['a text that lost one sentence of its middle', [OPENED, OTHER, SAID], [OPENED, SAID], false],
  ['a longer text', [OPENED], [OPENED, OTHER], false],
])('cut short: %s', (_, former, current, shrunk) => expect(isShrunk(former, current)).toBe(shrunk))

test('a briefing without a gist has no unit for it', () => {
  const units = unitsOf(aBriefing({ summary: { line: '', sentences: [], front: [] } }))
  expect(units.map(({ kind }) => kind)).not.toContain('line')
})

test('readers are told of changed words of somebody and of changed numbers, not of better style', () => {
  const built = sentence('بُني الجسر في 30 شهرًا.')
  expect(changesFacts({ was: quote(WORDS, 'هدى'), now: null })).toBe(true)
  expect(changesFacts({ was: title('جسر 3'), now: title('جسر 4') })).toBe(false)
  expect(changesFacts({ was: built, now: sentence('بُني الجسر في 31 شهرًا.') })).toBe(true)
  expect(changesFacts({ was: built, now: null })).toBe(true)
  expect(changesFacts({ was: built, now: sentence('شُيّد الجسر في 30 شهرًا.') })).toBe(false)
})

test('a text that had shrunk gives back what stands again, and what of it is wrong now', () => {
  const before = [OPENED, OTHER, SAID]
  const { restored, wrong } = restoredIn(before, [OPENED], [MOVED, OTHER, SAID])
  expect(restored.map(({ was }) => was)).toEqual([OTHER, SAID])
  expect(wrong).toEqual([{ was: OPENED, now: MOVED }])
})
