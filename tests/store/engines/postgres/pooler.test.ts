import { expect, onTestFinished, test } from 'vitest'
import { createLease } from '../../../../src/delivery/lease.ts'
import { openStore } from '../../../../src/store/store.ts'
import { aPlayground, aSend, aSender, drained, planFor, QUIET, somePeople } from '../../../delivery/sender/a-fan-out.ts'
import { anEmptyStore } from '../../a-store.ts'
import { aPooler } from './a-pooler.ts'

test('behind a pooler in transaction mode two processes plan, send once and hear of each other', async () => {
  const options = await anEmptyStore()
  const database = await aPooler(options.database ?? '', 2)
  const heard = Promise.withResolvers<void>()
  const [one, other] = [await openStore({ ...options, database }), await openStore({ ...options, database })]
  for (const store of [one, other]) onTestFinished(store.close)
  other.changes.listen({ heard: ({ chats }) => chats.includes(-500) && heard.resolve(), missed: () => {} })
  const playground = await aPlayground()
  const places = somePeople(playground, 60)
  await planFor(one, places)
  const send = aSend(playground)
  const senders = [one, other].map((store) => aSender(store, send, 200))
  for (const sender of senders) onTestFinished(sender.stop)
  const titles = Array.from({ length: 40 }, (_, at) => `قراء ${at}`)
  await Promise.all(
    titles.map((title, at) => [one, other][at % 2]?.chats.seen({ id: -500, kind: 'group', title }, Date.now() + at)),
  )
  await heard.promise
  await drained(one)
  expect(places.map(({ chatId }) => playground.messages(chatId).length)).toEqual(places.map(() => 1))
  const [first] = senders
  await first?.stop()
  const lease = createLease({ store: one, log: QUIET, taken: () => {} })
  onTestFinished(lease.stop)
  await expect.poll(async () => (await other.leases.look()).epoch).toBe(2)
  await lease.start()
  expect(lease.held()).toBeNull()
})
