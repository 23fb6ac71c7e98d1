import type { Context } from 'grammy'
import type { Logger } from 'pino'
import type { TakePost } from '../intake/channel-posts.ts'
import type { Fetched } from '../intake/fetch-page.ts'
import type { Importer } from '../intake/importer.ts'
import { type Language, languageNamed } from '../language/language.ts'
import type { Library } from '../library/library.ts'
import { audienceOfChat } from '../messages/buttons/keyboard.ts'
import type { CardPage } from '../messages/inline.ts'
import type { View } from '../messages/view.ts'
import type { Wordings } from '../messages/wording.ts'
import type { CommandName } from '../requests/commands.ts'
import type { GroupHistory } from '../requests/group-throttle.ts'
import type { Chat } from '../store/chats/chats.ts'
import type { Lru } from '../store/lru.ts'
import { type ReaderKey, readerOfPlace, readerOfUser } from '../store/readers/reading.ts'
import type { Store } from '../store/store.ts'
import type { ArchiveCache } from './archive-cache.ts'
import type { Rights } from './rights/rights.ts'
import type { ScreenCache } from './screen-cache.ts'

/** The bot's dependencies besides Telegram. */
export type BotSite = {
  readonly store: Store
  readonly library: Library
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  /** An IANA time zone. */
  readonly defaultZone: string
  readonly now: () => Date
  readonly log: Logger
  readonly owner: OwnerSite
  readonly intake: IntakeSite
}

type OwnerSite = {
  readonly ids: readonly number[]
  /** Messages a second over all chats. */
  readonly sendRate: number
}

/** The ways in besides files. */
type IntakeSite = { readonly importer: Importer; readonly takePost: TakePost; readonly wakeFeeds: () => void }

export type Coming = 'message' | 'guest'

/** The dependencies of every handler. */
export type BotParts = BotSite & {
  readonly rights: Rights
  /** The bytes of a file that somebody sent. */
  readonly download: (fileId: string) => Promise<Fetched>
  /** By chat id; lost at a restart. */
  readonly histories: Lru<number, GroupHistory>
  readonly screens: ScreenCache
  /** By person: what they called the bot for as a guest. */
  readonly guests: Lru<number, GroupHistory>
  /** As what messages that name the bot came first. */
  readonly calls: Lru<string, Coming>
  /** Pages of inline results that are the same for all. */
  readonly inlinePages: ArchiveCache<CardPage>
  /** The stored chat of an update, as it was when the update arrived. */
  readonly chatOf: WeakMap<Context, Chat>
}

/** An update with everything needed to answer it. */
export type ChatContext = BotParts & {
  readonly ctx: Context
  readonly chatId: number
  /** 0: no topic. */
  readonly threadId: number
  /** Whose reading position it is: the person's, or, where nobody is named, the chat's. */
  readonly reader: ReaderKey
  readonly view: View
  readonly argument: string
  /** In private, the whole text when plain words began like a command: searched for when the argument matches nothing. */
  readonly plainText: string | null
  /** Ids of the messages sent in answer, in their order; `answer` adds to it. */
  readonly sent: number[]
}

/** The update must belong to a chat. @throws Error when it does not: a bug. */
export async function gatherContext(ctx: Context, parts: BotParts, argument = ''): Promise<ChatContext> {
  if (ctx.chat === undefined) throw new Error('an update without a chat')
  const chat = parts.chatOf.get(ctx) ?? (await parts.store.chats.find(ctx.chat.id))
  const own = ctx.chat.type === 'private' ? languageForChat(ctx) : null
  const threadId = threadOf(ctx)
  const topics = threadId === 0 ? null : await languageOfTopic(parts, ctx.chat.id, threadId)
  const language = topics ?? chat?.language ?? own ?? parts.defaultLanguage
  return {
    ...parts,
    ctx,
    chatId: ctx.chat.id,
    threadId,
    reader: readerOf(ctx, ctx.chat.id, threadId),
    view: {
      wording: parts.wordings(language, chat?.digits),
      audience: audienceOfChat(ctx.chat.type, ctx.me.username),
    },
    argument,
    plainText: null,
    sent: [],
  }
}

/** The name of the choice that stores a topic's own language. */
export function topicLanguage(threadId: number): string {
  return `language of ${threadId}`
}

async function languageOfTopic({ store }: BotParts, chatId: number, threadId: number): Promise<Language | null> {
  const chosen = await store.choices.get(chatId, topicLanguage(threadId))
  return languageNamed(chosen)
}

/** A person's own language, where the bot speaks it. */
export function languageForChat(ctx: Context): Language | null {
  const code = ctx.from?.language_code?.slice(0, 2).toLowerCase()
  return languageNamed(code)
}

/** The forum topic a message stands in, 0 for none; a thread of replies is none. */
export function threadOf(ctx: Context): number {
  const message = ctx.msg
  return message?.is_topic_message === true ? (message.message_thread_id ?? 0) : 0
}

function readerOf(ctx: Context, chatId: number, threadId: number): ReaderKey {
  const person = ctx.callbackQuery?.from ?? (ctx.msg?.sender_chat === undefined ? ctx.from : undefined)
  return person === undefined ? readerOfPlace({ chatId, threadId }) : readerOfUser(person.id)
}

/** One command of the bot: answers a request in its chat. */
export type Command = { readonly name: CommandName; readonly run: (context: ChatContext) => Promise<void> }
