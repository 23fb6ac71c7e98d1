import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { plainText } from '../../src/briefing/corrections.ts'
import { LENGTHS, SECTIONS } from '../../src/digest/form.ts'
import { briefFile } from '../../src/library/brief-file.ts'
import { renderDigest } from '../../src/messages/render-digest.ts'
import { withdrawFrom } from '../../src/messages/withdraw-from.ts'
import type { ShelfItem } from '../../src/shelf/shelf.ts'
import { createShelf } from '../a-shelf.ts'

const CONTENT = new URL('../../content', import.meta.url).pathname
const wording = readWordings()('ar')
let items: readonly ShelfItem[]
beforeAll(() => {
  const briefings = readdirSync(CONTENT).map((name) => {
    const briefed = briefFile({ name, text: readFileSync(`${CONTENT}/${name}`, 'utf8') })
    if (briefed.kind === 'unreadable') throw new Error(briefed.why)
    return briefed.briefing
  })
  items = createShelf(briefings.map((briefing, at) => ({ number: at + 1, briefing }))).items
})

const view = { wording, audience: { kind: 'private', botUsername: 'mujaz_bot' } } as const

test('a digest of any form shows nothing of a withdrawn article, and all of the others', () => {
  const shape = fc.record({
    sections: fc.shuffledSubarray([...SECTIONS], { minLength: 1 }),
    length: fc.constantFrom(...LENGTHS),
    count: fc.integer({ min: 1, max: 6 }),
    which: fc.nat(5),
    hasMore: fc.boolean(),
  })
  fc.assert(
    fc.property(shape, ({ sections, length, count, which, hasMore }) => {
      const shown = items.slice(0, count)
      const withdrawn = shown[which % count]
      if (withdrawn === undefined) throw new Error('none is shown')
      const others = items.filter((item) => item !== withdrawn)
      const more = hasMore ? { slug: withdrawn.slug, chunk: 1 } : null
      const content = { kind: 'new', slugs: shown.map(({ slug }) => slug), total: count, reasons: [], more } as const
      const message = renderDigest({ content, form: { sections, length }, items: [...items] }, view)
      if (message === null) throw new Error('there is no digest')
      const titles = others.map(({ briefing }) => briefing.article.title.text)
      const article = { briefing: withdrawn.briefing, others: titles }
      const without = withdrawFrom(message, article, wording)
      const text = plainText(without.text)
      const { title, blocks } = withdrawn.briefing.article
      expect(text).not.toContain(plainText(title.text))
      for (const block of blocks) expect(text).not.toContain(plainText(block.text).slice(0, 60))
      for (const other of titles.filter((each) => message.text.includes(each))) expect(without.text).toContain(other)
      // of a story in another language only the number is told
      const isNamed = plainText(message.text).includes(plainText(title.text))
      expect(without.text.includes('سُحب هذا المقال بعد نشره')).toBe(isNamed)
      for (const { offset, length: size } of without.entities)
        expect(offset + size).toBeLessThanOrEqual(without.text.length)
      // nothing is left to do the next time
      expect(withdrawFrom(without, article, wording)).toBe(without)
    }),
    { numRuns: 60 },
  )
})

test('a part to read goes with its title', () => {
  const [item, other] = items
  if (item === undefined || other === undefined) throw new Error('no article')
  const content = { kind: 'chunk', slug: item.slug, chunk: 0 } as const
  const message = renderDigest({ content, form: { sections: ['line'], length: 'normal' }, items: [item] }, view)
  if (message === null) throw new Error('there is no digest')
  const without = withdrawFrom(message, { briefing: item.briefing, others: [] }, wording)
  expect(without.text.length).toBeLessThan(300)
  expect(without.keyboard).toEqual(message.keyboard)
  expect(withdrawFrom(message, { briefing: other.briefing, others: [] }, wording)).toBe(message)
})
