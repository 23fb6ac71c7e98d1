import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'mujaz-content-'))
  await cp('content', contentDir, { recursive: true })
  bot = await aBot({ environment: { SEND_RATE: '1000' }, contentDir })
})
afterAll(async () => {
  await bot.close()
  await rm(contentDir, { recursive: true, force: true })
})

let articles = 0

/** One more article comes in while the bot is away. */
async function somethingHappens() {
  articles += 1
  const text = `افتتحت البلدية مكتبة عامة رقم ${articles} في الحي القديم صباح الأحد.\n\nوقالت المديرة إن المكتبة تضم ثلاثة آلاف كتاب.`
  await writeFile(
    join(contentDir, `library-${articles}.md`),
    `---\nslug: library-${articles}\ntitle: مكتبة ${articles} في الحي القديم\n---\n\n${text}\n`,
  )
  await bot.restart()
}

async function ask(text: string, chatId: number, from: number) {
  bot.playground.say({ text, chatId, from })
  return bot.playground.waitForMessage({ chatId })
}

async function nextDigest(chatId: number) {
  const { change } = bot.playground.messages(chatId).at(-1) ?? { change: 0 }
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  return bot.playground.waitForMessage({ chatId, after: change, where: ({ text }) => text.includes('نشرة مُوجَز') })
}

/** A chat that got its first digest. */
async function aFollower(chatId: number, from: number) {
  await ask('/subscribe 07:00', chatId, from)
  return nextDigest(chatId)
}

const question = (chatId: number) =>
  bot.playground.waitForMessage({ chatId, where: ({ text }) => text.includes('النشرة القادمة؟') })

describe('back after an absence', () => {
  test('a reader is asked, and may skip the missed articles', async () => {
    await aFollower(bot.reader, bot.reader)
    bot.playground.blockBot(bot.reader)
    await bot.playground.waitUntilTaken()
    await somethingHappens()
    bot.playground.unblockBot(bot.reader)
    expect((await question(bot.reader)).text).toContain('مقال واحد')
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'لا، تجاوزها' })
    expect((await bot.playground.waitForMessage({ chatId: bot.reader })).text).toContain('تجاوزت')
    expect((await nextDigest(bot.reader)).text).toContain('لا جديد')
    await ask('/unsubscribe', bot.reader, bot.reader)
  })

  test('a group’s admin may catch up with one digest; a member may not decide', async () => {
    const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
    await aFollower(chatId, bot.admin)
    bot.playground.kickBot({ chatId })
    await bot.playground.waitUntilTaken()
    await somethingHappens()
    await somethingHappens()
    bot.playground.addBot({ chatId })
    expect((await question(chatId)).text).toContain('مقالان')
    expect((await bot.playground.press({ chatId, from: bot.member, button: 'نعم' })).showAlert).toBe(true)
    await bot.playground.press({ chatId, from: bot.admin, button: 'نعم' })
    expect((await bot.playground.waitForMessage({ chatId })).text).toContain('ما فات')
    expect((await nextDigest(chatId)).text).toContain('مقالان جديدان')
    await ask('/unsubscribe', chatId, bot.admin)
  })

  test('a channel’s readers are spared the question; whoever let the bot post again is asked', async () => {
    const owner = bot.playground.addPerson({ firstName: 'سلمى', languageCode: 'ar', started: true })
    const chatId = bot.playground.addChannel({ title: 'القناة', creator: owner })
    const { change } = await aFollower(chatId, owner)
    const me = bot.playground.bot.id
    const without = ['can_post_messages']
    bot.playground.setMember({ chatId, userId: me, status: 'administrator', without })
    await bot.playground.waitUntilTaken()
    await somethingHappens()
    bot.playground.setMember({ chatId, userId: me, status: 'administrator' })
    expect((await question(owner)).text).toContain('«القناة»')
    await bot.playground.press({ chatId: owner, from: owner, button: 'لا، تجاوزها' })
    await bot.playground.waitForMessage({ chatId: owner })
    expect(bot.playground.messages(chatId).filter((message) => message.change > change)).toEqual([])
    expect((await nextDigest(chatId)).text).toContain('لا جديد')
  })

  test('nobody is asked when nothing was missed', async () => {
    const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin })
    await aFollower(chatId, bot.admin)
    bot.playground.kickBot({ chatId })
    bot.playground.addBot({ chatId })
    await bot.playground.waitUntilTaken()
    await ask('/articles', chatId, bot.admin)
    expect(bot.playground.messages(chatId).filter(({ text }) => text.includes('القادمة؟'))).toEqual([])
  })
})
