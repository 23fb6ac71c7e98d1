import { type Api, Context } from 'grammy'
import { renderLine } from '../messages/render.ts'
import { renderOptions } from '../messages/views/suggestions.ts'
import { type Request, readRequest } from '../requests/read-request.ts'
import { isAsSeen } from '../store/chats/chats.ts'
import { isGivenUp } from '../telegram/errors.ts'
import { answer, answerPress } from './answer.ts'
import { answerRequest } from './answer-request.ts'
import { wordsIn } from './ask-words.ts'
import { handlePress } from './buttons.ts'
import { followChannelPost } from './channel-posts.ts'
import { type BotParts, gatherContext } from './chat-context.ts'
import { takeLocation } from './commands/location.ts'
import { takeIntro } from './drafts/intro.ts'
import { runWithAutoDelete } from './groups/auto-delete.ts'
import { followMembership } from './groups/membership.ts'
import { followAnswer, followRefusal } from './groups/refusals.ts'
import { runOnce } from './groups/throttle.ts'
import { followTopicClosed, followTopicReopened } from './groups/topics.ts'
import { answerGuest, isAnsweredOtherwise } from './guest.ts'
import { answerInline } from './inline.ts'
import { takeFix } from './owner/fix-words.ts'
import { handleOwner } from './owner/owner.ts'
import { takeSent } from './owner/take-sent.ts'
import { followManager, learnManagers } from './rights/managers.ts'

const { filterQuery } = Context.has
const isMembership = filterQuery('my_chat_member')
const isMember = filterQuery('chat_member')
const isMigration = filterQuery('message:migrate_to_chat_id')
const isTopicClosed = filterQuery('message:forum_topic_closed')
const isTopicReopened = filterQuery('message:forum_topic_reopened')
const isInlineQuery = filterQuery('inline_query')
const isGuestMessage = filterQuery('guest_message')
const isPress = filterQuery('callback_query')
const isLocation = filterQuery('message:location')
const isChannelPost = filterQuery(['channel_post', 'edited_channel_post'])
const isText = filterQuery([
  'message:text',
  'message:caption',
  'edited_message:text',
  'edited_message:caption',
  'channel_post:text',
])
const isUnreadable = filterQuery([
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
])

/** One function for all kinds of updates: grammY's chain of middleware makes some promises for each link. */
export function createUpdateHandler(parts: BotParts, api: Api): (ctx: Context) => Promise<unknown> {
  const { store, now, rights } = parts
  const notifying = { ...parts, api, now: () => now().getTime() }
  return async (ctx) => {
    if (isMembership(ctx)) return await followMembership(ctx, parts)
    if (isMember(ctx)) {
      await rights.changed({ chatId: ctx.chat.id, userId: ctx.chatMember.new_chat_member.user.id })
      return await followManager(ctx, parts)
    }
    if (isMigration(ctx)) return await store.moveChat(ctx.chat.id, ctx.message.migrate_to_chat_id, now().getTime())
    if (isTopicClosed(ctx)) return await followTopicClosed(ctx, notifying)
    if (isTopicReopened(ctx)) return await followTopicReopened(ctx, notifying)
    if (isInlineQuery(ctx)) return await answerInline(ctx, parts)
    if (isGuestMessage(ctx)) return await answerGuest(ctx, parts)
    await recordChat(ctx, parts)
    if (isPress(ctx)) {
      // a button of a message sent inline hangs in no chat, a game's has no data: ours are neither
      const isOurs = ctx.chat !== undefined && ctx.callbackQuery.data !== undefined
      return isOurs ? await handlePress(await gatherContext(ctx, parts)) : await answerPress(ctx, {})
    }
    if (isLocation(ctx)) return await takeLocation(await gatherContext(ctx, parts))
    if (isChannelPost(ctx)) await followChannelPost(ctx, parts)
    if (isText(ctx)) await handleText(ctx, parts)
    else if (isUnreadable(ctx)) await handleUnreadable(ctx, parts)
  }
}

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

/** Loads an update's chat once, and stores only what changed of it. */
async function recordChat(ctx: Context, { store, now, chatOf }: BotParts): Promise<void> {
  const { chat } = ctx
  if (chat === undefined) return
  const known = await store.chats.find(chat.id)
  const seen = { id: chat.id, kind: chat.type, title: chat.type === 'private' ? null : (chat.title ?? null) }
  // an old message can be pressed where the bot is no more: that alone does not bring a chat back
  const isBack = known === null || ctx.callbackQuery === undefined
  const isChanged = known === null || !isAsSeen(known, seen)
  const stored = isBack && isChanged ? await store.chats.seen(seen, now().getTime()) : known
  if (stored !== null) chatOf.set(ctx, stored)
  if (known === null && chat.type !== 'private') await learnManagers(ctx.api, store, chat.id)
}

type Failure = { readonly error: unknown; readonly failed: () => void }

/** The log gets the error, the person a polite line; `failed` is called where it was a bug. */
export async function followFailure(ctx: Context, parts: BotParts, { error, failed }: Failure): Promise<void> {
  // a stop: the next process handles it
  if (isGivenUp(error)) return
  if (ctx.guestMessage === undefined && (await followRefusal(ctx, parts, error))) return
  failed()
  parts.log.error({ err: error, update: ctx.update.update_id }, 'an update could not be handled')
  await notifyOfFailure(ctx, parts, 'something-failed')
}

/** Notifies in private, and of a pressed button anywhere; other failures in groups stay silent. */
export async function notifyOfFailure(
  ctx: Context,
  parts: BotParts,
  id: 'something-failed' | 'too-fast',
): Promise<void> {
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
