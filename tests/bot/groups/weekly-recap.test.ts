import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000', DEFAULT_TIMEZONE: 'Africa/Cairo' } })
  // on a Wednesday, whatever today is: a recap that is chosen on a Sunday morning is due that day
  const today = Math.floor(bot.clock.now().getTime() / DAY_MS)
  bot.clock.jumpTo(new Date((today + 7 - ((today + 1) % 7)) * DAY_MS + 12 * 60 * MINUTE_MS))
})
afterAll(() => bot.close())

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

function aGroup() {
  return bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
}

async function ask(text: string, chatId: number, from = bot.member) {
  bot.playground.say({ text, chatId, from })
  return bot.playground.waitForMessage({ chatId })
}

async function choose(chatId: number, button: string, setting = 'ملخص الأسبوع') {
  await ask('/settings', chatId, bot.admin)
  await bot.playground.press({ chatId, from: bot.admin, button: setting })
  await bot.playground.waitForMessage({ chatId })
  await bot.playground.press({ chatId, from: bot.admin, button })
  return bot.playground.waitForMessage({ chatId })
}

/** A minute before, and then at, the next Sunday 10:00 in Cairo. */
async function comeToSunday(minutesAfter: number) {
  const day = Math.floor(bot.clock.now().getTime() / DAY_MS)
  const sunday = day + ((10 - (day % 7)) % 7 || 7)
  const ten = (hours: number) => sunday * DAY_MS + hours * 60 * MINUTE_MS
  const inCairo = new Intl.DateTimeFormat('en', { timeZone: 'Africa/Cairo', hour: 'numeric', hourCycle: 'h23' })
  const at = [ten(7), ten(8)].find((moment) => inCairo.format(moment) === '10') ?? 0
  bot.clock.jumpTo(new Date(at + minutesAfter * MINUTE_MS))
  await bot.running.tick()
}

const told = (chatId: number) =>
  bot.playground.messages(chatId).filter(({ text }) => /الأكثر بحثًا: |Most searched: /.test(text))
const newWords = (chatId: number) => told(chatId).map(({ text }) => text)

async function searchInTurn(chatId: number, words: readonly string[]) {
  for (const word of words) {
    await ask(`/search ${word}`, chatId)
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 31_000))
  }
}

describe('the weekly recap', () => {
  test('is sent on Sunday at ten, once, with an article and words that came twice', async () => {
    const chatId = aGroup()
    expect((await choose(chatId, 'كل يوم أحد')).text).toContain('الأسبوع: كل يوم أحد')
    await searchInTurn(chatId, ['القمّة', 'القمة', 'سرّي', 'النفط و الغاز'])
    await ask('/summary', chatId)
    await bot.restart()
    await comeToSunday(-1)
    expect(newWords(chatId)).toEqual([])
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + MINUTE_MS))
    await bot.running.tick()
    await bot.running.tick()
    await expect.poll(() => newWords(chatId).length).toBe(1)
    await bot.restart()
    await bot.running.tick()
    const [line] = told(chatId)
    expect(line?.text).toContain('الأكثر قراءة')
    expect(line?.text).toMatch(/الأكثر بحثًا: القمة$/)
    expect(line?.keyboard.flat()).toHaveLength(1)
    expect(newWords(chatId)).toHaveLength(1)
  })

  test('is sent in the group’s language', async () => {
    const chatId = aGroup()
    await choose(chatId, 'كل يوم أحد')
    await choose(chatId, 'English', 'اللغة')
    await searchInTurn(chatId, ['Putin', 'putin'])
    await comeToSunday(0)
    await expect.poll(() => newWords(chatId)).toEqual([expect.stringMatching(/Most searched: putin$/)])
  })

  test.each([
    ['not where nobody chose it', async () => {}],
    [
      'not where it was chosen and given up',
      async (chatId: number) => {
        await choose(chatId, 'كل يوم أحد')
        await choose(chatId, 'لا')
      },
    ],
    [
      'not where all is forgotten',
      async (chatId: number) => {
        await choose(chatId, 'كل يوم أحد')
        await searchInTurn(chatId, ['القمة'])
        await ask('/forget', chatId, bot.admin)
        await bot.playground.press({ chatId, from: bot.admin, button: 'نعم، احذف كل شيء' })
        await bot.playground.waitForMessage({ chatId })
      },
    ],
  ])('%s', async (_, before) => {
    const chatId = aGroup()
    await before(chatId)
    await searchInTurn(chatId, ['القمة', 'القمة'])
    await comeToSunday(0)
    const witness = await ask('/settings', chatId, bot.admin)
    expect(witness.text).toContain('الأسبوع: لا')
    expect(newWords(chatId)).toEqual([])
  })

  test('is not sent where nothing was counted; a member may not turn it on', async () => {
    const chatId = aGroup()
    await choose(chatId, 'كل يوم أحد')
    const before = bot.playground.messages(chatId).length
    await comeToSunday(0)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(bot.playground.messages(chatId)).toHaveLength(before)
    await ask('/settings', chatId, bot.admin)
    const answered = await bot.playground.press({ chatId, from: bot.member, button: 'ملخص الأسبوع' })
    expect(answered).toMatchObject({ showAlert: true })
    expect((await ask('/settings', chatId, bot.admin)).text).toContain('الأسبوع: كل يوم أحد')
  })

  test('is not offered in private and in channels', async () => {
    expect((await ask('/settings', bot.reader, bot.reader)).text).not.toContain('الأكثر قراءة')
    const channel = bot.playground.addChannel({ title: 'القناة', creator: bot.admin })
    expect((await ask('/settings', channel, bot.admin)).text).not.toContain('الأكثر قراءة')
  })
})
