import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Language } from '../language/language.ts'
import type { Wording, Wordings } from '../messages/wording.ts'
import type { ClaimedDelivery } from '../store/ledger/deliveries.ts'
import type { Place } from '../store/place.ts'
import type { Store } from '../store/store.ts'
import { isRightMissing, quietly } from '../telegram/errors.ts'
import type { Outcome } from '../telegram/outcome.ts'

export type AfterDeliveryOptions = {
  readonly api: Api
  readonly store: Store
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
}

/** Follows up a delivery in its chat: pins the digest, announces a closed topic, pauses the schedule. */
export type AfterDelivery = {
  readonly concluded: (delivery: ClaimedDelivery, outcome: Outcome) => void
  /** Ends when all running follow-ups have. */
  readonly stop: () => Promise<void>
}

export function createAfterDelivery(options: AfterDeliveryOptions): AfterDelivery {
  const running = new Set<Promise<void>>()
  return {
    concluded: (delivery, outcome) => {
      // a private chat has no topics, pins and rights; only digests are followed up
      if (delivery.chatId > 0 || delivery.subscriptionId === null) return
      const work = follow(options, delivery, outcome).catch((error: unknown) => {
        options.log.error({ err: error, delivery: delivery.id }, 'a delivery was made, but not what follows it')
      })
      running.add(work)
      void work.finally(() => running.delete(work))
    },
    stop: async () => {
      await Promise.all(running)
    },
  }
}

async function follow(options: AfterDeliveryOptions, delivery: ClaimedDelivery, outcome: Outcome): Promise<void> {
  const { store, now } = options
  const { chatId, threadId } = delivery
  if (outcome.kind === 'sent') return pin(options, { chatId, threadId }, outcome.messageId)
  if (outcome.kind === 'topic-gone') return notifyOfTopic(options, { chatId, threadId })
  if (outcome.kind === 'refused' && isRightMissing(outcome.description)) {
    await store.pauses.pause({ chatId, threadId: null }, 'no-rights', now())
  }
}

/** Pins a new digest without a sound and unpins the former. Without the right, notifies the chat once and turns pinning off. */
async function pin(options: AfterDeliveryOptions, place: Place, messageId: number): Promise<void> {
  const { api, store } = options
  const { chatId } = place
  if ((await store.choices.get(chatId, 'pin')) !== 'on') return
  const former = await store.pins.find(place)
  if (!(await quietly(() => api.pinChatMessage(chatId, messageId, { disable_notification: true })))) {
    await store.choices.set({ chatId, name: 'pin', value: 'off' })
    await notifyPlace(options, place, 'pin-not-allowed')
    return
  }
  await store.pins.keep(place, messageId)
  if (former !== null) await quietly(() => api.unpinChatMessage(chatId, former))
}

/** Notifies a chat once that a topic's schedule is paused. */
export async function notifyOfTopic(options: AfterDeliveryOptions, { chatId, threadId }: Place): Promise<void> {
  const { store, now } = options
  if (!(await store.notices.first({ chatId, threadId, what: 'topic-closed' }, now()))) return
  await notifyPlace(options, { chatId, threadId: 0 }, 'topic-rests')
}

type Line = 'topic-rests' | 'pin-not-allowed'

/** Sends a line to a group; for a channel, or where that fails, to one of its admins in private. */
async function notifyPlace(options: AfterDeliveryOptions, { chatId, threadId }: Place, line: Line): Promise<void> {
  const { api, store, wordings, defaultLanguage } = options
  const chat = await store.chats.find(chatId)
  const wording: Wording = wordings(chat?.language ?? defaultLanguage, chat?.digits)
  const where = threadId === 0 ? {} : { message_thread_id: threadId }
  const silent = { disable_notification: true }
  const text = wording.say(line, { title: chat?.title ?? '' })
  if (chat?.kind !== 'channel' && (await quietly(() => api.sendMessage(chatId, text, { ...where, ...silent })))) return
  for (const manager of await store.managers.ofChat(chatId)) {
    if (await quietly(() => api.sendMessage(manager, text, silent))) return
  }
}
