import { NO_HISTORY, type Talk } from '../../requests/group-throttle.ts'
import { createLru } from '../lru.ts'

/** The talk of each group with the bot; the groups heard longest ago are forgotten first. */
export type GroupHistories = {
  readonly of: (chatId: number) => Talk
  readonly keep: (chatId: number, talk: Talk) => void
}

/** An empty memory of talks; a restart forgets them. */
export function createGroupHistories(): GroupHistories {
  const talks = createLru<number, Talk>(MOST_GROUPS, () => 1)
  return { of: (chatId) => talks.get(chatId) ?? NO_HISTORY, keep: talks.set }
}

const MOST_GROUPS = 2000
