import { type Api, GrammyError } from 'grammy'
import type { ChatMember } from 'grammy/types'

/** Who may do what in which chat, as Telegram says it; an answer is kept for a minute. */
export type Rights = {
  /** Whether a person is among a chat's admins; `false` too where Telegram does not say. */
  readonly isAdmin: (chatId: number, userId: number) => Promise<boolean>
  /** Whether a person is an admin who acts in the chat's name. */
  readonly isAnonymous: (chatId: number, userId: number) => Promise<boolean>
  /** The channel that a discussion group belongs to; `null`: to none. */
  readonly linkedChannel: (chatId: number) => Promise<number | null>
  /** Somebody's standing has changed: what is known of them is no longer so. */
  readonly forgetMember: (chatId: number, userId: number) => void
  /** The bot's own standing has changed, and with it what it is told. */
  readonly forgetChat: (chatId: number) => void
}

const KEPT_MS = 60_000
/** Answers kept at once; past that all are asked for anew. */
const MOST_KEPT = 10_000

/** Rights as a bot's API tells them; `now` in epoch milliseconds. */
export function createRights(api: Api, now: () => number): Rights {
  const admins = createMemory<Standing>(now)
  const linked = createMemory<number | null>(now)
  const standing = (chatId: number, userId: number) =>
    admins.recall(`${chatId} ${userId}`, async () => standingOf(await api.getChatMember(chatId, userId)), 'none')
  return {
    isAdmin: async (chatId, userId) => (await standing(chatId, userId)) !== 'none',
    isAnonymous: async (chatId, userId) => (await standing(chatId, userId)) === 'anonymous',
    linkedChannel: (chatId) =>
      linked.recall(String(chatId), async () => (await api.getChat(chatId)).linked_chat_id ?? null, null),
    forgetMember: (chatId, userId) => admins.forget((key) => key === `${chatId} ${userId}`),
    forgetChat: (chatId) => {
      admins.forget((key) => key.startsWith(`${chatId} `))
      linked.forget((key) => key === String(chatId))
    },
  }
}

type Standing = 'none' | 'admin' | 'anonymous'

function standingOf(member: ChatMember): Standing {
  if (member.status !== 'creator' && member.status !== 'administrator') return 'none'
  return member.is_anonymous ? 'anonymous' : 'admin'
}

type Memory<T> = {
  /** What is known, else what `ask` says; `otherwise`, unkept, when Telegram refuses to say. */
  readonly recall: (key: string, ask: () => Promise<T>, otherwise: T) => Promise<T>
  readonly forget: (which: (key: string) => boolean) => void
}

function createMemory<T>(now: () => number): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly askedAt: number }>()
  return {
    recall: async (key, ask, otherwise) => {
      const known = kept.get(key)
      // a clock that is set back makes no answer last
      if (known !== undefined && Math.abs(now() - known.askedAt) < KEPT_MS) return known.value
      try {
        const value = await ask()
        if (kept.size >= MOST_KEPT) kept.clear()
        kept.set(key, { value, askedAt: now() })
        return value
      } catch (error) {
        if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 403)) throw error
        return otherwise
      }
    },
    forget: (which) => {
      for (const key of kept.keys()) if (which(key)) kept.delete(key)
    },
  }
}
