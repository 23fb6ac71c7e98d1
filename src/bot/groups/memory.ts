import { NO_TALK, type Talk } from '../../requests/group-throttle.ts'

/** The talk of each group with the bot; the groups heard longest ago are forgotten first. */
export type Talks = {
  readonly of: (chatId: number) => Talk
  readonly keep: (chatId: number, talk: Talk) => void
}

/** An empty memory of talks; a restart forgets them. */
export function createTalks(): Talks {
  const talks = new Map<number, Talk>()
  return {
    of: (chatId) => talks.get(chatId) ?? NO_TALK,
    keep: (chatId, talk) => {
      talks.delete(chatId)
      talks.set(chatId, talk)
      const [oldest] = talks.size > MOST_GROUPS ? talks.keys() : []
      if (oldest !== undefined) talks.delete(oldest)
    },
  }
}

export const MOST_GROUPS = 2000
