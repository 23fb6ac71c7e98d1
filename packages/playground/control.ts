import type { InlineKeyboardButton, InlineQueryResult, MessageEntity, RichMessage, Update } from '@grammyjs/types'
import type { Faults } from './api/faults.ts'

/** Who the bot is; made up, as @BotFather would give it. */
export type BotIdentity = { readonly id: number; readonly username: string; readonly name: string }

/** What a bot can set of itself with `setMySettings`; what `getMe` doesn't tell of it is left out. */
export type BotSettings = {
  readonly supports_inline_queries: boolean
  readonly inline_query_placeholder: string
  readonly needs_inline_query_location: boolean
  readonly can_join_groups: boolean
  /** `true`: groups show the bot every message, so privacy mode is off. */
  readonly can_read_all_group_messages: boolean
  readonly can_connect_to_business: boolean
  readonly can_manage_bots: boolean
  readonly supports_guest_queries: boolean
  readonly supports_join_request_queries: boolean
  readonly has_topics_enabled: boolean
  readonly allows_users_to_create_topics: boolean
  readonly has_topic_sidebar: boolean
  /** `inline`: a press on any message of the bot's comes by `inline_message_id`. */
  readonly callback_query_mode: 'default' | 'auto' | 'inline'
}

/** Plays the people and shows the chats. Ids are Telegram's: people > 0, groups < 0, supergroups and channels below -10^12. */
export type Control = {
  addPerson(person: NewPerson): number
  /** A basic group; the bot is a member unless `bot` says otherwise. */
  addGroup(group: NewChat): number
  addSupergroup(group: NewChat & { readonly forum?: boolean }): number
  /** The bot is an administrator unless `bot` says otherwise. */
  addChannel(channel: NewChat): number

  /** Returns the topic's `message_thread_id`. */
  addTopic(topic: { readonly chatId: number; readonly name: string }): number
  closeTopic(topic: Topic): void
  reopenTopic(topic: Topic): void
  /** The topic and its messages vanish; sends to it answer `message thread not found`. */
  deleteTopic(topic: Topic): void

  /**
   * A person writes (in a channel: posts). Returns the message's id. The chat id of a private chat is the person's. In a chat that
   * the bot isn't in, `@bot` or a reply to it calls it as a guest: a `guest_message` update.
   */
  say(message: Utterance): number
  /** A person sends a file, a picture as a `photo`; those of one `album` belong together. Returns the message's id. */
  sendFile(file: SentFile): number
  /** A person forwards a message that the playground has. Returns the new message's id. */
  forward(message: {
    readonly chatId: number
    readonly from: number
    readonly of: { readonly chatId: number; readonly messageId: number }
  }): number
  /** A person edits an own message, the caption of a file: an `edited_message` or `edited_channel_post` update. */
  editOwn(edit: { readonly chatId: number; readonly messageId: number; readonly text: string }): void
  /** A person shares a place in the chat. Returns the message's id. */
  shareLocation(message: {
    readonly chatId: number
    readonly from: number
    readonly latitude: number
    readonly longitude: number
  }): number
  /** A person deletes a message; as in Telegram the bot is not told. */
  deleteMessage(message: { readonly chatId: number; readonly messageId: number }): void
  /** Presses an inline button; resolves when the bot answers the query, rejects after `timeoutMs` (default 30,000). */
  press(press: Press): Promise<CallbackAnswer>
  /** Types `@bot query` in any chat; resolves with the bot's results. */
  inlineQuery(query: {
    readonly from: number
    readonly query: string
    readonly offset?: string
    readonly timeoutMs?: number
  }): Promise<InlineAnswer>

  /** Sends one of the results the person was shown last, as a message of theirs `via` the bot. Returns its id. */
  sendInlineResult(choice: InlineChoice): number

  /** The person blocks the bot: `my_chat_member`, and sends answer 403. */
  blockBot(personId: number): void
  unblockBot(personId: number): void
  /** The person's account is deleted: sends answer 403 `user is deactivated`. */
  deletePerson(personId: number): void
  /** `by` defaults to the chat's creator. Adding also sends `new_chat_members` to groups. */
  addBot(change: { readonly chatId: number; readonly by?: number; readonly as?: 'member' | 'administrator' }): void
  kickBot(change: { readonly chatId: number; readonly by?: number }): void
  /** Changes a person's or the bot's standing, `chat_member` or `my_chat_member` follows. */
  setMember(change: {
    readonly chatId: number
    readonly userId: number
    readonly status: MemberStatus
    readonly anonymous?: boolean
    /** Rights to take from the bot or an administrator, such as `can_delete_messages`; of a member, `can_send_messages`. */
    readonly without?: readonly string[]
  }): void
  /** Members may not write, so neither may a bot that is no administrator: `not enough rights to send text messages`. */
  muteMembers(chatId: number): void
  /** The supergroup becomes the channel's discussion group. */
  linkChannel(link: { readonly channelId: number; readonly groupId: number }): void
  /** The group becomes a supergroup: both service messages, and the old id answers with `migrate_to_chat_id`. */
  upgradeGroup(chatId: number): number

  /** The chat's messages now, oldest first, as its members see them; deleted ones are gone, edits are in. */
  messages(chatId: number): readonly ChatMessage[]
  chat(chatId: number): ChatView
  /** The commands a person sees in a chat: the narrowest scope and the person's language win, as in Telegram. */
  commands(at: { readonly chatId: number; readonly userId: number }): readonly BotCommand[]
  /**
   * The first message of the bot that matches, new or edited since a person last said or pressed anything in the chat
   * (or since `after`); waits for it up to `timeoutMs` (default 30,000) and then rejects with what the chat showed.
   */
  waitForMessage(wait: MessageWait): Promise<ChatMessage>
  /** The first request that matches, seen already or still to come. */
  waitForRequest(wait: {
    readonly where: (request: SeenRequest) => boolean
    readonly timeoutMs?: number
  }): Promise<SeenRequest>
  /** Resolves when the bot has confirmed every update (polling) or answered it (webhook). */
  waitUntilTaken(timeoutMs?: number): Promise<void>
  /** Every request answered so far, oldest first, `getUpdates` too. */
  readonly requests: readonly SeenRequest[]
  forgetRequests(): void
  /** Every update made so far, with what privacy mode or `allowed_updates` kept from the bot left out. */
  readonly updates: readonly Update[]
  /** Puts an update in the queue as it is, for what this playground cannot play; `update_id` is set here. */
  pushUpdate(update: Omit<Update, 'update_id'>): void

  readonly faults: Faults
}

export type Topic = { readonly chatId: number; readonly threadId: number }

export type NewPerson = {
  readonly firstName: string
  readonly lastName?: string
  readonly username?: string
  readonly languageCode?: string
  readonly id?: number
  /** True: has already pressed Start, without an update, so the bot may write. Default false. */
  readonly started?: boolean
}

export type NewChat = {
  readonly title: string
  readonly creator: number
  readonly admins?: readonly number[]
  readonly members?: readonly number[]
  readonly username?: string
  readonly bot?: 'administrator' | 'member' | 'absent'
  readonly id?: number
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export type Utterance = {
  readonly chatId: number
  readonly from: number
  readonly text: string
  readonly replyTo?: number
  readonly threadId?: number
  /**
   * `chat`: an administrator writes as the group itself (anonymous); so it is for one set `anonymous`. A chat's id: who
   * administers that channel writes in its name.
   */
  readonly as?: 'self' | 'chat' | number
}

export type SentFile = {
  readonly chatId: number
  readonly from: number
  readonly kind: 'document' | 'photo'
  readonly name: string
  readonly bytes: Uint8Array
  readonly mimeType?: string
  readonly caption?: string
  readonly album?: string
}

export type Press = {
  readonly chatId: number
  /** Default: the newest message in the chat that has the button. */
  readonly messageId?: number
  readonly from: number
  /** The button's text, or its exact callback data. */
  readonly button: string
  readonly timeoutMs?: number
}

export type CallbackAnswer = { readonly text: string; readonly showAlert: boolean; readonly url: string | null }

export type InlineAnswer = { readonly results: readonly InlineQueryResult[]; readonly nextOffset: string }

export type InlineChoice = {
  readonly chatId: number
  readonly from: number
  readonly resultId: string
  readonly threadId?: number
}

export type MessageWait = {
  readonly chatId: number
  readonly where?: (message: ChatMessage) => boolean
  /** Only messages with a greater `change`. */
  readonly after?: number
  readonly timeoutMs?: number
}

/** A message as people see it in the chat. */
export type ChatMessage = {
  readonly id: number
  readonly chatId: number
  readonly threadId: number | null
  readonly sender: { readonly kind: 'bot' | 'person' | 'chat'; readonly id: number; readonly name: string }
  /** Unix seconds. */
  readonly date: number
  readonly editDate: number | null
  /** The text or caption, empty without one; of a rich message the words of its blocks. */
  readonly text: string
  readonly entities: readonly MessageEntity[]
  /** The blocks of a rich message, `null` for any other. */
  readonly rich: RichMessage | null
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
  readonly attachment: Attachment | null
  readonly replyTo: number | null
  /** True: sent by a person through the bot's inline mode. */
  readonly viaBot: boolean
  /** True: the bot's answer as a guest, in a chat that it isn't in. */
  readonly asGuest: boolean
  /** What happened, for a service message such as `pinned_message`. */
  readonly service: string | null
  /** The one person who sees it, for an ephemeral message. */
  readonly visibleTo: number | null
  /** Whose client begins a reply to it by itself, by their ids; `null`: nobody's. */
  readonly askedToReply: 'everybody' | readonly number[] | null
  readonly reactions: readonly string[]
  readonly pinned: boolean
  /** Grows with every new message and every edit in the playground; for `MessageWait.after`. */
  readonly change: number
}

export type Attachment = {
  readonly kind: 'document' | 'photo'
  readonly fileId: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

export type ChatView = {
  readonly id: number
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel'
  readonly title: string
  readonly forum: boolean
  readonly topics: readonly { readonly threadId: number; readonly name: string; readonly closed: boolean }[]
  readonly members: readonly { readonly userId: number; readonly status: MemberStatus; readonly anonymous: boolean }[]
  readonly bot: MemberStatus
  readonly typing: boolean
}

export type BotCommand = { readonly command: string; readonly description: string }

/** A Bot API request and what it was answered. */
export type SeenRequest = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** `performance.now()` when it came in. */
  readonly at: number
  readonly answer: Answer
}

export type Answer =
  | { readonly kind: 'ok'; readonly result: unknown }
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description: string
      readonly parameters: { readonly migrate_to_chat_id?: number; readonly retry_after?: number }
    }
  | { readonly kind: 'gateway'; readonly status: number }
  | { readonly kind: 'dropped'; readonly when: 'before' | 'after' }
