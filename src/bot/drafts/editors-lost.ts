import { quietly } from '../../telegram/errors.ts'
import type { AfterDeliveryOptions } from '../after-delivery.ts'

/** Notifies a channel's managers, each in private and once, that a draft did not reach its editors. */
export async function notifyOfLostEditors(
  channelId: number,
  options: Omit<AfterDeliveryOptions, 'log'>,
): Promise<void> {
  const { api, store, wordings, defaultLanguage, now } = options
  if (!(await store.notices.first({ chatId: channelId, threadId: 0, what: 'editors-lost' }, now()))) return
  const title = (await store.chats.find(channelId))?.title ?? String(channelId)
  for (const manager of await store.managers.ofChat(channelId)) {
    const own = await store.chats.find(manager)
    const wording = wordings(own?.language ?? defaultLanguage, own?.digits)
    const text = wording.say('editors-lost', { title })
    // the bot can't write to one who never wrote to it
    await quietly(() => api.sendMessage(manager, text, { disable_notification: true }))
  }
}
