import { type Context, GrammyError } from 'grammy'
import type { ReplyParameters } from 'grammy/types'
import type { Message } from '../messages/message.ts'
import type { Asked } from './asked.ts'

/**
 * Sends an answer where it was asked: in that topic, and in a group as a reply, so that it is clear whose question it was.
 * Without a sound: whoever asked is looking, and the others of a group did not ask.
 */
export async function answer(asked: Asked, message: Message): Promise<void> {
  const { ctx, view } = asked
  const isReply = view.audience.kind === 'group' && ctx.msg !== undefined && ctx.callbackQuery === undefined
  await send(
    asked,
    message,
    isReply ? { message_id: ctx.msg.message_id, allow_sending_without_reply: true } : undefined,
  )
}

/** Answers with a reply to an earlier message. @throws GrammyError 400 when that message is no more. */
export async function pointTo(asked: Asked, message: Message, messageId: number): Promise<void> {
  await send(asked, message, { message_id: messageId })
}

async function send(asked: Asked, message: Message, reply: ReplyParameters | undefined): Promise<void> {
  const { ctx, chatId, threadId, answered } = asked
  const sent = await ctx.api.sendMessage(chatId, message.text, {
    ...optionsOf(message),
    disable_notification: true,
    ...(threadId === 0 ? {} : { message_thread_id: threadId }),
    ...(reply === undefined ? {} : { reply_parameters: reply }),
  })
  answered(sent.message_id)
}

/**
 * Puts a message in the place of the one whose button was pressed. A message that can't be edited any more (deleted, too
 * old) is answered with a new one.
 */
export async function replace(asked: Asked, message: Message): Promise<void> {
  const pressed = asked.ctx.callbackQuery?.message
  if (pressed === undefined) return
  try {
    await asked.ctx.api.editMessageText(asked.chatId, pressed.message_id, message.text, optionsOf(message))
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    // Bot API errors have no finer code than 400; "not modified" means the reader sees what was asked for already
    if (error.description.includes('message is not modified')) return
    if (!/message to edit not found|message can't be edited/.test(error.description)) throw error
    await answer(asked, message)
  }
}

/** Tells one person something in a group without adding to the talk: they alone see it. */
export async function tellAlone(asked: Asked, message: Message): Promise<void> {
  const { ctx, chatId, threadId } = asked
  const person = ctx.from?.id
  if (person === undefined || asked.view.audience.kind !== 'group') return answer(asked, message)
  try {
    await ctx.api.sendMessage(chatId, message.text, {
      ...optionsOf(message),
      ...(threadId === 0 ? {} : { message_thread_id: threadId }),
      ephemeral_message_parameters: { receiver_user_id: person },
    })
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    await answer(asked, message)
  }
}

/** Ends the waiting circle on a pressed button. A press too old to be answered is not our trouble: the message still changes. */
export async function answerPress(ctx: Context, words: { text?: string; show_alert?: boolean }): Promise<void> {
  try {
    await ctx.answerCallbackQuery(words)
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
  }
}

function optionsOf({ entities, keyboard }: Message) {
  return {
    entities: [...entities],
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: keyboard.map((buttons) => [...buttons]) },
  }
}
