import { fold } from '../../language/fold.ts'
import { renderLine } from '../../messages/render.ts'
import { COMMANDS, type CommandName } from '../../requests/commands.ts'
import {
  type GroupHistory,
  NO_HISTORY,
  throttleQuestion,
  withAnswer,
  withoutAnswer,
} from '../../requests/group-throttle.ts'
import { quietly } from '../../telegram/errors.ts'
import { answer, answerEphemerally, pointTo } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'

/** Runs a command; in a group, repetitions and bursts are throttled. */
export async function runThrottled(command: Command, context: ChatContext): Promise<void> {
  if (context.view.audience.kind !== 'group' || !isOpenToAll(command.name)) return command.run(context)
  const { chatId, histories, view, now } = context
  const question = { words: questionOf(command.name, context), at: now().getTime() }
  const { decision, history } = throttleQuestion(historyOf(context), question.words, question.at)
  histories.set(chatId, history)
  switch (decision.kind) {
    case 'answer':
      return answerAnew(command, context, question)
    case 'point':
      if (!(await pointToFormer(context, decision.messageId))) await answerAnew(command, context, question)
      return
    case 'wait':
      return answer(context, renderLine('too-many-requests', { seconds: decision.seconds }, view))
    case 'silence':
      return
    default:
      return decision satisfies never
  }
}

/** Runs unless the same was answered in the chat a moment ago. */
export async function runOnce(context: ChatContext, question: string, run: () => Promise<void>): Promise<void> {
  const { decision } = throttleQuestion(historyOf(context), question, context.now().getTime())
  if (decision.kind !== 'answer') return
  await run()
  recordAnswer(context, question, context.now().getTime())
}

/** Answers one who may not change the chat's settings; where all would see it, once in half a minute. */
export function refuseMember(context: ChatContext): Promise<void> {
  const refuse = () => answerEphemerally(context, renderLine('admins-only', {}, context.view))
  return runOnce(context, `admins-only ${context.reader}`, refuse)
}

/** The press changes its message, so the message answers its question no more. */
export function forgetPressed(context: ChatContext): void {
  const pressed = context.ctx.callbackQuery?.message
  if (pressed === undefined) return
  context.histories.set(context.chatId, withoutAnswer(historyOf(context), pressed.message_id))
}

export function recordWelcome(context: ChatContext): void {
  recordAnswer(context, WELCOME, context.now().getTime())
}

function recordAnswer(context: ChatContext, question: string, at: number): void {
  const messageId = context.sent.at(-1)
  if (messageId === undefined) return
  context.histories.set(context.chatId, withAnswer(historyOf(context), { question, messageId, at }))
}

/** Whether the group was just welcomed: the link that adds the bot to a group also sends /start there. */
export function isJustWelcomed(context: ChatContext): boolean {
  const welcome = historyOf(context).answers.find(({ question }) => question === WELCOME)
  return welcome !== undefined && context.now().getTime() - welcome.at < JUST_MS
}

function historyOf({ histories, chatId }: ChatContext): GroupHistory {
  return histories.get(chatId) ?? NO_HISTORY
}

const WELCOME = 'welcome'
const JUST_MS = 10_000

type Question = { readonly words: string; readonly at: number }

async function answerAnew(command: Command, context: ChatContext, { words, at }: Question): Promise<void> {
  await command.run(context)
  recordAnswer(context, words, at)
}

/** `false` when the former answer was deleted meanwhile. */
function pointToFormer(context: ChatContext, messageId: number): Promise<boolean> {
  return quietly(() => pointTo(context, renderLine('answered-above', {}, context.view), messageId), 400)
}

/** What admins say is never a repetition. */
function isOpenToAll(name: CommandName): boolean {
  return COMMANDS.find((command) => command.name === name)?.scope === 'everybody'
}

/** `/read` continues at another place for each reader; `/save` stores the message that is replied to, for each reader. */
function questionOf(name: CommandName, { argument, reader, threadId, ctx }: ChatContext): string {
  const own = name === 'read' || name === 'save' ? reader : ''
  const replied = name === 'save' ? (ctx.msg?.reply_to_message?.message_id ?? '') : ''
  return `${threadId} ${name} ${own} ${replied} ${fold(argument)}`
}
