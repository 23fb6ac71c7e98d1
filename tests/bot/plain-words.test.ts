import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
  // on a busy machine the articles come after the first answers
  while (!(await ask('/articles')).text.includes('ألاسكا')) await new Promise((resolve) => setTimeout(resolve, 500))
}, 90_000)
afterAll(() => bot.close())

async function ask(text: string, chatId = bot.reader, from = bot.reader) {
  bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 31_000))
  bot.playground.say({ text, chatId, from })
  return bot.playground.waitForMessage({ chatId })
}

async function press(button: string, chatId = bot.reader, from = bot.reader) {
  await bot.playground.press({ chatId, from, button })
  return bot.playground.waitForMessage({ chatId })
}

const STICKER = {
  file_id: 'a',
  file_unique_id: 'a',
  type: 'regular',
  width: 1,
  height: 1,
  is_animated: false,
  is_video: false,
}

const latest = () => bot.playground.messages(bot.reader).at(-1)?.change ?? 0

/** A message of a kind that the playground cannot write. */
function push(content: object, id: number) {
  const { reader } = bot
  const message = { message_id: id, date: 1, chat: { id: reader, type: 'private', first_name: 'ليلى' } } as const
  const from = { id: reader, is_bot: false, first_name: 'ليلى', language_code: 'ar' }
  bot.playground.pushUpdate({ message: { ...message, from, ...content } } as never)
}

const buttonsOf = ({ keyboard }: { keyboard: readonly (readonly { text: string }[])[] }) =>
  keyboard.flat().map(({ text }) => text)

describe('plain words in private', () => {
  test('ask for somebody’s quotes, however the name is spelt', async () => {
    for (const text of ['ماذا قال بوتين؟', 'تصريحات بوتين', 'What did بوتين say']) {
      expect((await ask(text)).text, text).toMatch(/^فلاديمير بوتين\n/)
    }
    for (const text of ['ماذا قال زلينسكي', '/quotes زلينسكي', 'اقتباسات زلينسكي']) {
      expect((await ask(text)).text, text).toMatch(/^فولوديمير زيلينسكي\n/)
    }
    for (const text of ['ماذا قال زيلينسكي عن الحرب', 'اقتباسات زلينسكي عن الحرب', '/quotes زيلينسكي about الحرب']) {
      const { text: found } = await ask(text)
      expect(found, text).toMatch(/^(?:نتيج|\d+\s نتائج|\d+\s?نت)/)
      expect(found, text).toContain('الحرب')
    }
  })

  test('a story told in both languages is quoted in the reader’s', async () => {
    const arabic = await ask('/quotes')
    expect(arabic.text).toContain('لا اتفاق قبل أن يكون هناك اتفاق')
    const english = await ask('/quotes', bot.english, bot.english)
    expect(english.text).toContain("There's no deal until there's a deal")
    expect(english.text).not.toContain('دونالد ترامب')
  })

  test('offer the near name as a button, and for an unknown one whoever is quoted most', async () => {
    const near = await ask('اقتباسات بوتمن')
    expect(near.text).toContain('هل تقصد')
    expect((await press('فلاديمير بوتين')).text).toMatch(/^فلاديمير بوتين/)
    const unknown = await ask('اقتباسات ميركل')
    expect(unknown.text).toContain('لم أجد أقوالًا لـ«ميركل»')
    expect(buttonsOf(unknown)).toContain('دونالد ترامب')
    expect((await press('ابحث عن «ميركل»')).text).toContain('لـ«ميركل»')
  })

  test.each(['من حضر القمة؟', 'من حضر القمة مع ترامب؟', 'من رافق بوتين إلى القمة؟'])(
    'ask who was there, and the first hits name them: %s',
    async (question) => {
      expect((await ask(question)).text).toContain('ماركو روبيو')
    },
  )

  test('ask for a summary', async () => {
    expect((await ask('لخّص لي قمة ألاسكا')).text).toContain('الملخص')
    expect((await ask('لخص')).text).toContain('الملخص')
  })

  test('are answered shortly where they are small talk', async () => {
    expect((await ask('شكرا')).text).toContain('على الرحب')
    expect((await ask('👍')).text.length).toBeLessThan(60)
    expect(buttonsOf(await ask('مرحبا'))).toContain('ماذا أستطيع أن أطلب؟')
  })

  test('mean the latest briefing, and what is new', async () => {
    expect((await ask('موجز اليوم')).text).toContain('المصدر')
    expect((await ask('ما الجديد؟')).text).toContain('نشرة مُوجَز')
  })

  test('a typo of a command has a button that runs it', async () => {
    const typo = await ask('اقتباصات')
    expect(typo.text).toContain('هل تقصد «اقتباسات»')
    expect((await press('اقتباسات')).text).toContain('من قال ماذا')
    await ask('/sumary الرسوم')
    expect(buttonsOf(await ask('/sumary ألاسكا'))).toContain('/summary')
    expect((await press('/summary')).text).toContain('الملخص')
  })

  test('a misspelt word has a button that searches for the right one; what was understood stands after the hits', async () => {
    const missed = await ask('ceasfire')
    expect(buttonsOf(missed)).toContain('ceasefire')
    expect((await press('ceasefire')).text).toContain('ceasefire')
    const { text } = await ask('زلينسكي الهدنة')
    expect(text.indexOf('1. ')).toBeGreaterThan(0)
    expect(text.indexOf('بدل «زلينسكي»')).toBeGreaterThan(text.indexOf('1. '))
  })

  test('what can’t be read gets one line for several in a row', async () => {
    const before = bot.playground.messages(bot.reader).length
    const after = latest()
    for (const id of [900_001, 900_002]) push({ sticker: STICKER }, id)
    expect((await bot.playground.waitForMessage({ chatId: bot.reader, after })).text).toContain('أقرأ النصوص')
    await ask('شكرا')
    expect(bot.playground.messages(bot.reader).length).toBe(before + 3)
  })

  test('a command counts in a caption and in an edited message; other words there do not', async () => {
    const after = latest()
    push({ photo: [], caption: 'وقف إطلاق النار' }, 900_003)
    push({ photo: [], caption: '/people' }, 900_004)
    expect((await bot.playground.waitForMessage({ chatId: bot.reader, after })).text).toContain('شخصيات')
    const typed = bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/sumary' })
    await bot.playground.waitForMessage({ chatId: bot.reader })
    bot.playground.editOwn({ chatId: bot.reader, messageId: typed, text: '/summary' })
    expect(
      (await bot.playground.waitForMessage({ chatId: bot.reader, where: ({ text }) => !text.includes('هل تقصد') }))
        .text,
    ).toContain('الملخص')
  })
})

describe('plain words in a group', () => {
  test.each([['ملخص'], ['من حضر القمة'], ['الصين'], ['لخّص قمة ألاسكا'], ['ماذا قال بوتين']])(
    'that name the bot are answered: %s',
    async (words) => {
      const { text } = await ask(`@${bot.playground.bot.username} ${words}`, bot.group, bot.member)
      expect(text.length).toBeGreaterThan(20)
    },
  )

  test('a misspelt command after the bot’s name has a button', async () => {
    const typo = await ask(`@${bot.playground.bot.username} ملخض`, bot.group, bot.member)
    expect(typo.text).toContain('هل تقصد «ملخص»')
    expect((await press('ملخص', bot.group, bot.member)).text).toContain('الملخص')
  })
})
