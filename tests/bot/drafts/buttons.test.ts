import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import { type ABot, aBot } from '../a-bot.ts'
import {
  aDraft,
  anEditorial,
  ask,
  aWhile,
  callbackOf,
  draftIn,
  labels,
  passTo,
  passToDraft,
  postsIn,
  pressForged,
  pressIn,
} from './an-editorial.ts'

const OWNER = 4711
const logged: { readonly msg: string }[] = []
let bot: ABot
beforeAll(async () => {
  const environment = { SEND_RATE: '1000', OWNER_IDS: String(OWNER) }
  bot = await aBot({ environment, logged: (line) => logged.push(JSON.parse(line)) })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
})
afterAll(() => bot.close())

const LEAD = DRAFT_LEAD_MS

const decide = (chatId: number, from: number, button: string) => bot.playground.press({ chatId, from, button })

describe('a draft', () => {
  test('shows the digest under its channel and time; approved in time it is posted at that time', async () => {
    const editorial = await anEditorial(bot)
    const { draft, dueAt } = await aDraft(bot, editorial)
    expect(draft.text).toContain(`«${editorial.title}»`)
    expect(draft.text).toContain('08:00')
    expect(labels(draft)).toEqual(expect.arrayContaining(['اعتمد', 'أوقف النشر', 'أضف مقدمة']))
    expect(await decide(editorial.group, editorial.editor, 'اعتمد')).toMatchObject({
      text: 'اعتُمدت.',
      showAlert: false,
    })
    const approved = await draftIn(bot, editorial.group, 'الاعتماد: حسن')
    expect(approved.id).toBe(draft.id)
    expect(approved.text).toContain('النشر يوم')
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    await passTo(bot, dueAt)
    const post = await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    expect(draft.text.endsWith(post.text)).toBe(true)
    // what decides stands first
    expect(draft.keyboard.slice(-post.keyboard.length)).toEqual(post.keyboard)
    expect(draft.keyboard[0]?.map(({ text }) => text)).toContain('اعتمد')
    expect(await draftIn(bot, editorial.group, 'نُشرت')).toMatchObject({ id: draft.id })
    const line = logged.find(({ msg }) => msg === 'a draft was approved')
    const aHash = expect.stringMatching(/^#\S{8}$/)
    expect(line).toMatchObject({ channel: aHash, by: aHash })
  })

  test('approved late is posted at once; undecided at its time it is not, and its editors are notified once', async () => {
    const editorial = await anEditorial(bot)
    const { draft, dueAt } = await aDraft(bot, editorial)
    await passTo(bot, dueAt)
    const reminder = await bot.playground.waitForMessage({
      ...{ chatId: editorial.group, after: draft.change },
      where: ({ text }) => text.includes('حان موعد'),
    })
    expect(reminder.text).toContain(editorial.title)
    await passTo(bot, dueAt + LEAD)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    const told = bot.playground.messages(editorial.group).filter(({ text }) => text.includes('حان موعد'))
    expect(told).toHaveLength(1)
    await decide(editorial.group, editorial.owner, 'اعتمد')
    await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    expect((await draftIn(bot, editorial.group, 'نُشرت')).text).toContain('الاعتماد: سلمى')
    expect(await stats()).toMatch(/منها متأخر: 0/)
  })

  test('on hold is not posted until approved, and nobody is reminded; an approval can be undone', async () => {
    const editorial = await anEditorial(bot)
    const { dueAt } = await aDraft(bot, editorial)
    expect((await decide(editorial.group, editorial.editor, 'أوقف النشر')).text).toContain('أُوقف نشرها')
    const held = await draftIn(bot, editorial.group, 'أُوقف نشرها')
    expect(labels(held)).toContain('اعتمد')
    expect(labels(held)).not.toContain('أوقف النشر')
    await decide(editorial.group, editorial.editor, 'اعتمد')
    await draftIn(bot, editorial.group, 'الاعتماد')
    await decide(editorial.group, editorial.owner, 'أوقف النشر')
    await draftIn(bot, editorial.group, 'أُوقف نشرها', held.change)
    await passTo(bot, dueAt)
    await passTo(bot, dueAt + LEAD)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    expect(bot.playground.messages(editorial.group).some(({ text }) => text.includes('حان موعد'))).toBe(false)
    await decide(editorial.group, editorial.editor, 'اعتمد')
    await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })

  test('that waits is superseded by the next, which has its articles; its buttons go and decide nothing', async () => {
    const editorial = await anEditorial(bot)
    const { draft } = await aDraft(bot, editorial)
    const { draft: next, dueAt } = await aDraft(bot, editorial)
    const digestOf = (text: string) => text.slice(text.indexOf('نشرة مُوجَز'))
    expect(digestOf(next.text)).toBe(digestOf(draft.text))
    const old = await draftIn(bot, editorial.group, 'حلّت محلها')
    expect(old).toMatchObject({ id: draft.id, keyboard: [] })
    const data = callbackOf(draft, 'اعتمد')
    const refused = await pressForged(bot, editorial.group, editorial.editor, data)
    expect(refused).toMatchObject({ show_alert: true, text: expect.stringContaining('حلّت محلها') })
    await decide(editorial.group, editorial.editor, 'اعتمد')
    await draftIn(bot, editorial.group, 'الاعتماد')
    await passTo(bot, dueAt)
    await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    await aWhile()
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })

  test('counts as sent once it is approved: the next one brings later articles', async () => {
    const editorial = await anEditorial(bot)
    const { draft, dueAt } = await aDraft(bot, editorial)
    await decide(editorial.group, editorial.editor, 'اعتمد')
    await passTo(bot, dueAt)
    await draftIn(bot, editorial.group, 'نُشرت')
    const { draft: next } = await aDraft(bot, editorial)
    expect(next.text).toContain('لا جديد')
    expect(next.id).not.toBe(draft.id)
  })

  test('pressed by two editors at once is approved by one, and posted once', async () => {
    const editorial = await anEditorial(bot)
    const { dueAt } = await aDraft(bot, editorial)
    const [one, other] = await Promise.all([
      decide(editorial.group, editorial.owner, 'اعتمد'),
      decide(editorial.group, editorial.editor, 'اعتمد'),
    ])
    const texts = [one.text, other.text].toSorted()
    expect(texts.filter((text) => text === 'اعتُمدت.')).toHaveLength(1)
    expect(texts.filter((text) => text.startsWith('الاعتماد: '))).toHaveLength(1)
    await passTo(bot, dueAt)
    await draftIn(bot, editorial.group, 'نُشرت')
    await aWhile()
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })

  test('is decided after a restart, and one approved before it is posted after it', async () => {
    const waiting = await anEditorial(bot)
    const approved = await anEditorial(bot)
    const dueAt = await passToDraft(bot, waiting)
    await draftIn(bot, waiting.group)
    await draftIn(bot, approved.group)
    await decide(approved.group, approved.editor, 'اعتمد')
    await draftIn(bot, approved.group, 'الاعتماد')
    await bot.restart()
    await decide(waiting.group, waiting.editor, 'اعتمد')
    await passTo(bot, dueAt)
    for (const editorial of [waiting, approved]) {
      await draftIn(bot, editorial.group, 'نُشرت')
      expect(postsIn(bot, editorial)).toHaveLength(1)
    }
  })

  test('whose due time is less than the lead away is made at once', async () => {
    const editorial = await anEditorial(bot)
    const soon = new Date(bot.clock.now().getTime() + 10 * 60_000)
    const time = soon.toISOString().slice(11, 16)
    await ask(bot, `/channels 2 ${time} UTC`, editorial.owner)
    await bot.running.tick()
    await draftIn(bot, editorial.group)
  })

  test('is made for /digest in the channel: nothing is posted unreviewed', async () => {
    const editorial = await anEditorial(bot)
    bot.playground.say({ chatId: editorial.channel, from: editorial.owner, text: '/digest' })
    await draftIn(bot, editorial.group)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    await decide(editorial.group, editorial.editor, 'اعتمد')
    await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })

  test('made for /digest while the schedule is paused can be posted', async () => {
    const editorial = await anEditorial(bot)
    await ask(bot, '/channels', editorial.owner)
    await pressIn(bot, editorial.owner, editorial.owner, new RegExp(`${editorial.title}$`))
    await pressIn(bot, editorial.owner, editorial.owner, 'إيقاف مؤقت')
    bot.playground.say({ chatId: editorial.channel, from: editorial.owner, text: '/digest' })
    await draftIn(bot, editorial.group)
    expect((await decide(editorial.group, editorial.editor, 'اعتمد')).text).toBe('اعتُمدت.')
    await draftIn(bot, editorial.group, 'نُشرت')
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })

  test('keeps, when changed, why each article is there and how many more there are', async () => {
    const editorial = await anEditorial(bot)
    const { owner, group, editor, channel } = editorial
    bot.playground.say({ chatId: channel, from: owner, text: '/subscribe keywords القمة' })
    await bot.playground.waitUntilTaken()
    bot.playground.say({ chatId: channel, from: owner, text: '/subscribe most 3' })
    await bot.playground.waitUntilTaken()
    const { draft } = await aDraft(bot, editorial)
    const more = /و[^\n]*في القائمة\./u.exec(draft.text)?.[0] ?? 'no line'
    expect(draft.text).toContain('لأنك تتابع: القمة')
    await pressIn(bot, group, editor, 'رتّب المقالات أو احذف منها')
    await decide(group, editor, 'قدّم 2 ↑')
    const raised = await draftIn(bot, group, 'آخر تغيير: تقدّم')
    expect(raised.text).toContain('لأنك تتابع: القمة')
    expect(raised.text).toContain(more)
  })

  test('has its articles dropped and moved, says what was changed, and is posted so', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor, member } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    const list = await pressIn(bot, group, editor, 'رتّب المقالات أو احذف منها')
    const titles = list.text
      .split('\n')
      .slice(2)
      .map((line) => line.replace(/^\d+\. /, ''))
    expect(titles.length).toBeGreaterThan(2)
    const [first = '', second = ''] = titles
    const at = (text: string, title: string) => text.indexOf(title.slice(0, 30))
    expect(at(draft.text, first)).toBeLessThan(at(draft.text, second))
    expect(await decide(group, member, 'قدّم 2 ↑')).toMatchObject({ showAlert: true })
    await decide(group, editor, 'قدّم 2 ↑')
    const raised = await draftIn(bot, group, 'آخر تغيير: تقدّم')
    const body = (text: string) => text.slice(text.indexOf('نشرة مُوجَز'))
    expect(at(body(raised.text), second)).toBeLessThan(at(body(raised.text), first))
    await expect.poll(() => bot.playground.messages(group).find(({ id }) => id === list.id)?.text).not.toBe(list.text)
    await decide(group, editor, 'احذف 2 ✕')
    const dropped = await draftIn(bot, group, 'آخر تغيير: حُذف')
    expect(at(body(dropped.text), first)).toBe(-1)
    // a button of an older list is of what was seen then
    expect(await pressForged(bot, group, editor, callbackOf(list, 'احذف 1 ✕'))).toMatchObject({ show_alert: true })
    await decide(group, editor, 'اعتمد')
    await draftIn(bot, group, 'الاعتماد')
    await passTo(bot, dueAt)
    const post = await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
    expect(at(post.text, first)).toBe(-1)
    expect(at(post.text, second)).toBeGreaterThan(0)
  })

  test('for an English editor is English', async () => {
    const editorial = await anEditorial(bot, { editors: 'private', language: 'en' })
    await passToDraft(bot, editorial)
    const draft = await draftIn(bot, editorial.owner)
    expect(draft.text).toMatch(/^Draft of the digest of/)
    expect(labels(draft)).toEqual(expect.arrayContaining(['Approve', 'Stop publication', 'Add an intro']))
    await decide(editorial.owner, editorial.owner, 'Approve')
    expect((await draftIn(bot, editorial.owner, /Approved by .*سلمى/u)).text).toContain('goes out')
  })
})

/** The words of the owner's statistics. */
async function stats(): Promise<string> {
  return (await ask(bot, '/stats', OWNER)).text
}
