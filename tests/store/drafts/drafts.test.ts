import { describe, expect, test } from 'vitest'
import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import { readerOfPlace } from '../../../src/store/readers/reading.ts'
import { aMessage, aSchedule, aSlug, textOf } from '../a-store.ts'
import {
  approve,
  aReviewedChannel,
  CHANNEL,
  correct,
  DAY,
  DUE,
  GROUP,
  NOW,
  PLACE,
  plan,
  send,
} from './a-reviewed-channel.ts'

describe('a channel with editors', () => {
  test('is looked at the lead ahead; off again, at its time', async () => {
    const store = await aReviewedChannel()
    expect(await store.planning.nextDue()).toBe(DUE - DRAFT_LEAD_MS)
    expect((await store.subscriptions.find(PLACE))?.nextDue).toBe(DUE)
    await store.editors.end(CHANNEL, NOW)
    expect(await store.planning.nextDue()).toBe(DUE)
    expect(await store.editors.find(CHANNEL)).toBeNull()
  })

  test('keeps them when its schedule ends and is made anew', async () => {
    const store = await aReviewedChannel()
    await store.subscriptions.remove(PLACE, NOW)
    await store.subscriptions.save({ ...PLACE, schedule: aSchedule(), language: 'ar' }, NOW)
    expect(await store.planning.nextDue()).toBe(DUE - DRAFT_LEAD_MS)
  })

  test('sends a draft to them, and has had nothing until it is posted', async () => {
    const store = await aReviewedChannel()
    const at = DUE - DRAFT_LEAD_MS
    expect(await plan(store, { at })).toMatchObject({
      count: 1,
      asked: [{ dueAt: at, isDrafted: true, seenThrough: 0 }],
    })
    expect(await send(store, at)).toEqual([{ chatId: GROUP, text: 'message 1 1', edits: null }])
    expect((await approve(store, 1, at))?.isDone).toBe(true)
    expect(await store.drafts.pledge(CHANNEL)).toMatchObject({ seenThrough: 4, reads: [{ slug: 'a', chunk: 2 }] })
    expect(await send(store, at)).toEqual([{ chatId: GROUP, text: 'message 1 2', edits: expect.any(Number) }])
    expect(await store.subscriptions.seenThrough(PLACE)).toBe(0)
    expect(await send(store, DUE)).toEqual([{ chatId: CHANNEL, text: 'x', edits: null }])
    expect(await store.drafts.find(1)).toMatchObject({ state: 'published', decided_by: 5, decided_name: 'حسن' })
    expect(await store.subscriptions.seenThrough(PLACE)).toBe(4)
    expect(await store.reading.place(readerOfPlace(PLACE), aSlug('a'))).toMatchObject({ furthest: 2 })
    expect(await store.tallies.census(5)).toMatchObject({ sent: 1, late: 0, waiting: 0 })
  })

  test('approved counts as had for the next; due again is only what comes after', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, DUE - DRAFT_LEAD_MS)
    await store.subscriptions.save({ ...PLACE, schedule: aSchedule(), language: 'ar' }, DUE - 1000)
    expect(await store.planning.nextDue()).toBe(DUE + DAY - DRAFT_LEAD_MS)
    const { asked } = await plan(store, { at: DUE + DAY - DRAFT_LEAD_MS, dueAt: DUE + DAY })
    expect(asked).toMatchObject([{ seenThrough: 4 }])
    await store.editors.end(CHANNEL, DUE - 1000)
    expect(await store.planning.nextDue()).toBe(DUE + DAY)
  })

  test('approved twice is posted once; held in time, not at all', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    const both = await Promise.all([approve(store, 1, NOW), approve(store, 1, NOW)])
    expect(both.map((decided) => decided?.isDone)).toEqual([true, false])
    expect(await store.deliveries.counts()).toMatchObject({ pending: 1 })
    expect((await store.drafts.hold(1, NOW))?.isDone).toBe(true)
    expect(await store.deliveries.counts()).toMatchObject({ pending: 0 })
    await approve(store, 1, DUE + 1)
    await send(store, DUE + 1)
    expect((await store.drafts.hold(1, DUE + 2))?.isDone).toBe(false)
    expect(await store.drafts.find(2)).toBeNull()
  })

  test('a draft is superseded by a newer; its reminder goes with the decision', async () => {
    const store = await aReviewedChannel()
    const at = DUE - DRAFT_LEAD_MS
    await plan(store, { at })
    await send(store, at)
    expect(await store.deliveries.counts()).toMatchObject({ pending: 1 })
    await plan(store, { at: at + DAY, dueAt: DUE + DAY, text: 'y' })
    expect(await store.drafts.find(1)).toMatchObject({ state: 'superseded' })
    expect(await store.deliveries.counts()).toMatchObject({ pending: 0 })
    await send(store, at + DAY)
    await store.drafts.hold(2, at + DAY)
    expect(await store.deliveries.counts()).toMatchObject({ pending: 0 })
    expect((await send(store, at + DAY)).map(({ text }) => text)).toEqual(['message 2 2'])
  })

  test('a newer draft keeps what its editors wrote, where it has room', async () => {
    const store = await aReviewedChannel()
    const [first, second, third] = [DUE, DUE + DAY, DUE + 2 * DAY]
    await plan(store, { at: first - DRAFT_LEAD_MS })
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    await plan(store, { at: second - DRAFT_LEAD_MS, dueAt: second, text: 'y' })
    expect(await store.drafts.find(2)).toMatchObject({ state: 'waiting', intro: 'صباح الخير' })
    await plan(store, { at: third - DRAFT_LEAD_MS, dueAt: third, text: 'ن'.repeat(4000) })
    expect(await store.drafts.find(3)).toMatchObject({ state: 'waiting', intro: null })
  })

  test('what was written for a draft that was approved is not the next one’s', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    await approve(store, 1, NOW)
    await plan(store, { at: DUE + DAY - DRAFT_LEAD_MS, dueAt: DUE + DAY, text: 'y' })
    expect(await store.drafts.find(2)).toMatchObject({ state: 'waiting', intro: null })
  })

  test('a correction that leaves no room for the intro leaves it out', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    const long = 'ن'.repeat(4000)
    expect(await correct(store, long)).toEqual({ digest: aMessage(long), intro: null })
  })

  test('a correction leaves the intro as it is', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    expect(await correct(store, 'ن')).toEqual({ digest: aMessage('ن'), intro: 'صباح الخير' })
  })

  test.each(['ends', 'goes elsewhere'] as const)('held after its review %s it is not posted unseen', async (how) => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, NOW)
    const place = { chatId: 5, threadId: 0 }
    if (how === 'ends') await store.editors.end(CHANNEL, NOW)
    else await store.editors.choose({ channelId: CHANNEL, place, language: 'ar', by: 5 }, NOW)
    const decided = await store.drafts.hold(1, NOW)
    const state = how === 'ends' ? 'withdrawn' : 'superseded'
    expect(decided).toMatchObject({ isDone: false, draft: { state } })
    expect((await approve(store, 1, NOW))?.isDone).toBe(false)
    const there = { state: 'held', editors_chat_id: 5 }
    if (how !== 'ends') expect(await store.drafts.find(2)).toMatchObject(there)
  })

  test('held again it leaves no draft that was made without its news', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, NOW)
    const asked = { channelId: CHANNEL, subscriptionId: null, dueAt: NOW + 1, zone: 'UTC', seenThrough: 9, read: null }
    await store.drafts.add({ ...asked, digest: { message: aMessage('y') } }, NOW)
    await store.drafts.hold(1, NOW)
    expect(await store.drafts.find(1)).toMatchObject({ state: 'held' })
    expect(await store.drafts.find(2)).toMatchObject({ state: 'withdrawn' })
  })

  test('whose post was given up counts as had no more, settled or not', async () => {
    const store = await aReviewedChannel()
    const everywhere = { chatId: CHANNEL, threadId: null }
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, NOW)
    await store.pauses.pause(everywhere, 'paused', NOW)
    await store.pauses.resume(everywhere, ['paused'], NOW)
    expect(await store.planning.nextDue()).toBe(DUE - DRAFT_LEAD_MS)
    expect((await plan(store, { at: DUE - DRAFT_LEAD_MS, text: 'y' })).asked).toMatchObject([{ seenThrough: 0 }])
  })

  test('undecided at its time its editors are told, once', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await send(store, DUE - DRAFT_LEAD_MS)
    expect(await send(store, DUE)).toMatchObject([{ chatId: GROUP, text: 'reminder 1 1' }])
    expect(await send(store, DUE + DAY)).toEqual([])
  })

  test.each(['pause', 'gone', 'remove', 'end'] as const)('withdraws what waits: %s', async (how) => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    if (how === 'pause') await store.pauses.pause({ chatId: CHANNEL, threadId: null }, 'paused', NOW)
    if (how === 'gone') await store.chats.gone(CHANNEL, 'kicked', NOW)
    if (how === 'remove') await store.subscriptions.remove(PLACE, NOW)
    if (how === 'end') await store.editors.end(CHANNEL, NOW)
    expect(await store.drafts.find(1)).toMatchObject({ state: 'withdrawn' })
    expect((await approve(store, 1, NOW))?.isDone).toBe(false)
    expect(await store.subscriptions.seenThrough(PLACE)).toBe(0)
  })

  test('a post that was given up makes room for a later one of the same time', async () => {
    const store = await aReviewedChannel()
    const everywhere = { chatId: CHANNEL, threadId: null }
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await approve(store, 1, NOW)
    await store.pauses.pause(everywhere, 'paused', NOW)
    await store.drafts.settlePosted(NOW)
    expect(await store.drafts.find(1)).toMatchObject({ state: 'withdrawn' })
    await store.pauses.resume(everywhere, ['paused'], NOW)
    await plan(store, { at: DUE - DRAFT_LEAD_MS, text: 'y' })
    await approve(store, 2, NOW)
    expect((await send(store, DUE)).filter(({ chatId }) => chatId === CHANNEL)).toMatchObject([{ text: 'y' }])
  })

  test('shown elsewhere from now on: what waits is a draft there', async () => {
    const store = await aReviewedChannel()
    await plan(store, { at: DUE - DRAFT_LEAD_MS })
    await store.drafts.setIntro(1, 'صباح الخير', NOW)
    await store.editors.choose({ channelId: CHANNEL, place: { chatId: 5, threadId: 0 }, language: 'en', by: 5 }, NOW)
    expect(await store.drafts.find(1)).toMatchObject({ state: 'superseded' })
    expect(await store.drafts.find(2)).toMatchObject({ state: 'waiting', editors_chat_id: 5, intro: 'صباح الخير' })
  })
})

test('a channel that is forgotten leaves no draft', async () => {
  const store = await aReviewedChannel()
  await plan(store, { at: DUE - DRAFT_LEAD_MS })
  await send(store, DUE - DRAFT_LEAD_MS)
  await store.forgetChat(CHANNEL)
  expect(await store.drafts.find(1)).toBeNull()
  expect(await store.editors.find(CHANNEL)).toBeNull()
  expect(await send(store, DUE + DAY)).toEqual([])
})

test('what a draft shows is kept as long as it may be posted, and goes after it', async () => {
  const store = await aReviewedChannel()
  await plan(store, { at: DUE - DRAFT_LEAD_MS })
  await store.drafts.hold(1, NOW)
  while (await store.deliveries.prune(DUE + 90 * DAY));
  const digestId = (await store.drafts.find(1))?.digest_id ?? ''
  expect(await textOf(store, { digestId })).toBe('x')
  await store.editors.end(CHANNEL, NOW)
  while (await store.deliveries.prune(DUE + 90 * DAY));
  expect(await store.drafts.find(1)).toBeNull()
  expect(await textOf(store, { digestId })).toBeNull()
})
