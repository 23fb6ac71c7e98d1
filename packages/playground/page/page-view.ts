import { viewMessage } from '../acts/watching.ts'
import type { ChatMessage, Control } from '../control.ts'
import { chatOrThrow } from '../world/chats.ts'
import type { WorldEvent } from '../world/events.ts'
import type { World } from '../world/world.ts'

/** The bot, people, chats and messages, as the page loads them. */
export function stateFor(world: World, control: Control): object {
  const chatIds = [...world.chats.values()].filter(({ migratedTo }) => migratedTo === null).map(({ id }) => id)
  return {
    bot: world.bot,
    people: [...world.people.values()].map(({ id, firstName, username, languageCode }) => {
      return { id, name: firstName, username, languageCode }
    }),
    chats: chatIds.map(control.chat),
    messages: chatIds.flatMap((id) => control.messages(id).map(withoutBytes)),
  }
}

/** An event as the page gets it, `null` for one it does not show. */
export function eventFor(world: World, control: Control, event: WorldEvent): object | null {
  switch (event.kind) {
    case 'message': {
      const chat = chatOrThrow(world, event.chatId)
      const message = (event.ephemeral ? chat.ephemeral : chat.messages).get(event.messageId)
      return message ? { kind: 'message', message: withoutBytes(viewMessage(world, chat, message)) } : null
    }
    case 'chat':
      return { kind: 'chat', chat: control.chat(event.chatId) }
    case 'deleted':
    case 'commands':
      return event
    case 'request':
    case 'taken':
    case 'closed':
      return null
    default:
      return event satisfies never
  }
}

/** A message with the address of its file instead of the bytes. */
function withoutBytes({ attachment, ...message }: ChatMessage): object {
  if (!attachment) return { ...message, attachment }
  const { kind, fileId, fileName } = attachment
  return { ...message, attachment: { kind, fileName, url: `/playground/files/${fileId}` } }
}
