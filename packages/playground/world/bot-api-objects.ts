import type { Chat as ApiChat, Message, MessageEntity, PhotoSize, User } from '@grammyjs/types'
import type { Chat, Person, ServiceEvent, StoredMessage, World } from './world.ts'

// Converts the playground's records to objects of the Bot API.

/** @GroupAnonymousBot, in whose name anonymous administrators write. */
const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** @Channel_Bot, in whose name channels write in groups. */
const CHANNEL_BOT: User = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }

/** A person or the bot as `User`; someone never met is known by id alone. */
export function apiUser(world: World, id: number): User {
  if (id === world.bot.id) {
    return { id, is_bot: true, first_name: world.bot.name, username: world.bot.username }
  }
  const person = world.people.get(id)
  return person ? apiPerson(person) : { id, is_bot: false, first_name: String(id) }
}

function apiPerson(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName === null ? {} : { last_name: person.lastName }),
    ...(person.username === null ? {} : { username: person.username }),
    ...(person.languageCode === null ? {} : { language_code: person.languageCode }),
  }
}

/** A chat as updates and messages carry it. */
export function apiChat(world: World, chat: Chat): ApiChat {
  const username = chat.username === null ? {} : { username: chat.username }
  switch (chat.kind) {
    case 'private':
      return { id: chat.id, type: 'private', ...nameOf(world.people.get(chat.id)), ...username }
    case 'group':
      return { id: chat.id, type: 'group', title: chat.title }
    case 'supergroup':
      return {
        id: chat.id,
        type: 'supergroup',
        title: chat.title,
        ...username,
        ...(chat.forum ? { is_forum: true as const } : {}),
      }
    case 'channel':
      return { id: chat.id, type: 'channel', title: chat.title, ...username }
    default:
      return chat.kind satisfies never
  }
}

function nameOf(person: Person | undefined): { first_name: string; last_name?: string } {
  return {
    first_name: person?.firstName ?? '',
    ...(person?.lastName == null ? {} : { last_name: person.lastName }),
  }
}

/** A message as the bot gets it, the message it replies to included (but not that one's own reply). */
export function apiMessage(world: World, chat: Chat, message: StoredMessage): Message {
  const shown = withoutReply(world, chat, message)
  // In a topic, a message that replies to none replies to the topic's own first message.
  const replyTo = chat.messages.get(message.replyTo ?? message.threadId ?? 0)
  if (!replyTo || replyTo === message) return shown
  // The library's type for this wants a field that is both present and absent: no literal can satisfy it.
  return { ...shown, reply_to_message: withoutReply(world, chat, replyTo) as NonNullable<Message['reply_to_message']> }
}

function withoutReply(world: World, chat: Chat, message: StoredMessage): Message {
  const edited = message.editDate === null ? {} : { edit_date: message.editDate }
  const keyboard = message.keyboard === null ? {} : { reply_markup: message.keyboard }
  return {
    ...identity(world, message),
    ...senderOf(world, chat, message),
    chat: apiChat(world, chat),
    date: message.date,
    ...edited,
    ...(message.threadId === null ? {} : { message_thread_id: message.threadId, is_topic_message: true as const }),
    ...throughBot(world, chat, message),
    ...forwardOf(world, message),
    ...(message.album === null ? {} : { media_group_id: message.album }),
    ...bodyOf(world, chat, message),
    ...keyboard,
  }
}

function throughBot(world: World, chat: Chat, message: StoredMessage): Partial<Message> {
  if (message.inlineId === null) return {}
  if (message.sender.kind !== 'bot') return { via_bot: apiUser(world, world.bot.id) }
  const caller = chat.messages.get(message.replyTo ?? 0)
  if (caller?.sender.kind === 'person') return { guest_bot_caller_user: apiUser(world, caller.sender.id) }
  return { guest_bot_caller_chat: apiChat(world, chat) }
}

function identity(world: World, message: StoredMessage): Pick<Message, 'message_id' | 'receiver_user'> {
  if (message.visibleTo === null) return { message_id: message.id }
  const ephemeral = { receiver_user: apiUser(world, message.visibleTo), ephemeral_message_id: message.id }
  return { message_id: 0, ...ephemeral }
}

function senderOf(world: World, chat: Chat, message: StoredMessage): Pick<Message, 'from' | 'sender_chat'> {
  if (chat.kind === 'channel') return { sender_chat: apiChat(world, chat) }
  switch (message.sender.kind) {
    case 'bot':
      return { from: apiUser(world, world.bot.id) }
    case 'person':
      return { from: apiUser(world, message.sender.id) }
    case 'chat':
      return message.sender.id === chat.id
        ? { from: GROUP_ANONYMOUS_BOT, sender_chat: apiChat(world, chat) }
        : { from: CHANNEL_BOT, sender_chat: apiChat(world, world.chats.get(message.sender.id) ?? chat) }
    default:
      return message.sender satisfies never
  }
}

function forwardOf(world: World, { forwardedFrom }: StoredMessage): Pick<Message, 'forward_origin'> {
  if (forwardedFrom === null) return {}
  const { date, id: message_id, sender, chatId } = forwardedFrom
  const chat = world.chats.get(chatId)
  if (chat && chat.kind === 'channel') {
    return {
      forward_origin: { type: 'channel', date, chat: { id: chat.id, type: 'channel', title: chat.title }, message_id },
    }
  }
  if (sender.kind === 'chat' && chat) {
    return { forward_origin: { type: 'chat', date, sender_chat: apiChat(world, chat) } }
  }
  const userId = sender.kind === 'person' ? sender.id : world.bot.id
  return { forward_origin: { type: 'user', date, sender_user: apiUser(world, userId) } }
}

function bodyOf(world: World, chat: Chat, message: StoredMessage): Partial<Message> {
  const body = message.body
  switch (body.kind) {
    case 'text':
      return { text: body.text, ...(body.entities.length > 0 ? { entities: apiEntities(world, body.entities) } : {}) }
    case 'rich':
      return { rich_message: body.rich }
    case 'document':
    case 'photo': {
      const caption = body.text === '' ? {} : { caption: body.text }
      const marks = body.entities.length > 0 ? { caption_entities: apiEntities(world, body.entities) } : {}
      return { ...attachmentOf(body), ...caption, ...marks }
    }
    case 'location':
      return { location: body.location }
    case 'service':
      return eventOf(world, chat, body.event)
    default:
      return body satisfies never
  }
}

/** Text mentions get the whole user: a bot gives only the id. */
function apiEntities(world: World, entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.map((entity) => {
    return entity.type === 'text_mention' ? { ...entity, user: apiUser(world, entity.user.id) } : entity
  })
}

type FileBody = Extract<StoredMessage['body'], { readonly kind: 'document' | 'photo' }>

function attachmentOf({ kind, file }: FileBody): Pick<Message, 'document' | 'photo'> {
  const common = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length }
  if (kind === 'document') return { document: { ...common, file_name: file.name, mime_type: file.mimeType } }
  const size: PhotoSize = { ...common, width: file.width, height: file.height }
  return { photo: [size] }
}

function eventOf(world: World, chat: Chat, event: ServiceEvent): Partial<Message> {
  switch (event.kind) {
    case 'new_chat_members':
      return { new_chat_members: event.userIds.map((id) => apiUser(world, id)) }
    case 'left_chat_member':
      return { left_chat_member: apiUser(world, event.userId) }
    case 'pinned_message': {
      const pinned = chat.messages.get(event.messageId)
      return pinned ? { pinned_message: withoutReply(world, chat, pinned) } : {}
    }
    case 'migrate_to_chat_id':
      return { migrate_to_chat_id: event.chatId }
    case 'migrate_from_chat_id':
      return { migrate_from_chat_id: event.chatId }
    case 'forum_topic_created':
      return { forum_topic_created: { name: event.name, icon_color: 7322096 } }
    case 'forum_topic_closed':
      return { forum_topic_closed: {} }
    case 'forum_topic_reopened':
      return { forum_topic_reopened: {} }
    default:
      return event satisfies never
  }
}
