import type { BotCommandScope, ChatAdministratorRights, MenuButton } from '@grammyjs/types'
import { badRequest } from '../../refusal.ts'
import { findChat } from '../../world/chats.ts'
import { botFullInfo } from '../../world/world.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'
import { commandsKey } from '../profile.ts'

/** What the bot says about itself: name, descriptions, commands, menu button, settings, rights it asks for. */
export const profileMethods: readonly Method[] = [
  serve('getMe', ({ world }) => botFullInfo(world)),
  serve('setMySettings', setMySettings),
  serve('setMyCommands', setMyCommands),
  serve('getMyCommands', (context, params) => context.profile.commands.get(keyOf(context, params)) ?? []),
  serve('deleteMyCommands', (context, params) => {
    context.profile.commands.delete(keyOf(context, params))
    context.world.events.emit({ kind: 'commands' })
    return true
  }),
  serve('setMyName', ({ profile }, params) => {
    return setText(profile.names, {
      value: params.name,
      languageCode: params.language_code,
      max: 64,
      refusal: 'BOT_TITLE_INVALID',
    })
  }),
  serve('getMyName', ({ profile, world }, params) => {
    return { name: getText(profile.names, params.language_code) || world.bot.name }
  }),
  serve('setMyDescription', ({ profile }, { description: value, language_code: languageCode }) => {
    return setText(profile.descriptions, { value, languageCode, max: 512, refusal: 'BOT_DESCRIPTION_INVALID' })
  }),
  serve('getMyDescription', ({ profile }, params) => {
    return { description: getText(profile.descriptions, params.language_code) }
  }),
  serve('setMyShortDescription', ({ profile }, { short_description: value, language_code: languageCode }) => {
    return setText(profile.shortDescriptions, { value, languageCode, max: 120, refusal: 'BOT_ABOUT_INVALID' })
  }),
  serve('getMyShortDescription', ({ profile }, params) => {
    return { short_description: getText(profile.shortDescriptions, params.language_code) }
  }),
  serve('setChatMenuButton', ({ profile }, params) => {
    const button: MenuButton = params.menu_button ?? { type: 'default' }
    profile.menuButtons.set(params.chat_id ?? 0, button)
    return true
  }),
  serve('getChatMenuButton', ({ profile }, params) => {
    return profile.menuButtons.get(params.chat_id ?? 0) ?? profile.menuButtons.get(0) ?? { type: 'commands' }
  }),
  serve('setMyDefaultAdministratorRights', ({ profile }, params) => {
    const place = params.for_channels ? 'channels' : 'groups'
    if (params.rights) profile.adminRights.set(place, params.rights)
    else profile.adminRights.delete(place)
    return true
  }),
  serve('getMyDefaultAdministratorRights', ({ profile }, params) => {
    return profile.adminRights.get(params.for_channels ? 'channels' : 'groups') ?? NO_RIGHTS
  }),
]

const NO_RIGHTS: Partial<ChatAdministratorRights> = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
}

/** What is left out stays: https://core.telegram.org/bots/api#setmysettings */
function setMySettings({ world }: Context, params: Params<'setMySettings'>): true {
  const { inline_feedback_share_denominator: share, can_communicate_with_bots: _, ...changed } = params
  if (share !== undefined && ![0, 1, 10, 100, 1000].includes(share)) throw badRequest('BOT_SETTING_INVALID')
  if ((changed.inline_query_placeholder ?? '').length > 64) throw badRequest('PLACEHOLDER_TOO_LONG')
  const settings = { ...world.settings, ...changed }
  world.settings = { ...settings, has_topic_sidebar: settings.has_topic_sidebar && settings.has_topics_enabled }
  world.events.emit({ kind: 'commands' })
  return true
}

function setMyCommands(context: Context, params: Params<'setMyCommands'>): true {
  if (params.commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of params.commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    const length = description.trim().length
    if (length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  const key = keyOf(context, params)
  if (params.commands.length === 0) context.profile.commands.delete(key)
  else context.profile.commands.set(key, params.commands)
  context.world.events.emit({ kind: 'commands' })
  return true
}

type Placed = { readonly scope?: BotCommandScope; readonly language_code?: string }

function keyOf({ world }: Context, { scope = { type: 'default' }, language_code = '' }: Placed): string {
  if (!('chat_id' in scope)) return commandsKey(scope, language_code)
  const chat = findChat(world, scope.chat_id)
  if (scope.type !== 'chat' && chat.kind !== 'group' && chat.kind !== 'supergroup') {
    throw badRequest(`can't ${scope.type === 'chat_member' ? 'use chat member' : 'use chat administrators'} scope here`)
  }
  return commandsKey({ ...scope, chat_id: chat.id }, language_code)
}

type Text = {
  readonly value: string | undefined
  readonly languageCode: string | undefined
  readonly max: number
  readonly refusal: string
}

function setText(texts: Map<string, string>, { value = '', languageCode = '', max, refusal }: Text): true {
  if (value.length > max) throw badRequest(refusal)
  if (value === '') texts.delete(languageCode)
  else texts.set(languageCode, value)
  return true
}

function getText(texts: ReadonlyMap<string, string>, languageCode = ''): string {
  return texts.get(languageCode) ?? texts.get('') ?? ''
}
