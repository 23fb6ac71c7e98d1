import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../src/store/open-database.ts'
import { openStore } from '../../src/store/store.ts'
import { anEmptyStore } from './a-store.ts'

const IDS = [1, 2, -3] as const
const NOW = Date.UTC(2026, 2, 1)

const id = fc.constantFrom(...IDS)
const change = fc.oneof(
  fc.record({ what: fc.constant('find' as const), id }),
  fc.record({ what: fc.constant('seen' as const), id, title: fc.constantFrom('أ', 'ب') }),
  fc.record({ what: fc.constant('language' as const), id, language: fc.constantFrom('ar' as const, 'en' as const) }),
  fc.record({ what: fc.constant('digits' as const), id, digits: fc.constantFrom('arab' as const, 'latn' as const) }),
  fc.record({ what: fc.constant('gone' as const), id }),
  fc.record({ what: fc.constant('moved' as const), id, to: id }),
  fc.record({ what: fc.constant('forgotten' as const), id }),
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

test('a chat is found as it is stored, whatever changes it at the same time', async () => {
  const options = await anEmptyStore()
  const store = await openStore(options)
  const db = await openDatabase(options)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (rounds) => {
      for (const round of rounds) {
        await Promise.all(round.map((one) => carryOut(one)))
        for (const each of IDS) {
          const row = await db.selectFrom('chats').selectAll().where('id', '=', each).executeTakeFirst()
          const { title = null, language = null, digits = null, state = null } = (await store.chats.find(each)) ?? {}
          const stored = { title: row?.title, language: row?.language, digits: row?.digits, state: row?.state }
          expect({ title, language, digits, state }).toEqual(mapNull(stored))
        }
      }
    }),
    { numRuns: inject('postgres') === null ? 60 : 15 },
  )
  await db.destroy()
  await store.close()

  async function carryOut(one: Change): Promise<unknown> {
    switch (one.what) {
      case 'find':
        return await store.chats.find(one.id)
      case 'seen':
        return await store.chats.seen({ id: one.id, kind: one.id > 0 ? 'private' : 'group', title: one.title }, NOW)
      case 'language':
        return await store.chats.setLanguage(one.id, one.language, NOW)
      case 'digits':
        return await store.chats.setDigits(one.id, one.digits, NOW)
      case 'gone':
        return await store.chats.gone(one.id, 'blocked', NOW)
      case 'moved':
        return await store.moveChat(one.id, one.to, NOW)
      case 'forgotten':
        return await store.forgetChat(one.id)
      default:
        return one satisfies never
    }
  }
})

function mapNull(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]))
}
