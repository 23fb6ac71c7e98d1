import type { EditorsPlace, Managing } from '../../messages/buttons/actions.ts'
import { clock } from '../../messages/buttons/callback-code.ts'
import { audienceOfChat } from '../../messages/buttons/keyboard.ts'
import { encodePress } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderDigest } from '../../messages/render-digest.ts'
import { phrase, toMessage } from '../../messages/view.ts'
import {
  chatTitle,
  renderCard,
  renderEnded,
  renderEndQuestion,
  renderManaged,
  renderTimes,
} from '../../messages/views/channels.ts'
import { renderChannelPreview } from '../../messages/views/digest-preview.ts'
import { renderOffer } from '../../messages/views/editors.ts'
import type { Chat } from '../../store/chats/chats.ts'
import type { Message } from '../../text/message.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { chooseEditors, editorsChoice, editorsStatus } from '../drafts/editors.ts'
import { skipMissed } from '../groups/catch-up.ts'
import { managedChats } from '../rights/managed-chats.ts'
import { mayBotPost } from '../rights/may-post.ts'
import { gatherPreview } from './digest.ts'
import { chooseLanguage } from './settings.ts'
import { saveSchedule } from './subscribe.ts'

/** `/channels [number schedule]`: the channels and groups that the person administers, to manage from the private chat. */
export const channels: Command = {
  name: 'channels',
  run: async (context) => {
    const [, number, words] = /^(\p{Nd}+)\s+(\S[\s\S]*)$/u.exec(context.argument) ?? []
    if (number === undefined || words === undefined) return answer(context, await managedMessage(context))
    const managed = (await managedChats(context))[Number(number) - 1]
    const chat = managed === undefined ? null : await context.store.chats.find(managed.id)
    await answer(context, chat === null ? await managedMessage(context) : await schedule(context, chat, words))
  },
}

/** The person's list; outside private, a link to the private chat. */
export async function managedMessage(context: ChatContext): Promise<Message> {
  const { view, chatId, threadId } = context
  if (view.audience.kind === 'private') return renderManaged(await managedChats(context), view)
  const offer = { kind: 'manage', chat: chatId, managing: { act: 'offer', threadId } } as const
  const payload = encodePress(threadId === 0 ? { kind: 'channels' } : offer)
  const url = `https://t.me/${view.audience.botUsername}?start=${payload}`
  return toMessage(phrase(view.wording, 'channels-in-private'), [
    [{ text: view.wording.say('button-open-private'), url }],
  ])
}

/** The person's channels, to choose whose drafts are reviewed in this topic. */
export async function offeredMessage(context: ChatContext, place: EditorsPlace): Promise<Message> {
  const channels = (await managedChats(context)).filter(({ kind }) => kind === 'channel')
  return renderOffer(channels, place, context.view)
}

/** Applies a press, and returns the state after it. */
export async function manage(context: ChatContext, chat: Chat, managing: Managing): Promise<Message> {
  const { store, now } = context
  const at = now().getTime()
  const there = { ...context, chatId: chat.id, threadId: 0 }
  const everywhere = { chatId: chat.id, threadId: null }
  switch (managing.act) {
    case 'times':
      return renderTimes(chat, context.view)
    case 'catch-up':
      return renderLine('missed-caught-up', {}, context.view)
    case 'skip':
      return skipMissed(context, chat.id)
    case 'at':
      return schedule(context, chat, clock.write(managing.minute))
    case 'preview':
      await preview(there, chat)
      break
    case 'pause':
      await store.pauses.pause(everywhere, 'paused', at)
      break
    case 'resume':
      await store.pauses.resume(everywhere, ['paused', 'no-rights'], at)
      await pauseWhereMuted(context, chat)
      break
    case 'end':
      return renderEndQuestion(chat, context.view)
    case 'end-sure':
      await store.subscriptions.remove(there, at)
      return renderEnded(chat, context.view)
    case 'end-undo':
      await store.subscriptions.restore(there, at)
      break
    case 'desk':
      return editorsChoice(context, chat)
    case 'editors':
      await chooseEditors(context, chat, managing.to)
      break
    case 'offer':
      return offeredMessage(context, { chatId: chat.id, threadId: managing.threadId })
    case 'language':
      await chooseLanguage(there, managing.value)
      break
    case 'pin':
      await store.choices.set({ chatId: chat.id, name: 'pin', value: managing.value })
      break
    case 'card':
      break
    default:
      managing satisfies never
  }
  return cardMessage(context, chat.id)
}

/** Sends the person the digest that the chat would get now; marks nothing as seen. */
async function preview(there: ChatContext, chat: Chat): Promise<void> {
  const { ctx, wordings, defaultLanguage, view } = there
  const digest = await gatherPreview(there)
  const audience = audienceOfChat(chat.kind, ctx.me.username)
  const wording = wordings(chat.language ?? defaultLanguage, chat.digits)
  const rendered = renderDigest(digest, { ...view, audience, wording })
  const shown = { title: chatTitle(chat), isSample: digest.isSample }
  const message =
    rendered === null ? renderLine('preview-silent', {}, view) : renderChannelPreview(rendered, shown, view)
  if (ctx.chat !== undefined) await answer({ ...there, chatId: ctx.chat.id }, message)
}

async function schedule(context: ChatContext, chat: Chat, words: string): Promise<Message> {
  const saved = await saveSchedule({ ...context, chatId: chat.id, threadId: 0 }, words)
  if ('problem' in saved) return saved.problem
  await chooseScheduleLanguage(context, chat)
  await pauseWhereMuted(context, chat)
  return cardMessage(context, chat.id)
}

/** A schedule made from the private chat speaks the managed chat's language, not the private one's. */
async function chooseScheduleLanguage({ store, defaultLanguage, now }: ChatContext, chat: Chat): Promise<void> {
  const language = chat.language ?? defaultLanguage
  await store.subscriptions.setLanguage({ chatId: chat.id, threadId: 0 }, language, now().getTime())
}

/** Pauses the schedule where the bot may not post. */
async function pauseWhereMuted({ ctx, store, now }: ChatContext, chat: Chat): Promise<void> {
  if (chat.kind === 'private' || (await mayBotPost(ctx.api, chat, ctx.me.id))) return
  await store.pauses.pause({ chatId: chat.id, threadId: null }, 'no-rights', now().getTime())
}

async function cardMessage(context: ChatContext, chatId: number): Promise<Message> {
  const { store, view, defaultLanguage, now } = context
  const chat = await store.chats.find(chatId)
  if (chat === null) return renderLine('channels-none', {}, view)
  const subscription = await store.subscriptions.find({ chatId, threadId: 0 })
  const pin = (await store.choices.get(chatId, 'pin')) ?? 'off'
  // a draft is made ahead: the next post is the draft, if it is approved
  const drafted = await store.drafts.nextDue(now().getTime(), chatId)
  const next = subscription?.nextDue == null || drafted === null ? subscription?.nextDue : drafted
  const appointment = subscription === null ? null : { schedule: subscription.schedule, next: next ?? null }
  const language = chat.language ?? defaultLanguage
  const state = subscription?.state ?? 'active'
  return renderCard({ chat, appointment, state, language, pin, editors: await editorsStatus(context, chat) }, view)
}
