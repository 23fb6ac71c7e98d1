import type { Context } from 'grammy'
import { readRequest } from '../requests/read-request.ts'
import type { BotParts } from './chat-context.ts'

/** Brings in a post, or its edit, where its channel is a source of articles. What is said to the bot is no article. */
export async function followChannelPost(ctx: Context, { intake, log }: BotParts): Promise<void> {
  const post = ctx.channelPost ?? ctx.editedChannelPost
  if (post === undefined) return
  const text = post.text ?? post.caption ?? ''
  if (text !== '' && readRequest({ text, botUsername: ctx.me.username, direct: false }) !== null) return
  const { chat, message_id, media_group_id, date } = post
  const brought = await intake.takePost({
    channelId: chat.id,
    title: chat.title,
    username: chat.username ?? null,
    messageId: message_id,
    album: media_group_id ?? null,
    text,
    date: new Date(date * 1000),
    isEdit: ctx.editedChannelPost !== undefined,
  })
  if (brought !== null) log.info({ channel: chat.id, post: message_id, ...brought }, 'a post came in')
}
