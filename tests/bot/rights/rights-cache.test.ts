import type { Api } from 'grammy'
import { expect, test } from 'vitest'
import { createRights } from '../../../src/bot/rights/rights.ts'
import { aStore } from '../../store/a-store.ts'

test('an answer of Telegram’s that was under way when a right changed is not kept', async () => {
  const { changes } = await aStore()
  const wire = Promise.withResolvers<void>()
  let status = 'administrator'
  let asked = 0
  const getChatMember = async () => {
    const answer = { status }
    asked += 1
    if (asked === 1) await wire.promise
    return answer
  }
  const rights = createRights({ api: { getChatMember } as unknown as Api, changes, now: Date.now })
  const first = rights.isAdmin(-1, 7)
  status = 'member'
  await changes.tellRights({ chatId: -1, userId: 7 })
  await changes.look()
  wire.resolve()
  await first
  expect(await rights.isAdmin(-1, 7)).toBe(false)
})
