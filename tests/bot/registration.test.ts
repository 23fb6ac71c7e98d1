import type { SeenRequest } from '@mujaz/playground/control'
import { expect, onTestFinished, test } from 'vitest'
import { type ABotOptions, aBot } from './a-bot.ts'

const FRESH = { supports_inline_queries: false, supports_guest_queries: false }
const OWNER = 6001

async function started(options: ABotOptions = {}) {
  const lines: string[] = []
  const logged = (line: string) => {
    const { level, msg } = JSON.parse(line)
    if (level >= 40) lines.push(msg)
  }
  const bot = await aBot({ settings: FRESH, logged, ...options })
  onTestFinished(bot.close)
  const made = () => namesOf(bot.playground.requests.filter(isMade))
  return { ...bot, lines, made, ask: (method: string, params = {}) => ask(bot.playground, method, params) }
}

const isMade = ({ method }: SeenRequest) => /^(?:set|send|edit|delete(?!Webhook))/.test(method)
const namesOf = (requests: readonly SeenRequest[]) => [...new Set(requests.map(({ method }) => method))]

async function ask({ url, token }: { url: string; token: string }, method: string, params: object) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/bot${token}/${method}`, { method: 'POST', headers, body: JSON.stringify(params) })
  return JSON.parse(await answer.text()).result
}

test('a new token’s first start sets the bot up in both languages, the second makes no change', async () => {
  const bot = await started()
  expect(await bot.ask('getMe')).toMatchObject({
    supports_inline_queries: true,
    supports_guest_queries: true,
    inline_query_placeholder: 'كلمات من خبر أو اسم قائل',
    can_read_all_group_messages: false,
  })
  const said = (userId: number) => bot.playground.commands({ chatId: userId, userId })[0]
  expect(said(bot.reader)?.description).toMatch(/\p{Script=Arabic}/u)
  expect(said(bot.english)?.description).toMatch(/^[A-Z]/)
  expect((await bot.ask('getMyDescription', { language_code: 'ar' })).description).toMatch(/^أحوّل/)
  expect((await bot.ask('getMyDescription', { language_code: 'en' })).description).toMatch(/^I turn/)
  expect((await bot.ask('getMyDescription', { language_code: 'fr' })).description).toMatch(/^أحوّل/)
  expect((await bot.ask('getMyShortDescription', { language_code: 'en' })).short_description).toMatch(/^Briefings/)
  expect(await bot.ask('getChatMenuButton')).toEqual({ type: 'commands' })
  expect(bot.lines).toEqual([])
  bot.playground.forgetRequests()
  await bot.restart()
  expect(bot.made()).toEqual([])
  expect(bot.lines).toEqual([])
})

test('what the operator switches off after the first start stays off', async () => {
  const bot = await started()
  await bot.ask('setMySettings', { supports_guest_queries: false })
  await bot.restart()
  expect(await bot.ask('getMe')).toMatchObject({ supports_guest_queries: false })
})

test('each thing that is refused is one line, and it alone is tried again', async () => {
  const unknown = { kind: 'refuse', code: 404, description: 'Not Found' } as const
  const bot = await started({
    environment: { OWNER_IDS: String(OWNER) },
    prepare: ({ faults }) => {
      faults.plan({ methods: ['setMySettings'], times: 2, strike: unknown })
      faults.plan({ methods: ['setMyDescription'], times: 1, strike: { ...unknown, code: 400, description: 'Bad' } })
    },
  })
  expect(bot.lines).toEqual([
    'inline mode could not be registered: switch it on at @BotFather with /setinline',
    'guest mode could not be registered: switch it on at @BotFather, in Bot Settings',
    'the bot’s descriptions could not be registered: people see the former ones',
    'the commands of owner 6001 could not be registered: has the owner started the bot?',
  ])
  bot.lines.length = 0
  bot.playground.addPerson({ id: OWNER, firstName: 'مالك', languageCode: 'ar', started: true })
  bot.playground.forgetRequests()
  await bot.restart()
  expect(bot.lines).toEqual([])
  expect(bot.made()).toEqual(['setMySettings', 'setMyDescription', 'setMyShortDescription', 'setMyCommands'])
  const scopes = bot.playground.requests.flatMap(({ method, params }) =>
    method === 'setMyCommands' ? params.scope : [],
  )
  expect(scopes).toEqual(Array.from({ length: 3 }, () => ({ type: 'chat', chat_id: OWNER })))
  expect(await bot.ask('getMe')).toMatchObject({ supports_inline_queries: true, supports_guest_queries: true })
})
