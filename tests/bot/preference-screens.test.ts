import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Adjustment, PlanPage } from '../../src/digest/preferences.ts'
import { directionOf } from '../../src/language/direction.ts'
import { namesOf } from '../../src/messages/buttons/callback-code.ts'
import { decodePress, encodePress, PLAN_PAGES } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

async function say(person: number, text: string): Promise<ChatMessage> {
  bot.playground.say({ chatId: person, from: person, text })
  return bot.playground.waitForMessage({ chatId: person })
}

/** Presses a button and returns the message as it is then, which may be as it was. */
async function press(person: number, message: ChatMessage, data: string): Promise<ChatMessage> {
  const began = performance.now()
  await bot.playground.press({ chatId: person, from: person, button: data, messageId: message.id })
  await bot.playground.waitForRequest({
    where: ({ method, params, at }) =>
      at > began && method === 'editMessageText' && Number(params.message_id) === message.id,
  })
  return bot.playground.messages(person).find(({ id }) => id === message.id) ?? message
}

function adjustmentsOn(message: ChatMessage): readonly Adjustment[] {
  return message.keyboard.flat().flatMap((button) => {
    const pressed = 'callback_data' in button ? decodePress(button.callback_data) : null
    return pressed?.kind === 'adjust' ? [pressed.adjustment] : []
  })
}

const dataOf = (adjustment: Adjustment) => encodePress({ kind: 'adjust', adjustment })

/** Opens a page from the settings of a chat that has subscribed. */
async function open(person: number, page: PlanPage): Promise<ChatMessage> {
  const home = await say(person, '/subscribe')
  if (page === 'home') return home
  const shown = page === 'preview' ? await press(person, home, dataOf({ kind: 'page', page: 'upcoming' })) : home
  return press(person, shown, dataOf({ kind: 'page', page }))
}

function expectReadable(message: ChatMessage, language: string): void {
  // a speaker's name is the article's own, whatever its letters
  const isOurs = (data: string) => {
    const pressed = decodePress(data)
    return !(pressed?.kind === 'adjust' && pressed.adjustment.kind === 'speaker')
  }
  const labels = message.keyboard
    .flat()
    .flatMap((button) => ('callback_data' in button && isOurs(button.callback_data) ? [button.text] : []))
  for (const line of [...message.text.split('\n'), ...labels]) {
    expect(line).not.toMatch(/\{|\bbutton-|undefined|NaN|\[object/)
    if (language === 'ar') expect(directionOf(line), line).not.toBe('ltr')
  }
}

const PAGES = namesOf(PLAN_PAGES)

describe.each([
  ['ar', () => bot.reader],
  ['en', () => bot.english],
])('what a chat sets, in %s', (language, personOf) => {
  beforeAll(async () => {
    await say(personOf(), '/subscribe 07:30 Africa/Cairo')
  })

  test.each(PAGES.filter((page) => page !== 'preview'))(
    'every button of the page %s answers, and the message reads right',
    async (page) => {
      const person = personOf()
      const shown = await open(person, page)
      expectReadable(shown, language)
      expect(shown.keyboard.length).toBeGreaterThan(0)
      for (const adjustment of adjustmentsOn(shown)) {
        // a press may take other buttons away, so each begins on the page
        const fresh = await open(person, page)
        const known = adjustmentsOn(fresh).some((one) => dataOf(one) === dataOf(adjustment))
        if (!known) continue
        const after = await press(person, fresh, dataOf(adjustment))
        if (adjustment.kind !== 'page' || adjustment.page !== 'preview') expectReadable(after, language)
      }
      const refused = bot.playground.requests.filter(
        ({ answer }) => answer.kind === 'error' && !answer.description.includes('not modified'),
      )
      expect(refused.map(({ method, params, answer }) => ({ method, params, answer }))).toEqual([])
    },
    60_000,
  )
})

describe('a change', () => {
  test('takes effect: times, days, quiet hours, pause, zone', async () => {
    await say(bot.reader, '/subscribe 07:30 daily Africa/Cairo')
    const times = await press(bot.reader, await open(bot.reader, 'times'), dataOf({ kind: 'time', minute: 1140 }))
    expect(times.text).toContain('07:30، 19:00')
    const days = await press(bot.reader, await open(bot.reader, 'days'), dataOf({ kind: 'days', days: '12347' }))
    expect(days.text).not.toContain('الجمعة،')
    const quiet = await press(
      bot.reader,
      await open(bot.reader, 'quiet'),
      dataOf({ kind: 'quiet', from: 1320, to: 420 }),
    )
    expect(quiet.text).toContain('الهدوء من 22:00\u00A0إلى 07:00')
    const paused = await press(bot.reader, await open(bot.reader, 'pause'), dataOf({ kind: 'pause', days: 30 }))
    expect(paused.text).toContain('موقوفة حتى')
    const due = (await bot.running.nextDigest()) ?? 0
    expect(due - bot.clock.now().getTime()).toBeGreaterThan(29 * 24 * 3_600_000)
    await press(bot.reader, paused, dataOf({ kind: 'pause', days: 0 }))
    expect((await bot.running.nextDigest()) ?? due).toBeLessThan(due)
  })

  test('of the zone takes few buttons, a region of it, or a written city', async () => {
    await say(bot.reader, '/subscribe 07:30 sun-thu Africa/Cairo')
    const zones = await open(bot.reader, 'zone')
    expect(zones.keyboard.flat().length).toBeLessThanOrEqual(15)
    const region = adjustmentsOn(zones).find((one) => one.kind === 'zones' && one.region === 8)
    if (region === undefined) throw new Error('no region')
    const cities = await press(bot.reader, zones, dataOf(region))
    expect(cities.keyboard.flat().map(({ text }) => text)).toContain('بيروت')
    expect(adjustmentsOn(cities)).toContainEqual({ kind: 'page', page: 'zone' })
    const { text } = await say(bot.reader, 'اشترك بيروت')
    expect(text).toContain('بتوقيت بيروت')
    expect(text).toContain('الأحد – الخميس')
  })

  test.each([
    ['اشترك رمضان', 'مواعيد رمضان'],
    ['اشترك هدوء', 'ساعات الهدوء'],
    ['اشترك كلمات', 'ما تتابعه'],
    ['اشترك أقسام', 'أقسام النشرة'],
  ])('that names nothing more opens its page: %s', async (words, heading) => {
    await say(bot.reader, '/subscribe 07:30 daily Africa/Cairo')
    const { text, keyboard } = await say(bot.reader, words)
    expect(text.startsWith(heading), text).toBe(true)
    expect(keyboard.flat().length).toBeGreaterThan(1)
  })

  test('of the zone is made by a shared location', async () => {
    await say(bot.reader, '/subscribe 07:30 daily Africa/Cairo')
    bot.playground.shareLocation({ chatId: bot.reader, from: bot.reader, latitude: 33.59, longitude: -7.61 })
    const answered = await bot.playground.waitForMessage({ chatId: bot.reader })
    expect(answered.text).toContain('الدار البيضاء')
    expect((await say(bot.reader, '/subscribe')).text).toContain('بتوقيت الدار البيضاء')
    const stranger = bot.playground.addPerson({ firstName: 'Sam', languageCode: 'en', started: true })
    bot.playground.shareLocation({ chatId: stranger, from: stranger, latitude: 40.71, longitude: -74.01 })
    expect((await bot.playground.waitForMessage({ chatId: stranger })).text).toContain(
      '/subscribe 07:30\u00A0America/New_York',
    )
  })

  test.each([
    ['/subscribe pause 2036-03-01', 'موقوفة حتى 1\u00A0مارس\\s2036'],
    ['/settings resume', 'النشرة القادمة'],
    ['اشترك هدوء 22:30 06:45', 'من 22:30\u00A0إلى 06:45'],
    ['/subscribe ramadan 21:00', ': 21:00'],
    ['/subscribe most 3', '3\u00A0مقالات على الأكثر'],
    ['/subscribe length long', 'طويل'],
    ['اشترك أقسام اقتباس أرقام', 'العنوان، اقتباس، أرقام'],
    ['/subscribe speakers all', 'على الأكثر'],
    ['/subscribe keywords بحيرة', 'تتابع: بحيرة'],
    ['/subscribe keywords off', 'تتابع كل المقالات'],
    ['/subscribe pause soon', 'غير مفهوم'],
    ['/subscribe quiet 9', 'غير مفهومة'],
  ])('in one line: %s', async (text, expected) => {
    expect((await say(bot.reader, text)).text).toMatch(new RegExp(expected))
  })

  test('of times keeps quiet hours and ends a pause', async () => {
    await say(bot.reader, '/subscribe quiet 22:30 06:45')
    await say(bot.reader, '/subscribe pause 2036-03-01')
    await say(bot.reader, '/subscribe 08:00')
    const { text } = await say(bot.reader, '/subscribe')
    expect(text).toContain('من 22:30\u00A0إلى 06:45')
    expect(text).not.toContain('موقوفة')
  })

  test('without a subscription saves nothing', async () => {
    const person = bot.playground.addPerson({ firstName: 'Kim', languageCode: 'en', started: true })
    expect((await say(person, '/subscribe quiet 22:00 07:00')).text).toContain('no subscription')
    expect(await say(person, '/subscribe')).toMatchObject({ text: expect.stringContaining('When would you like') })
  })
})

describe('what destroys', () => {
  test('is asked about first, and can be undone', async () => {
    const person = bot.playground.addPerson({ firstName: 'نور', languageCode: 'ar', started: true })
    await say(person, '/subscribe 07:35 الأحد-الخميس الرياض')
    await say(person, '/subscribe most 3')
    const home = await say(person, '/subscribe')
    const asked = await press(person, home, encodePress({ kind: 'unsubscribe' }))
    expect(asked.text).toContain('هل ألغي')
    const kept = await press(person, asked, encodePress({ kind: 'unsubscribing', act: 'keep' }))
    expect(kept.text).toContain('07:35')
    const again = await press(person, kept, encodePress({ kind: 'unsubscribe' }))
    const ended = await press(person, again, encodePress({ kind: 'unsubscribing', act: 'sure' }))
    expect(ended.text).toContain('أُلغي')
    expect((await press(person, ended, encodePress({ kind: 'unsubscribing', act: 'undo' }))).text).toContain('07:35')
    const back = await say(person, '/subscribe')
    expect(back.text).toContain('الأحد – الخميس الساعة 07:35 بتوقيت الرياض'.replace('35 ب', '35\u00A0ب'))
    expect(back.text).toContain('3\u00A0مقالات على الأكثر')
  })

  test('the last time of day is not taken away silently', async () => {
    const person = bot.playground.addPerson({ firstName: 'نور', languageCode: 'ar', started: true })
    await say(person, '/subscribe 08:00')
    const asked = await press(person, await open(person, 'times'), dataOf({ kind: 'time', minute: 480 }))
    expect(asked.text).toContain('هل ألغي')
  })

  test('/forget asks, and keeps all unless that is confirmed', async () => {
    const person = bot.playground.addPerson({ firstName: 'نور', languageCode: 'ar', started: true })
    await say(person, '/subscribe 08:00')
    const asked = await say(person, 'انسني')
    expect((await press(person, asked, encodePress({ kind: 'forget', act: 'keep' }))).text).toContain('لم يُحذف')
    expect((await say(person, '/subscribe')).text).toContain('08:00')
    const again = await say(person, '/forget')
    expect((await press(person, again, encodePress({ kind: 'forget', act: 'sure' }))).text).toContain('حُذف كل')
    expect((await say(person, '/subscribe')).text).not.toContain('08:00 ')
  })
})

describe('a preview', () => {
  test('shows the next five posts, and the digest as it would look, and marks nothing', async () => {
    await say(bot.english, '/subscribe 07:30 19:00 daily Asia/Riyadh')
    await say(bot.english, '/subscribe sections line quote')
    await say(bot.english, '/subscribe most 2')
    const upcoming = await open(bot.english, 'upcoming')
    expect(upcoming.text.match(/(?:07:30|19:00)/g)?.length).toBe(5)
    const preview = await open(bot.english, 'preview')
    expect(preview.text).toContain('7\u00A0new articles')
    expect(preview.text).toContain('And 5\u00A0more')
    expect((await open(bot.english, 'preview')).text).toBe(preview.text)
    expect(preview.text).toMatch(/^Preview/)
    const { text: digest } = await say(bot.english, '/digest')
    expect(preview.text.endsWith(digest)).toBe(true)
    const sample = await open(bot.english, 'preview')
    expect(sample.text).toMatch(/sample of the latest articles[\s\S]*3\u00A0new articles/)
  })
})

describe('following', () => {
  test('limits the digest to matching articles, each with its reason, and a button says why', async () => {
    const person = bot.playground.addPerson({ firstName: 'هدى', languageCode: 'ar', started: true })
    await say(person, '/subscribe 07:30')
    await say(person, '/subscribe speakers بوتين')
    const digest = await say(person, '/digest')
    expect(digest.text).not.toContain('9\u00A0مقالات')
    expect(digest.text).toContain('لأن فيه قولًا لمن تتابع: بوتين')
    const why = await bot.playground.press({ chatId: person, from: person, button: encodePress({ kind: 'why' }) })
    expect(why).toMatchObject({ showAlert: true, text: expect.stringContaining('بوتين') })
    expect(why.text.length).toBeLessThanOrEqual(200)
  })

  test('sends one line when nothing matches, by choice', async () => {
    const person = bot.playground.addPerson({ firstName: 'Lea', languageCode: 'en', started: true })
    await say(person, '/subscribe 07:30')
    await say(person, '/subscribe keywords zeppelins')
    expect((await say(person, '/digest')).text).toContain('Nothing is new')
    await say(person, '/subscribe empty line')
    expect((await say(person, '/digest')).text).toContain('nothing is new since your last digest')
  })
})

describe('in a group', () => {
  test('an admin alone sets anything, and each topic for itself', async () => {
    const forum = bot.playground.addSupergroup({
      ...{ title: 'المنتدى', creator: bot.admin, members: [bot.member], forum: true },
    })
    const threads = ['أخبار', 'رياضة'].map((name) => bot.playground.addTopic({ chatId: forum, name }))
    const [news = 0, sport = 0] = threads
    const sayThere = async (from: number, text: string, threadId: number) => {
      bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 6_000))
      bot.playground.say({ chatId: forum, from, text, threadId })
      return bot.playground.waitForMessage({ chatId: forum })
    }
    await sayThere(bot.admin, '/subscribe 07:30', news)
    await sayThere(bot.admin, '/subscribe 08:30', sport)
    await sayThere(bot.admin, '/subscribe most 3', news)
    const home = await sayThere(bot.admin, '/subscribe', news)
    expect(home.text).toContain('3\u00A0مقالات على الأكثر')
    expect((await sayThere(bot.admin, '/subscribe', sport)).text).toContain('10\u00A0مقالات على الأكثر')
    const button = dataOf({ kind: 'page', page: 'times' })
    const refused = await bot.playground.press({ chatId: forum, from: bot.member, button, messageId: home.id })
    expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('للمشرفين') })
    expect((await sayThere(bot.member, '/subscribe quiet 22:00 07:00', news)).text).toContain('للمشرفين')
  })
})
