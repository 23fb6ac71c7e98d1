import { describe, expect, test } from 'vitest'
import { aChat, aGroup } from '../calls.ts'

const one = (command: string, description = 'وصف') => [{ command, description }]

describe('commands', () => {
  test('are seen by the narrowest scope, and in one’s language', async () => {
    const { playground, group, creator, member, call } = await aGroup()
    const english = playground.addPerson({ firstName: 'Sam', languageCode: 'en-GB', started: true })
    await call('setMyCommands', { commands: one('start') })
    await call('setMyCommands', { commands: one('begin'), language_code: 'en' })
    await call('setMyCommands', { commands: one('group'), scope: { type: 'all_group_chats' } })
    await call('setMyCommands', { commands: one('admin'), scope: { type: 'all_chat_administrators' } })
    const seen = (chatId: number, userId: number) =>
      playground.commands({ chatId, userId }).map(({ command }) => command)
    expect(seen(member, member)).toEqual(['start'])
    expect(seen(english, english)).toEqual(['begin'])
    expect(seen(group, member)).toEqual(['group'])
    expect(seen(group, creator)).toEqual(['admin'])
    await call('setMyCommands', {
      commands: one('mine'),
      scope: { type: 'chat_member', chat_id: group, user_id: member },
    })
    expect(seen(group, member)).toEqual(['mine'])
    expect(await call('getMyCommands', { language_code: 'en' })).toMatchObject({ result: one('begin') })
    await call('deleteMyCommands')
    expect(await call('getMyCommands')).toMatchObject({ result: [] })
    expect(seen(member, member)).toEqual([])
  })

  test.each([
    [{ commands: one('Start') }, 'BOT_COMMAND_INVALID'],
    [{ commands: one('اقتباسات') }, 'BOT_COMMAND_INVALID'],
    [{ commands: one('a'.repeat(33)) }, 'BOT_COMMAND_INVALID'],
    [{ commands: one('start', ' ') }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    [{ commands: one('start', 'ا'.repeat(257)) }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    [{ commands: Array.from({ length: 101 }, () => one('start')).flat() }, 'BOT_COMMANDS_TOO_MUCH'],
    [{ commands: one('start'), language_code: 'arabic' }, 'invalid language code specified'],
    [{ commands: one('start'), scope: { type: 'chat', chat_id: 999 } }, 'chat not found'],
  ])('refuse %j', async (params, words) => {
    const { call } = await aChat()
    expect(await call('setMyCommands', params)).toMatchObject({ description: `Bad Request: ${words}` })
  })
})

test('name, descriptions, menu button and rights are kept, by language where they have one', async () => {
  const { call, reader } = await aChat()
  expect(await call('getMyName')).toMatchObject({ result: { name: 'Playground bot' } })
  await call('setMyName', { name: 'News', language_code: 'en' })
  expect(await call('getMyName', { language_code: 'en' })).toMatchObject({ result: { name: 'News' } })
  await call('setMyDescription', { description: 'يلخّص الأخبار' })
  expect(await call('getMyDescription', { language_code: 'fr' })).toMatchObject({
    result: { description: 'يلخّص الأخبار' },
  })
  await call('setMyShortDescription', { short_description: 'أخبار' })
  expect(await call('getMyShortDescription')).toMatchObject({ result: { short_description: 'أخبار' } })
  expect((await call('setMyShortDescription', { short_description: 'ا'.repeat(121) })).error_code).toBe(400)
  await call('setChatMenuButton', { chat_id: reader, menu_button: { type: 'commands' } })
  expect(await call('getChatMenuButton', { chat_id: reader })).toMatchObject({ result: { type: 'commands' } })
  expect(await call('getMyDefaultAdministratorRights')).toMatchObject({ result: { can_manage_chat: false } })
})

test('chats and their members can be asked about', async () => {
  const { playground, group, creator, member, call } = await aGroup('supergroup')
  const { result: me } = await call('getMe')
  expect(me).toMatchObject({ id: playground.bot.id, is_bot: true, can_read_all_group_messages: false })
  expect(await call('getChat', { chat_id: group })).toMatchObject({
    result: { id: group, type: 'supergroup', title: 'أهل' },
  })
  expect(await call('getChatMemberCount', { chat_id: group })).toEqual({ ok: true, result: 3 })
  expect(await call('getChatAdministrators', { chat_id: group })).toMatchObject({
    result: [{ status: 'creator', user: { id: creator } }],
  })
  expect(await call('getChatMember', { chat_id: group, user_id: member })).toMatchObject({
    result: { status: 'member' },
  })
  expect((await call('getChatMember', { chat_id: group, user_id: 5 })).description).toBe(
    'Bad Request: invalid user_id specified',
  )
  expect(await call('sendChatAction', { chat_id: group, action: 'typing' })).toEqual({ ok: true, result: true })
  expect(playground.chat(group).typing).toBe(true)
})
