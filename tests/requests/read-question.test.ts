import { describe, expect, test } from 'vitest'
import { readQuestion } from '../../src/requests/read-question.ts'

describe('readQuestion', () => {
  test.each([
    ['ماذا قال بوتين؟', 'بوتين', ''],
    ['ماذا قال فولوديمير زيلينسكي عن وقف إطلاق النار', 'فولوديمير زيلينسكي', 'وقف إطلاق النار'],
    ['من قال: بوتين', 'بوتين', ''],
    ['ما الذي قالته أورسولا فون دير لاين حول أوكرانيا؟', 'أورسولا فون دير لاين', 'أوكرانيا'],
    ['تصريحات ترامب', 'ترامب', ''],
    ['أقوال الأمين العام بشأن الهدنة', 'الأمين العام', 'الهدنة'],
    ['شو قال ماكرون', 'ماكرون', ''],
    ['What did Putin say about the war?', 'Putin', 'the war'],
    ['what Trump said', 'Trump', ''],
    ['Quotes by Donald Trump', 'Donald Trump', ''],
  ])('%s asks for somebody’s words', (text, speaker, about) => {
    expect(readQuestion(text)).toEqual({ kind: 'quotes-of', speaker, about })
  })

  test.each([
    ['لخّص لي قمة ألاسكا', 'قمة ألاسكا'],
    ['لخص', ''],
    ['لخّص المقال عن الرسوم الجمركية', 'الرسوم الجمركية'],
    ['summarise the Alaska summit', 'Alaska summit'],
    ['Please summarize this', ''],
  ])('%s asks for a summary', (text, words) => {
    expect(readQuestion(text)).toEqual({ kind: 'summary-of', words })
  })

  test.each([
    ['شكرًا!', 'thanks'],
    ['مرحبا', 'greeting'],
    ['السلام عليكم ورحمة الله', 'greeting'],
    ['👍', 'agreed'],
    ['❤️❤️', 'agreed'],
    ['Thank you very much.', 'thanks'],
    ['تمام', 'agreed'],
  ])('%s is small talk', (text, talk) => {
    expect(readQuestion(text)).toEqual({ kind: 'small-talk', talk })
  })

  test.each([
    ['من حضر القمة مع ترامب'],
    ['أين عقدت القمة'],
    ['كم خسرت أوكرانيا'],
    ['الهدنة قريبة؟'],
    ['When was the summit'],
  ])('%s is a question', (text) => {
    expect(readQuestion(text)).toEqual({ kind: 'question' })
  })

  test.each([
    ['وقف إطلاق النار'],
    ['من الرئيس الأمريكي'],
    ['شكرا لترامب على ضيافته'],
    ['تلخيص الحرب'],
    ['ما'.repeat(3)],
  ])('%s is words to search for', (text) => {
    expect(readQuestion(text)).toEqual({ kind: 'words' })
  })
})
