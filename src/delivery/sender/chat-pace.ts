/** Telegram's limits in one chat: one message a second, and 20 a minute in a group; each with a margin for delays. */
const APART_MS = 1_100
const IN_GROUP = 20
const GROUP_WINDOW_MS = 60_500

/** Holds the last minute's sends in memory: after a restart every chat is free. Times are milliseconds. */
export type ChatPace = {
  /** When the chat may get its next message: `now` or later. */
  readonly freeAt: (chatId: number, now: number) => number
  /** Records a send. */
  readonly take: (chatId: number, now: number) => void
  /** When to retry a message that the chat is not free for; each call returns a later time. */
  readonly retryAt: (chatId: number, now: number) => number
}

export function createChatPace(): ChatPace {
  const chats = new Map<number, { sent: readonly number[]; asked: number }>()
  let sweepAt = 0
  const freeAt = (chatId: number, now: number) => {
    const sent = chats.get(chatId)?.sent ?? []
    const afterLast = (sent.at(-1) ?? Number.NEGATIVE_INFINITY) + APART_MS
    const afterWindow = (sent.at(-IN_GROUP) ?? Number.NEGATIVE_INFINITY) + GROUP_WINDOW_MS
    return Math.max(now, afterLast, isGroup(chatId) ? afterWindow : now)
  }
  return {
    freeAt,
    take: (chatId, now) => {
      if (now >= sweepAt) {
        for (const [id, { sent, asked }] of chats) {
          if (Math.max(sent.at(-1) ?? 0, asked) < now - GROUP_WINDOW_MS) chats.delete(id)
        }
        sweepAt = now + GROUP_WINDOW_MS
      }
      const { sent, asked } = chats.get(chatId) ?? { sent: [], asked: 0 }
      chats.set(chatId, { sent: [...sent.slice(1 - IN_GROUP), now], asked })
    },
    retryAt: (chatId, now) => {
      const { sent, asked } = chats.get(chatId) ?? { sent: [], asked: 0 }
      const next = Math.max(freeAt(chatId, now), asked + APART_MS)
      chats.set(chatId, { sent, asked: next })
      return next
    },
  }
}

/** Ids of groups, supergroups and channels are negative. */
function isGroup(chatId: number): boolean {
  return chatId < 0
}
