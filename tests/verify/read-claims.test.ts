import { describe, expect, test } from 'vitest'
import { plainClaim, quotedClaims } from '../../src/verify/read-claims.ts'

const WORDS = 'لا اتفاق قبل أن يكون هناك اتفاق'

describe('words between marks', () => {
  test.each([
    ['قال دونالد ترامب: «W»', 'دونالد ترامب'],
    ['هل قال ترامب "W"؟', 'ترامب'],
    ['ترامب: “W”', 'ترامب'],
    ['وكتب الرئيس الأمريكي دونالد ترامب: «W».', 'دونالد ترامب'],
    ['Did Donald Trump say "W"?', 'Donald Trump'],
    ['عاجل: «W»', null],
    ['«W»', null],
  ])('%s', (text, speaker) => {
    expect(quotedClaims(text.replace('W', WORDS))).toEqual([{ words: WORDS, speaker }])
  })

  test('each quote is a claim, in order, with its own speaker', () => {
    const text = `قال ترامب: «${WORDS}».\nورد فلاديمير بوتين: «في المرة القادمة، في موسكو». وفي حلف «الناتو» صمت.`
    expect(quotedClaims(text)).toMatchObject([
      { words: WORDS, speaker: 'ترامب' },
      { words: 'في المرة القادمة، في موسكو', speaker: 'فلاديمير بوتين' },
    ])
  })

  test('names between marks are no quotes', () => {
    expect(quotedClaims('التقى قادة «حلف الناتو» في «بروكسل» صباح اليوم.')).toEqual([])
  })

  test('hostile text is read in time that grows with it', () => {
    for (const piece of ['«', '"', 'قال ', ': ', '—', 'a: ', '«قال: ']) {
      expect(quotedClaims(piece.repeat(4000)).length).toBeLessThan(4000)
      expect(plainClaim(piece.repeat(4000)).words.length).toBeLessThanOrEqual(4096)
    }
  })
})

describe('words without marks', () => {
  test.each([
    ['هل قال بوتين إن الحرب انتهت؟', 'الحرب انتهت', 'بوتين'],
    ['قال الرئيس الروسي: الحرب انتهت', 'الحرب انتهت', 'الرئيس الروسي'],
    ['بوتين: الحرب انتهت', 'الحرب انتهت', 'بوتين'],
    ['الحرب انتهت — بوتين', 'الحرب انتهت', 'بوتين'],
    ['Did Putin say that the war is over?', 'the war is over', 'Putin'],
    ['Putin said: the war is over', 'the war is over', 'Putin'],
    ['الحرب انتهت', 'الحرب انتهت', null],
  ])('%s', (text, words, speaker) => {
    expect(plainClaim(text)).toMatchObject({ words, speaker })
  })

  test.each(['بوتين إنه سيزور موسكو', 'بوتين لا سلام قبل أن يكون هناك سلام'])(
    'a name that no particle ends is left to whoever knows names: %s',
    (words) => {
      expect(plainClaim(`هل قال ${words}؟`)).toEqual({ words, speaker: null, isNamed: true })
    },
  )
})
