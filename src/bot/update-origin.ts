import type { Update } from 'grammy/types'
import type { Source } from './fair-queue.ts'

export type UpdateOrigin = {
  /** Updates of one lane are handled in order. */
  readonly lane: string
  /** Its chat and its sender; none for an update that must not be dropped. */
  readonly sources: readonly Source[]
}

const MOST_OF_PERSON = 30
/** More than one person's share, so that one alone does not silence the others of a group. */
const MOST_OF_GROUP = 60
/** Changes of a chat: Telegram sends them once, as it does posts. */
const FACTS = ['migrate_to_chat_id', 'forum_topic_closed', 'forum_topic_reopened'] as const

/** An update without a chat goes to a lane of the person's, beside their private chat's. */
export function originOfUpdate(update: Update): UpdateOrigin {
  const chat = chatOf(update)
  const sender = senderOf(update)
  const lane = chat === undefined ? `person ${sender}` : `chat ${chat}`
  if (isFact(update)) return { lane, sources: [] }
  const ids = [...new Set([chat, sender])].filter((id) => id !== undefined)
  return { lane, sources: ids.map((id) => ({ id, most: id > 0 ? MOST_OF_PERSON : MOST_OF_GROUP })) }
}

/** For the answer to a dropped press: a lane of its own, since a late answer is worthless. */
export function originOfPressAnswer(personId: number): UpdateOrigin {
  const lane = `dropped presses of ${personId}`
  return { lane, sources: [{ id: lane, most: MOST_OF_PERSON }] }
}

function chatOf({
  message,
  edited_message,
  channel_post,
  edited_channel_post,
  guest_message,
  callback_query,
  my_chat_member,
  chat_member,
}: Update): number | undefined {
  const written = message ?? edited_message ?? channel_post ?? edited_channel_post ?? guest_message
  const placed = written ?? callback_query?.message ?? my_chat_member ?? chat_member
  return placed?.chat?.id
}

/** Anonymous admins and channels share one `from`; `sender_chat` tells them apart. */
function senderOf(update: Update): number | undefined {
  const { message, edited_message, channel_post, edited_channel_post, guest_message, callback_query, inline_query } =
    update
  const written = message ?? edited_message ?? channel_post ?? edited_channel_post ?? guest_message
  return written === undefined ? (callback_query ?? inline_query)?.from?.id : (written.sender_chat ?? written.from)?.id
}

function isFact({ message, my_chat_member, chat_member, channel_post, edited_channel_post }: Update): boolean {
  if (my_chat_member !== undefined || chat_member !== undefined) return true
  // a post may be an article; what is said to the bot is not
  const post = channel_post ?? edited_channel_post
  if (post !== undefined) return !/^[/@]/.test(post.text ?? '')
  return FACTS.some((fact) => message?.[fact] !== undefined)
}
