import type { Context } from 'grammy'
import { factsOf } from '../../delivery/draft-message.ts'
import { fitsIntro, introAsked, introRoom, tidyIntro } from '../../messages/intro.ts'
import { renderLine } from '../../messages/render.ts'
import { draftStatus, renderApprovable } from '../../messages/views/draft.ts'
import { renderIntroQuestion } from '../../messages/views/intro-question.ts'
import type { Draft } from '../../store/drafts/decide.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerEphemerally } from '../answer.ts'
import { type BotParts, type ChatContext, gatherContext } from '../chat-context.ts'
import { mayDecide } from './may-decide.ts'

/** Asks the presser for an intro; in a group by name, unless they are anonymous there. */
export async function askForIntro(context: ChatContext, draft: Draft): Promise<void> {
  const { ctx, chatId, threadId, store, view, rights } = context
  const digest = await store.drafts.digest(draft)
  const most = digest === null ? 0 : introRoom(digest)
  if (most === 0) return answer(context, renderLine('intro-no-room', {}, view))
  const { id = 0, first_name: name = '' } = ctx.from ?? {}
  const isHidden = chatId < 0 && (await rights.isAnonymous(chatId, id))
  const writer = chatId > 0 || isHidden ? null : { id, name }
  const channel = (await store.chats.find(draft.chat_id))?.title ?? ''
  const question = renderIntroQuestion({ draft: draft.id, channel, most, writer }, view)
  const pressed = ctx.callbackQuery?.message?.message_id
  const placeholder = view.wording.say('intro-placeholder')
  const forced = { force_reply: true, selective: chatId < 0, input_field_placeholder: placeholder } as const
  const replyTo = pressed === undefined ? undefined : { message_id: pressed, allow_sending_without_reply: true }
  await ctx.api.sendMessage(chatId, question.text, {
    ...optionsFor(question, { threadId, replyTo }),
    disable_notification: true,
    // a forced reply reaches only a named person; without a name it would ask everybody
    ...(isHidden ? {} : { reply_markup: forced }),
  })
}

/** Stores a reply to the question for an intro. `false`: the message is no such reply. */
export async function takeIntro(ctx: Context, parts: BotParts): Promise<boolean> {
  const question = ctx.msg?.reply_to_message
  const text = ctx.msg?.text ?? ''
  if (question?.from?.id !== ctx.me.id || text.startsWith('/')) return false
  const id = introAsked({ entities: question.entities ?? [] })
  if (id === null) return false
  const draft = await parts.store.drafts.find(id)
  const context = await gatherContext(ctx, parts)
  const { view } = context
  if (draft === null) await answer(context, renderLine('draft-gone', {}, view))
  else if (await mayDecide(context, draft)) await answer(context, await saveIntro(context, draft, tidyIntro(text)))
  else await answerEphemerally(context, renderLine('draft-refused', {}, view))
  return true
}

async function saveIntro(context: ChatContext, draft: Draft, intro: string): Promise<Message> {
  const { store, view, now } = context
  const digest = await store.drafts.digest(draft)
  if (digest === null) return renderLine('draft-gone', {}, view)
  if (!fitsIntro(digest, intro)) {
    return renderLine('intro-too-long', { length: intro.length, most: introRoom(digest) }, view)
  }
  const decided = await store.drafts.setIntro(draft.id, intro, now().getTime())
  if (decided === null) return renderLine('draft-gone', {}, view)
  if (decided.isDone) return renderApprovable('intro-kept', { id: draft.id, code: factsOf(decided.draft).code }, view)
  const { rawText: text, rawEntities: entities } = draftStatus(factsOf(decided.draft), view)
  return { text, entities, keyboard: [] }
}
