import { FormattedString } from '@grammyjs/parse-mode'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../../src/app/wordings.ts'
import { DRAFT_STATES } from '../../../src/digest/drafts.ts'
import { askedFor, fitsIntro, introRoom, LONGEST_INTRO, tidyIntro, withIntro } from '../../../src/messages/intro.ts'
import type { View } from '../../../src/messages/view.ts'
import { type DraftCard, renderDraft } from '../../../src/messages/views/draft.ts'
import { renderQuestion } from '../../../src/messages/views/question.ts'
import type { Message } from '../../../src/text/message.ts'

const DUE = Date.UTC(2026, 5, 1, 8)

function aView(language: 'ar' | 'en' = 'ar'): View {
  const audience = { kind: 'group', botUsername: 'mujaz_bot' } as const
  return { wording: readWordings()(language), audience }
}

function aDigest(text: string): Message {
  const bold = { type: 'bold' as const, offset: 0, length: Math.min(5, text.length) }
  return { text, entities: [bold], keyboard: [[{ text: 'كل المقالات', url: 'https://t.me/mujaz_bot?start=1_a_0' }]] }
}

function aCard(parts: Partial<DraftCard> = {}): DraftCard {
  const zone = 'Africa/Cairo'
  const digest = aDigest('نشرة مُوجَز: مقال جديد')
  return {
    id: 7,
    state: 'waiting',
    channel: 'قناتي',
    dueAt: DUE,
    zone,
    intro: null,
    change: null,
    decision: null,
    code: '00c0ffee',
    digest,
    ...parts,
  }
}

const intro = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.string({ unit: fc.constantFrom(...'أب c.\n<&1') }))
  .map(tidyIntro)
  .filter((text) => text !== '')
const length = fc.integer({ min: 1, max: 3990 })

describe('an intro', () => {
  test('and the digest fit together with all that editors see, and leave the digest as it was', () => {
    fc.assert(
      fc.property(intro, length, fc.constantFrom(...DRAFT_STATES), (words, units, state) => {
        const digest = aDigest('ن'.repeat(units))
        if (!fitsIntro(digest, words)) return
        const post = withIntro(digest, words)
        expect(post.text.length).toBeLessThanOrEqual(4096)
        expect(post.text.endsWith(`\n———\n${digest.text}`)).toBe(true)
        const [bold] = post.entities
        expect(post.text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0))).toBe(
          'ن'.repeat(Math.min(5, units)),
        )
        expect(post.entities).toHaveLength(1)
        expect(post.keyboard).toEqual(digest.keyboard)
        const decision = { name: 'س'.repeat(80), isLate: false }
        const change = { kind: 'dropped', title: 'ع'.repeat(80) } as const
        const card = aCard({ state, intro: words, digest, decision, change, channel: 'ق'.repeat(255) })
        const shown = renderDraft(card, aView())
        expect(shown.text.length).toBeLessThanOrEqual(4096)
        expect(shown.text.endsWith(post.text)).toBe(true)
      }),
    )
  })

  test('may have 500 units, less under a long digest, none under the longest', () => {
    expect(introRoom(aDigest('ن'))).toBe(LONGEST_INTRO)
    expect(introRoom(aDigest('ن'.repeat(3600)))).toBeLessThan(LONGEST_INTRO)
    expect(introRoom(aDigest('ن'.repeat(3990)))).toBe(0)
    // a word is no intro
    expect(introRoom(aDigest('ن'.repeat(4096 - 320 - 1)))).toBe(0)
    expect(fitsIntro(aDigest('ن'), 'م'.repeat(500))).toBe(true)
    expect(fitsIntro(aDigest('ن'), 'م'.repeat(501))).toBe(false)
  })

  test('is one paragraph', () => {
    expect(tidyIntro('  صباح الخير \n\n \n نبدأ  ')).toBe('صباح الخير\nنبدأ')
  })

  test('is requested by a message that names its draft', () => {
    const writer = { id: 5, name: 'حسن' }
    const press = { kind: 'draft', draft: 77, deciding: { act: 'intro' } } as const
    const asked = { press, title: 'قناتي', how: new FormattedString('اكتب المقدمة') }
    const question = renderQuestion({ ...asked, writer }, aView())
    expect(askedFor(question)).toEqual(press)
    expect(question.text.startsWith('حسن\n')).toBe(true)
    expect(askedFor(renderQuestion({ ...asked, writer: null }, aView('en')))).toEqual(press)
    expect(askedFor(aDigest('ن'))).toBeNull()
    const other = { type: 'text_link' as const, offset: 0, length: 1, url: 'https://t.me/mujaz_bot?start=1_P_5_a' }
    expect(askedFor({ entities: [other] })).toBeNull()
  })
})

describe('a draft', () => {
  const labels = (card: DraftCard) =>
    renderDraft(card, aView('en'))
      .keyboard.flat()
      .map(({ text }) => text)

  test.each([
    ['waiting', ['Approve', 'Stop publication', 'Add an intro', 'Reorder or drop articles']],
    ['held', ['Approve', 'Add an intro', 'Reorder or drop articles']],
    ['approved', ['Stop publication']],
    ['published', []],
  ] as const)('that is %s offers %j', (state, acts) => {
    expect(labels(aCard({ state }))).toEqual([...acts, 'كل المقالات'])
  })

  test.each(['superseded', 'withdrawn'] as const)('that is %s offers nothing', (state) => {
    expect(labels(aCard({ state }))).toEqual([])
  })

  test('with an intro has a button to remove it', () => {
    expect(labels(aCard({ intro: 'صباح الخير' }))).toContain('Remove the intro')
  })

  test('of the greatest length is shown whole, under a shorter head', () => {
    const digest = aDigest('ن'.repeat(3990))
    const { text } = renderDraft(aCard({ digest, channel: 'ق'.repeat(200) }), aView())
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text.endsWith(digest.text)).toBe(true)
    expect(text).toMatch(/^مسودة نشرة/)
  })

  test('that is withdrawn says so', () => {
    expect(renderDraft(aCard({ state: 'withdrawn' }), aView('en')).text).toContain(
      'its news comes with the next digest',
    )
  })

  test('says who approved it, unless anonymously, and when it is posted', () => {
    const approved = (name: string | null, isLate = false) =>
      renderDraft(aCard({ state: 'approved', decision: { name, isLate } }), aView('en')).text
    expect(approved('Hasan')).toContain('Approved by Hasan. It goes out Monday 1\u00A0June at 11:00.')
    expect(approved(null)).toContain('Approved by an admin. It goes out')
    expect(approved('Hasan', true)).toContain('goes out now')
  })
})
