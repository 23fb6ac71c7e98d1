import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_A_MINUTE } from '../../src/requests/group-throttle.ts'
import { type ABot, aBot } from './a-bot.ts'

const DEAL = 'لا اتفاق قبل أن يكون هناك اتفاق'
const MOSCOW = 'في المرة القادمة، في موسكو'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
  // on a busy machine the articles come after the first answers
  while (!(await ask('/articles')).text.includes('ألاسكا')) await new Promise((resolve) => setTimeout(resolve, 500))
}, 90_000)
afterAll(() => bot.close())

async function ask(text: string, chatId = bot.reader, from = chatId) {
  bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 31_000))
  bot.playground.say({ text, chatId, from })
  return await bot.playground.waitForMessage({ chatId })
}

const buttonsOf = ({ keyboard }: ChatMessage) => keyboard.flat().map(({ text }) => text)
const markedIn = ({ text, entities }: ChatMessage, type: string) =>
  entities.filter((entity) => entity.type === type).map(({ offset, length }) => text.slice(offset, offset + length))

describe('in private', () => {
  test('a quote is confirmed with speaker, source and day, and its paragraph is a press away', async () => {
    for (const text of [
      `/verify ترامب: «${DEAL}»`,
      `تحقق ${DEAL}`,
      `هل قال ترامب «${DEAL}»؟`,
      `هل قال ترامب إن ${DEAL}؟`,
    ]) {
      const answer = await ask(text)
      expect(answer.text, text).toMatch(/^نعم، قيل هذا بنصّه\n/)
      expect(answer.text, text).toContain('دونالد ترامب')
      expect(answer.text, text).toMatch(/المصدر: .*2025/)
    }
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'الفقرة في المقال' })
    const paragraph = await bot.playground.waitForMessage({ chatId: bot.reader })
    expect(paragraph.text).toContain('السياق في المقال')
    expect(markedIn(paragraph, 'bold').join(' ')).toContain(DEAL)
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'العودة إلى النتائج' })
    expect((await bot.playground.waitForMessage({ chatId: bot.reader })).text).toMatch(/^نعم/)
  })

  test('of an altered quote the change is told first, and marked word by word', async () => {
    const answer = await ask(`تحقق ترامب: «اتفاق قبل أن يكون هناك سلام»`)
    expect(answer.text).toMatch(/^لم يُقل هكذا[^\n]*\n\n.*النفي حُذف: «لا»\n.*تغيّر: «سلام»، والأصل «اتفاق»/u)
    expect(markedIn(answer, 'strikethrough')).toEqual(['سلام'])
    expect(markedIn(answer, 'underline')).toEqual(['لا', 'اتفاق'])
  })

  test('the words of another are given back to them', async () => {
    const answer = await ask(`بوتين: «${DEAL}»`.replace(/^/, 'تحقق '))
    expect(answer.text).toMatch(/^قيل هذا بنصّه، لكن قائله غيره\n\nالقائل: دونالد ترامب/)
  })

  test('what an article reports without marks is no quote', async () => {
    expect((await ask('تحقق ولم يوضح ما الذي يقصده بهذه العواقب')).text).toMatch(/^ورد هذا في مقال خبرًا/)
  })

  test('what is not on hand is never called false, and comes with what was said about it', async () => {
    const answer = await ask('هل قال بوتين «سنبني في موسكو جسرا طويلا إلى القمر قبل الشتاء»؟')
    expect(answer.text).toMatch(/^لا أجد هذا القول في المقالات التي لديّ\n\nمما قاله بوتين في هذا:/)
    expect(answer.text).toContain(MOSCOW)
    expect(answer.text).not.toMatch(/كاذب|كذب|خطأ/)
  })

  test('several quotes get a line each, with a button each', async () => {
    const answer = await ask(
      `تحقق قال ترامب: «${DEAL}». ورد بوتين: «في المرة القادمة، في باريس». وأضاف: «سنزرع ألف شجرة في الصحراء كل عام».`,
    )
    expect(answer.text).toMatch(/^تحققت من 3\u00A0اقتباسات\n/)
    expect(answer.text).toMatch(/نعم، قيل[\s\S]*الاسم تغيّر: «باريس»، والأصل «موسكو»[\s\S]*لا أجد هذا القول/)
    expect(buttonsOf(answer)).toEqual(expect.arrayContaining(['1', '2']))
    expect(buttonsOf(answer)).not.toContain('3')
  })

  test('a forwarded message is verified, and so is the caption of a forwarded picture', async () => {
    const from = { id: bot.reader, is_bot: false, first_name: 'ليلى', language_code: 'ar' }
    const forward_origin = { type: 'hidden_user', sender_user_name: 'قناة', date: 1 }
    const photo = [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }]
    const chat = { id: bot.reader, type: 'private', first_name: 'ليلى' }
    for (const content of [{ text: `بوتين: «${MOSCOW}»` }, { photo, caption: `«${MOSCOW}»، قال بوتين` }]) {
      bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 31_000))
      const after = bot.playground.messages(bot.reader).at(-1)?.change ?? 0
      bot.playground.pushUpdate({
        message: { message_id: 900, date: 1, chat, from, forward_origin, ...content },
      } as never)
      expect((await bot.playground.waitForMessage({ chatId: bot.reader, after })).text).toMatch(/^نعم، قيل هذا بنصّه/)
    }
  })

  test('a person’s reply to a message verifies that message', async () => {
    const asked = bot.playground.say({ text: `«${MOSCOW}»`, chatId: bot.reader, from: bot.reader })
    await bot.playground.waitForMessage({ chatId: bot.reader })
    bot.playground.say({ text: '/verify', chatId: bot.reader, from: bot.reader, replyTo: asked })
    expect((await bot.playground.waitForMessage({ chatId: bot.reader })).text).toMatch(/^نعم/)
  })

  test('without words it says how', async () => {
    expect((await ask('/verify')).text).toMatch(/^اكتب القول بعد الكلمة/)
    expect((await ask('/verify ؟!')).text).toMatch(/^اكتب القول بعد الكلمة/)
  })
})

describe('in English', () => {
  test('the same answers in English, of English quotes', async () => {
    const { english } = bot
    expect((await ask('Did Trump say "There’s no deal until there’s a deal"?', english)).text).toMatch(
      /^\W*Yes, said in these words/,
    )
    expect((await ask('/verify Putin: “Next time in Paris”', english)).text).toMatch(
      /^\W*Not in these words[^\n]*\n\n\W*Name changed: “Paris”, originally “Moscow”/,
    )
    expect((await ask('/verify Putin: “We will build a very long bridge to the moon”', english)).text).toMatch(
      /^\W*This quote is not in the articles I have/,
    )
  })
})

describe('in a group', () => {
  const aGroup = () => bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })

  test('a member who names the bot in reply to a post has that post verified, in one message', async () => {
    const chatId = aGroup()
    for (const words of ['تحقق', '/verify', 'هل قال هذا؟']) {
      bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
      const post = bot.playground.say({ text: `بوتين: «في المرة القادمة، في باريس» ${words}`, chatId, from: bot.admin })
      const botUsername = bot.playground.bot.username
      const text = words.startsWith('/') ? `${words}@${botUsername}` : `@${botUsername} ${words}`
      const asked = bot.playground.say({ text, chatId, from: bot.member, replyTo: post })
      const answer = await bot.playground.waitForMessage({ chatId })
      expect(answer.text, words).toMatch(/^لم يُقل هكذا/)
      expect(answer.text, words).toContain('والأصل «موسكو»')
      expect(answer.replyTo, words).toBe(asked)
    }
  })

  test('the same question again points to its answer, and a flood is slowed down', async () => {
    const chatId = aGroup()
    const text = `@${bot.playground.bot.username} تحقق ${DEAL}`
    const say = async (words: string) => {
      bot.playground.say({ text: words, chatId, from: bot.member })
      return await bot.playground.waitForMessage({ chatId })
    }
    expect((await say(text)).text).toMatch(/^نعم/)
    expect((await say(text)).text).not.toMatch(/^نعم/)
    for (let index = 2; index < MOST_A_MINUTE; index += 1) await say(`${text} ${index}`)
    expect((await say(`${text} أخيرا`)).text).toMatch(/ثاني|ثوان/)
  })
})
