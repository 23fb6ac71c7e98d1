import type { Update } from 'grammy/types'
import type { Source } from './fair-queue.ts'

/** What an update must wait for, and whose it is. */
export type UpdateOrigin = {
  /** Updates of one lane are handled in order. */
  readonly lane: string
  /** Its chat and its sender; none for what must not be dropped. */
  readonly sources: readonly Source[]
}

const MOST_OF_PERSON = 30
/** More than one person's share, so that one alone does not silence the others of a group. */
const MOST_OF_GROUP = 60
/** What the bot learns of its chats comes once. */
const FACTS = ['migrate_to_chat_id', 'forum_topic_closed', 'forum_topic_reopened'] as const

/** Of a chat's update: the chat's lane; of one without a chat: a lane of the person's beside their private chat. */
export function originOfUpdate(update: Update): UpdateOrigin {
  const chat = chatOf(update)
  const sender = senderOf(update)
  const lane = chat === undefined ? `person ${sender}` : `chat ${chat}`
  if (isFact(update)) return { lane, sources: [] }
  const ids = [...new Set([chat, sender])].filter((id) => id !== undefined)
  return { lane, sources: ids.map((id) => ({ id, most: id > 0 ? MOST_OF_PERSON : MOST_OF_GROUP })) }
}

/** Answers that a dropped press still gets: a lane of their own, as a late one is worth nothing. */
export function originOfPressAnswer(personId: number): UpdateOrigin {
  const lane = `dropped presses of ${personId}`
  return { lane, sources: [{ id: lane, most: MOST_OF_PERSON }] }
}

function chatOf({ message, channel_post, callback_query, my_chat_member, chat_member }: Update): number | undefined {
  const placed = message ?? channel_post ?? callback_query?.message ?? my_chat_member ?? chat_member
  return placed?.chat?.id
}

/** Anonymous admins and channels share one `from`: whose name they write in tells them apart. */
function senderOf({ message, channel_post, callback_query, inline_query }: Update): number | undefined {
  const spoken = message ?? channel_post
  return spoken === undefined ? (callback_query ?? inline_query)?.from?.id : (spoken.sender_chat ?? spoken.from)?.id
}

function isFact({ message, my_chat_member, chat_member }: Update): boolean {
  if (my_chat_member !== undefined || chat_member !== undefined) return true
  return FACTS.some((fact) => message?.[fact] !== undefined)
}
