import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot } from 'grammy'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aChat, aGroup, takeUpdates } from '../calls.ts'

describe('long polling', () => {
  test('repeats what is not confirmed, from the offset, up to the limit', async () => {
    const { playground, reader, call } = await aChat()
    for (const text of ['a', 'b', 'c']) playground.say({ chatId: reader, from: reader, text })
    const [first] = playground.updates
    const ids = async (params: object) => {
      const { result } = await call('getUpdates', params)
      return Array.isArray(result) ? result.map(({ update_id }) => update_id - (first?.update_id ?? 0)) : result
    }
    expect(await ids({})).toEqual([0, 1, 2])
    expect(await ids({ limit: 2 })).toEqual([0, 1])
    expect(await ids({ offset: (first?.update_id ?? 0) + 1 })).toEqual([1, 2])
    expect(await ids({ offset: -1 })).toEqual([2])
    expect(await ids({})).toEqual([2])
  })

  test('waits for the next update and returns at once', async () => {
    const { playground, reader, call } = await aChat()
    const poll = call('getUpdates', { timeout: 30 })
    await playground.waitForRequest({ where: () => true, timeoutMs: 50 }).catch(() => null)
    playground.say({ chatId: reader, from: reader, text: 'أهلًا' })
    expect(await poll).toMatchObject({ result: [{ message: { text: 'أهلًا' } }] })
  })

  test('a second poll ends the first with 409', async () => {
    const { playground, reader, call } = await aChat()
    const first = call('getUpdates', { timeout: 30 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = call('getUpdates', { timeout: 30 })
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    playground.say({ chatId: reader, from: reader, text: 'a' })
    expect(await second).toMatchObject({ ok: true })
  })

  test('ends when the playground closes', async () => {
    const { playground, call } = await aChat()
    const poll = call('getUpdates', { timeout: 30 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = performance.now()
    await playground.close()
    await poll.catch(() => null)
    expect(performance.now() - before).toBeLessThan(1000)
  })

  test('frees its place when the bot disconnects', async () => {
    const { playground, reader, call } = await aChat()
    const abort = new AbortController()
    const poll = fetch(`${playground.url}/bot${playground.token}/getUpdates?timeout=30`, { signal: abort.signal })
    await new Promise((resolve) => setTimeout(resolve, 50))
    abort.abort()
    await poll.catch(() => null)
    playground.say({ chatId: reader, from: reader, text: 'a' })
    expect(await call('getUpdates', { timeout: 5 })).toMatchObject({ result: [{ message: { text: 'a' } }] })
  })

  test('remembers allowed_updates', async () => {
    const { playground, group, member, call } = await aGroup()
    playground.setMember({ chatId: group, userId: member, status: 'administrator' })
    expect(await takeUpdates(call)).toEqual([])
    await call('getUpdates', { allowed_updates: ['chat_member'] })
    playground.setMember({ chatId: group, userId: member, status: 'member' })
    playground.say({ chatId: group, from: member, text: '/start' })
    expect(await takeUpdates(call)).toMatchObject([{ chat_member: { new_chat_member: { status: 'member' } } }])
    await call('getUpdates', { allowed_updates: [] })
    playground.say({ chatId: group, from: member, text: '/start' })
    expect(await takeUpdates(call)).toMatchObject([{ message: { text: '/start' } }])
  })
})

type Received = { readonly secret: string | undefined; readonly text: string }

/** A bot's web server that answers with the given statuses, then 200. */
async function aWebhook(statuses: number[] = [], answer = '') {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token']
      received.push({ secret: String(secret), text: JSON.parse(body).message?.text })
      response.statusCode = statuses.shift() ?? 200
      response.setHeader('content-type', 'application/json')
      response.end(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()))
  return { url: `http://127.0.0.1:${port}/hook`, received }
}

describe('a webhook', () => {
  test('gets a chat’s updates in order with its secret, again until it answers 2xx', async () => {
    const { playground, reader, call } = await aChat()
    const { url, received } = await aWebhook([500])
    await call('setWebhook', { url, secret_token: 'secret-1' })
    playground.say({ chatId: reader, from: reader, text: 'a' })
    playground.say({ chatId: reader, from: reader, text: 'b' })
    await playground.waitUntilTaken()
    expect(received.map(({ text }) => text)).toEqual(['a', 'a', 'b'])
    expect(received[0]?.secret).toBe('secret-1')
    expect(await call('getWebhookInfo')).toMatchObject({
      result: {
        url,
        pending_update_count: 0,
        last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      },
    })
  })

  test('may answer with a call', async () => {
    const { playground, reader, call } = await aChat()
    const { url } = await aWebhook([], JSON.stringify({ method: 'sendMessage', chat_id: reader, text: 'وصل' }))
    await call('setWebhook', { url })
    playground.say({ chatId: reader, from: reader, text: 'a' })
    expect(await playground.waitForMessage({ chatId: reader })).toMatchObject({ text: 'وصل' })
  })

  test('and polling exclude each other', async () => {
    const { playground, reader, call } = await aChat()
    const { url } = await aWebhook()
    await call('setWebhook', { url })
    expect(await call('getUpdates')).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
    await call('deleteWebhook')
    playground.say({ chatId: reader, from: reader, text: 'a' })
    expect(await takeUpdates(call)).toHaveLength(1)
  })

  test.each([
    [{ url: 'nowhere' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [{ url: 'https://example.org', secret_token: 'a b' }, 'secret token contains unallowed characters'],
    [{ url: 'https://example.org', secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('%j refuses', async (params, words) => {
    const { call } = await aChat()
    expect(await call('setWebhook', params)).toMatchObject({ description: `Bad Request: ${words}` })
  })
})

describe('what updates say', () => {
  test('a command in private, and its edit', async () => {
    const { playground, reader, call } = await aChat({ now: () => new Date('2026-05-03T06:00:00Z') })
    const messageId = playground.say({ chatId: reader, from: reader, text: '/start abc' })
    playground.editOwn({ chatId: reader, messageId, text: '/start' })
    const from = { id: reader, is_bot: false, first_name: 'سامي', language_code: 'ar' }
    const common = { message_id: 1, from, chat: { id: reader, type: 'private', first_name: 'سامي' }, date: 1777788000 }
    const entities = [{ type: 'bot_command', offset: 0, length: 6 }]
    expect(await takeUpdates(call)).toEqual([
      { message: { ...common, text: '/start abc', entities } },
      { edited_message: { ...common, edit_date: 1777788000, text: '/start', entities } },
    ])
  })

  test('an anonymous administrator writes as the group', async () => {
    const { playground, group, creator, call } = await aGroup('supergroup')
    playground.setMember({ chatId: group, userId: creator, status: 'creator', anonymous: true })
    playground.say({ chatId: group, from: creator, text: '/subscribe' })
    expect((await takeUpdates(call)).at(-1)).toMatchObject({
      message: {
        from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' },
        sender_chat: { id: group, type: 'supergroup' },
      },
    })
  })

  test('a channel post, a message in a topic, a location', async () => {
    const channel = await aGroup('channel')
    channel.playground.say({ chatId: channel.group, from: channel.creator, text: 'منشور' })
    const [update] = await takeUpdates(channel.call)
    expect(update).toMatchObject({ channel_post: { sender_chat: { id: channel.group }, text: 'منشور' } })
    expect(update?.channel_post).not.toHaveProperty('from')
    const { playground, group, member, call } = await aGroup('forum')
    const threadId = playground.addTopic({ chatId: group, name: 'نشرات' })
    playground.say({ chatId: group, from: member, text: '/digest', threadId })
    playground.shareLocation({ chatId: member, from: member, latitude: 30.04, longitude: 31.24 })
    expect((await takeUpdates(call)).slice(-2)).toMatchObject([
      { message: { message_thread_id: threadId, is_topic_message: true, reply_to_message: { message_id: threadId } } },
      { message: { location: { latitude: 30.04, longitude: 31.24 } } },
    ])
  })

  test('the bot is kicked, added and blocked', async () => {
    const { playground, group, creator, member, call } = await aGroup()
    playground.kickBot({ chatId: group })
    playground.addBot({ chatId: group, by: creator, as: 'administrator' })
    playground.say({ chatId: member, from: member, text: 'أهلًا' })
    playground.blockBot(member)
    expect(await takeUpdates(call)).toMatchObject([
      {
        my_chat_member: {
          from: { id: creator },
          old_chat_member: { status: 'member' },
          new_chat_member: { status: 'kicked' },
        },
      },
      { my_chat_member: { new_chat_member: { status: 'administrator', can_delete_messages: true } } },
      { message: { new_chat_members: [{ id: playground.bot.id }] } },
      { message: { text: 'أهلًا' } },
      { my_chat_member: { chat: { id: member, type: 'private' }, new_chat_member: { status: 'kicked' } } },
    ])
  })

  test('an upgraded group tells both sides', async () => {
    const { playground, group, call } = await aGroup()
    const supergroup = playground.upgradeGroup(group)
    expect(await takeUpdates(call)).toMatchObject([
      { message: { chat: { id: group, type: 'group' }, migrate_to_chat_id: supergroup } },
      { message: { chat: { id: supergroup, type: 'supergroup' }, migrate_from_chat_id: group } },
    ])
  })
})

describe('a grammY bot', () => {
  test('talks, edits, answers presses and stops', async () => {
    const { playground, reader } = await aChat()
    const bot = new Bot(playground.token, { client: { apiRoot: playground.url } })
    bot.command('start', (ctx) =>
      ctx.reply('أهلًا', { reply_markup: { inline_keyboard: [[{ text: 'التالي', callback_data: 'next' }]] } }),
    )
    bot.callbackQuery('next', async (ctx) => {
      await ctx.editMessageText('الصفحة الثانية')
      await ctx.answerCallbackQuery({ text: 'تفضّل', show_alert: true })
    })
    const running = bot.start()
    playground.say({ chatId: reader, from: reader, text: '/start' })
    expect(await playground.waitForMessage({ chatId: reader })).toMatchObject({ text: 'أهلًا' })
    const answer = await playground.press({ chatId: reader, from: reader, button: 'التالي' })
    expect(answer).toEqual({ text: 'تفضّل', showAlert: true, url: null })
    expect(await playground.waitForMessage({ chatId: reader })).toMatchObject({ text: 'الصفحة الثانية', keyboard: [] })
    await playground.waitUntilTaken()
    await bot.stop()
    await running
  })
})
