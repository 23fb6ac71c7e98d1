import type { Context } from 'grammy'
import { fitsIntro, introAsked, introRoom, tidyIntro } from '../../messages/intro.ts'
import { renderLine } from '../../messages/render.ts'
import { draftStatus } from '../../messages/views/draft.ts'
import { renderIntroQuestion } from '../../messages/views/intro-question.ts'
import type { Draft } from '../../store/drafts/decide.ts'
import type { Message } from '../../text/message.ts'
import { answer, tellAlone } from '../answer.ts'
import { type Asked, type BotParts, gatherAsked } from '../chat-context.ts'
import { mayDecide } from './may-decide.ts'
import { factsOf } from './message.ts'

/** Asks whoever pressed for an intro; in a group alone of all, where naming them tells nothing new. */
export async function askForIntro(asked: Asked, draft: Draft): Promise<void> {
  const { ctx, chatId, threadId, store, view, rights } = asked
  const digest = await digestOf(asked, draft)
  const most = digest === null ? 0 : introRoom(digest)
  if (most === 0) return answer(asked, renderLine('intro-no-room', {}, view))
  const { id = 0, first_name: name = '' } = ctx.from ?? {}
  const isHidden = chatId < 0 && (await rights.isAnonymous(chatId, id))
  const writer = chatId > 0 || isHidden ? null : { id, name }
  const channel = (await store.chats.find(draft.chat_id))?.title ?? ''
  const { text, entities } = renderIntroQuestion({ draft: draft.id, channel, most, writer }, view)
  const pressed = ctx.callbackQuery?.message?.message_id
  const placeholder = view.wording.say('intro-placeholder')
  const forced = { force_reply: true, selective: chatId < 0, input_field_placeholder: placeholder } as const
  await ctx.api.sendMessage(chatId, text, {
    entities: [...entities],
    link_preview_options: { is_disabled: true },
    disable_notification: true,
    ...(threadId === 0 ? {} : { message_thread_id: threadId }),
    ...(pressed === undefined ? {} : { reply_parameters: { message_id: pressed, allow_sending_without_reply: true } }),
    // who is not named can't be singled out, and the others are not to be asked
    ...(isHidden ? {} : { reply_markup: forced }),
  })
}

/** Takes a reply to the question for an intro. `false`: it is no such reply. */
export async function takeIntro(ctx: Context, parts: BotParts): Promise<boolean> {
  const question = ctx.msg?.reply_to_message
  const text = ctx.msg?.text ?? ''
  if (question?.from?.id !== ctx.me.id || text.startsWith('/')) return false
  const id = introAsked({ entities: question.entities ?? [] })
  if (id === null) return false
  const draft = await parts.store.drafts.find(id)
  const asked = await gatherAsked(ctx, parts)
  const { view } = asked
  if (draft === null) await answer(asked, renderLine('draft-gone', {}, view))
  else if (await mayDecide(asked, draft)) await answer(asked, await keepIntro(asked, draft, tidyIntro(text)))
  else await tellAlone(asked, renderLine('draft-refused', {}, view))
  return true
}

async function keepIntro(asked: Asked, draft: Draft, intro: string): Promise<Message> {
  const { store, view, now, drafts } = asked
  const digest = await digestOf(asked, draft)
  if (digest === null) return renderLine('draft-gone', {}, view)
  if (!fitsIntro(digest, intro)) {
    return renderLine('intro-too-long', { length: intro.length, most: introRoom(digest) }, view)
  }
  const decided = await store.drafts.setIntro(draft.id, intro, now().getTime())
  if (decided === null) return renderLine('draft-gone', {}, view)
  drafts.nudge()
  if (decided.isDone) return renderLine('intro-kept', {}, view)
  const { rawText: text, rawEntities: entities } = draftStatus(factsOf(decided.draft), view)
  return { text, entities, keyboard: [] }
}

async function digestOf({ store }: Asked, draft: Draft): Promise<Message | null> {
  const json = await store.drafts.digest(draft)
  if (json === null) return null
  // made by `renderedDigest`
  const message: Message = JSON.parse(json)
  return message
}
