import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodePress } from '../../../src/messages/buttons/press.ts'
import { type ABot, aBot } from '../a-bot.ts'
import {
  aDraft,
  anEditorial,
  ask,
  aWhile,
  callbackOf,
  chooseEditors,
  draftIn,
  type Editorial,
  labels,
  passTo,
  passToDraft,
  postsIn,
  pressForged,
  pressIn,
} from './an-editorial.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

const decide = (chatId: number, from: number, button: string) => bot.playground.press({ chatId, from, button })
const REFUSED = { showAlert: true, text: expect.stringContaining('لمشرفي القناة') }

/** Asks for an intro and writes it as a reply to the question; returns the bot's answer. */
async function writeIntro(editorial: Editorial, text: string, who: { from?: number; as?: 'chat' } = {}) {
  const { from = editorial.editor, as } = who
  const chatId = editorial.group
  const question = await askForIntro(editorial, from)
  bot.playground.say({ chatId, from, text, replyTo: question.id, ...(as === undefined ? {} : { as }) })
  return bot.playground.waitForMessage({ chatId, where: ({ text }) => !text.startsWith('مسودة') })
}

async function askForIntro(editorial: Editorial, from: number) {
  const drafted = bot.playground.messages(editorial.group).flatMap(labels)
  await decide(editorial.group, from, drafted.includes('عدّل المقدمة') ? 'عدّل المقدمة' : 'أضف مقدمة')
  return bot.playground.waitForMessage({
    ...{ chatId: editorial.group },
    where: ({ text }) => text.includes('ردًّا على هذه الرسالة'),
  })
}

describe('who decides', () => {
  test('are admins of the group and of the channel, anonymous ones too, and nobody else', async () => {
    const editorial = await anEditorial(bot)
    const { group, channel, member, editor } = editorial
    await aDraft(bot, editorial)
    for (const button of ['اعتمد', 'أوقف النشر', 'أضف مقدمة']) {
      expect(await decide(group, member, button)).toMatchObject(REFUSED)
    }
    // an admin of the channel who is but a member of the group
    bot.playground.setMember({ chatId: channel, userId: member, status: 'administrator' })
    expect((await decide(group, member, 'أوقف النشر')).text).toContain('أُوقف نشرها')
    bot.playground.setMember({ chatId: channel, userId: member, status: 'member' })
    await bot.playground.waitUntilTaken()
    expect(await decide(group, member, 'اعتمد')).toMatchObject(REFUSED)
    bot.playground.setMember({ chatId: group, userId: editor, status: 'administrator', anonymous: true })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    expect((await decide(group, editor, 'اعتمد')).text).toBe('اعتُمدت.')
    const approved = await draftIn(bot, group, 'الاعتماد')
    expect(approved.text).toContain('أحد المشرفين')
    expect(approved.text).not.toContain('حسن')
  })

  test('in private is that person, as long as they administer the channel', async () => {
    const editorial = await anEditorial(bot, { editors: 'private' })
    const { owner, channel, member } = editorial
    const { draft } = await aDraft(bot, editorial, owner)
    const data = callbackOf(draft, 'اعتمد')
    await ask(bot, '/help', member)
    expect(await pressForged(bot, member, member, data)).toMatchObject({ show_alert: true })
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'member' })
    await bot.playground.waitUntilTaken()
    expect(await decide(owner, owner, 'اعتمد')).toMatchObject(REFUSED)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'creator' })
    await bot.playground.waitUntilTaken()
    expect((await decide(owner, owner, 'اعتمد')).text).toBe('اعتُمدت.')
  })

  test('are no longer the former editors once others are chosen', async () => {
    const editorial = await anEditorial(bot)
    const { group, owner, editor } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    await decide(group, editor, 'اعتمد')
    const approved = await draftIn(bot, group, 'الاعتماد')
    await chooseEditors(bot, editorial, 'هذه المحادثة')
    expect(await decide(group, editor, 'أوقف النشر')).toMatchObject(REFUSED)
    expect(await pressForged(bot, editor, editor, callbackOf(draft, 'أضف مقدمة'))).toMatchObject({ show_alert: true })
    expect((await decide(group, owner, 'أوقف النشر')).text).toContain('حلّت محلها')
    expect(labels(await draftIn(bot, owner, 'أُوقف نشرها', approved.change))).toContain('اعتمد')
    await passTo(bot, dueAt)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
  })

  test('anonymously are not named in the group, wherever they press', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor } = editorial
    const { draft } = await aDraft(bot, editorial)
    bot.playground.setMember({ chatId: group, userId: editor, status: 'administrator', anonymous: true })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    await pressForged(bot, editor, editor, callbackOf(draft, 'اعتمد'))
    expect((await draftIn(bot, group, 'الاعتماد')).text).toContain('أحد المشرفين')
  })

  test('no draft goes to somebody who no longer administers the channel', async () => {
    const editorial = await anEditorial(bot, { editors: 'private' })
    const { owner, channel, editor } = editorial
    bot.playground.setMember({ chatId: channel, userId: editor, status: 'administrator' })
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'member' })
    await bot.playground.waitUntilTaken()
    await passToDraft(bot, editorial)
    const notice = await bot.playground.waitForMessage({
      ...{ chatId: editor, after: 0 },
      where: ({ text }) => text.includes('لم تصل مسودة'),
    })
    expect(notice.text).toContain(editorial.title)
    await bot.running.tick()
    expect(bot.playground.messages(owner).some(({ text }) => text.startsWith('مسودة'))).toBe(false)
  })
})

describe('who may be chosen', () => {
  test('are this chat and the groups that the person administers, checked again at the press', async () => {
    const editorial = await anEditorial(bot, { editors: 'none' })
    const { owner, group, channel } = editorial
    const list = await pressIn(bot, owner, owner, /المراجعة قبل النشر/)
    expect(list.text).toContain('بـ30\u00A0دقيقة')
    expect(labels(list)).toEqual(['بلا مراجعة', 'هذه المحادثة', expect.stringContaining('تحرير'), 'رجوع'])
    bot.playground.setMember({ chatId: group, userId: owner, status: 'member' })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    const name = labels(list)[2] ?? ''
    expect(await decide(owner, owner, name)).toMatchObject({
      showAlert: true,
      text: expect.stringContaining('مشرفيها'),
    })
    bot.playground.setMember({ chatId: group, userId: owner, status: 'creator' })
    bot.playground.setMember({
      ...{ chatId: group, userId: bot.playground.bot.id },
      ...{ status: 'restricted', without: ['can_send_messages'] },
    })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    expect((await decide(owner, owner, name)).text).toContain('لا أستطيع الكتابة')
    const stranger = { chatId: editorial.member, threadId: 0 }
    const forged = { kind: 'manage', chat: channel, managing: { act: 'editors', to: stranger } } as const
    expect(await pressForged(bot, owner, owner, encodePress(forged))).toMatchObject({ show_alert: true })
    expect((await pressIn(bot, owner, owner, 'هذه المحادثة')).text).toContain('المراجعة قبل النشر: في محادثتك معي')
  })

  test('a topic is offered by a command in it', async () => {
    const editorial = await anEditorial(bot, { editors: 'none', kind: 'forum' })
    const { owner, group, title } = editorial
    const threadId = bot.playground.addTopic({ chatId: group, name: 'مسودات' })
    bot.playground.say({ chatId: group, from: owner, text: '/channels', threadId })
    const way = await bot.playground.waitForMessage({ chatId: group })
    const [link] = way.keyboard.flat()
    const payload = link !== undefined && 'url' in link ? link.url.split('?start=')[1] : ''
    expect(payload?.length).toBeLessThanOrEqual(64)
    expect((await ask(bot, `/start ${payload}`, owner)).text).toContain('أي قناة')
    expect((await pressIn(bot, owner, owner, title)).text).toContain('في «تحرير')
    const { draft } = await aDraft(bot, editorial)
    expect(draft.threadId).toBe(threadId)
    const question = await askForIntro(editorial, owner)
    expect(question.threadId).toBe(threadId)
    bot.playground.say({ chatId: group, from: owner, text: 'صباح الخير', replyTo: question.id, threadId })
    await draftIn(bot, group, 'صباح الخير')
  })
})

describe('an intro', () => {
  test('becomes the first paragraph, plainly apart from the articles; changed, removed, and posted', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor, channel } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    const question = await askForIntro(editorial, editor)
    expect(question.askedToReply).toEqual([editor])
    expect(question.entities).toContainEqual(expect.objectContaining({ type: 'text_mention' }))
    const first = '<b>صباح الخير</b> & *أهلًا*'
    bot.playground.say({ chatId: group, from: editor, text: first, replyTo: question.id })
    const shown = await draftIn(bot, group, first)
    expect(shown.id).toBe(draft.id)
    expect(labels(shown)).toContain('احذف المقدمة')
    expect((await writeIntro(editorial, 'نقرأ اليوم:\n\n\nما جرى في ألاسكا')).text).toContain('المقدمة في المسودة')
    await draftIn(bot, group, 'نقرأ اليوم:\nما جرى في ألاسكا\n———\n')
    await decide(group, editor, 'اعتمد')
    await draftIn(bot, group, 'الاعتماد')
    await passTo(bot, dueAt)
    const post = await bot.playground.waitForMessage({ chatId: channel, after: 0 })
    expect(post.text).toMatch(/^نقرأ اليوم:\nما جرى في ألاسكا\n———\nنشرة مُوجَز/)
    expect(post.entities[0]).toMatchObject({ type: 'bold', offset: post.text.indexOf('نشرة مُوجَز') })
  })

  test('can be removed', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor, channel } = editorial
    const { dueAt } = await aDraft(bot, editorial)
    await writeIntro(editorial, 'مقدمة عابرة')
    await draftIn(bot, group, 'مقدمة عابرة')
    expect((await decide(group, editor, 'احذف المقدمة')).text).toBe('حُذفت المقدمة.')
    await draftIn(bot, group, /^(?!.*مقدمة عابرة)/s)
    await decide(group, editor, 'اعتمد')
    await passTo(bot, dueAt)
    expect((await bot.playground.waitForMessage({ chatId: channel, after: 0 })).text).toMatch(/^نشرة/)
  })

  test('that the approver has not seen yet is not posted', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    await writeIntro(editorial, 'مقدمة لم يرها')
    await draftIn(bot, group, 'مقدمة لم يرها')
    const seenBefore = callbackOf(draft, 'اعتمد')
    const told = { show_alert: true, text: expect.stringContaining('تغيّرت') }
    expect(await pressForged(bot, group, editor, seenBefore)).toMatchObject(told)
    await passTo(bot, dueAt)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
    expect((await decide(group, editor, 'اعتمد')).text).toBe('اعتُمدت.')
  })

  test('that is too long is refused with the limit, and the former stays', async () => {
    const editorial = await anEditorial(bot)
    await aDraft(bot, editorial)
    await writeIntro(editorial, 'أول مقدمة')
    await draftIn(bot, editorial.group, 'أول مقدمة')
    const refusal = await writeIntro(editorial, 'طويل '.repeat(200))
    expect(refusal.text).toMatch(/999، وأقصاه 500/)
    expect((await draftIn(bot, editorial.group, 'أول مقدمة')).text).not.toContain('طويل')
  })

  test('is accepted from an anonymous admin, who is not named, and from no member', async () => {
    const editorial = await anEditorial(bot)
    const { group, member, owner } = editorial
    await aDraft(bot, editorial)
    bot.playground.setMember({ chatId: group, userId: owner, status: 'creator', anonymous: true })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    const question = await askForIntro(editorial, owner)
    expect(question.entities.map(({ type }) => type)).not.toContain('text_mention')
    expect(question.askedToReply).toBeNull()
    bot.playground.say({ chatId: group, from: member, text: 'أنا عمر', replyTo: question.id })
    const refusal = await bot.playground.waitForMessage({ chatId: group })
    expect(refusal).toMatchObject({ visibleTo: member, text: expect.stringContaining('لمشرفي القناة') })
    bot.playground.say({ chatId: group, from: owner, text: 'من هيئة التحرير', replyTo: question.id, as: 'chat' })
    const shown = await draftIn(bot, group, 'من هيئة التحرير')
    expect(shown.text).not.toContain('أنا عمر')
  })

  test('for a decided draft is refused; a command in reply stays a command', async () => {
    const editorial = await anEditorial(bot)
    const { group, editor } = editorial
    await aDraft(bot, editorial)
    const question = await askForIntro(editorial, editor)
    bot.playground.say({ chatId: group, from: editor, text: '/articles', replyTo: question.id })
    expect((await bot.playground.waitForMessage({ chatId: group })).text).toContain('مقالات')
    await decide(group, editor, 'اعتمد')
    await draftIn(bot, group, 'الاعتماد')
    bot.playground.say({ chatId: group, from: editor, text: 'بعد الأوان', replyTo: question.id })
    const told = await bot.playground.waitForMessage({ chatId: group })
    expect(told.text).toContain('الاعتماد: حسن')
    expect((await draftIn(bot, group, 'الاعتماد')).text).not.toContain('بعد الأوان')
  })
})

test('when another place is chosen, waiting drafts move there; when none, they are withdrawn and the next digest has their articles', async () => {
  const editorial = await anEditorial(bot)
  const { owner, group } = editorial
  const { draft } = await aDraft(bot, editorial)
  await chooseEditors(bot, editorial, 'هذه المحادثة')
  expect(await draftIn(bot, group, 'حلّت محلها')).toMatchObject({ id: draft.id, keyboard: [] })
  const moved = await draftIn(bot, owner)
  expect(labels(moved)).toContain('اعتمد')
  // the card was shown before the draft
  await pressIn(bot, owner, owner, /المراجعة قبل النشر/)
  await pressIn(bot, owner, owner, 'بلا مراجعة')
  expect(await draftIn(bot, owner, 'سُحبت')).toMatchObject({ keyboard: [] })
  const due = await bot.running.nextDigest()
  await passTo(bot, due ?? 0)
  const post = await bot.playground.waitForMessage({ chatId: editorial.channel, after: 0 })
  expect(draft.text.endsWith(post.text)).toBe(true)
})
