import { autoRetry } from '@grammyjs/auto-retry'
import { Bot, type BotConfig, Context } from 'grammy'
import type { Update } from 'grammy/types'
import { renderLine } from '../messages/render.ts'
import type { CommandName } from '../requests/commands.ts'
import { type Request, readRequest } from '../requests/read-request.ts'
import { isAsSeen } from '../store/chats/chats.ts'
import { againAfterBreaks } from '../telegram/retry.ts'
import { clip } from '../text/rich.ts'
import { answer, answerPress } from './answer.ts'
import { handlePress } from './buttons.ts'
import { type BotParts, type BotSite, type ChatContext, type Command, gatherContext } from './chat-context.ts'
import { articles, brief, partCommands } from './commands/articles.ts'
import { channels } from './commands/channels.ts'
import { corrections } from './commands/corrections.ts'
import { digest } from './commands/digest.ts'
import { takeLocation } from './commands/location.ts'
import { quotes } from './commands/quotes.ts'
import { read } from './commands/read.ts'
import { save, saved } from './commands/saved.ts'
import { ask, lookFor, search } from './commands/search.ts'
import { forget, language, privacy, settings } from './commands/settings.ts'
import { help, start } from './commands/start.ts'
import { subscribe, unsubscribe } from './commands/subscribe.ts'
import { takeIntro } from './drafts/intro.ts'
import { runWithAutoDelete } from './groups/auto-delete.ts'
import { followMembership } from './groups/membership.ts'
import { createGroupHistories } from './groups/memory.ts'
import { followAnswer, followRefusal } from './groups/refusals.ts'
import { runThrottled } from './groups/throttle.ts'
import { followTopicClosed, followTopicReopened } from './groups/topics.ts'
import { answerInline } from './inline.ts'
import { createMadeOnce } from './made-once.ts'
import { createMadeScreens } from './made-screens.ts'
import { handleOwner } from './owner/owner.ts'
import { followManager, learnManagers } from './rights/managers.ts'
import { createRights } from './rights/rights.ts'

const COMMAND_OF: Readonly<Record<CommandName, Command>> = {
  ...partCommands,
  articles,
  ask,
  brief,
  channels,
  corrections,
  digest,
  forget,
  help,
  language,
  privacy,
  quotes,
  read,
  save,
  saved,
  search,
  settings,
  start,
  subscribe,
  unsubscribe,
}

const MOST_INLINE_UNITS = 1_000_000

/** How to reach Telegram. */
export type TelegramAccess = {
  readonly token: string
  readonly apiRoot: string
  readonly fetch: NonNullable<NonNullable<BotConfig<Context>['client']>['fetch']>
}

/** Called at each update: when it is taken, and when it is handled. */
export type OnUpdate = { readonly countUpdate: () => void; readonly wake: () => void }

export type CreatedBot = {
  /** With all its commands and buttons, not yet taking updates. */
  readonly bot: Bot
  /** Tells whom an update came from that there were too many. */
  readonly decline: (update: Update) => Promise<void>
}

/** The bot, and what it says when it is asked too much. */
export function createBot({ token, apiRoot, fetch }: TelegramAccess, site: BotSite & OnUpdate): CreatedBot {
  const bot = new Bot(token, { client: { apiRoot, fetch, timeoutSeconds: 60 } })
  const parts: BotParts = {
    ...site,
    rights: createRights(bot.api, () => site.now().getTime()),
    talks: createGroupHistories(),
    chatOf: new WeakMap(),
    screens: createMadeScreens(site.library.archive),
    inlinePages: createMadeOnce(site.library.archive, MOST_INLINE_UNITS),
  }
  bot.api.config.use(async (previous, method, payload, signal) =>
    method === 'getUpdates'
      ? previous(method, payload, signal)
      : retry(againAfterBreaks(previous), method, payload, signal),
  )
  bot.use(async (_, next) => {
    site.countUpdate()
    try {
      await next()
    } finally {
      site.wake()
    }
  })
  bot.use(catchFailures(parts))
  bot.on('my_chat_member', (ctx) => followMembership(ctx, parts))
  bot.on('chat_member', (ctx) => {
    parts.rights.forgetMember(ctx.chat.id, ctx.chatMember.new_chat_member.user.id)
    return followManager(ctx, parts)
  })
  bot.on(['message:migrate_to_chat_id'], (ctx) =>
    parts.store.moveChat(ctx.chat.id, ctx.message.migrate_to_chat_id, parts.now().getTime()),
  )
  const telling = { ...parts, api: bot.api, now: () => site.now().getTime() }
  bot.on('message:forum_topic_closed', (ctx) => followTopicClosed(ctx, telling))
  bot.on('message:forum_topic_reopened', (ctx) => followTopicReopened(ctx, telling))
  bot.on('inline_query', (ctx) => answerInline(ctx, parts))
  bot.use(keepChat(parts))
  // a button of a message sent inline hangs in no chat, a game's has no data: ours are neither
  bot.on('callback_query').filter((ctx) => ctx.chat === undefined || ctx.callbackQuery.data === undefined, answerStray)
  bot.on('callback_query:data', async (ctx) => handlePress(await gatherContext(ctx, parts)))
  bot.on('message:location', async (ctx) => takeLocation(await gatherContext(ctx, parts)))
  bot.on(['message:text', 'channel_post:text'], (ctx) => handleText(ctx, parts))
  return { bot, decline: (update) => tellTrouble(new Context(update, bot.api, bot.botInfo), parts, 'too-fast') }
}

/** Short floods are waited out, a failing server is tried three times; what lasts longer is told to the person. */
const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true })

async function handleText(ctx: Context, parts: BotParts): Promise<void> {
  if (!isSpoken(ctx) || (await takeIntro(ctx, parts)) || (await handleOwner(ctx, parts))) return
  const text = ctx.msg?.text ?? ''
  const isReplyToBot = ctx.msg?.reply_to_message?.from?.id === ctx.me.id
  const direct = ctx.chat?.type === 'private' || isReplyToBot
  const request = readRequest({ text, botUsername: ctx.me.username, direct })
  if (request === null) return
  if (request.kind === 'unknown') return handleUnknown(ctx, request, parts)
  const command = COMMAND_OF[request.name]
  const said = ctx.chat?.type === 'private' ? request.said : null
  const context = { ...(await gatherContext(ctx, parts, request.argument)), said }
  await runWithAutoDelete(context, () => runThrottled(command, context))
  if (context.sent.length > 0) await followAnswer(ctx, parts)
}

/** In private a typo is helped and any other text is a search; in groups and channels silence is kinder. */
async function handleUnknown(
  ctx: Context,
  request: Extract<Request, { kind: 'unknown' }>,
  parts: BotParts,
): Promise<void> {
  if (ctx.chat?.type !== 'private') return
  const context = await gatherContext(ctx, parts, request.text)
  if (request.nearest !== null) {
    const words = { word: clip(request.word, 40), command: `/${request.nearest}` }
    return answer(context, renderLine('did-you-mean', words, context.view))
  }
  if (request.text.startsWith('/')) return answer(context, renderLine('unknown-command', {}, context.view))
  await lookFor(context, request.text)
}

/** Asks for an update's chat once, and writes only what is new of it. */
function keepChat({ store, now, chatOf }: BotParts) {
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const { chat } = ctx
    if (chat !== undefined) {
      const known = await store.chats.find(chat.id)
      const seen = { id: chat.id, kind: chat.type, title: chat.type === 'private' ? null : (chat.title ?? null) }
      // an old message can be pressed where the bot is no more: that alone does not bring a chat back
      const isBack = known === null || ctx.callbackQuery === undefined
      const isNews = known === null || !isAsSeen(known, seen)
      const kept = isBack && isNews ? await store.chats.seen(seen, now().getTime()) : known
      if (kept !== null) chatOf.set(ctx, kept)
      if (known === null && chat.type !== 'private') await learnManagers(ctx.api, store, chat.id)
    }
    await next()
  }
}

/** One catch for all handlers: the log gets the error, the person a kind line, the other updates go on. */
function catchFailures(parts: BotParts) {
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      if (await followRefusal(ctx, parts, error)) return
      parts.log.error({ err: error, update: ctx.update.update_id }, 'an update could not be handled')
      await tellTrouble(ctx, parts, 'something-failed')
    }
  }
}

function answerStray(ctx: Context): Promise<void> {
  return answerPress(ctx, {})
}

/** A pressed button is told wherever it is; in a group other trouble stays silent. */
async function tellTrouble(ctx: Context, parts: BotParts, id: 'something-failed' | 'too-fast'): Promise<void> {
  if (ctx.chat === undefined || (ctx.chat.type !== 'private' && ctx.callbackQuery === undefined)) return
  try {
    const context: ChatContext = await gatherContext(ctx, parts)
    const line = renderLine(id, {}, context.view)
    if (ctx.callbackQuery === undefined) await answer(context, line)
    else await answerPress(ctx, { text: line.text, show_alert: true })
  } catch (error) {
    parts.log.error({ err: error }, 'nor could the person be told')
  }
}

/**
 * Whether a message is somebody speaking here and now. A channel's post that Telegram repeats in its discussion group was
 * answered where it was posted; what was sent through the bot's inline mode is its own words; bots don't talk to bots.
 */
function isSpoken({ msg, me }: Context): boolean {
  if (msg === undefined || msg.is_automatic_forward === true || msg.via_bot?.id === me.id) return false
  return msg.sender_chat !== undefined || msg.from?.is_bot !== true
}
