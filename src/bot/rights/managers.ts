import type { Api, Context, Filter } from 'grammy'
import type { Store } from '../../store/store.ts'
import { isRefused } from '../../telegram/errors.ts'
import type { BotParts } from '../chat-context.ts'

/** Stores a chat's admins; none where Telegram refuses to list them. */
export async function learnManagers(api: Api, store: Store, chatId: number): Promise<void> {
  try {
    const admins = await api.getChatAdministrators(chatId)
    await store.managers.add(
      chatId,
      admins.filter(({ user }) => !user.is_bot).map(({ user }) => user.id),
    )
  } catch (error) {
    if (!isRefused(error)) throw error
  }
}

/** Follows an admin's promotion or demotion; a demoted one no longer reviews the channel's drafts in private. */
export async function followManager(ctx: Filter<Context, 'chat_member'>, { store }: BotParts): Promise<void> {
  const { user, status } = ctx.chatMember.new_chat_member
  if (status === 'creator' || status === 'administrator') return store.managers.add(ctx.chat.id, [user.id])
  await store.managers.remove(ctx.chat.id, user.id)
  await store.editors.leave(ctx.chat.id, user.id)
}
