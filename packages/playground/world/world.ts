import type {
  InlineKeyboardMarkup,
  InlineQueryResult,
  Location,
  MessageEntity,
  RichMessage,
  Update,
} from '@grammyjs/types'
import type { BotIdentity, BotSettings, InlineAnswer, MemberStatus } from '../control.ts'
import type { EventBus } from './events.ts'

// The playground's state as plain mutable records; the files beside this one change it by Telegram's rules.

export type World = {
  readonly bot: BotIdentity
  settings: BotSettings
  readonly people: Map<number, Person>
  readonly chats: Map<number, Chat>
  readonly files: Map<string, StoredFile>
  readonly callbacks: Map<string, PendingCallback>
  readonly inlineQueries: Map<string, PendingInlineQuery>
  /** By their ids; answered once. */
  readonly guestQueries: Map<string, GuestQuery>
  /** The results a person was shown last. */
  readonly inlineResults: Map<number, readonly InlineQueryResult[]>
  readonly inlineMessages: Map<string, StoredMessage>
  readonly events: EventBus
  readonly now: () => Date
  readonly elapsed: () => number
  /** Queues an update for the bot, if its kind is allowed. */
  push: (update: NewUpdate) => void
  /** The last of the numbers that order everything that changed. */
  change: number
  /** The last id of `nextId`: of a person, a chat, a file or a query. */
  lastId: number
}

export type NewUpdate = Omit<Update, 'update_id'>

export type Person = {
  readonly id: number
  readonly firstName: string
  readonly lastName: string | null
  readonly username: string | null
  readonly languageCode: string | null
  /** `unmet`: never pressed Start. */
  standing: 'unmet' | 'started' | 'blocked' | 'deleted'
}

export type Chat = {
  readonly id: number
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel'
  readonly forum: boolean
  readonly username: string | null
  title: string
  readonly members: Map<number, Member>
  readonly messages: Map<number, StoredMessage>
  readonly ephemeral: Map<number, StoredMessage>
  readonly topics: Map<number, ForumTopic>
  readonly pinned: number[]
  lastMessageId: number
  /** The last `change` that a person made here by writing or pressing. */
  lastAct: number
  migratedTo: number | null
  /** A discussion group's channel, a channel's discussion group. */
  linkedTo: number | null
  muted: boolean
  /** `elapsed` until which the bot is shown as typing. */
  typingUntil: number
}

type ForumTopic = { readonly threadId: number; readonly name: string; closed: boolean }

export type Member = { status: MemberStatus; anonymous: boolean; without: ReadonlySet<string> }

export type Sender =
  | { readonly kind: 'bot' }
  | { readonly kind: 'person'; readonly id: number }
  /** The chat itself: an anonymous administrator, or a channel post. */
  | { readonly kind: 'chat'; readonly id: number }

export type StoredMessage = {
  readonly id: number
  readonly chatId: number
  readonly threadId: number | null
  readonly sender: Sender
  /** Unix seconds, as every date here. */
  readonly date: number
  editDate: number | null
  body: Body
  keyboard: InlineKeyboardMarkup | null
  readonly replyTo: number | null
  readonly forwardedFrom: StoredMessage | null
  /** Its `media_group_id`. */
  readonly album: string | null
  /** Its `inline_message_id`, for a message that a person sent through the bot, or that the bot wrote as a guest. */
  readonly inlineId: string | null
  /** The receiver of an ephemeral message; its `id` is then its `ephemeral_message_id`. */
  readonly visibleTo: number | null
  readonly askedToReply: AskedToReply
  reactions: readonly string[]
  change: number
}

/** The ids of people whose client starts a reply to the message by itself. */
export type AskedToReply = 'everybody' | readonly number[] | null

export type Body =
  | { readonly kind: 'text'; readonly text: string; readonly entities: readonly MessageEntity[] }
  /** `text`: what its blocks say, for whoever only wants to read. */
  | { readonly kind: 'rich'; readonly text: string; readonly rich: RichMessage }
  | {
      readonly kind: 'document' | 'photo'
      readonly file: StoredFile
      readonly text: string
      readonly entities: readonly MessageEntity[]
    }
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'service'; readonly event: ServiceEvent }

export type ServiceEvent =
  | { readonly kind: 'new_chat_members'; readonly userIds: readonly number[] }
  | { readonly kind: 'left_chat_member'; readonly userId: number }
  | { readonly kind: 'pinned_message'; readonly messageId: number }
  | { readonly kind: 'migrate_to_chat_id'; readonly chatId: number }
  | { readonly kind: 'migrate_from_chat_id'; readonly chatId: number }
  | { readonly kind: 'forum_topic_created'; readonly name: string }
  | { readonly kind: 'forum_topic_closed' }
  | { readonly kind: 'forum_topic_reopened' }

export type StoredFile = {
  readonly id: string
  readonly uniqueId: string
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

type PendingCallback = {
  readonly id: string
  readonly at: number
  readonly userId: number
  readonly chatId: number
  readonly answer: (given: { readonly text: string; readonly showAlert: boolean; readonly url: string | null }) => void
}

/** A message that called the bot to a chat that it isn't in. */
type GuestQuery = { readonly at: number; readonly message: StoredMessage }

type PendingInlineQuery = {
  readonly id: string
  readonly at: number
  readonly answer: (given: InlineAnswer) => void
}

/** The time in whole seconds, as Telegram writes dates. */
export function unixNow(world: World): number {
  return Math.floor(world.now().getTime() / 1000)
}

/** The next of the numbers that order changes. */
export function nextChange(world: World): number {
  world.change += 1
  return world.change
}

/** An unused id. */
export function nextId(world: World): number {
  world.lastId += 1
  return world.lastId
}

/** The bot as `getMe` returns it: a `BotFullInfo`. */
export function botFullInfo({ bot, settings }: World): object {
  const { callback_query_mode: _, inline_query_placeholder, ...told } = settings
  return {
    id: bot.id,
    is_bot: true,
    first_name: bot.name,
    username: bot.username,
    active_usernames: [bot.username],
    has_main_web_app: false,
    ...told,
    ...(inline_query_placeholder === '' ? {} : { inline_query_placeholder }),
  }
}
