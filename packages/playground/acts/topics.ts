import type { Control, Topic } from '../control.ts'
import { chatOrThrow, creatorOf } from '../world/chats.ts'
import { postService, removeMessages } from '../world/posting.ts'
import type { World } from '../world/world.ts'

/** A forum's topics, opened and closed by its creator. */
export function createTopics(world: World): Pick<Control, 'addTopic' | 'closeTopic' | 'reopenTopic' | 'deleteTopic'> {
  return {
    addTopic({ chatId, name }) {
      const chat = chatOrThrow(world, chatId)
      if (!chat.forum) throw new Error(`Chat ${chatId} is no forum`)
      const threadId = chat.lastMessageId + 1
      chat.topics.set(threadId, { threadId, name, closed: false })
      postService(world, chat, { by: creatorOf(chat), event: { kind: 'forum_topic_created', name }, threadId })
      world.events.emit({ kind: 'chat', chatId })
      return threadId
    },
    closeTopic: (topic) => setClosed(world, topic, true),
    reopenTopic: (topic) => setClosed(world, topic, false),
    deleteTopic({ chatId, threadId }) {
      const chat = chatOrThrow(world, chatId)
      chat.topics.delete(threadId)
      const inside = chat.messages.values().filter((message) => message.threadId === threadId)
      removeMessages(world, chat, [...inside.map(({ id }) => id)])
      world.events.emit({ kind: 'chat', chatId })
    },
  }
}

function setClosed(world: World, { chatId, threadId }: Topic, closed: boolean): void {
  const chat = chatOrThrow(world, chatId)
  const topic = chat.topics.get(threadId)
  if (!topic) throw new Error(`Chat ${chatId} has no topic ${threadId}`)
  topic.closed = closed
  const kind = closed ? 'forum_topic_closed' : 'forum_topic_reopened'
  postService(world, chat, { by: creatorOf(chat), event: { kind }, threadId })
}
