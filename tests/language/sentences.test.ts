import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/language/language.ts'
import { splitSentences } from '../../src/language/sentences.ts'

/** `|` marks where the sentences part. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ['stops of every kind', 'وصل الوفد. |هل بدأ الاجتماع؟ |نعم! |بدأ الآن.'],
  ['titles before names', 'التقت د. ليلى حسن أ.د. كمال فهمي. |وحضر م. سامي.'],
  ['no title after a vowel sign', 'صار عضوًا دائمًا. |وأبدى رأيًا. |ولقي أخَا. |وحضر د. سامي.'],
  ['a letter that is a name', 'حل الفريق أولا في المجموعة أ. |وفاز فيها. |ونقصه فيتامين د. |ثم تعافى.'],
  ['decimals and versions', 'ارتفع السعر 18.5 في المئة. |ثم هبط إلى 3.2.1 نقطة.'],
  ['years with their era', 'توفي سنة 505 هـ. |ودُفن في مدينته. |وولد سنة 450 هـ. في قرية قريبة.'],
  ['a short quotation stays whole', 'قالت: "تعبنا. لن ننتظر." |ثم خرجت.'],
  ['guillemets and brackets too', 'كتب «لا. لن أعود» ومضى (كما يقال. أحيانا) إلى بيته. |انتهى.'],
  ['a stop inside the closing mark ends the sentence', 'قال: “سنعود غدا.” |وأضاف أن الجسر مغلق.'],
  ['a closing mark after a space', 'قال إنه “ كان يريد الراحة. “ |ثم نام.'],
  ['a comma after a quoted question', '"متى نصل؟"، سأل السائق. |لم يجبه أحد.'],
  ['a speaker after the quotation', '"متى نصل؟" سأل السائق. |ثم قال: "قريبا." |وأضافت شيئا.'],
  ['an English speaker after it', '"Stop!" Mary Hale said. |"Why?" |He left.'],
  ['what hangs on the quotation', 'قال: "الباب مغلق." في إشارة إلى المدرسة. |ومضى.'],
  ['a pause is no end', 'كان يريد... أن ينام… ثم قام. |ومضى.. بعيدا.'],
  ['no space after the stop', 'لم يتسن لنا ذلك.|ثم بدأت الأعمال.|وانتهت.'],
  ['names with stops inside', 'عملت في "سوق دوت.كوم" ثم في سي.إن.إن. |وتركتها.'],
  ['a list number', '1. الأول هنا. |2. والثاني هناك.'],
  ['a stray mark stays with its neighbour', 'انتهى الأمر. -'],
  ['an unclosed mark protects nothing', 'قال: "نعم. |ثم خرج. |ولم يعد.'],
  ['English abbreviations', 'Mr. Hale met J. K. Moss at 5 p.m. Monday in the U.S. capital. |He left.'],
  ['an abbreviation that ends a sentence', 'They moved to the U.S. |The house was sold.'],
  ['English speech', '"Stop!" she said. |"Why?" he asked.'],
  ['addresses and versions', 'See www.example.com/a?b=c for v2.0.1 today. |Thanks.'],
  ['an English pause before a capital', 'He waited... |Then he left.'],
]

describe('splitSentences', () => {
  test.each(CASES)('%s', (_name, marked) => {
    const text = marked.replaceAll('|', '')
    const sentences = splitSentences(text, detectLanguage(text)).map((span) => span.text)
    expect(sentences).toEqual(marked.split('|').map((sentence) => sentence.trim()))
  })

  test('a long quotation is cut at its own stops', () => {
    const inner = Array.from({ length: 8 }, (_, index) => `الجملة رقم ${index} في هذا الكلام الطويل الذي لا ينتهي.`)
    const sentences = splitSentences(`قال: «${inner.join(' ')}»`, 'ar')
    expect(sentences.length).toBe(8)
    expect(sentences.at(-1)?.text.endsWith('»')).toBe(true)
  })

  test('nothing is lost but spaces, and every span is where it says', () => {
    const piece = fc.constantFrom(
      'كلمة',
      'word',
      'د',
      '. ',
      '.',
      '؟ ',
      '"',
      '«',
      '»',
      '“',
      '…',
      '..',
      ' ',
      '\u2028',
      '\n',
      '(',
      ')',
      '5',
      '\uD800',
      '\u200F',
      '،',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('ar' as const, 'en' as const),
        (pieces, language) => {
          const text = pieces.join('')
          const spans = splitSentences(text, language)
          expect(
            spans
              .map((span) => span.text)
              .join('')
              .replace(/\s/gu, ''),
          ).toBe(text.replace(/\s/gu, ''))
          for (const [index, span] of spans.entries()) {
            expect(text.slice(span.start, span.end)).toBe(span.text)
            expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          }
        },
      ),
    )
  })
})
