import { type Api, type Context, type Filter, GrammyError } from 'grammy'
import type { Store } from '../store/store.ts'

/** Keeps who administers a chat the bot has come to, as far as Telegram tells. */
export async function learnManagers(api: Api, store: Store, chatId: number): Promise<void> {
  try {
    const admins = await api.getChatAdministrators(chatId)
    await store.managers.add(
      chatId,
      admins.filter(({ user }) => !user.is_bot).map(({ user }) => user.id),
    )
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
  }
}

/** Somebody became an admin, or is one no more. */
export async function followManager(ctx: Filter<Context, 'chat_member'>, store: Store): Promise<void> {
  const { user, status } = ctx.chatMember.new_chat_member
  if (status === 'creator' || status === 'administrator') await store.managers.add(ctx.chat.id, [user.id])
  else await store.managers.remove(ctx.chat.id, user.id)
}
