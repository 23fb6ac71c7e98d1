import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
/** A supergroup that the bot isn't in, with an Arabic and an English reader. */
let elsewhere: number
beforeAll(async () => {
  bot = await aBot()
  const { reader, english } = bot
  elsewhere = bot.playground.addSupergroup({ title: 'أصدقاء', creator: reader, members: [english], bot: 'absent' })
})
afterAll(() => bot.close())

const SAID = 'قال بوتين: «المرة القادمة في موسكو»'

type Call = { readonly text?: string; readonly post?: string; readonly from?: number }

/** Calls the bot under a post; its answers to that call. */
async function called({ text = '', post, from = bot.reader }: Call) {
  const { playground } = bot
  const name = `@${playground.bot.username}`
  const replyTo =
    post === undefined ? {} : { replyTo: playground.say({ chatId: elsewhere, from: bot.reader, text: post }) }
  const id = playground.say({ chatId: elsewhere, from, text: `${name} ${text}`.trim(), ...replyTo })
  await playground.waitUntilTaken()
  await playground.waitForMessage({ chatId: elsewhere })
  return playground.messages(elsewhere).filter((message) => message.replyTo === id)
}

async function answerTo(call: Call) {
  const [answer, ...others] = await called(call)
  expect(others).toEqual([])
  expect(answer).toMatchObject({ asGuest: true })
  return answer?.text ?? ''
}

describe('called as a guest', () => {
  test('under a post with a quote it verifies it, in the caller’s language', async () => {
    const arabic = await answerTo({ post: SAID })
    expect(arabic).toContain('نُقل بنصّه')
    expect(arabic).toContain('فلاديمير بوتين')
    const english = await answerTo({ post: SAID, from: bot.english, text: 'really?' })
    expect(english).toContain('في المرة القادمة، في موسكو')
    expect(english).toContain('Source:')
  })

  test('a quote goes before a link, a link before words', async () => {
    const url = 'https://unfccc.int/news/cop28-agreement-signals-beginning-of-the-end-of-the-fossil-fuel-era'
    expect(await answerTo({ post: `${SAID} ${url}` })).toContain('موسكو')
    const linked = await answerTo({ post: `اقرأوا http://www.${url.slice(8)}/?utm_source=x#top`, text: 'بوتين' })
    expect(linked).toMatch(/كوب|COP28/i)
  })

  test('without either it searches for the caller’s words, or briefs what they name', async () => {
    expect(await answerTo({ post: 'صباح الخير', text: 'زيلينسكي' })).toContain('زيلينسكي')
    expect(await answerTo({ text: 'ماذا قال بوتين عن الحرب؟' })).toContain('بوتين')
    expect(await answerTo({ text: 'لخص قمة ألاسكا' })).toContain('ألاسكا')
    expect(await answerTo({ text: '' })).not.toBe('')
  })

  test('a sentence of an article is found without marks, and other words are said not to be on hand', async () => {
    expect(await answerTo({ post: 'وسط ترقب عالمي وغياب أوكراني', text: 'لاشيءكهذا' })).not.toBe('')
    expect(await answerTo({ post: 'صباح الخير يا جماعة', text: 'لاشيءكهذا' })).toContain('لا شيء عن هذا')
  })

  test('stores nothing of the chat, and writes to nobody else', async () => {
    expect(bot.playground.requests.filter(({ method }) => method.startsWith('send'))).toEqual([])
    expect(bot.playground.requests.filter(({ params }) => params.chat_id === elsewhere)).toEqual([])
    expect(bot.playground.requests.filter(({ answer }) => answer.kind === 'error')).toEqual([])
  })
})

test('a message that comes both as itself and as a call is answered once', async () => {
  const { playground, member, group } = bot
  const name = `@${playground.bot.username}`
  const id = playground.say({ chatId: group, from: member, text: `${name} ما الجديد؟` })
  const { message } = playground.updates.at(-1) ?? {}
  if (message === undefined) throw new Error('the group’s message came as no update')
  playground.pushUpdate({ guest_message: { ...message, guest_query_id: 'guest-of-members' } })
  await playground.waitForMessage({ chatId: group })
  await playground.waitUntilTaken()
  const again = { ...message, message_id: id + 1, text: `${message.text} اليوم` }
  playground.pushUpdate({ guest_message: { ...again, guest_query_id: 'guest-first' } })
  playground.pushUpdate({ message: again })
  await playground.waitForRequest({ where: ({ params }) => params.guest_query_id === 'guest-first' })
  await playground.waitUntilTaken()
  // a stop waits for what is running
  await bot.restart()
  expect(playground.messages(group).filter(({ sender }) => sender.kind === 'bot')).toHaveLength(1)
  expect(playground.requests.filter(({ params }) => params.guest_query_id === 'guest-of-members')).toEqual([])
})

test('one person’s calls are bounded over all chats: a line, then silence', async () => {
  const { playground } = bot
  const caller = playground.addPerson({ firstName: 'سعيد', languageCode: 'ar' })
  const chats = Array.from({ length: 3 }, (_, at) =>
    playground.addSupergroup({ title: `حلقة ${at}`, creator: caller, bot: 'absent' }),
  )
  for (let count = 0; count < 20; count += 1) {
    const chatId = chats[count % chats.length] ?? 0
    playground.say({ chatId, from: caller, text: `@${playground.bot.username} بوتين ${count}` })
    await playground.waitUntilTaken()
  }
  const answers = () => chats.flatMap((chatId) => playground.messages(chatId).filter(({ asGuest }) => asGuest))
  await playground.waitForMessage({
    chatId: chats[0] ?? 0,
    after: 0,
    where: ({ text }) => text.startsWith('الطلبات كثيرة'),
  })
  expect(answers()).toHaveLength(13)
})

test('called, and asked inline, before the bot starts it answers as soon as it does', async () => {
  let chatId = 0
  let inline: Promise<unknown> = Promise.resolve()
  const early = await aBot({
    prepare: (playground) => {
      const from = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
      chatId = playground.addSupergroup({ title: 'أصدقاء', creator: from, bot: 'absent' })
      const replyTo = playground.say({ chatId, from, text: SAID })
      playground.say({ chatId, from, text: `@${playground.bot.username}`, replyTo })
      inline = playground.inlineQuery({ from, query: 'بوتين' })
    },
  })
  const answer = await early.playground.waitForMessage({ chatId, where: ({ asGuest }) => asGuest })
  expect(answer.text).toContain('نُقل بنصّه')
  expect(JSON.stringify(await inline)).toContain('بوتين')
  await early.close()
})
