import type { BotCommandScope, ChatAdministratorRights, MenuButton } from '@grammyjs/types'
import type { BotCommand } from '../control.ts'
import { isAdmin, memberOf } from '../world/chats.ts'
import type { Chat } from '../world/world.ts'

/** The bot's own texts and commands, by language; '' stands for all other languages. */
export type Profile = {
  readonly names: Map<string, string>
  readonly descriptions: Map<string, string>
  readonly shortDescriptions: Map<string, string>
  /** By `commandsKey`. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** By chat id, 0 for the default. */
  readonly menuButtons: Map<number, MenuButton>
  readonly adminRights: Map<'groups' | 'channels', ChatAdministratorRights>
}

/** The empty profile of a new bot. */
export function createProfile(): Profile {
  return {
    names: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
    menuButtons: new Map(),
    adminRights: new Map(),
  }
}

type PlacedScope = { readonly type: BotCommandScope['type']; readonly chat_id?: number; readonly user_id?: number }

/** The key of a list of commands: its scope with chat and member, and its language. */
export function commandsKey(scope: PlacedScope, languageCode: string): string {
  return [scope.type, scope.chat_id ?? '', scope.user_id ?? '', languageCode].join('|')
}

export type Onlooker = { readonly userId: number; readonly languageCode: string }

/**
 * The commands someone sees in a chat: the narrowest scope that has any, in their language before any language
 * (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandsFor(profile: Profile, chat: Chat, { userId, languageCode }: Onlooker): readonly BotCommand[] {
  for (const scope of scopesFor(chat, userId)) {
    const own = profile.commands.get(commandsKey(scope, languageCode))
    const found = own ?? profile.commands.get(commandsKey(scope, ''))
    if (found) return found
  }
  return []
}

function scopesFor(chat: Chat, userId: number): readonly PlacedScope[] {
  const chat_id = chat.id
  if (chat.kind === 'private') {
    return [{ type: 'chat', chat_id }, { type: 'all_private_chats' }, { type: 'default' }]
  }
  const admin = isAdmin(memberOf(chat, userId))
  return [
    { type: 'chat_member', chat_id, user_id: userId },
    ...(admin ? [{ type: 'chat_administrators', chat_id } as const] : []),
    { type: 'chat', chat_id },
    ...(admin ? [{ type: 'all_chat_administrators' } as const] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}
