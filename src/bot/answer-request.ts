import { renderOptions } from '../messages/views/suggestions.ts'
import { COMMANDS, type CommandName } from '../requests/commands.ts'
import { readQuestion } from '../requests/read-question.ts'
import { type Request, readRequest, type UnknownRequest } from '../requests/read-request.ts'
import { clip } from '../text/rich.ts'
import { answer } from './answer.ts'
import type { ChatContext, Command } from './chat-context.ts'
import { articles, brief, partCommands } from './commands/articles.ts'
import { channels } from './commands/channels.ts'
import { corrections } from './commands/corrections.ts'
import { digest } from './commands/digest.ts'
import { quotes } from './commands/quotes.ts'
import { read } from './commands/read.ts'
import { save, saved } from './commands/saved.ts'
import { ask, search } from './commands/search.ts'
import { forget, language, privacy, settings } from './commands/settings.ts'
import { help, start } from './commands/start.ts'
import { subscribe, unsubscribe } from './commands/subscribe.ts'
import { requestOption, storedRequest } from './commands/suggest.ts'
import { understand } from './commands/understand.ts'
import { verify, wordsToVerify } from './commands/verify.ts'
import { runThrottled } from './groups/throttle.ts'

const COMMAND_OF: Readonly<Record<CommandName, Command>> = {
  ...partCommands,
  articles,
  ask,
  brief,
  channels,
  corrections,
  digest,
  forget,
  help,
  language,
  privacy,
  quotes,
  read,
  save,
  saved,
  search,
  settings,
  start,
  subscribe,
  unsubscribe,
  verify,
}

/** Runs the command, or answers the words, of a request. */
export async function answerRequest(context: ChatContext, request: Request): Promise<void> {
  if (request.kind === 'unknown') return answerUnknown({ ...context, argument: request.text }, request)
  const isPrivate = context.view.audience.kind === 'private'
  const plainText = isPrivate ? request.plainText : null
  const argument = request.name === 'verify' ? wordsToVerify(context, request.argument) : request.argument
  await runThrottled(COMMAND_OF[request.name], { ...context, argument, plainText })
}

/** Runs the words of a pressed button. `false`: they are stored no longer. */
export async function answerStoredRequest(context: ChatContext, key: string): Promise<boolean> {
  const text = await storedRequest(context, key)
  const request = text === null ? null : readRequest({ text, botUsername: context.ctx.me.username, direct: true })
  if (request === null) return false
  await answerRequest(context, request)
  return true
}

/**
 * Offers the command that a typo meant, and answers other words. A group is answered only where it names the bot or asks it
 * something; commands that the bot does not know may be another bot's.
 */
async function answerUnknown(context: ChatContext, request: UnknownRequest): Promise<void> {
  const { text, nearest, isNamed } = request
  const { kind } = context.view.audience
  if (kind === 'channel' || (kind === 'group' && !isNamed && !isAsking(request))) return
  if (nearest !== null) return suggestCommand(context, request, nearest)
  if (text.startsWith('/')) return answer(context, renderOptions({ id: 'unknown-command' }, [], context.view))
  await runThrottled({ name: 'ask', run: (throttled) => understand(throttled, text) }, context)
}

function isAsking({ text, nearest, word }: UnknownRequest): boolean {
  if (text.startsWith('/')) return false
  const { kind } = readQuestion(text)
  return (nearest !== null && !word.startsWith('/')) || (kind !== 'words' && kind !== 'small-talk')
}

async function suggestCommand(context: ChatContext, request: UnknownRequest, nearest: CommandName): Promise<void> {
  const { word, argument } = request
  const arabic = COMMANDS.find(({ name }) => name === nearest)?.arabic[0] ?? nearest
  const command = /^\/?[a-z]/i.test(word) ? `/${nearest}` : arabic
  const option = await requestOption(context, { label: command, text: `/${nearest} ${argument}`.trim() })
  await answer(
    context,
    renderOptions({ id: 'did-you-mean', words: { word: clip(word, 40), command } }, [option], context.view),
  )
}
