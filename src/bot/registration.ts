import type { Api } from 'grammy'
import type { BotCommandScope } from 'grammy/types'
import type { Logger } from 'pino'
import { LANGUAGES, type Language } from '../language/language.ts'
import type { Wording, Wordings } from '../messages/wording.ts'
import { COMMANDS } from '../requests/commands.ts'

/** The command lists by scope: in a group only its admins see settings. */
const SCOPES: readonly { readonly type: BotCommandScope['type'] & `all_${string}`; readonly settings: boolean }[] = [
  { type: 'all_private_chats', settings: true },
  { type: 'all_group_chats', settings: false },
  { type: 'all_chat_administrators', settings: true },
]

export type RegistrationOptions = {
  readonly wordings: Wordings
  /** For people whose language the bot does not speak. */
  readonly defaultLanguage: Language
  readonly log: Logger
  readonly signal: AbortSignal
}

/**
 * Registers the commands of each scope and the bot's descriptions, in every language. The bot works without them, so a
 * refusal is only logged as a warning.
 */
export async function registerBot(api: Api, options: RegistrationOptions): Promise<void> {
  const { wordings, defaultLanguage, log, signal } = options
  try {
    await describe({ api, signal }, wordings(defaultLanguage), {})
    for (const language of LANGUAGES) await describe({ api, signal }, wordings(language), { language_code: language })
  } catch (error) {
    signal.throwIfAborted()
    log.warn({ err: error }, 'the commands could not be registered; they work all the same')
  }
}

type Reach = { readonly api: Api; readonly signal: AbortSignal }

async function describe(
  { api, signal }: Reach,
  wording: Wording,
  language: { language_code?: Language },
): Promise<void> {
  // grammY types a signal of its own; at run time both are the platform's
  const until = signal as never
  for (const { type, settings } of SCOPES) {
    const offered = COMMANDS.filter(({ scope }) => settings || scope === 'everybody')
    const commands = offered.map(({ name }) => ({ command: name, description: wording.say(`command-${name}`) }))
    await api.setMyCommands(commands, { scope: { type }, ...language }, until)
  }
  await api.setMyDescription(wording.say('about'), language, until)
  await api.setMyShortDescription(wording.say('about-short'), language, until)
}
