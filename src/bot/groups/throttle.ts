import { fold } from '../../language/fold.ts'
import { renderLine } from '../../messages/render.ts'
import { COMMANDS, type CommandName } from '../../requests/commands.ts'
import { throttleQuestion, withAnswer, withoutAnswer } from '../../requests/group-throttle.ts'
import { quietly } from '../../telegram/errors.ts'
import { answer, pointTo } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'

/** Runs a command; in a group only as often as it suits the others there. */
export async function runThrottled(command: Command, context: ChatContext): Promise<void> {
  if (context.view.audience.kind !== 'group' || !isOpenToAll(command.name)) return command.run(context)
  const { chatId, talks, view, now } = context
  const question = { words: questionOf(command.name, context), at: now().getTime() }
  const { manner, talk } = throttleQuestion(talks.of(chatId), question.words, question.at)
  talks.keep(chatId, talk)
  switch (manner.kind) {
    case 'answer':
      return answerAnew(command, context, question)
    case 'point':
      if (!(await pointToFormer(context, manner.messageId))) await answerAnew(command, context, question)
      return
    case 'wait':
      return answer(context, renderLine('too-many-requests', { seconds: manner.seconds }, view))
    case 'silence':
      return
    default:
      return manner satisfies never
  }
}

/** A pressed message is no longer the answer it was. */
export function forgetPressed({ ctx, chatId, talks }: ChatContext): void {
  const pressed = ctx.callbackQuery?.message
  if (pressed !== undefined) talks.keep(chatId, withoutAnswer(talks.of(chatId), pressed.message_id))
}

/** Keeps that the group was welcomed. */
export function keepWelcome(context: ChatContext): void {
  keepAnswer(context, WELCOME, context.now().getTime())
}

function keepAnswer({ chatId, talks, sent }: ChatContext, question: string, at: number): void {
  const messageId = sent.at(-1)
  if (messageId !== undefined) talks.keep(chatId, withAnswer(talks.of(chatId), { question, messageId, at }))
}

/** Whether the group was just welcomed: the link that adds the bot to a group also says /start there. */
export function isJustWelcomed({ chatId, talks, now }: ChatContext): boolean {
  const welcome = talks.of(chatId).answers.find(({ question }) => question === WELCOME)
  return welcome !== undefined && now().getTime() - welcome.at < JUST_MS
}

const WELCOME = 'welcome'
const JUST_MS = 10_000

type Question = { readonly words: string; readonly at: number }

async function answerAnew(command: Command, context: ChatContext, { words, at }: Question): Promise<void> {
  await command.run(context)
  keepAnswer(context, words, at)
}

/** `false` when the former answer was deleted meanwhile. */
function pointToFormer(context: ChatContext, messageId: number): Promise<boolean> {
  return quietly(() => pointTo(context, renderLine('answered-above', {}, context.view), messageId), 400)
}

/** What is for admins, or changes what is kept, is no repetition. */
function isOpenToAll(name: CommandName): boolean {
  return name !== 'save' && COMMANDS.find((command) => command.name === name)?.scope === 'everybody'
}

/** `/read` goes on for each reader at another place. */
function questionOf(name: CommandName, { argument, reader, threadId }: ChatContext): string {
  return `${threadId} ${name} ${name === 'read' ? reader : ''} ${fold(argument)}`
}
