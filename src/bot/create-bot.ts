import { autoRetry } from '@grammyjs/auto-retry'
import { Bot, Context } from 'grammy'
import type { Update } from 'grammy/types'
import { renderLine } from '../messages/render.ts'
import { renderOptions } from '../messages/views/suggestions.ts'
import { type Request, readRequest } from '../requests/read-request.ts'
import { isAsSeen } from '../store/chats/chats.ts'
import { createLru } from '../store/lru.ts'
import type { TelegramAccess } from '../telegram/api.ts'
import { againAfterBreaks } from '../telegram/retry.ts'
import { answer, answerPress } from './answer.ts'
import { answerRequest } from './answer-request.ts'
import { createArchiveCache } from './archive-cache.ts'
import { wordsIn } from './ask-words.ts'
import { handlePress } from './buttons.ts'
import { followChannelPost } from './channel-posts.ts'
import { type BotParts, type BotSite, gatherContext } from './chat-context.ts'
import { takeLocation } from './commands/location.ts'
import { createDownload } from './download.ts'
import { takeIntro } from './drafts/intro.ts'
import { runWithAutoDelete } from './groups/auto-delete.ts'
import { followMembership } from './groups/membership.ts'
import { followAnswer, followMigrations, followRefusal } from './groups/refusals.ts'
import { runOnce } from './groups/throttle.ts'
import { followTopicClosed, followTopicReopened } from './groups/topics.ts'
import { answerGuest, isAnsweredOtherwise } from './guest.ts'
import { answerInline } from './inline.ts'
import { takeFix } from './owner/fix-words.ts'
import { handleOwner } from './owner/owner.ts'
import { takeSent } from './owner/take-sent.ts'
import { followManager, learnManagers } from './rights/managers.ts'
import { createRights, type Rights } from './rights/rights.ts'
import { createScreenCache } from './screen-cache.ts'

/** Groups whose recent answers are remembered. */
const MOST_GROUPS = 2000
/** People who called the bot as a guest, and calls, that are remembered. */
const MOST_GUESTS = 10_000
const MOST_CALLS = 1000
const MOST_INLINE_UNITS = 1_000_000

/** Longer than a poll is held. */
const TIMEOUT_SECONDS = 60

/** Called at each update, before and after it is handled, and where that failed by a bug. */
export type OnUpdate = {
  readonly beforeUpdate: () => void
  readonly afterUpdate: () => void
  readonly updateFailed: () => void
}

export type CreatedBot = {
  /** With all handlers; takes no updates yet. */
  readonly bot: Bot
  readonly rights: Rights
  /** Notifies an update's sender that there were too many. */
  readonly decline: (update: Update) => Promise<void>
}

export function createBot(access: TelegramAccess, site: BotSite & OnUpdate): CreatedBot {
  const { token, apiRoot, transport } = access
  const bot = new Bot(token, { client: { apiRoot, fetch: transport.fetch, timeoutSeconds: TIMEOUT_SECONDS } })
  bot.api.config.use(transport.caller(token, TIMEOUT_SECONDS))
  const parts: BotParts = {
    ...site,
    download: createDownload(bot.api, access),
    rights: createRights({ api: bot.api, changes: site.store.changes, now: () => site.now().getTime() }),
    histories: createLru(MOST_GROUPS, () => 1),
    guests: createLru(MOST_GUESTS, () => 1),
    calls: createLru(MOST_CALLS, () => 1),
    chatOf: new WeakMap(),
    screens: createScreenCache(site.library.archive),
    inlinePages: createArchiveCache(site.library.archive, MOST_INLINE_UNITS),
  }
  bot.api.config.use(async (previous, method, payload, signal) =>
    method === 'getUpdates'
      ? previous(method, payload, signal)
      : retry(againAfterBreaks(previous), method, payload, signal),
  )
  bot.api.config.use(followMigrations(site))
  bot.use(async (_, next) => {
    site.beforeUpdate()
    try {
      await next()
    } finally {
      site.afterUpdate()
    }
  })
  bot.use(catchFailures(parts, site.updateFailed))
  bot.on('my_chat_member', (ctx) => followMembership(ctx, parts))
  bot.on('chat_member', async (ctx) => {
    await parts.rights.changed({ chatId: ctx.chat.id, userId: ctx.chatMember.new_chat_member.user.id })
    await followManager(ctx, parts)
  })
  bot.on(['message:migrate_to_chat_id'], (ctx) =>
    parts.store.moveChat(ctx.chat.id, ctx.message.migrate_to_chat_id, parts.now().getTime()),
  )
  const notifying = { ...parts, api: bot.api, now: () => site.now().getTime() }
  bot.on('message:forum_topic_closed', (ctx) => followTopicClosed(ctx, notifying))
  bot.on('message:forum_topic_reopened', (ctx) => followTopicReopened(ctx, notifying))
  bot.on('inline_query', (ctx) => answerInline(ctx, parts))
  bot.on('guest_message', (ctx) => answerGuest(ctx, parts))
  bot.use(recordChat(parts))
  // a button of a message sent inline hangs in no chat, a game's has no data: ours are neither
  bot.on('callback_query').filter(
    (ctx) => ctx.chat === undefined || ctx.callbackQuery.data === undefined,
    (ctx) => answerPress(ctx, {}),
  )
  bot.on('callback_query:data', async (ctx) => handlePress(await gatherContext(ctx, parts)))
  bot.on('message:location', async (ctx) => takeLocation(await gatherContext(ctx, parts)))
  bot.on(['channel_post', 'edited_channel_post'], async (ctx, next) => {
    await followChannelPost(ctx, parts)
    await next()
  })
  bot.on([...TEXTS], (ctx) => handleText(ctx, parts))
  bot.on([...UNREADABLE], (ctx) => handleUnreadable(ctx, parts))
  return {
    bot,
    rights: parts.rights,
    decline: (update) => notifyOfFailure(new Context(update, bot.api, bot.botInfo), parts, 'too-fast'),
  }
}

/** Short floods are waited out, a failing server is tried three times; of a longer failure the person is notified. */
const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true })

/**
 * Answers a text, or the caption of a picture. An edited message and a caption count only as commands: an edit may be of a
 * letter in words that were answered, a caption may be somebody's news.
 */
async function handleText(ctx: Context, parts: BotParts): Promise<void> {
  if (!isOriginalMessage(ctx) || (await takeWords(ctx, parts))) return
  if ((await takeSent(ctx, parts)) || (await handleOwner(ctx, parts))) return
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? ''
  const isReplyToBot = ctx.msg?.reply_to_message?.from?.id === ctx.me.id
  const direct = ctx.chat?.type === 'private' || isReplyToBot
  const isForward = ctx.chat?.type === 'private' && ctx.msg?.forward_origin !== undefined
  const request = isForward ? forwarded(text) : readRequest({ text, botUsername: ctx.me.username, direct })
  if (request === null) return
  if (ctx.message !== undefined && ctx.chat?.type !== 'private' && isAnsweredOtherwise(ctx.message, 'message', parts))
    return
  const isWritten = isForward || (ctx.editedMessage === undefined && ctx.msg?.caption === undefined)
  if (!isWritten && (request.kind === 'unknown' || request.plainText !== null)) return
  const context = await gatherContext(ctx, parts)
  await runWithAutoDelete(context, () => answerRequest(context, request))
  if (context.sent.length > 0) await followAnswer(ctx, parts)
}

/** Takes a reply to a question of the bot's own. `false`: the message is no such reply. */
async function takeWords(ctx: Context, parts: BotParts): Promise<boolean> {
  const words = wordsIn(ctx)
  if (words === null) return false
  const context = await gatherContext(ctx, parts)
  const { press, text } = words
  await (press.kind === 'draft' ? takeIntro(context, press, text) : takeFix(context, press, text))
  return true
}

/** Somebody else's message that a person forwards is to be verified, caption or not. */
function forwarded(text: string): Request {
  return { kind: 'command', name: 'verify', argument: text, plainText: null }
}

/** Says in private, once for several in a row, that only text is read. */
async function handleUnreadable(ctx: Context, parts: BotParts): Promise<void> {
  if (ctx.chat?.type !== 'private' || ctx.msg?.caption !== undefined || !isOriginalMessage(ctx)) return
  if (await takeSent(ctx, parts)) return
  const context = await gatherContext(ctx, parts)
  await runOnce(context, 'unreadable', () => answer(context, renderOptions({ id: 'unreadable' }, [], context.view)))
}

const TEXTS = [
  'message:text',
  'message:caption',
  'edited_message:text',
  'edited_message:caption',
  'channel_post:text',
] as const
const UNREADABLE = [
  'message:sticker',
  'message:voice',
  'message:video_note',
  'message:audio',
  'message:photo',
  'message:video',
  'message:animation',
  'message:document',
  'message:contact',
  'message:poll',
  'message:dice',
  'message:story',
  'message:checklist',
  'message:rich_message',
  'message:paid_media',
  'message:live_photo',
  'message:game',
] as const

/** Loads an update's chat once, and stores only what changed of it. */
function recordChat({ store, now, chatOf }: BotParts) {
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const { chat } = ctx
    if (chat !== undefined) {
      const known = await store.chats.find(chat.id)
      const seen = { id: chat.id, kind: chat.type, title: chat.type === 'private' ? null : (chat.title ?? null) }
      // an old message can be pressed where the bot is no more: that alone does not bring a chat back
      const isBack = known === null || ctx.callbackQuery === undefined
      const isChanged = known === null || !isAsSeen(known, seen)
      const stored = isBack && isChanged ? await store.chats.seen(seen, now().getTime()) : known
      if (stored !== null) chatOf.set(ctx, stored)
      if (known === null && chat.type !== 'private') await learnManagers(ctx.api, store, chat.id)
    }
    await next()
  }
}

/** One catch for all handlers: the log gets the error, the person a polite line; other updates are still handled. */
function catchFailures(parts: BotParts, failed: () => void) {
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      if (ctx.guestMessage === undefined && (await followRefusal(ctx, parts, error))) return
      failed()
      parts.log.error({ err: error, update: ctx.update.update_id }, 'an update could not be handled')
      await notifyOfFailure(ctx, parts, 'something-failed')
    }
  }
}

/** Notifies in private, and of a pressed button anywhere; other failures in groups stay silent. */
async function notifyOfFailure(ctx: Context, parts: BotParts, id: 'something-failed' | 'too-fast'): Promise<void> {
  if (
    ctx.chat === undefined ||
    ctx.guestMessage !== undefined ||
    (ctx.chat.type !== 'private' && ctx.callbackQuery === undefined)
  )
    return
  try {
    const context = await gatherContext(ctx, parts)
    const line = renderLine(id, {}, context.view)
    if (ctx.callbackQuery === undefined) await answer(context, line)
    else await answerPress(ctx, { text: line.text, show_alert: true })
  } catch (error) {
    parts.log.error({ err: error }, 'nor could the person be told')
  }
}

/**
 * Whether a message is somebody's own. A channel's post that Telegram repeats in its discussion group was answered in the
 * channel; a message sent through the bot's inline mode is the bot's text; bots don't answer bots.
 */
function isOriginalMessage({ msg, me }: Context): boolean {
  if (msg === undefined || msg.is_automatic_forward === true || msg.via_bot?.id === me.id) return false
  return msg.sender_chat !== undefined || msg.from?.is_bot !== true
}
