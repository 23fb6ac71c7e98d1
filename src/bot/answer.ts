import type { Context } from 'grammy'
import type { ReplyParameters } from 'grammy/types'
import type { Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { renderLine } from '../messages/render.ts'
import { shortMessage } from '../messages/short-message.ts'
import { isRefused, isUnchanged, quietly } from '../telegram/errors.ts'
import { optionsFor, richOf } from '../telegram/options.ts'
import { isRich, type Message, type Shown } from '../text/message.ts'
import type { ChatContext } from './chat-context.ts'

const BRIEFLY_MS = 60_000

/**
 * Sends an answer to the question's topic, in a group as a reply, so that it is clear whose question it answers. Silently:
 * whoever asked is looking, and the other members did not ask.
 */
export async function answer(context: ChatContext, message: Message): Promise<void> {
  await send(context, message, replyOf(context))
}

/** Answers with a reply to an earlier message. @throws GrammyError 400 when that message was deleted. */
export async function pointTo(context: ChatContext, message: Message, messageId: number): Promise<void> {
  await send(context, message, { message_id: messageId })
}

/** Sends a message as `answer` does; where a rich one is refused, the classic one. Returns the message sent. */
export async function present(context: ChatContext, shown: Shown): Promise<Shown> {
  try {
    await send(context, shown, replyOf(context))
    return shown
  } catch (error) {
    // 404: a Bot API server that is older than rich messages
    if (!isRich(shown) || !isRefused(error, 400, 404)) throw error
    return present(context, shown.classic)
  }
}

async function send(context: ChatContext, shown: Shown, replyTo: ReplyParameters | undefined): Promise<void> {
  const { ctx, chatId, threadId } = context
  const directTopicId = ctx.msg?.direct_messages_topic?.topic_id
  const options = { ...optionsFor(shown, { threadId, replyTo, directTopicId }), disable_notification: true }
  const { message_id } = isRich(shown)
    ? await ctx.api.sendRichMessage(chatId, richOf(shown), options)
    : await ctx.api.sendMessage(chatId, shown.text, options)
  context.sent.push(message_id)
}

function replyOf({ ctx, view }: ChatContext): ReplyParameters | undefined {
  const isReply = view.audience.kind === 'group' && ctx.msg !== undefined && ctx.callbackQuery === undefined
  return isReply ? { message_id: ctx.msg.message_id, allow_sending_without_reply: true } : undefined
}

/**
 * Edits the message whose button was pressed. Where it can't be edited any more (deleted, too old), or can't turn rich or
 * back, sends a new one. Returns the message that the reader sees.
 */
export async function replace(context: ChatContext, shown: Shown): Promise<Shown> {
  const pressed = context.ctx.callbackQuery?.message
  if (pressed === undefined) return shown
  if ('ephemeral_message_id' in pressed) return replaceEphemeral(context, pressed.ephemeral_message_id, shown)
  try {
    await edit(context, pressed.message_id, shown)
    return shown
  } catch (error) {
    if (!isRefused(error, 400)) throw error
    if (isUnchanged(error)) return shown
    const turns = isRich(shown) || 'rich_message' in pressed
    if (!turns && !/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(error.description))
      throw error
    return present(context, shown)
  }
}

/** Nobody but its receiver can have pressed it; one that has vanished is sent anew. */
async function replaceEphemeral(context: ChatContext, messageId: number, shown: Shown): Promise<Shown> {
  const { ctx, chatId } = context
  const classic = isRich(shown) ? shown.classic : shown
  const person = ctx.from?.id ?? 0
  try {
    await ctx.api.editEphemeralMessageText(chatId, person, messageId, classic.text, optionsFor(classic))
  } catch (error) {
    if (!isRefused(error, 400)) throw error
    if (!isUnchanged(error)) await answerEphemerally(context, classic)
  }
  return classic
}

async function edit({ ctx, chatId }: ChatContext, messageId: number, shown: Shown): Promise<void> {
  await ctx.api.editMessageText(chatId, messageId, isRich(shown) ? richOf(shown) : shown.text, optionsFor(shown))
}

/** Answers one who may not change the chat's settings. */
export function refuseMember(context: ChatContext): Promise<void> {
  return answerEphemerally(context, renderLine('admins-only', {}, context.view))
}

/** Answers in a group with a message that only the asker sees; where that is refused, with one deleted after a minute. */
export async function answerEphemerally(context: ChatContext, message: Message): Promise<void> {
  if (context.ctx.from === undefined || context.view.audience.kind !== 'group') return answer(context, message)
  if (!(await sendEphemeral(context, message))) await answerBriefly(context, message)
}

/** Sends a group's member a message that nobody else sees. `false`: Telegram refused it, or doesn't know of such. */
export async function sendEphemeral({ ctx, chatId, threadId }: ChatContext, message: Message): Promise<boolean> {
  if (ctx.from === undefined) return false
  const to = { ephemeral_message_parameters: { receiver_user_id: ctx.from.id } }
  const options = { ...optionsFor(message, { threadId }), ...to }
  return quietly(() => ctx.api.sendMessage(chatId, message.text, options), 400)
}

async function answerBriefly(context: ChatContext, message: Message): Promise<void> {
  const { chatId, store, now, sent } = context
  const before = sent.length
  await answer(context, message)
  const deleteAt = now().getTime() + BRIEFLY_MS
  await store.autoDeletes.add(sent.slice(before).map((messageId) => ({ chatId, messageId, deleteAt })))
}

/** Ends the progress circle on a pressed button. A press too old to be answered is ignored: the message still changes. */
export async function answerPress(
  ctx: Context,
  words: { text?: string; show_alert?: boolean; url?: string },
): Promise<void> {
  await quietly(() => ctx.answerCallbackQuery(words), 400)
}

/**
 * Answers with a screen: whole in private and in channels, in a group short with a link to the whole. Returns the message
 * sent.
 */
export async function answerShort(context: ChatContext, unpacked: Unpacked, screen: Screen): Promise<Shown> {
  const { view } = context
  const isGroup = view.audience.kind === 'group'
  return present(context, isGroup ? shortMessage(unpacked, screen, view) : packWhole(unpacked, view))
}
