import type { Api } from 'grammy'
import type { ChatMember } from 'grammy/types'
import type { ChangedRights, Changes } from '../../store/changes.ts'
import { isRefused } from '../../telegram/errors.ts'

/** Who may do what in which chat, according to Telegram; answers are cached for a minute. */
export type Rights = {
  /** Whether a person is among a chat's admins; `false` too where Telegram refuses to say. */
  readonly isAdmin: (chatId: number, userId: number) => Promise<boolean>
  /** Whether a person is an admin who acts in the chat's name. */
  readonly isAnonymous: (chatId: number, userId: number) => Promise<boolean>
  /** The channel that a discussion group is linked to, or `null`. */
  readonly linkedChannel: (chatId: number) => Promise<number | null>
  /** After a member's status changed, or the bot's own, and with it what Telegram tells the bot: here and in other processes. */
  readonly changed: (changed: ChangedRights) => Promise<void>
}

const CACHE_MS = 60_000
/** At so many answers the cache is emptied. */
const MOST_CACHED = 10_000

export type RightsOptions = {
  readonly api: Api
  readonly changes: Pick<Changes, 'listen' | 'tellRights'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

export function createRights({ api, changes, now }: RightsOptions): Rights {
  const admins = createRightsCache<Standing>(now)
  const linked = createRightsCache<number | null>(now)
  const standing = (chatId: number, userId: number) =>
    admins.get(`${chatId} ${userId}`, async () => standingOf(await api.getChatMember(chatId, userId)), 'none')
  const forget = ({ chatId, userId }: ChangedRights) => {
    if (userId !== null) return admins.forget((key) => key === `${chatId} ${userId}`)
    admins.forget((key) => key.startsWith(`${chatId} `))
    linked.forget((key) => key === String(chatId))
  }
  changes.listen({
    heard: ({ rights }) => rights.forEach(forget),
    missed: () => {
      admins.forget(() => true)
      linked.forget(() => true)
    },
  })
  return {
    isAdmin: async (chatId, userId) => (await standing(chatId, userId)) !== 'none',
    isAnonymous: async (chatId, userId) => (await standing(chatId, userId)) === 'anonymous',
    linkedChannel: (chatId) =>
      linked.get(String(chatId), async () => (await api.getChat(chatId)).linked_chat_id ?? null, null),
    changed: async (changed) => {
      forget(changed)
      await changes.tellRights(changed)
    },
  }
}

type Standing = 'none' | 'admin' | 'anonymous'

function standingOf(member: ChatMember): Standing {
  if (member.status !== 'creator' && member.status !== 'administrator') return 'none'
  return member.is_anonymous ? 'anonymous' : 'admin'
}

type RightsCache<T> = {
  /** The cached value, else what `ask` returns; `otherwise`, uncached, when Telegram refuses to say. */
  readonly get: (key: string, ask: () => Promise<T>, otherwise: T) => Promise<T>
  readonly forget: (which: (key: string) => boolean) => void
}

function createRightsCache<T>(now: () => number): RightsCache<T> {
  const cached = new Map<string, { readonly value: T; readonly askedAt: number }>()
  let forgotten = 0
  return {
    get: async (key, ask, otherwise) => {
      const known = cached.get(key)
      // a clock that is set back must not prolong an answer
      if (known !== undefined && Math.abs(now() - known.askedAt) < CACHE_MS) return known.value
      const before = forgotten
      try {
        const value = await ask()
        if (before !== forgotten) return value
        if (cached.size >= MOST_CACHED) cached.clear()
        cached.set(key, { value, askedAt: now() })
        return value
      } catch (error) {
        if (!isRefused(error, 400, 403)) throw error
        return otherwise
      }
    },
    forget: (which) => {
      forgotten += 1
      for (const key of cached.keys()) if (which(key)) cached.delete(key)
    },
  }
}
