import type { Chat } from '../../store/chats/chats.ts'
import type { ManagedChat } from '../../store/chats/managers.ts'
import type { ChatContext } from '../chat-context.ts'

/** The channels and groups that the person administers, each checked with Telegram. */
export async function managedChats({ ctx, store, rights }: ChatContext): Promise<readonly ManagedChat[]> {
  const person = ctx.from?.id
  if (person === undefined) return []
  const known = await store.managers.ofUser(person)
  const isTheirs = await Promise.all(known.map(({ id }) => rights.isAdmin(id, person)))
  return known.filter((_, index) => isTheirs[index])
}

/** The chat with this id, if the presser may manage it now; else `null`. */
export async function managedByPresser({ ctx, store, rights }: ChatContext, chatId: number): Promise<Chat | null> {
  const person = ctx.callbackQuery?.from.id
  if (person === undefined) return null
  const chat = await store.chats.find(chatId)
  if (chat === null || chat.state !== 'active') return null
  return chatId === person || (await rights.isAdmin(chatId, person)) ? chat : null
}
