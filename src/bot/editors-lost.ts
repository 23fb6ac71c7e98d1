import { type Api, GrammyError, HttpError } from 'grammy'
import type { Language } from '../language/language.ts'
import type { Wordings } from '../messages/wording.ts'
import type { Store } from '../store/store.ts'

export type EditorsLostOptions = {
  readonly api: Api
  readonly store: Store
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Tells a channel's managers, each in private and once, that a draft did not reach its editors. */
export async function tellOfLostEditors(channelId: number, options: EditorsLostOptions): Promise<void> {
  const { api, store, wordings, defaultLanguage, now } = options
  if (!(await store.notices.first({ chatId: channelId, threadId: 0, what: 'editors-lost' }, now()))) return
  const title = (await store.chats.find(channelId))?.title ?? String(channelId)
  for (const manager of await store.managers.ofChat(channelId)) {
    const own = await store.chats.find(manager)
    const wording = wordings(own?.language ?? defaultLanguage, own?.digits)
    try {
      await api.sendMessage(manager, wording.say('editors-lost', { title }), { disable_notification: true })
    } catch (error) {
      // one who never wrote to the bot can't be told
      if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    }
  }
}
