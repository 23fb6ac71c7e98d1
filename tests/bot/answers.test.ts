import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Update } from '@grammyjs/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

const PAGE = `---
slug: visit
title: "زيارة"
language: ar
---

## القسم

وعُقد اللقاء في 15 أغسطس في المدينة. وقال الرئيس الأميركي دونالد ترامب للصحافيين: «سنعود إلى المدينة قريبًا مع وفد كبير».

والتقى الرئيس الروسي فلاديمير بوتين الأب الأقدم للمدينة في 20 من الشهر نفسه.
`

let bot: ABot
let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'mujaz-content-'))
  await writeFile(join(contentDir, 'visit.md'), PAGE)
  bot = await aBot({ contentDir })
})
afterAll(async () => {
  await bot.close()
  await rm(contentDir, { recursive: true, force: true })
})

async function ask(text: string, chatId = bot.reader, from = chatId) {
  bot.playground.say({ chatId, from, text })
  return await bot.playground.waitForMessage({ chatId })
}

describe('an answer finds its place', () => {
  test('in a channel’s direct messages: it names whose they are, and no digest is promised there', async () => {
    const { playground, admin } = bot
    const chatId = playground.addSupergroup({ title: 'رسائل القناة', creator: admin })
    const name = `@${playground.bot.username}`
    const written = async (text: string) => {
      const message_id = playground.say({ chatId, from: admin, text: 'كلام' })
      const message = {
        ...{ message_id, text, date: 1_755_500_000, from: { id: admin, is_bot: false, first_name: 'منى' } },
        chat: { id: chatId, type: 'supergroup', title: 'رسائل القناة', is_direct_messages: true },
        direct_messages_topic: { topic_id: 4242 },
        ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
      }
      push({ message })
      return await playground.waitForMessage({ chatId })
    }
    expect((await written(`/brief${name}`)).text).toContain('زيارة')
    expect((await written(`/subscribe${name} 07:30`)).text).toContain('لا تصلها نشرة')
    const topics = () =>
      playground.requests
        .filter(({ method, params }) => method === 'sendMessage' && params.chat_id === chatId)
        .map(({ params }) => params.direct_messages_topic_id)
    await expect.poll(topics).toEqual([4242, 4242])
    expect(await bot.running.nextDigest()).toBeNull()
  })

  test('in the supergroup that a group has become, which is sent it again', async () => {
    const { playground, admin } = bot
    const group = playground.addGroup({ title: 'الأسرة', creator: admin })
    await ask(`/subscribe@${playground.bot.username} 07:30`, group, admin)
    playground.faults.plan({ methods: ['sendMessage'], chatId: group, times: 1, strike: { kind: 'upgrade' } })
    playground.say({ chatId: group, from: admin, text: `/brief@${playground.bot.username}` })
    const refused = await playground.waitForRequest({
      where: ({ params, answer }) => params.chat_id === group && answer.kind === 'error',
    })
    const to = refused.answer.kind === 'error' ? refused.answer.parameters.migrate_to_chat_id : undefined
    expect((await playground.waitForMessage({ chatId: to ?? 0 })).text).toContain('زيارة')
    await expect.poll(() => bot.running.nextDigest()).not.toBeNull()
    await ask(`/unsubscribe@${playground.bot.username}`, to, admin)
  })

  test('in a new message, where the one with the pressed button can’t be edited', async () => {
    const { playground, reader } = bot
    const shown = await ask('/brief')
    const strike = { kind: 'refuse', code: 400, description: 'Bad Request: MESSAGE_ID_INVALID' } as const
    playground.faults.plan({ methods: ['editMessageText'], chatId: reader, times: 1, strike })
    const [button] = shown.keyboard.flat().filter((each) => 'callback_data' in each)
    await playground.press({ chatId: reader, from: reader, button: button?.text ?? '' })
    expect(await playground.waitForMessage({ chatId: reader })).not.toMatchObject({ id: shown.id })
  })
})

/** An update as it comes: the library's types want fields that these tests don't look at. */
function push(update: object): void {
  bot.playground.pushUpdate(update as unknown as Update)
}

describe('what people send', () => {
  test.each(['photo', 'voice', 'sticker', 'contact', 'checklist', 'rich_message', 'paid_media', 'live_photo', 'game'])(
    'a %s gets a line that says what is read',
    (kind) => getsALine(kind, {}),
  )

  test('a document gets a line that says what is read', () =>
    getsALine('document', { file_id: 'a', file_unique_id: 'a' }))

  async function getsALine(kind: string, value: object) {
    const { playground } = bot
    const id = playground.addPerson({ firstName: 'زائر', languageCode: 'ar', started: true })
    const from = { id, is_bot: false, first_name: 'زائر', language_code: 'ar' }
    const message = { message_id: 1, date: 1_755_500_000, chat: { ...from, type: 'private' }, from, [kind]: value }
    push({ message })
    expect((await playground.waitForMessage({ chatId: id })).text).toMatch(/^أقرأ النصوص/)
  }

  test('a mention addresses the bot wherever it stands', async () => {
    const { playground, group, member } = bot
    expect((await ask(`يا @${playground.bot.username} اقتباسات ترامب`, group, member)).text).toContain('ترامب')
  })

  test.each([
    ['a name in its other spelling', '/quotes ترمب', /^دونالد ترامب/],
    ['a word torn by an invisible space', 'بو\u200Bتين', /بوتين/],
    ['a month by the name of another country', '/search 15 آب', /^نتيجة.*\n[\s\S]*15 أغسطس/],
  ])('%s is understood', async (_, text, answer) => {
    expect((await ask(text)).text).toMatch(answer)
  })

  test('a month’s name alone is the word that it is as well', async () => {
    expect((await ask('/search آب')).text).not.toContain('أغسطس')
  })
})
