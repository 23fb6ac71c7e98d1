import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOUBTS } from '../../src/article/article.ts'
import { type ReleaseFacts, ruleOn } from '../../src/shelf/release.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const RELEASE = { isDraft: false, isWithdrawn: false, publishAt: null }
const FACTS: ReleaseFacts = {
  ...{ release: RELEASE, doubts: [], published: '2026-02-01' },
  ...{ decision: null, isImport: false, wasPublished: false },
}
const draft = { ...RELEASE, isDraft: true }
const at = (publishAt: string) => ({ ...RELEASE, publishAt })

const CASES: readonly (readonly [string, Partial<ReleaseFacts>, string, readonly string[]])[] = [
  ['a page that says all', {}, 'published', []],
  ['one without a date of its own', { published: null }, 'published', []],
  ['with doubts', { doubts: ['title', 'date'] }, 'held', ['title', 'date']],
  ['a draft', { release: draft }, 'held', ['draft']],
  ['a draft of a source', { release: draft, isImport: true }, 'held', ['unset']],
  ['with doubts, published before', { doubts: ['title'], wasPublished: true }, 'published', []],
  ['published before, a draft now', { release: draft, wasPublished: true }, 'held', ['draft']],
  ['published by an owner', { release: draft, doubts: ['date'], decision: 'publish' }, 'published', []],
  ['held by an owner', { decision: 'hold', wasPublished: true }, 'held', ['owner']],
  ['withdrawn by an owner', { decision: 'withdraw', wasPublished: true }, 'withdrawn', []],
  ['withdrawn in its file', { release: { ...RELEASE, isWithdrawn: true }, decision: 'publish' }, 'withdrawn', []],
  ['dated to come', { published: '2099-01-01', release: draft }, 'embargoed', ['draft']],
  ['dated to come, published by an owner', { published: '2099-01-01', decision: 'publish' }, 'embargoed', []],
  ['dated to come, published before', { published: '2099-01-01', wasPublished: true }, 'published', []],
  ['with a minute to come', { release: at('2026-03-01T12:01:00Z') }, 'embargoed', []],
  ['with a minute to come, published before', { release: at('2026-03-01T12:01'), wasPublished: true }, 'published', []],
  ['with a minute that is now', { release: at('2026-03-01T12:00:00Z') }, 'published', []],
]

describe('an article', () => {
  test.each(CASES)('%s', (_, facts, state, reasons) => {
    // noon in UTC is two in the afternoon in Cairo
    expect(ruleOn({ ...FACTS, ...facts }, NOW, 'Africa/Cairo')).toMatchObject({ state, reasons })
  })

  test.each([
    ['2026-03-01T14:30', '2026-03-01T12:30:00.000Z'],
    ['2026-03-02', '2026-03-01T22:00:00.000Z'],
    ['2026-03-01T14:30:00+01:00', '2026-03-01T13:30:00.000Z'],
  ])('is held until %s in the newsroom’s zone', (publishAt, due) => {
    const ruling = ruleOn({ ...FACTS, release: at(publishAt) }, NOW, 'Africa/Cairo')
    expect(new Date(ruling.due ?? 0).toISOString()).toBe(due)
    expect(ruleOn({ ...FACTS, release: at(publishAt) }, (ruling.due ?? 0) - 1, 'Africa/Cairo').state).toBe('embargoed')
    expect(ruleOn({ ...FACTS, release: at(publishAt) }, ruling.due ?? 0, 'Africa/Cairo').state).toBe('published')
  })

  test('is never on hand while it is withdrawn, under embargo or, new, in doubt', () => {
    const facts = fc.record({
      release: fc.record({
        isDraft: fc.boolean(),
        isWithdrawn: fc.boolean(),
        publishAt: fc.constantFrom(null, '2099-01-01'),
      }),
      doubts: fc.subarray([...DOUBTS]),
      published: fc.constantFrom(null, '2026-02-01', '2099-01-01'),
      decision: fc.constantFrom(null, 'publish' as const, 'hold' as const, 'withdraw' as const),
      isImport: fc.boolean(),
      wasPublished: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const { state, reasons, due } = ruleOn(given, NOW, 'UTC')
        expect(state === 'embargoed').toBe(due !== null)
        if (state !== 'published') return
        const { release, decision, doubts, wasPublished } = given
        expect([
          release.isWithdrawn,
          release.publishAt !== null,
          decision === 'hold',
          decision === 'withdraw',
        ]).not.toContain(true)
        expect(reasons).toEqual([])
        if (decision === null) expect([release.isDraft, !wasPublished && doubts.length > 0]).not.toContain(true)
      }),
    )
  })
})
