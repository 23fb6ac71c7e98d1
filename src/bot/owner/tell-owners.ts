import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Language } from '../../language/language.ts'
import type { Wording, Wordings } from '../../messages/wording.ts'
import type { Store } from '../../store/store.ts'
import { reasonOf } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'

export type OwnersOptions = {
  readonly api: Api
  readonly store: Pick<Store, 'chats'>
  readonly ownerIds: readonly number[]
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  readonly log: Logger
}

/** Sends each owner a message in their language. `false`: it reached none. One who can't be reached is logged. */
export async function tellOwners(render: (wording: Wording) => Message, options: OwnersOptions): Promise<boolean> {
  const { api, store, ownerIds, wordings, defaultLanguage, log } = options
  let isTold = false
  for (const owner of ownerIds) {
    const chat = await store.chats.find(owner)
    const message = render(wordings(chat?.language ?? defaultLanguage, chat?.digits))
    try {
      await api.sendMessage(owner, message.text, optionsFor(message))
      isTold = true
    } catch (error) {
      log.warn({ owner, reason: reasonOf(error) }, 'an owner could not be told')
    }
  }
  return isTold
}
