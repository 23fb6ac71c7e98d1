import type { Context } from 'grammy'
import type { PressOf } from '../messages/buttons/press.ts'
import { askedFor } from '../messages/intro.ts'
import { renderQuestion, type WantedWords } from '../messages/views/question.ts'
import { optionsFor } from '../telegram/options.ts'
import type { ChatContext } from './chat-context.ts'

type Question = Omit<WantedWords, 'writer'> & { readonly placeholder: string }

/** Asks the presser for words by a reply; in a group by name, unless they are anonymous there. */
export async function askForWords(context: ChatContext, { placeholder, ...asked }: Question): Promise<void> {
  const { ctx, chatId, threadId, view, rights } = context
  const { id = 0, first_name: name = '' } = ctx.from ?? {}
  const isHidden = chatId < 0 && (await rights.isAnonymous(chatId, id))
  const writer = chatId > 0 || isHidden ? null : { id, name }
  const question = renderQuestion({ ...asked, writer }, view)
  const pressed = ctx.callbackQuery?.message?.message_id
  const forced = { force_reply: true, selective: chatId < 0, input_field_placeholder: placeholder } as const
  const replyTo = pressed === undefined ? undefined : { message_id: pressed, allow_sending_without_reply: true }
  await ctx.api.sendMessage(chatId, question.text, {
    ...optionsFor(question, { threadId, replyTo }),
    disable_notification: true,
    // a forced reply reaches only a named person; without a name it would ask everybody
    ...(isHidden ? {} : { reply_markup: forced }),
  })
}

/** Words in reply to a question of `askForWords`, with what they are for; `null`: the message is no such reply. */
export function wordsIn(ctx: Context): { readonly text: string; readonly press: PressOf<'draft' | 'article'> } | null {
  const question = ctx.msg?.reply_to_message
  const text = ctx.msg?.text ?? ''
  if (question?.from?.id !== ctx.me.id || text === '' || text.startsWith('/')) return null
  const press = askedFor({ entities: question.entities ?? [] })
  return press === null ? null : { text, press }
}
