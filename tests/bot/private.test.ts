import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import { encodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

/** Sends a text in private and waits for the bot's answer. */
async function ask(text: string, from = bot.reader): Promise<ChatMessage> {
  bot.playground.say({ chatId: from, from, text })
  return bot.playground.waitForMessage({ chatId: from })
}

/** Presses a button of the newest message that has it and waits for the result. */
async function press(button: string, from = bot.reader): Promise<ChatMessage> {
  const { change } = bot.playground.messages(from).at(-1) ?? { change: 0 }
  await bot.playground.press({ chatId: from, from, button })
  return bot.playground.waitForMessage({ chatId: from, after: change })
}

describe('in private', () => {
  test('/start says what it does and shows today’s briefing', async () => {
    const { text, keyboard } = await ask('/start')
    expect(text).toContain('قمة ألاسكا: ثلاث ساعات من المحادثات')
    expect(keyboard.flat().length).toBeGreaterThanOrEqual(4)
  })

  test('an English reader is answered in English, with the article that is in English', async () => {
    const { text } = await ask('/start', bot.english)
    expect(text).toContain('Latest briefing')
    expect(text).toContain('Three hours in Anchorage')
  })

  test('/brief opens its parts in place and leads back', async () => {
    const front = await ask('/brief alaska-summit-outcome')
    expect(front.text).toContain('المصدر: تحرير موجز')
    expect(front.text).toContain('16\u00A0أغسطس 2025')
    expect(front.keyboard.flat().length).toBeLessThanOrEqual(4)
    expect((await press('المزيد ▾')).text).toBe(front.text)
    const summary = await press('الملخص')
    expect(summary.id).toBe(front.id)
    expect(summary.text).toContain('1. ')
    expect((await press('العودة إلى الموجز')).text).toBe(front.text)
    const back = await press('العودة إلى الموجز')
    expect({ ...back, change: front.change, editDate: null }).toEqual(front)
  })

  test.each([
    ['/summary', 'الملخص'],
    ['ملخص', 'الملخص'],
    ['/people', 'شخصيات'],
    ['أرقام', 'أرقام'],
    ['/timeline', 'تسلسل الأحداث'],
    ['عناوين', 'عناوين ذات صلة'],
    ['/articles', 'مقالات'],
    ['/quotes', 'من قال ماذا'],
    ['/subscribe', 'متى تريد النشرة؟'],
    ['/privacy', 'ما يُحفظ'],
    ['/language', 'العربية'],
  ])('%s is answered', async (text, part) => {
    expect((await ask(text)).text).toContain(part)
  })

  test('/quotes with a name gives that speaker’s words over all articles', async () => {
    const { text } = await ask('اقتباسات بوتين')
    expect(text).toContain('فلاديمير بوتين')
    expect(text).not.toContain('دونالد ترامب\n')
    expect((await ask('اقتباسات زيلينسكي')).text).toContain('فولوديمير زيلينسكي')
    expect((await ask('/quotes المتنبي')).text).toContain('لم أجد أقوالًا')
  })

  test('/read pages in one message and continues where the reader stopped, also after a restart', async () => {
    const first = await ask('/read alaska-summit-outcome')
    expect(first.text).toMatch(/قمة ألاسكا/)
    const second = await press('التالي')
    expect(second.id).toBe(first.id)
    expect(second.text).not.toBe(first.text)
    await bot.restart()
    expect((await ask('/read')).text).toBe(second.text)
    expect((await ask('/read', bot.english)).text).not.toBe(second.text)
  })

  test('a pressed button works on an old message after a restart', async () => {
    await ask('/brief')
    await bot.restart()
    await press('المزيد ▾')
    expect((await press('الملخص')).text).toContain('الملخص')
  })

  test('a forged button gets a polite refusal and changes nothing', async () => {
    const before = (await ask('/brief')).text
    const { message } = { message: bot.playground.messages(bot.reader).at(-1) }
    bot.playground.pushUpdate({
      callback_query: {
        id: '77',
        from: { id: bot.reader, is_bot: false, first_name: 'ليلى' },
        chat_instance: '1',
        data: '1_f_zzzzzzzz',
        message: {
          message_id: message?.id ?? 0,
          date: 1,
          chat: { id: bot.reader, type: 'private', first_name: 'ليلى' },
        } as never,
      },
    })
    const answered = await bot.playground.waitForRequest({
      where: ({ method, params }) => method === 'answerCallbackQuery' && params.callback_query_id === '77',
    })
    expect(answered.params.show_alert).toBe(true)
    expect(bot.playground.messages(bot.reader).at(-1)?.text).toBe(before)
  })

  test('a typo gets a suggestion, other text a helpful line', async () => {
    expect((await ask('/sumary')).text).toContain('/summary')
    expect((await ask('/weather')).text).toContain('مساعدة')
    expect((await ask('/brief لا-شيء')).text).toContain('لم أجد مقالًا')
  })

  test('/brief with time for all of an article opens the article', async () => {
    const whole = await ask('/brief alaska-summit-outcome 60m')
    expect(whole.keyboard.flat().map(({ text }) => text)).toContain('احفظ')
    expect(whole.text).not.toContain('دقيقة\n')
    expect((await ask('/brief alaska-summit-outcome 1m')).text).toContain('في دقيقة')
  })

  test('any other text is a search whose passages open in place, with the words marked', async () => {
    const found = await ask('وقف إطلاق النار')
    expect(found.text).toMatch(/نتائج لـ|نتيجة لـ|نتيجتان لـ/)
    expect(found.entities.some(({ type }) => type === 'bold')).toBe(true)
    expect((await press('1')).text).toContain('السياق في المقال')
    expect((await ask('/search')).text).toContain('عمّ أبحث')
    expect((await ask('/ask متى عقدت القمة؟')).text).toContain('أغسطس')
    expect((await ask('بحث زيلنسكي')).text).toContain('زيلينسكي')
    for (const hostile of ['"', '« «', 'NEAR(a b)', "' OR 1=1 --", 'قبل:أمسسس', 'by:nobody x', 'ك'.repeat(4000)]) {
      expect((await ask(`/search ${hostile}`)).text.length).toBeGreaterThan(0)
    }
  })

  test('a sentence that begins like a command changes nothing and is searched for', async () => {
    await ask('/subscribe 07:30')
    for (const text of ['إلغاء العقوبات على روسيا', 'forget the past and move on', 'أرقام القمة في ألاسكا']) {
      expect((await ask(text)).text, text).toContain('لـ«')
    }
    expect((await ask('/subscribe')).text).toContain('07:30')
    await ask('/unsubscribe')
  })

  test('a broken connection costs neither an answer nor a button', async () => {
    bot.playground.faults.plan({
      methods: ['sendMessage', 'editMessageText'],
      times: 1,
      strike: { kind: 'drop', when: 'before' },
    })
    expect((await ask('/brief')).text).toContain('المصدر')
    bot.playground.faults.plan({ methods: ['editMessageText'], times: 1, strike: { kind: 'drop', when: 'after' } })
    await press('المزيد ▾')
    expect((await press('الملخص')).text).toContain('الملخص')
    bot.playground.faults.clear()
  })

  test('a deep link opens its screen', async () => {
    const article = keyOf('alaska-summit-outcome')
    const summary = encodePress({ kind: 'open', screen: { view: 'summary', article, page: 0 } })
    expect((await ask(`/start ${summary}`)).text).toContain('الملخص')
  })

  test('/language is stored', async () => {
    await ask('/language')
    await press('English')
    expect((await ask('/help')).text).toContain('Latest briefing')
    await ask('/language')
    await press('العربية')
    expect((await ask('/help')).text).toContain('أحدث موجز')
  })

  test('a number or hostile words as an argument change nothing', async () => {
    for (const text of [
      `/brief ${'x'.repeat(3000)}`,
      '/quotes ()[]{}.*+?^$|\\',
      '/subscribe 99:99',
      '/brief \u202E\u0000',
      '/start ../../etc',
    ]) {
      expect((await ask(text)).text.length).toBeGreaterThan(0)
    }
  })

  test('nothing that was sent was refused', () => {
    const forged = '77'
    const refused = bot.playground.requests.filter(
      ({ answer, params }) => answer.kind === 'error' && params.callback_query_id !== forged,
    )
    // an edit made again after its connection broke finds the message as it should be
    const unexpected = refused.filter(({ answer }) => !/is not modified/.test(JSON.stringify(answer)))
    expect(unexpected.map(({ method, answer }) => ({ method, answer }))).toEqual([])
  })
})
