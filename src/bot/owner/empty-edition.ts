import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Wording } from '../../messages/wording.ts'
import type { Store } from '../../store/store.ts'
import { reasonOf } from '../../telegram/errors.ts'

export type OwnerNoticeParts = {
  readonly api: Api
  readonly store: Pick<Store, 'meta'>
  readonly ownerIds: readonly number[]
  readonly wording: Wording
  readonly log: Logger
}

const NOTIFIED_KEY = 'empty-edition-told'

/**
 * Notifies the owners, once an edition, that it had nothing new for any due subscription; `newest` is the number of its
 * newest article. An owner who can't be reached is logged as a warning.
 */
export function createEmptyNotice({ api, store, ownerIds, wording, log }: OwnerNoticeParts) {
  return async (newest: number): Promise<void> => {
    if ((await store.meta.get(NOTIFIED_KEY)) === String(newest)) return
    await store.meta.set(NOTIFIED_KEY, String(newest))
    log.warn({ newest }, 'the edition has nothing new for anybody who was due')
    for (const owner of ownerIds) {
      try {
        await api.sendMessage(owner, wording.say('owner-empty-edition'))
      } catch (error) {
        log.warn({ owner, reason: reasonOf(error) }, 'an owner could not be told of the empty edition')
      }
    }
  }
}
