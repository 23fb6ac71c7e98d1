import { phrase, toMessage } from '../../messages/view.ts'
import type { Store } from '../../store/store.ts'
import { type OwnersOptions, tellOwners } from './tell-owners.ts'

const NOTIFIED_KEY = 'empty-edition-told'

/**
 * Notifies the owners, once an edition, that it had nothing new for any due subscription; `newest` is the number of its
 * newest article.
 */
export function createEmptyNotice(options: OwnersOptions & { readonly store: Pick<Store, 'meta'> }) {
  const { store, log } = options
  return async (newest: number): Promise<void> => {
    if ((await store.meta.get(NOTIFIED_KEY)) === String(newest)) return
    await store.meta.set(NOTIFIED_KEY, String(newest))
    log.warn({ newest }, 'the edition has nothing new for anybody who was due')
    await tellOwners((wording) => toMessage(phrase(wording, 'owner-empty-edition'), []), options)
  }
}
