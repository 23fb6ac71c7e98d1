import { keyOf } from '../../article/key.ts'
import { createLoop, type Loop, type WorkerParts } from '../../delivery/loop.ts'
import { renderTroubles, type Trouble } from '../../messages/views/trouble.ts'
import type { Store } from '../../store/store.ts'
import { type OwnersOptions, tellOwners } from './tell-owners.ts'
import { keyOfTrouble, type TroubleWatch } from './trouble-watch.ts'

export type TroubleNoticeOptions = OwnersOptions &
  Pick<WorkerParts, 'isOnDuty'> & {
    readonly store: Pick<Store, 'meta'>
    readonly watch: Pick<TroubleWatch, 'current'>
  }

const EVERY_MS = 30_000
/** Until owners who could not be reached are tried again. */
const UNREACHED_MS = 10 * 60_000
/** The keys of the troubles that owners were told of, separated by spaces. */
const TOLD_KEY = 'told-troubles'

/** Tells the owners of each trouble once while it lasts, over restarts too where the database can be written. */
export function createTroubleNotice(options: TroubleNoticeOptions): Loop {
  const { store, watch, ownerIds, log, isOnDuty } = options
  let told: ReadonlySet<string> | null = null

  async function look(): Promise<number> {
    told ??= new Set(((await store.meta.get(TOLD_KEY)) ?? '').split(' '))
    const before = told
    const troubles = await watch.current()
    const unsaid = troubles.filter((trouble) => !before.has(shortKey(trouble)))
    for (const { kind, about } of unsaid) log.warn({ kind, about }, 'there is trouble')
    const isReached = unsaid.length === 0 || (await tellOwners((wording) => renderTroubles(unsaid, wording), options))
    if (!isReached && ownerIds.length > 0) return UNREACHED_MS
    const keys = [...new Set(troubles.map(shortKey))]
    told = new Set(keys)
    // where it can't be written, that is a trouble which was just told
    if (keys.join(' ') !== [...before].join(' ')) await store.meta.set(TOLD_KEY, keys.join(' '))
    return EVERY_MS
  }

  return createLoop({ look, retryMs: EVERY_MS, trouble: 'troubles could not be looked for', log, isOnDuty })
}

function shortKey(trouble: Trouble): string {
  return keyOf(keyOfTrouble(trouble))
}
