import { describe, expect, test } from 'vitest'
import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import { aMessage } from '../a-store.ts'
import { approve, aReviewedChannel, BY, CHANNEL, DAY, DUE, GROUP, NOW, plan, send } from './a-reviewed-channel.ts'

describe('editors', () => {
  test('whose group has moved are shown what waits again, in the new one', async () => {
    const store = await aReviewedChannel()
    const at = DUE - DRAFT_LEAD_MS
    await plan(store, { at })
    await send(store, at)
    await store.moveChat(GROUP, -5, at)
    await store.moveChat(GROUP, -5, at)
    expect(await store.editors.find(CHANNEL)).toEqual({ chatId: -5, threadId: 0 })
    expect(await send(store, at)).toMatchObject([{ chatId: -5, text: 'message 1 2', edits: null }])
    expect(await send(store, DUE)).toMatchObject([{ chatId: -5, text: 'reminder 1 1' }])
  })

  test('who can’t be reached are known as lost, until they can be', async () => {
    const store = await aReviewedChannel()
    const at = DUE - DRAFT_LEAD_MS
    await store.chats.gone(GROUP, 'kicked', at)
    await plan(store, { at })
    expect(await send(store, at)).toEqual([])
    expect(await store.drafts.lost()).toEqual([CHANNEL])
    await store.chats.seen({ id: GROUP, kind: 'supergroup', title: 'تحرير' }, at)
    await store.drafts.showAgain(GROUP, at)
    expect(await store.drafts.lost()).toEqual([])
    expect(await send(store, at)).toMatchObject([{ chatId: GROUP, text: 'message 1 2' }])
  })

  test('lost anew after a draft has reached them, their managers are told anew', async () => {
    const store = await aReviewedChannel()
    const at = DUE - DRAFT_LEAD_MS
    const notice = { chatId: CHANNEL, threadId: 0, what: 'editors-lost' } as const
    await store.chats.gone(GROUP, 'kicked', at)
    await plan(store, { at })
    await send(store, at)
    expect(await store.drafts.lost()).toEqual([CHANNEL])
    expect(await store.notices.first(notice, at)).toBe(true)
    await plan(store, { at: at + DAY, dueAt: DUE + DAY, text: 'y' })
    await send(store, at + DAY)
    expect(await store.drafts.lost()).toEqual([CHANNEL])
    expect(await store.notices.first(notice, at)).toBe(false)
    await store.chats.seen({ id: GROUP, kind: 'supergroup', title: 'تحرير' }, at)
    await plan(store, { at: at + 2 * DAY, dueAt: DUE + 2 * DAY, text: 'z' })
    expect(await send(store, at + 2 * DAY)).toMatchObject([{ chatId: GROUP }])
    expect(await store.drafts.lost()).toEqual([])
    expect(await store.notices.first(notice, at)).toBe(true)
  })

  test('who forget all leave nobody, and nothing is posted', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await send(store, DUE - DRAFT_LEAD_MS)
    await store.forgetChat(GROUP)
    expect(await store.editors.find(CHANNEL)).toEqual({ chatId: 0, threadId: 0 })
    expect(await store.drafts.lost()).toEqual([CHANNEL])
    expect(await send(store, DUE + DAY)).toEqual([])
  })

  test('who administer the channel no more are shown nothing more', async () => {
    const store = await aReviewedChannel()
    const person = 5
    await store.chats.seen({ id: person, kind: 'private', title: null }, NOW)
    await store.editors.choose(
      { channelId: CHANNEL, place: { chatId: person, threadId: 0 }, language: 'ar', by: 5 },
      NOW,
    )
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    const [{ draft } = { draft: null }] = await store.drafts.unshown(1)
    if (draft === null) throw new Error('nothing to show')
    await store.drafts.show(draft, { message: aMessage('m'), reminder: aMessage('r') }, NOW)
    await store.editors.leave(CHANNEL, person)
    expect(await send(store, DUE)).toEqual([])
  })

  test('nor what becomes of what they were shown', async () => {
    const store = await aReviewedChannel()
    const person = 5
    await store.chats.seen({ id: person, kind: 'private', title: null }, NOW)
    await store.editors.choose(
      { channelId: CHANNEL, place: { chatId: person, threadId: 0 }, language: 'ar', by: 5 },
      NOW,
    )
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    expect(await send(store, DUE - DRAFT_LEAD_MS)).toMatchObject([{ chatId: person }])
    await store.editors.leave(CHANNEL, person)
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    expect(await send(store, DUE)).toEqual([])
  })

  test('an approver who forgets all is not named', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, NOW)
    await send(store, NOW)
    await store.forgetReader(BY.id)
    expect(await store.drafts.find(1)).toMatchObject({ decided_by: null, decided_name: null, state: 'approved' })
    // and their name goes from the draft
    expect((await store.drafts.unshown(10)).map(({ draft }) => draft.id)).toEqual([1])
  })
})
