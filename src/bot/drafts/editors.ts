import { DRAFT_LEAD_MS } from '../../digest/drafts.ts'
import type { EditorsPlace } from '../../messages/buttons/actions.ts'
import type { EditorsStatus } from '../../messages/views/channels.ts'
import { renderEditorsChoice } from '../../messages/views/editors.ts'
import type { Chat } from '../../store/chats/chats.ts'
import type { Message } from '../../text/message.ts'
import type { ChatContext } from '../chat-context.ts'
import { managedChats } from '../rights/managed-chats.ts'
import { mayBotPost } from '../rights/may-post.ts'

/** Where a channel's drafts may go: this private chat, and the groups that the person administers. */
export async function editorsChoice(context: ChatContext, channel: Chat): Promise<Message> {
  const groups = (await managedChats(context)).filter(({ kind }) => kind === 'group' || kind === 'supergroup')
  return renderEditorsChoice(
    { channel, here: context.chatId, groups, leadMinutes: Math.round(DRAFT_LEAD_MS / 60_000) },
    context.view,
  )
}

/** The id of a line: why a place may not be chosen; `null`: it may. Checked at the press, since the list may be outdated. */
export async function refuseEditors(
  context: ChatContext,
  channel: Chat,
  to: EditorsPlace | null,
): Promise<string | null> {
  const { ctx, store, rights } = context
  const person = ctx.callbackQuery?.from.id
  if (channel.kind !== 'channel' || person === undefined) return 'editors-refused'
  if (to === null || to.chatId === person) return null
  const chat = await store.chats.find(to.chatId)
  const isGroup = chat !== null && chat.state === 'active' && (chat.kind === 'group' || chat.kind === 'supergroup')
  if (!isGroup || !(await rights.isAdmin(to.chatId, person))) return 'editors-refused'
  return (await mayBotPost(ctx.api, chat, ctx.me.id)) ? null : 'editors-mute'
}

export async function chooseEditors(context: ChatContext, channel: Chat, to: EditorsPlace | null): Promise<void> {
  const { store, view, now, ctx } = context
  const at = now().getTime()
  const choice = { channelId: channel.id, language: view.wording.language, by: ctx.from?.id ?? 0 }
  if (to === null) await store.editors.end(channel.id, at)
  else await store.editors.choose({ ...choice, place: to }, at)
}

/** Who reviews a channel's digests, as its manager sees it; `null`: the chat is no channel. */
export async function editorsStatus({ store, ctx }: ChatContext, { id, kind }: Chat): Promise<EditorsStatus | null> {
  if (kind !== 'channel') return null
  const place = await store.editors.find(id)
  if (place === null) return { kind: 'off' }
  if (place.chatId === 0) return { kind: 'nobody' }
  if (place.chatId > 0) return { kind: place.chatId === ctx.from?.id ? 'here' : 'somebody' }
  return { kind: 'group', title: (await store.chats.find(place.chatId))?.title ?? String(place.chatId) }
}
