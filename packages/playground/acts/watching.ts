import { commandsFor, type Profile } from '../api/profile.ts'
import type { RequestLog } from '../api/request-log.ts'
import type { UpdateQueue } from '../api/update-queue.ts'
import type { ChatMessage, ChatView, Control, MessageWait } from '../control.ts'
import { apiUser } from '../world/bot-api-objects.ts'
import { botIn, chatOrThrow, isInside } from '../world/chats.ts'
import { waitFor } from '../world/events.ts'
import type { Chat, StoredMessage, World } from '../world/world.ts'

type Watching = Pick<Control, 'messages' | 'chat' | 'commands' | 'waitForMessage' | 'waitForRequest' | 'waitUntilTaken'>

export type WatchingOptions = {
  readonly world: World
  readonly profile: Profile
  readonly requestLog: RequestLog
  readonly updates: UpdateQueue
}

/** Views of chats and messages, and waits for them. */
export function createWatching({ world, profile, requestLog, updates }: WatchingOptions): Watching {
  return {
    messages: (chatId) => shownMessages(world, chatOrThrow(world, chatId)),
    chat: (chatId) => viewChat(world, chatOrThrow(world, chatId)),
    commands({ chatId, userId }) {
      const languageCode = world.people.get(userId)?.languageCode ?? ''
      return commandsFor(profile, chatOrThrow(world, chatId), { userId, languageCode: languageCode.slice(0, 2) })
    },
    waitForMessage: (wait) => waitForMessage(world, wait),
    waitForRequest: ({ where, timeoutMs = 30_000 }) => {
      let present = requestLog.requests.find(where)
      return waitFor(world.events, {
        // Each request is looked at once: first all that are there, then each that comes.
        find: () => {
          const last = requestLog.requests.at(-1)
          present ??= last && where(last) ? last : undefined
          return present
        },
        concerns: ({ kind }) => kind === 'request',
        timeoutMs,
        complaint: () => `No such request; seen: ${requestLog.requests.map(({ method }) => method).join(', ')}`,
      })
    },
    async waitUntilTaken(timeoutMs = 30_000) {
      await waitFor(world.events, {
        find: () => (updates.pending().length === 0 ? true : undefined),
        concerns: ({ kind }) => kind === 'taken',
        timeoutMs,
        complaint: () => `The bot has not taken ${updates.pending().length} updates`,
      })
    },
  }
}

function waitForMessage(world: World, wait: MessageWait): Promise<ChatMessage> {
  const { chatId, where = () => true, timeoutMs = 30_000 } = wait
  const chat = chatOrThrow(world, chatId)
  const after = wait.after ?? chat.lastAct
  return waitFor(world.events, {
    find: () =>
      recentMessages(chat, after)
        .map((message) => viewMessage(world, chat, message))
        .find((message) => message.sender.kind === 'bot' && message.service === null && where(message)),
    concerns: (event) => event.kind === 'message' && event.chatId === chatId,
    timeoutMs,
    complaint: () => `No such message in chat ${chatId}; it shows:\n${transcript(world, chat)}`,
  })
}

function recentMessages(chat: Chat, after: number): readonly StoredMessage[] {
  return [...chat.messages.values(), ...chat.ephemeral.values()]
    .filter(({ change }) => change > after)
    .sort((one, other) => one.change - other.change)
}

function transcript(world: World, chat: Chat): string {
  const lines = shownMessages(world, chat).map(({ id, sender, text, service }) => {
    return `  ${id} ${sender.name}: ${service ?? text.slice(0, 200)}`
  })
  return lines.slice(-10).join('\n') || '  nothing'
}

function shownMessages(world: World, chat: Chat): readonly ChatMessage[] {
  return [...chat.messages.values(), ...chat.ephemeral.values()]
    .map((message) => viewMessage(world, chat, message))
    .sort((one, other) => one.date - other.date || one.id - other.id)
}

/** A message as `messages()` returns it. */
export function viewMessage(world: World, chat: Chat, message: StoredMessage): ChatMessage {
  const { body } = message
  const hasText = body.kind !== 'location' && body.kind !== 'service'
  return {
    id: message.id,
    chatId: message.chatId,
    threadId: message.threadId,
    sender: viewSender(world, chat, message),
    date: message.date,
    editDate: message.editDate,
    text: hasText ? body.text : '',
    entities: hasText && body.kind !== 'rich' ? body.entities : [],
    rich: body.kind === 'rich' ? body.rich : null,
    keyboard: message.keyboard?.inline_keyboard ?? [],
    attachment:
      body.kind === 'photo' || body.kind === 'document'
        ? { kind: body.kind, fileId: body.file.id, fileName: body.file.name, bytes: body.file.bytes }
        : null,
    replyTo: message.replyTo,
    viaBot: message.inlineId !== null && message.sender.kind !== 'bot',
    asGuest: message.inlineId !== null && message.sender.kind === 'bot',
    service: body.kind === 'service' ? body.event.kind : body.kind === 'location' ? 'location' : null,
    visibleTo: message.visibleTo,
    askedToReply: message.askedToReply,
    reactions: message.reactions,
    pinned: chat.pinned.includes(message.id),
    change: message.change,
  }
}

function viewSender(world: World, chat: Chat, { sender }: StoredMessage): ChatMessage['sender'] {
  switch (sender.kind) {
    case 'bot':
      return { kind: 'bot', id: world.bot.id, name: world.bot.name }
    case 'person':
      return { kind: 'person', id: sender.id, name: apiUser(world, sender.id).first_name }
    case 'chat':
      return { kind: 'chat', id: sender.id, name: chat.title }
    default:
      return sender satisfies never
  }
}

/** A chat as `chat()` returns it. */
function viewChat(world: World, chat: Chat): ChatView {
  return {
    id: chat.id,
    kind: chat.kind,
    title: chat.title,
    forum: chat.forum,
    topics: [...chat.topics.values()],
    members: [...chat.members].map(([userId, { status, anonymous }]) => ({ userId, status, anonymous })),
    bot: chat.kind === 'private' ? privateStanding(world, chat) : botIn(world, chat).status,
    typing: world.elapsed() < chat.typingUntil && (chat.kind === 'private' || isInside(botIn(world, chat))),
  }
}

function privateStanding(world: World, chat: Chat): ChatView['bot'] {
  const standing = world.people.get(chat.id)?.standing
  return standing === 'started' ? 'member' : standing === 'blocked' ? 'kicked' : 'left'
}
