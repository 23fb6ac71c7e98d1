import type { Api } from 'grammy'
import { COMMANDS } from '../../requests/commands.ts'
import { OWNER_COMMANDS } from '../../requests/owner-commands.ts'
import type { Registration } from '../register-once.ts'
import { inTurn, type RegistrationOptions, toldLanguages } from '../registration.ts'

export type OwnerRegistrationOptions = RegistrationOptions & { readonly ownerIds: readonly number[] }

/** The owners' commands, in their private chats only; refused where an owner has not started the bot yet. */
export function ownerRegistrations(api: Api, options: OwnerRegistrationOptions): readonly Registration[] {
  // grammY types a signal of its own; at run time both are the platform's
  const until = options.signal as never
  return options.ownerIds.map((chat_id) => {
    const lists = toldLanguages(options).map(({ wording, language }) => ({
      commands: [...COMMANDS, ...OWNER_COMMANDS].map(({ name }) => {
        return { command: name, description: wording.say(`command-${name}`) }
      }),
      other: { scope: { type: 'chat' as const, chat_id }, ...language },
    }))
    return {
      ...{ name: `the commands of owner ${chat_id}`, wanted: lists, advice: 'has the owner started the bot?' },
      register: () => inTurn(lists, ({ commands, other }) => api.setMyCommands(commands, other, until)),
    }
  })
}
