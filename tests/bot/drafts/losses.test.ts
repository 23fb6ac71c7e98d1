import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
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
  passTo,
  passToDraft,
  postsIn,
  pressForged,
  pressIn,
} from './an-editorial.ts'

const BEFORE = 'وقالت وزيرة النقل سلمى الراوي: «سنفتح المعبر الجديد يوم الأحد أمام جميع السكان».'
const AFTER = 'وقالت وزيرة النقل سلمى الراوي: «سنفتح المعبر الجديد يوم الخميس أمام جميع السكان».'

let bot: ABot
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  await write(BEFORE)
  bot = await aBot({ environment: { SEND_RATE: '1000' }, contentDir: dir })
})
afterEach(() => write(BEFORE))
afterAll(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

function write(sentence: string): Promise<void> {
  const head = '---\ntitle: المعبر الجديد يفتح قريبًا\nslug: crossing\nlanguage: ar\npublished: 2026-02-01\n---\n\n'
  const body = ['أعلنت وزارة النقل موعد افتتاح المعبر الجديد بين الضفتين.', sentence, 'وانتهت أعمال البناء في الشتاء.']
  return writeFile(join(dir, 'crossing.md'), `${head}${body.join('\n\n')}\n`)
}

const approve = (chatId: number, from: number) => bot.playground.press({ chatId, from, button: 'اعتمد' })
const posted = ({ channel }: Editorial) =>
  bot.playground.waitForMessage({ chatId: channel, after: 0, where: ({ text }) => text.includes('نشرة مُوجَز') })
const isLost = ({ text }: { text: string }) => text.includes('لم تصل مسودة')
const notices = (person: number) => bot.playground.messages(person).filter(isLost)

/** The managers are notified once, however many drafts don't arrive. */
async function expectToldOnce(editorial: Editorial): Promise<number> {
  await bot.playground.waitForMessage({ chatId: editorial.owner, after: 0, where: isLost })
  const dueAt = await passToDraft(bot, editorial)
  await aWhile()
  expect(notices(editorial.owner)).toHaveLength(1)
  expect(postsIn(bot, editorial)).toEqual([])
  return dueAt
}

describe('editors who can’t be reached', () => {
  test('after a kick from their group the managers are notified once; back in, the draft arrives', async () => {
    const editorial = await anEditorial(bot)
    const { group, owner } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    bot.playground.kickBot({ chatId: group })
    await bot.playground.waitUntilTaken()
    await passTo(bot, dueAt)
    const nextDueAt = await expectToldOnce(editorial)
    bot.playground.addBot({ chatId: group, as: 'member' })
    const again = await draftIn(bot, group, 'لا تُنشر حتى', draft.change)
    expect(again.id).not.toBe(draft.id)
    await draftIn(bot, group, 'حلّت محلها')
    await approve(group, owner)
    await passTo(bot, nextDueAt)
    await posted(editorial)
    await passToDraft(bot, editorial)
    await aWhile()
    expect(notices(owner)).toHaveLength(1)
  })

  test('also when no update reported the kick', async () => {
    const editorial = await anEditorial(bot)
    bot.playground.faults.plan({
      ...{ methods: ['sendMessage'], chatId: editorial.group },
      strike: { kind: 'refuse', code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
    })
    await passToDraft(bot, editorial)
    await expectToldOnce(editorial)
    bot.playground.faults.clear()
  })

  test('muted, or in a topic that is closed', async () => {
    const muted = await anEditorial(bot)
    bot.playground.setMember({
      ...{ chatId: muted.group, userId: bot.playground.bot.id },
      ...{ status: 'restricted', without: ['can_send_messages'] },
    })
    await passToDraft(bot, muted)
    await expectToldOnce(muted)
    bot.playground.setMember({ chatId: muted.group, userId: bot.playground.bot.id, status: 'member' })
    await draftIn(bot, muted.group)

    const closed = await anEditorial(bot, { editors: 'none', kind: 'forum' })
    const { group, owner, title } = closed
    const threadId = bot.playground.addTopic({ chatId: group, name: 'مسودات' })
    bot.playground.say({ chatId: group, from: owner, text: '/channels', threadId })
    const [link] = (await bot.playground.waitForMessage({ chatId: group })).keyboard.flat()
    await ask(bot, `/start ${link !== undefined && 'url' in link ? link.url.split('?start=')[1] : ''}`, owner)
    await pressIn(bot, owner, owner, title)
    bot.playground.closeTopic({ chatId: group, threadId })
    await bot.playground.waitUntilTaken()
    await passToDraft(bot, closed)
    await expectToldOnce(closed)
    bot.playground.reopenTopic({ chatId: group, threadId })
    expect((await draftIn(bot, group)).threadId).toBe(threadId)
  })

  test('a former admin whose removal was missed gets no draft in private', async () => {
    const editorial = await anEditorial(bot, { editors: 'private' })
    const { owner } = editorial
    const user = { id: owner, is_bot: false, first_name: 'سلمى' }
    bot.playground.faults.plan({
      ...{ methods: ['getChatMember'], strike: { kind: 'answer', result: { status: 'member', user } } },
    })
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 120_000))
    await passToDraft(bot, editorial)
    await bot.playground.waitForMessage({ chatId: owner, after: 0, where: isLost })
    bot.playground.faults.clear()
    expect(bot.playground.messages(owner).filter(({ text }) => text.startsWith('مسودة نشرة'))).toEqual([])
  })

  test('after a block in private another manager chooses another place', async () => {
    const editorial = await anEditorial(bot, { editors: 'private' })
    const { owner, channel, editor } = editorial
    bot.playground.setMember({ chatId: channel, userId: editor, status: 'administrator' })
    bot.playground.blockBot(owner)
    await bot.playground.waitUntilTaken()
    const dueAt = await passToDraft(bot, editorial)
    await bot.playground.waitForMessage({ chatId: editor, after: 0, where: isLost })
    await ask(bot, '/channels', editor)
    await pressIn(bot, editor, editor, new RegExp(`${editorial.title}$`))
    await chooseEditors(bot, { ...editorial, owner: editor }, 'هذه المحادثة')
    await draftIn(bot, editor)
    await approve(editor, editor)
    await passTo(bot, dueAt)
    await posted(editorial)
  })

  test('after /forget get no drafts; nothing is posted', async () => {
    const editorial = await anEditorial(bot, { editors: 'private' })
    const { owner } = editorial
    await aDraft(bot, editorial, owner)
    await ask(bot, '/forget', owner)
    await bot.playground.press({ chatId: owner, from: owner, button: 'نعم، احذف كل شيء' })
    expect((await bot.playground.waitForMessage({ chatId: owner })).text).toContain('حُذف')
    await passToDraft(bot, editorial)
    await aWhile()
    expect(postsIn(bot, editorial)).toEqual([])
  })
})

describe('a group that becomes a supergroup', () => {
  test.each(['service message', 'error'] as const)('keeps its drafts, learnt by the %s', async (how) => {
    const editorial = await anEditorial(bot, { kind: 'group' })
    const { group, owner } = editorial
    const { draft, dueAt } = await aDraft(bot, editorial)
    let moved = group
    if (how === 'service message') moved = bot.playground.upgradeGroup(group)
    else {
      bot.playground.faults.plan({ methods: ['editMessageText'], chatId: group, times: 1, strike: { kind: 'upgrade' } })
      await bot.playground.press({ chatId: group, from: owner, button: 'أوقف النشر' })
      const { answer } = await bot.playground.waitForRequest({
        where: ({ params, answer }) =>
          params.chat_id === group && answer.kind === 'error' && answer.parameters.migrate_to_chat_id !== undefined,
      })
      moved = answer.kind === 'error' ? (answer.parameters.migrate_to_chat_id ?? 0) : 0
    }
    const again = await draftIn(bot, moved)
    expect(callbackOf(again, 'اعتمد')).toBe(callbackOf(draft, 'اعتمد'))
    expect((await approve(moved, owner)).text).toBe('اعتُمدت.')
    await passTo(bot, dueAt)
    await posted(editorial)
    await draftIn(bot, moved, 'نُشرت')
    const { draft: next } = await aDraft(bot, editorial, moved)
    expect(next.chatId).toBe(moved)
    expect(notices(owner)).toEqual([])
  })
})

describe('a channel', () => {
  test('that is paused, ended or gone withdraws waiting drafts, and posts nothing', async () => {
    const acts: readonly ((editorial: Editorial) => Promise<unknown> | unknown)[] = [
      ({ owner }) => bot.playground.press({ chatId: owner, from: owner, button: 'إيقاف مؤقت' }),
      async ({ owner }) => {
        await pressIn(bot, owner, owner, 'إلغاء النشرة')
        await pressIn(bot, owner, owner, 'نعم، ألغِ النشرة')
      },
      ({ channel }) => bot.playground.kickBot({ chatId: channel }),
      ({ channel }) => {
        const without = ['can_post_messages']
        const bots = { chatId: channel, userId: bot.playground.bot.id }
        bot.playground.setMember({ ...bots, status: 'administrator', without })
      },
    ]
    for (const act of acts) {
      const waiting = await anEditorial(bot)
      const approved = await anEditorial(bot)
      const { draft } = await aDraft(bot, waiting)
      await draftIn(bot, approved.group)
      await approve(approved.group, approved.owner)
      await draftIn(bot, approved.group, 'الاعتماد')
      for (const editorial of [waiting, approved]) {
        await act(editorial)
        await draftIn(bot, editorial.group, 'سُحبت')
      }
      const refused = await pressForged(bot, waiting.group, waiting.editor, callbackOf(draft, 'اعتمد'))
      expect(refused).toMatchObject({ show_alert: true })
      await passTo(bot, bot.clock.now().getTime() + 60 * 60_000)
      await aWhile()
      for (const editorial of [waiting, approved]) expect(postsIn(bot, editorial)).toEqual([])
    }
  })

  test('resumed gets a withdrawn draft’s articles in the next one', async () => {
    const editorial = await anEditorial(bot)
    const { owner, group } = editorial
    await aDraft(bot, editorial)
    await approve(group, owner)
    await draftIn(bot, group, 'الاعتماد')
    await pressIn(bot, owner, owner, 'إيقاف مؤقت')
    const withdrawn = await draftIn(bot, group, 'سُحبت')
    await pressIn(bot, owner, owner, 'استئناف')
    await bot.running.tick()
    const again = await draftIn(bot, group, 'لا تُنشر حتى', withdrawn.change)
    expect(again.text).toContain('مقال جديد')
    await approve(group, owner)
    const due = await bot.running.nextDigest()
    await passTo(bot, due ?? 0)
    await posted(editorial)
    await draftIn(bot, group, 'نُشرت')
    expect(postsIn(bot, editorial)).toHaveLength(1)
  })
})

describe('an article that changes', () => {
  test('is corrected in a draft, under its intro, and in an approved digest, before anybody else sees it', async () => {
    const waiting = await anEditorial(bot)
    const approved = await anEditorial(bot)
    for (const { owner } of [waiting, approved]) {
      await ask(bot, '/channels 2 أقسام خلاصة اقتباس', owner)
    }
    const { dueAt } = await aDraft(bot, waiting)
    await draftIn(bot, approved.group, 'يوم الأحد')
    for (const { group, editor } of [waiting, approved]) {
      await bot.playground.press({ chatId: group, from: editor, button: 'أضف مقدمة' })
      const question = await bot.playground.waitForMessage({
        ...{ chatId: group },
        where: ({ text }) => text.includes('ردًّا على هذه'),
      })
      bot.playground.say({ chatId: group, from: editor, text: 'موعدنا يوم الأحد', replyTo: question.id })
      await draftIn(bot, group, 'موعدنا يوم الأحد')
    }
    await approve(approved.group, approved.editor)
    await draftIn(bot, approved.group, 'الاعتماد')
    await write(AFTER)
    for (const { group } of [waiting, approved]) {
      const shown = await draftIn(bot, group, 'الجديد يوم الخميس')
      expect(shown.text).toContain('موعدنا يوم الأحد')
      expect(shown.text).not.toContain('الجديد يوم الأحد')
    }
    await approve(waiting.group, waiting.editor)
    await passTo(bot, dueAt)
    for (const editorial of [waiting, approved]) {
      const post = await posted(editorial)
      expect(post.text).toMatch(/^موعدنا يوم الأحد[\s\S]*الجديد يوم الخميس/)
      expect(post.text).not.toContain('صُحّح')
    }
    await write(BEFORE)
    const corrected = await bot.playground.waitForMessage({
      ...{ chatId: waiting.channel, after: 0, timeoutMs: 10_000 },
      where: ({ text }) => text.includes('صُحّح في'),
    })
    expect(corrected.text).toMatch(/^موعدنا[\s\S]*الجديد يوم الأحد/)
  })
})
