import { describe, expect, test } from 'vitest'
import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import { codeOf } from '../../../src/store/drafts/decide.ts'
import { readerOfPlace } from '../../../src/store/readers/reading.ts'
import type { Store } from '../../../src/store/store.ts'
import type { PlannedWrite } from '../../../src/store/subscriptions/planning.ts'
import { aMessage, aSchedule, aSlug, aStore, textOf } from '../a-store.ts'

const CHANNEL = -1_000_077
const GROUP = -1_000_088
const NOW = Date.UTC(2026, 2, 1, 12)
/** 07:30 in Cairo, the next day. */
const DUE = Date.UTC(2026, 2, 2, 5, 30)
const DAY = 24 * 60 * 60_000
const BY = { id: 5, name: 'حسن', openly: true }
const PLACE = { chatId: CHANNEL, threadId: 0 }

async function aReviewedChannel(): Promise<Store> {
  const store = await aStore()
  await store.chats.seen({ id: CHANNEL, kind: 'channel', title: 'قناة' }, NOW)
  await store.chats.seen({ id: GROUP, kind: 'supergroup', title: 'تحرير' }, NOW)
  await store.subscriptions.save({ ...PLACE, schedule: aSchedule(), language: 'ar' }, NOW)
  await store.editors.choose({ channelId: CHANNEL, place: { chatId: GROUP, threadId: 0 }, language: 'ar', by: 5 }, NOW)
  return store
}

type Plan = { readonly at: number; readonly dueAt?: number; readonly seen?: number; readonly text?: string }

/** Plans what is due; what was known of it. */
async function plan(store: Store, { at, dueAt = DUE, seen = 4, text = 'x' }: Plan) {
  const asked: { dueAt: number; seenThrough: number; isDrafted: boolean }[] = []
  const count = await store.planning.step({
    ...{ now: at, limit: 10, newest: 0 },
    decide: (due) => {
      asked.push(...due)
      const digest = { message: aMessage(text), shows: { slugs: [aSlug('a')], language: 'ar' as const } }
      return due.map(({ id }): PlannedWrite => {
        const read = { reader: readerOfPlace(PLACE), slug: aSlug('a'), chunk: 2 }
        return { subscriptionId: id, dueAt, nextDue: dueAt + DAY - DRAFT_LEAD_MS, seenThrough: seen, digest, read }
      })
    },
  })
  return { count, asked }
}

/** Shows what is unshown, and sends what waits; what was sent. */
async function send(store: Store, now: number) {
  for (const { draft } of await store.drafts.unshown(10)) {
    const shown = (what: string) => aMessage(`${what} ${draft.id} ${draft.version}`)
    await store.drafts.show(draft, { message: shown('message'), reminder: shown('reminder') }, now)
  }
  const claimed = await store.deliveries.advance([], 50, { now, epoch: 0 })
  const landed = claimed.map(({ id, chatId, edits }) => ({ kind: 'sent' as const, id, chatId, messageId: edits ?? id }))
  await store.deliveries.advance(landed, 0, { now, epoch: 0 })
  await store.drafts.settlePosted(now)
  const texts = claimed.map(async (delivery) => {
    return { chatId: delivery.chatId, text: await textOf(store, delivery), edits: delivery.edits }
  })
  return await Promise.all(texts)
}

async function approve(store: Store, id: number, now: number) {
  const draft = await store.drafts.find(id)
  const code = draft === null ? '' : codeOf(draft)
  return await store.drafts.approve({ id, by: BY, code, post: (_, digest) => digest }, now)
}

/** Corrects the digest of the only draft; what the draft shows then. */
async function correct(store: Store, text: string) {
  const corrected = aMessage(text)
  const changed = { slug: aSlug('a'), fileHash: 'new', units: [] }
  const showing = await store.corrections.digestsShowing('a')
  const looked = showing.map(({ id }) => id)
  const digests = looked.map((digestId) => ({ digestId, corrected, marked: corrected, notice: null }))
  const article = { text: changed, changeId: 'a:new', title: 'أ', language: 'ar', changes: [] }
  await store.corrections.record({ ...article, digests, looked, withdrawn: [], shrunk: null }, NOW)
  const draft = await store.drafts.find(1)
  return { digest: draft === null ? null : await store.drafts.digest(draft), intro: draft?.intro }
}

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
