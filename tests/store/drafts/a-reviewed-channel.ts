import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import { codeOf } from '../../../src/store/drafts/decide.ts'
import { readerOfPlace } from '../../../src/store/readers/reading.ts'
import type { Store } from '../../../src/store/store.ts'
import type { PlannedWrite } from '../../../src/store/subscriptions/planning.ts'
import { aMessage, aSchedule, aSlug, aStore, textOf } from '../a-store.ts'

export const CHANNEL = -1_000_077
export const GROUP = -1_000_088
export const NOW = Date.UTC(2026, 2, 1, 12)
/** 07:30 in Cairo, the next day. */
export const DUE = Date.UTC(2026, 2, 2, 5, 30)
export const DAY = 24 * 60 * 60_000
export const BY = { id: 5, name: 'حسن', openly: true }
export const PLACE = { chatId: CHANNEL, threadId: 0 }

export async function aReviewedChannel(): Promise<Store> {
  const store = await aStore()
  await store.chats.seen({ id: CHANNEL, kind: 'channel', title: 'قناة' }, NOW)
  await store.chats.seen({ id: GROUP, kind: 'supergroup', title: 'تحرير' }, NOW)
  await store.subscriptions.save({ ...PLACE, schedule: aSchedule(), language: 'ar' }, NOW)
  await store.editors.choose({ channelId: CHANNEL, place: { chatId: GROUP, threadId: 0 }, language: 'ar', by: 5 }, NOW)
  return store
}

export type Plan = { readonly at: number; readonly dueAt?: number; readonly seen?: number; readonly text?: string }

/** Plans what is due; what was known of it. */
export async function plan(store: Store, { at, dueAt = DUE, seen = 4, text = 'x' }: Plan) {
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
export async function send(store: Store, now: number) {
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

export async function approve(store: Store, id: number, now: number) {
  const draft = await store.drafts.find(id)
  const code = draft === null ? '' : codeOf(draft)
  return await store.drafts.approve({ id, by: BY, code, post: (_, digest) => digest }, now)
}

/** Corrects the digest of the only draft; what the draft shows then. */
export async function correct(store: Store, text: string) {
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
