import { viewMessage } from '../acts/watching.ts'
import type { ChatMessage, Control } from '../control.ts'
import { chatOrThrow } from '../world/chats.ts'
import type { Happening } from '../world/hub.ts'
import type { World } from '../world/world.ts'

/** Everything the page shows at its start but the clock. */
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

/** What the page hears of a happening, null for what it does not show. */
export function eventFor(world: World, control: Control, happening: Happening): object | null {
  switch (happening.kind) {
    case 'message': {
      const chat = chatOrThrow(world, happening.chatId)
      const shelf = happening.ephemeral ? chat.ephemeral : chat.messages
      const message = shelf.get(happening.messageId)
      return message ? { kind: 'message', message: withoutBytes(viewMessage(world, chat, message)) } : null
    }
    case 'chat':
      return { kind: 'chat', chat: control.chat(happening.chatId) }
    case 'deleted':
    case 'commands':
      return happening
    case 'request':
    case 'taken':
    case 'closed':
      return null
    default:
      return happening satisfies never
  }
}

/** Files are fetched by the page itself. */
function withoutBytes({ attachment, ...message }: ChatMessage): object {
  if (!attachment) return { ...message, attachment }
  const { kind, fileId, fileName } = attachment
  return { ...message, attachment: { kind, fileName, url: `/playground/files/${fileId}` } }
}
