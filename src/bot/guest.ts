import type { Context, Filter } from 'grammy'
import type { Message } from 'grammy/types'
import { openButton } from '../messages/buttons/keyboard.ts'
import { briefCard, type InlineCard, messageCard } from '../messages/inline.ts'
import { renderLine } from '../messages/render.ts'
import { phrase, toMessage, type View } from '../messages/view.ts'
import { NO_HISTORY, throttleQuestion } from '../requests/group-throttle.ts'
import { type GuestQuestion, readGuestQuestion } from '../requests/guest-question.ts'
import { readRequest } from '../requests/read-request.ts'
import { quietly } from '../telegram/errors.ts'
import type { Message as TextMessage } from '../text/message.ts'
import { claimCards, foundFor, provenCards, standingCards } from './answer-cards.ts'
import type { BotParts, Coming } from './chat-context.ts'
import { findArticle, newestFor } from './find-article.ts'
import { resultOf, viewFor } from './inline.ts'

/**
 * Answers `@bot` in a chat where the bot is no member: one message, that of the first inline result. Its chat is stored
 * nowhere: a guest's chat may share its id with another. https://core.telegram.org/bots/api#answerguestquery
 */
export async function answerGuest(ctx: Filter<Context, 'guest_message'>, parts: BotParts): Promise<void> {
  const { guestMessage: message, me } = ctx
  const { guest_query_id: id } = message
  if (id === undefined || message.from.is_bot || isAnsweredOtherwise(message, 'guest', parts)) return
  const question = readGuestQuestion(message, me.username)
  const view = await viewFor(ctx, parts)
  const card = await throttled(message, view, parts, () => cardFor(question, view, parts))
  // a call is open for some seconds; one that has expired can't be answered any more
  if (card !== null) await quietly(() => ctx.api.answerGuestQuery(id, resultOf(card)), 400)
}

/** Where the bot is a member, a message that names it may come twice, as itself and as a guest's call: the first counts. */
export function isAnsweredOtherwise(
  { chat, from, date, text, caption }: Message,
  as: Coming,
  { calls }: Calls,
): boolean {
  const call = `${chat.id} ${from?.id} ${date} ${text ?? caption}`
  const before = calls.get(call) ?? as
  calls.set(call, before)
  return before !== as
}

type Calls = Pick<BotParts, 'calls'>

/** Bounds what one person may call for in all chats; over the bound one line says so, then nothing. */
async function throttled(
  { chat, from, text, caption }: Message,
  view: View,
  { guests, now }: BotParts,
  make: () => Promise<InlineCard>,
): Promise<InlineCard | null> {
  const person = from?.id ?? 0
  const asked = `${chat.id} ${text ?? caption}`
  const { decision, history } = throttleQuestion(guests.get(person) ?? NO_HISTORY, asked, now().getTime())
  guests.set(person, history)
  if (decision.kind === 'answer') return make()
  if (decision.kind !== 'wait') return null
  return lineCard(renderLine('too-many-requests', { seconds: decision.seconds }, view))
}

/** Asked one after another; the first card found is the answer. */
async function cardFor({ own, post }: GuestQuestion, view: View, parts: BotParts): Promise<InlineCard> {
  const asked = [
    () => provenCards(post, view, parts),
    () => provenCards(own, view, parts),
    () => wordsCards(own.text, view, parts),
    () => standingCards(post.text, view, parts),
    () => (own.text === '' && post.text === '' ? newestCards(view, parts) : []),
  ]
  for (const ask of asked) {
    const [card] = await ask()
    if (card !== undefined) return card
  }
  const help = openButton(view.wording.say('button-open-bot'), { view: 'help' }, view.audience)
  return lineCard(toMessage(phrase(view.wording, 'guest-nothing'), [[help]]))
}

/** What the caller's own words ask for, as in a message to the bot. */
async function wordsCards(text: string, view: View, parts: BotParts): Promise<readonly InlineCard[]> {
  const { audience } = view
  const request = text === '' ? null : readRequest({ text, botUsername: audience.botUsername, direct: true })
  if (request === null) return []
  if (request.kind === 'unknown') return foundFor(text, view, parts)
  switch (request.name) {
    case 'brief':
    case 'summary': {
      const item = await findArticle(parts.library.archive, request.argument, view.wording.language)
      return item === null ? [] : [briefCard(item, view)]
    }
    case 'verify':
      return request.argument === '' ? [] : claimCards(request.argument, view, parts)
    case 'quotes':
      return request.argument === '' ? [] : foundFor(`قائل:"${request.argument.replaceAll('"', '')}"`, view, parts)
    default:
      return request.argument === '' ? [] : foundFor(request.argument, view, parts)
  }
}

async function newestCards(view: View, { library }: BotParts): Promise<readonly InlineCard[]> {
  const newest = await newestFor(library.archive, view.wording.language)
  return newest === null ? [] : [briefCard(newest, view)]
}

function lineCard(message: TextMessage): InlineCard {
  return messageCard('line', message.text, message)
}
