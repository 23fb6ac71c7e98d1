import { describe, expect, test } from 'vitest'
import { SAMPLE_NAMES } from '../../world/sample.ts'
import { aPlayground, callerOf } from '../calls.ts'
import { openPage } from './a-page.ts'

const READER = 7001
const ADMIN = 7002
const GROUP = -5001

async function aPage(options: Parameters<typeof aPlayground>[0] = {}) {
  const playground = await aPlayground({ world: 'sample', ...options })
  return { playground, call: callerOf(playground), ...(await openPage(playground)) }
}

describe('the page', () => {
  test('is served with its scripts and styles, under a content security policy', async () => {
    const { playground, get } = await aPage()
    const page = await fetch(playground.url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const parts = [...(await page.text()).matchAll(/(?:src|href)="(\/playground\/[^"]+)"/g)].map(([, path]) => path)
    expect(parts.length).toBeGreaterThan(2)
    for (const path of parts) expect((await get(path ?? '')).status).toBe(200)
  })

  test('loads the whole state', async () => {
    const { get } = await aPage({ now: () => new Date('2026-05-03T06:00:00Z') })
    const state = JSON.parse(await (await get('/playground/state')).text())
    expect(state).toMatchObject({
      bot: { username: 'playground_bot' },
      now: '2026-05-03T06:00:00.000Z',
      timeZone: 'UTC',
      canJump: false,
      words: {},
    })
    expect(state.people.map(({ name }: { name: string }) => name)).toEqual(['Reader', 'Admin', 'Member'])
    const kinds = state.chats.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['private', 'private', 'private', 'group', 'supergroup', 'channel', 'supergroup'])
  })

  test('plays people, and refuses what a client could not do', async () => {
    const { playground, act } = await aPage()
    expect(await act({ kind: 'say', chatId: READER, from: READER, text: '/start' })).toMatchObject({
      body: { messageId: 1 },
    })
    expect(playground.messages(READER)).toMatchObject([{ text: '/start' }])
    const wrong = await act({ kind: 'say', chatId: READER, from: ADMIN, text: 'a' })
    expect(wrong).toEqual({ status: 400, body: { error: `The private chat ${READER} is not person ${ADMIN}'s` } })
    expect(await act({ kind: 'dance' })).toMatchObject({ status: 400 })
    expect(await act({ kind: 'jump' }, 'text/plain')).toMatchObject({ status: 415 })
    for (const broken of ['', '{', 'jump']) {
      expect(await act(broken)).toEqual({ status: 400, body: { error: 'The body is no JSON' } })
    }
  })

  test('speaks the language, words, names and time of its bot', async () => {
    const names = { ...SAMPLE_NAMES, group: 'Chess club' }
    const bot = { name: 'Chess & <co>', username: 'chess_bot' }
    const words = { en: { tagline: 'Play here' } }
    const { playground, get } = await aPage({
      bot,
      world: names,
      page: { language: 'ar', timeZone: 'Asia/Riyadh', words },
    })
    expect(await (await fetch(playground.url)).text()).toContain('<html lang="ar" dir="rtl">')
    const state = JSON.parse(await (await get('/playground/state')).text())
    expect(state).toMatchObject({ bot, words, timeZone: 'Asia/Riyadh' })
    expect(playground.chat(GROUP).title).toBe('Chess club')
  })

  test('presses buttons and jumps to what is due next', async () => {
    const { playground, act, call } = await aPage({ page: { jump: async () => new Date('2026-05-04T04:30:00Z') } })
    await act({ kind: 'say', chatId: READER, from: READER, text: '/start' })
    const reply_markup = { inline_keyboard: [[{ text: 'اقرأ', callback_data: 'r' }]] }
    await call('sendMessage', { chat_id: READER, text: 'a', reply_markup })
    const press = act({ kind: 'press', chatId: READER, from: READER, messageId: 2, button: 'r' })
    const pressed = () => playground.updates.at(-1)?.callback_query?.id
    await expect.poll(pressed).toBeDefined()
    await call('answerCallbackQuery', { callback_query_id: pressed(), text: 'تم' })
    expect(await press).toMatchObject({ body: { text: 'تم', showAlert: false } })
    expect(await act({ kind: 'jump' })).toEqual({ status: 200, body: { at: '2026-05-04T04:30:00.000Z' } })
  })

  test('streams events', async () => {
    const { get, call } = await aPage()
    const response = await get('/playground/events')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async () => {
      for (;;) {
        const { value = '' } = (await reader?.read()) ?? {}
        const events = [...value.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''))
        const found = events.filter(({ kind }) => kind !== 'clock')
        if (found.length > 0) return found
      }
    }
    await call('sendMessage', { chat_id: GROUP, text: 'موجز' })
    const [heard] = await next()
    expect(heard).toMatchObject({ kind: 'message', message: { chatId: GROUP, text: 'موجز' } })
    const { id } = heard.message
    await call('deleteMessage', { chat_id: GROUP, message_id: id })
    expect(await next()).toEqual([{ kind: 'deleted', chatId: GROUP, messageIds: [id], visibleTo: null }])
    await call('setMyCommands', { commands: [{ command: 'start', description: 'ابدأ' }] })
    expect(await next()).toEqual([{ kind: 'commands' }])
    const commands = await get(`/playground/commands?chat=${GROUP}&person=${READER}`)
    expect(await commands.json()).toEqual([{ command: 'start', description: 'ابدأ' }])
    await reader?.cancel()
  })
})
