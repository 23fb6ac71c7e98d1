import type { Api } from 'grammy'
import type { BotCommandScope } from 'grammy/types'
import { LANGUAGES, type Language } from '../language/language.ts'
import type { Wording, Wordings } from '../messages/wording.ts'
import { COMMANDS } from '../requests/commands.ts'
import { setMySettings } from '../telegram/settings.ts'
import type { Registration } from './register-once.ts'

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
  readonly signal: AbortSignal
}

/** A language that Telegram keeps texts for; without a code: all others. */
type Told = { readonly wording: Wording; readonly language: { readonly language_code?: Language } }

/** Each language's wording after that for all others. */
export function toldLanguages({ wordings, defaultLanguage }: RegistrationOptions): readonly Told[] {
  const each = LANGUAGES.map((code): Told => ({ wording: wordings(code), language: { language_code: code } }))
  return [{ wording: wordings(defaultLanguage), language: {} }, ...each]
}

/** What the bot sets up of itself: modes, menu, and in every language commands and descriptions. It works without. */
export function botRegistrations(api: Api, options: RegistrationOptions): readonly Registration[] {
  const { wordings, defaultLanguage, signal } = options
  // grammY types a signal of its own; at run time both are the platform's
  const until = signal as never
  const told = toldLanguages(options)
  const inline = {
    supports_inline_queries: true,
    inline_query_placeholder: wordings(defaultLanguage).say('inline-placeholder'),
  }
  const guest = { supports_guest_queries: true }
  const menu = { menu_button: { type: 'commands' } } as const
  const commands = told.flatMap(({ wording, language }) =>
    SCOPES.map(({ type, settings }) => ({
      commands: commandsFor(wording, settings),
      other: { scope: { type }, ...language },
    })),
  )
  const about = told.map(({ wording, language }) => ({
    ...{ language, long: wording.say('about'), short: wording.say('about-short') },
  }))
  return [
    {
      ...{ name: 'inline mode', wanted: inline, advice: 'switch it on at @BotFather with /setinline' },
      register: () => setMySettings(api, inline, signal),
    },
    {
      ...{ name: 'guest mode', wanted: guest, advice: 'switch it on at @BotFather, in Bot Settings' },
      register: () => setMySettings(api, guest, signal),
    },
    {
      ...{ name: 'the menu of commands', wanted: menu, advice: 'commands work all the same' },
      register: () => api.setChatMenuButton(menu, until),
    },
    {
      ...{ name: 'the lists of commands', wanted: commands, advice: 'commands work all the same' },
      register: () => inTurn(commands, (one) => api.setMyCommands(one.commands, one.other, until)),
    },
    {
      ...{ name: 'the bot’s descriptions', wanted: about, advice: 'people see the former ones' },
      register: () =>
        inTurn(about, async ({ language, long, short }) => {
          await api.setMyDescription(long, language, until)
          await api.setMyShortDescription(short, language, until)
        }),
    },
  ]
}

function commandsFor(wording: Wording, settings: boolean) {
  return COMMANDS.filter(({ scope }) => settings || scope === 'everybody').map(({ name }) => {
    return { command: name, description: wording.say(`command-${name}`) }
  })
}

/** One call after another: all at once would be a flood. */
export async function inTurn<T>(each: readonly T[], call: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of each) await call(one)
}
