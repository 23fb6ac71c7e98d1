import type { Api } from 'grammy'
import { LANGUAGES, type Language } from '../../language/language.ts'
import type { Wording } from '../../messages/wording.ts'
import { COMMANDS } from '../../requests/commands.ts'
import { OWNER_COMMANDS } from '../../requests/owner-commands.ts'
import { reasonOf } from '../../telegram/errors.ts'
import type { RegistrationOptions } from '../registration.ts'

export type OwnerRegistrationOptions = RegistrationOptions & { readonly ownerIds: readonly number[] }

/** Registers the owners' commands in their private chats only. An owner who has not started the bot yet is logged. */
export async function registerOwners(api: Api, options: OwnerRegistrationOptions): Promise<void> {
  const { ownerIds, wordings, defaultLanguage, log, signal } = options
  for (const id of ownerIds) {
    signal.throwIfAborted()
    try {
      await list(api, id, wordings(defaultLanguage), {})
      for (const language of LANGUAGES) await list(api, id, wordings(language), { language_code: language })
    } catch (error) {
      log.warn(
        { owner: id, reason: reasonOf(error) },
        'an owner’s commands are not listed: has the owner started the bot?',
      )
    }
  }
}

async function list(
  api: Api,
  chat_id: number,
  wording: Wording,
  language: { language_code?: Language },
): Promise<void> {
  const commands = [...COMMANDS, ...OWNER_COMMANDS].map(({ name }) => ({
    command: name,
    description: wording.say(`command-${name}`),
  }))
  await api.setMyCommands(commands, { scope: { type: 'chat', chat_id }, ...language })
}
