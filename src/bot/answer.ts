import type { Context } from 'grammy'
import type { ReplyParameters } from 'grammy/types'
import type { Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { shortMessage } from '../messages/short-message.ts'
import { isRefused, isUnchanged, quietly } from '../telegram/errors.ts'
import { optionsFor, richOf } from '../telegram/options.ts'
import { isRich, type Message, type Shown } from '../text/message.ts'
import type { Asked } from './chat-context.ts'

const BRIEFLY_MS = 60_000

/**
 * Sends an answer where it was asked: in that topic, and in a group as a reply, so that it is clear whose question it was.
 * Without a sound: whoever asked is looking, and the others of a group did not ask.
 */
export async function answer(asked: Asked, message: Message): Promise<void> {
  await send(asked, message, replyOf(asked))
}

/** Answers with a reply to an earlier message. @throws GrammyError 400 when that message is no more. */
export async function pointTo(asked: Asked, message: Message, messageId: number): Promise<void> {
  await send(asked, message, { message_id: messageId })
}

/** Answers as `answer` does; where a rich message is refused, with the classic one. Returns what was sent. */
export async function present(asked: Asked, shown: Shown): Promise<Shown> {
  try {
    await send(asked, shown, replyOf(asked))
    return shown
  } catch (error) {
    // 404: a Bot API server that is older than rich messages
    if (!isRich(shown) || !isRefused(error, 400, 404)) throw error
    return present(asked, shown.classic)
  }
}

async function send(asked: Asked, shown: Shown, replyTo: ReplyParameters | undefined): Promise<void> {
  const { ctx, chatId, threadId } = asked
  const options = { ...optionsFor(shown, { threadId, replyTo }), disable_notification: true }
  const { message_id } = isRich(shown)
    ? await ctx.api.sendRichMessage(chatId, richOf(shown), options)
    : await ctx.api.sendMessage(chatId, shown.text, options)
  asked.sent.push(message_id)
}

function replyOf({ ctx, view }: Asked): ReplyParameters | undefined {
  const isReply = view.audience.kind === 'group' && ctx.msg !== undefined && ctx.callbackQuery === undefined
  return isReply ? { message_id: ctx.msg.message_id, allow_sending_without_reply: true } : undefined
}

/**
 * Puts a message in the place of the one whose button was pressed. A message that can't be edited any more (deleted, too
 * old), or can't turn rich or back, is answered with a new one. Returns what the reader sees.
 */
export async function replace(asked: Asked, shown: Shown): Promise<Shown> {
  const pressed = asked.ctx.callbackQuery?.message
  if (pressed === undefined) return shown
  try {
    await edit(asked, pressed.message_id, shown)
    return shown
  } catch (error) {
    if (!isRefused(error, 400)) throw error
    if (isUnchanged(error)) return shown
    const turns = isRich(shown) || 'rich_message' in pressed
    if (!turns && !/message to edit not found|message can't be edited/.test(error.description)) throw error
    return present(asked, shown)
  }
}

async function edit({ ctx, chatId }: Asked, messageId: number, shown: Shown): Promise<void> {
  await ctx.api.editMessageText(chatId, messageId, isRich(shown) ? richOf(shown) : shown.text, optionsFor(shown))
}

/** Tells one person something in a group without adding to the talk: they alone see it. */
export async function tellAlone(asked: Asked, message: Message): Promise<void> {
  const { ctx, chatId, threadId } = asked
  const person = ctx.from?.id
  if (person === undefined || asked.view.audience.kind !== 'group') return answer(asked, message)
  const options = { ...optionsFor(message, { threadId }), ephemeral_message_parameters: { receiver_user_id: person } }
  if (!(await quietly(() => ctx.api.sendMessage(chatId, message.text, options), 400)))
    await answerBriefly(asked, message)
}

/** What only one person needed to see goes away again. */
async function answerBriefly(asked: Asked, message: Message): Promise<void> {
  const { chatId, store, now, sent } = asked
  const before = sent.length
  await answer(asked, message)
  const deleteAt = now().getTime() + BRIEFLY_MS
  await store.tidying.add(sent.slice(before).map((messageId) => ({ chatId, messageId, deleteAt })))
}

/** Ends the waiting circle on a pressed button. A press too old to be answered is not our trouble: the message still changes. */
export async function answerPress(ctx: Context, words: { text?: string; show_alert?: boolean }): Promise<void> {
  await quietly(() => ctx.answerCallbackQuery(words), 400)
}

/**
 * Answers with a screen: whole in private and in channels, short in a group with a way to the whole. Returns what was
 * sent.
 */
export async function answerShort(asked: Asked, unpacked: Unpacked, screen: Screen): Promise<Shown> {
  const { view } = asked
  const isGroup = view.audience.kind === 'group'
  return present(asked, isGroup ? shortMessage(unpacked, screen, view) : packWhole(unpacked, view))
}
