import type { InlineQuery, InlineQueryResult } from '@grammyjs/types'
import type { Control, InlineAnswer, InlineChoice } from '../control.ts'
import { badRequest } from '../refusal.ts'
import { readKeyboard } from '../text/keyboard.ts'
import { readMessageText } from '../text/message-text.ts'
import { apiUser } from '../world/bot-api-objects.ts'
import { postMessage } from '../world/posting.ts'
import { type Body, nextId, type World } from '../world/world.ts'
import { deadline } from './pressing.ts'
import { enter, senderIn } from './speaking.ts'

/** Inline mode: queries that a person types after the bot's name, and the results they send. */
export function createInline(world: World): Pick<Control, 'inlineQuery' | 'sendInlineResult'> {
  return {
    inlineQuery: ({ from, query, offset = '', timeoutMs = 30_000 }) => {
      if (!world.settings.supports_inline_queries) throw new Error('The bot has inline mode switched off')
      const id = `inline-${nextId(world)}`
      return new Promise<InlineAnswer>((resolve, reject) => {
        const settle = deadline(timeoutMs, () => reject(new Error(`No answer to the inline query "${query}"`)))
        const answer = (given: InlineAnswer): void => {
          const before = offset === '' ? [] : (world.inlineResults.get(from) ?? [])
          world.inlineResults.set(from, [...before, ...given.results])
          settle(() => resolve(given))
        }
        world.inlineQueries.set(id, { id, at: world.now().getTime(), answer })
        const inline_query: InlineQuery = { id, from: apiUser(world, from), query, offset }
        world.push({ inline_query })
      })
    },
    sendInlineResult: (choice) => sendResult(world, choice),
  }
}

function sendResult(world: World, { chatId, from, resultId, threadId }: InlineChoice): number {
  const result = world.inlineResults.get(from)?.find(({ id }) => id === resultId)
  if (!result) throw new Error(`Person ${from} was shown no inline result ${resultId}`)
  const chat = enter(world, chatId, from)
  const message = postMessage(world, chat, {
    sender: senderIn(chat, { from }),
    body: readContent(result),
    keyboard: readKeyboard(result.reply_markup, chat),
    threadId: threadId ?? null,
    inlineId: `inline-message-${nextId(world)}`,
  })
  if (message.inlineId !== null) world.inlineMessages.set(message.inlineId, message)
  return message.id
}

/** The text that a result sends; throws Telegram's refusal for text it does not accept. */
export function readContent(result: InlineQueryResult): Body {
  const content = 'input_message_content' in result ? result.input_message_content : undefined
  if (!content || !('message_text' in content)) {
    throw badRequest(`this playground shows no inline results of type ${result.type} without text`)
  }
  const { message_text: text, parse_mode: parseMode, entities } = content
  return { kind: 'text', ...readMessageText({ text, parseMode, entities }) }
}
