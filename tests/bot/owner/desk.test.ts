import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../../../src/article/key.ts'
import { encodePress } from '../../../src/messages/buttons/press.ts'
import { type ABot, aBot } from '../a-bot.ts'
import { pressForged } from '../drafts/an-editorial.ts'

const OWNER = 4711
const PAGE = [
  'أعلنت وزارة النقل موعد افتتاح المعبر الجديد بين الضفتين أمام السكان.',
  'وقالت وزيرة النقل سلمى الراوي: «سنفتح المعبر الجديد يوم الأحد أمام جميع السكان».',
  'وانتهت أعمال البناء في الشتاء بعد سنوات من الانتظار الطويل على الضفتين.',
].join('\n\n')
const WORD = 'المعبر'
/** Of the page, and of nothing that a reader writes. */
const WORDS = 'المعبر الجديد'

let bot: ABot
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  await write('market.md', markdown('market', 'السوق القديم يعود', 'عاد السوق القديم إلى العمل بعد شهور من الترميم.'))
  bot = await aBot({ environment: { OWNER_IDS: String(OWNER), SEND_RATE: '1000' }, contentDir: dir })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
})
afterEach(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

function markdown(slug: string, title: string, body: string, fields = ''): string {
  return `---\nslug: ${slug}\ntitle: ${title}\nlanguage: ar\nsource: صحيفة الضفتين\npublished: 2026-02-01\n${fields}---\n\n${body}\n`
}

const write = (name: string, text: string) => writeFile(join(dir, name), text)

async function ask(text: string, from = bot.reader): Promise<ChatMessage> {
  bot.playground.say({ chatId: from, from, text })
  return bot.playground.waitForMessage({ chatId: from })
}

const owner = (text: string) => ask(text, OWNER)

/** The newest message of a chat that has these words. */
const find = (chatId: number, words: string | RegExp, after = 0) =>
  bot.playground.waitForMessage({
    ...{ chatId, after, timeoutMs: 40_000 },
    where: ({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
  })

async function press(message: ChatMessage, label: RegExp, from = OWNER) {
  const button = message.keyboard.flat().find((one) => 'callback_data' in one && label.test(one.text))
  if (button === undefined || !('callback_data' in button)) throw new Error(`no button ${label} under: ${message.text}`)
  return bot.playground.press({ chatId: from, from, messageId: message.id, button: button.callback_data })
}

/** All that somebody who is no owner can come upon, on every way. */
async function seenBy(reader: number): Promise<string> {
  const texts: string[] = []
  for (const text of [
    '/articles',
    `/search ${WORD}`,
    '/digest',
    '/quotes',
    '/headlines',
    '/brief',
    `/brief ${WORD}`,
    '/saved',
  ]) {
    texts.push((await ask(text, reader)).text)
  }
  for (const query of ['', WORD]) texts.push(JSON.stringify(await bot.playground.inlineQuery({ from: reader, query })))
  return texts.join('\n')
}

/** The next digest of a chat with a subscription. */
async function nextDigest(chatId: number): Promise<ChatMessage> {
  const after = bot.playground.messages(chatId).at(-1)?.change ?? 0
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  return bot.playground.waitForMessage({ chatId, after })
}

describe('an article with doubts', () => {
  test('is seen by nobody until an owner fixes its title and publishes it, and is in the next digest', async () => {
    await ask('/subscribe 06:00 UTC')
    expect((await nextDigest(bot.reader)).text).toContain('السوق القديم')
    await write('page.txt', PAGE)
    const card = await find(OWNER, 'مقال على المكتب')
    expect(card.text).toMatch(/صفحته بلا عنوان/)
    expect(await seenBy(bot.english)).not.toContain(WORDS)
    expect((await nextDigest(bot.reader)).text).not.toContain(WORDS)

    await press(card, /صحّح العنوان/)
    const question = await find(OWNER, 'اكتب العنوان')
    bot.playground.say({ chatId: OWNER, from: OWNER, text: 'افتتاح المعبر الجديد', replyTo: question.id })
    const fixed = await find(OWNER, 'بتصرّف من المحرّر', question.change)
    expect(fixed.text).toContain('افتتاح المعبر الجديد')
    // an old card is of what is no more
    expect(await press(card, /^انشر$/)).toMatchObject({ text: expect.stringContaining('تغيّر') })
    expect(await press(fixed, /^انشر$/)).toMatchObject({ text: 'نُشر.' })

    const digest = await nextDigest(bot.reader)
    expect(digest.text).toContain('افتتاح المعبر الجديد')
    expect((await ask('/articles', bot.english)).text).toContain('Edited by the editor')
    expect((await ask('/brief page', bot.english)).text).toContain('سلمى الراوي')
  })

  test('is shown once, also over a restart, and to nobody else; forged presses are refused', async () => {
    await write('page.txt', PAGE)
    const card = await find(OWNER, 'مقال على المكتب')
    // told at least once: a stop before Telegram has answered tells again
    await owner('/help')
    await bot.restart()
    expect((await owner('/desk')).text).toContain('مقال واحد ينتظر')
    expect(bot.playground.messages(OWNER).filter(({ text }) => text.includes('مقال على المكتب'))).toHaveLength(1)
    const code = card.keyboard.flat().flatMap((one) => ('callback_data' in one ? one.callback_data : []))
    expect(code.length).toBeGreaterThan(4)
    await ask('/help')
    for (const button of [...code, '1_N_0']) {
      const answered = await pressForged(bot, bot.reader, bot.reader, button)
      expect(answered).toMatchObject({ show_alert: true, text: expect.stringContaining('وحدهم') })
    }
    expect((await ask('/desk')).text).not.toContain('ينتظر')
    expect((await ask('/withdraw market')).text).not.toContain('سُحب')
    expect((await ask('/articles')).text).toContain('السوق القديم')
    expect(await seenBy(bot.reader)).not.toContain(WORDS)
  })

  test('keeps its fixes when its file changes, over a restart; they are taken back at once', async () => {
    await write('page.txt', PAGE)
    const card = await find(OWNER, 'مقال على المكتب')
    await press(card, /صحّح نسبة قول/)
    const quotes = await find(OWNER, 'الاقتباس الذي تصحّح', card.change)
    await press(quotes, /^1$/)
    const question = await find(OWNER, 'لمن هذا القول')
    bot.playground.say({ chatId: OWNER, from: OWNER, text: 'منى السالم', replyTo: question.id })
    const fixed = await find(OWNER, 'النسبة من المحرّر', question.change)
    expect(fixed.text).toContain('«سنفتح المعبر الجديد يوم الأحد أمام جميع السكان»')
    await press(fixed, /^انشر$/)
    const quoted = async () => (await ask('/quotes')).text
    await expect.poll(quoted).toMatch(/منى السالم[\s\S]*النسبة من المحرّر/)
    await write('page.txt', `${PAGE}\n\nوتبلغ كلفة المعبر 1,650 مليون دولار بحسب الوزارة التي تموّله كله.`)
    await expect
      .poll(async () => (await ask('/figures page')).text, { timeout: 40_000, interval: 250 })
      .toContain('1,650')
    await bot.restart()
    expect(await quoted()).toContain('منى السالم')
    await press(await owner('/desk page'), /ألغِ التصحيحات/)
    await expect.poll(quoted).not.toContain('منى السالم')
    await press(await owner('/desk page'), /احذف اقتباسًا/)
    await press(await find(OWNER, 'رقم الاقتباس الذي تحذفه'), /^1$/)
    await expect.poll(quoted).not.toContain('سنفتح المعبر')
    expect((await ask('/read page')).text).toContain('سنفتح المعبر')
  })
})

describe('a withdrawn article', () => {
  const BODY = PAGE
  beforeEach(() => write('crossing.md', markdown('crossing', 'المعبر الجديد يفتح أبوابه', BODY)))

  test.each(['/withdraw crossing', 'سحب crossing', 'withdrawn: true'])(
    'is gone on every way, and the posted digest is edited: %s',
    async (how) => {
      await expect.poll(async () => (await ask('/articles')).text, { timeout: 40_000, interval: 250 }).toContain(WORDS)
      await ask('/subscribe 06:00 UTC')
      const digest = await nextDigest(bot.reader)
      expect(digest.text).toContain('المعبر الجديد يفتح أبوابه')
      const shown = await ask('/read crossing', bot.english)
      const save = shown.keyboard.flat().find((one) => 'callback_data' in one && one.callback_data.startsWith('1_K_'))
      if (save !== undefined && 'callback_data' in save)
        await bot.playground.press({
          chatId: bot.english,
          from: bot.english,
          messageId: shown.id,
          button: save.callback_data,
        })
      if (how.startsWith('withdrawn'))
        await write('crossing.md', markdown('crossing', 'المعبر الجديد يفتح أبوابه', BODY, `${how}\n`))
      else expect((await owner(how)).text).toContain('سُحب، ولا يراه القراء')
      const edited = await bot.playground.waitForMessage({
        ...{ chatId: bot.reader, after: digest.change, timeoutMs: 60_000 },
        where: ({ id, text }) => id === digest.id && text.includes('سُحب هذا المقال بعد نشره'),
      })
      expect(edited.text).not.toContain(WORDS)
      expect(edited.text).toContain('السوق القديم يعود')
      expect(edited.keyboard.length).toBe(digest.keyboard.length)
      for (const reader of [bot.reader, bot.english]) expect(await seenBy(reader)).not.toContain(WORDS)
      const screen = { view: 'front', article: keyOf('crossing') } as const
      const old = await ask(`/start ${encodePress({ kind: 'open', screen })}`)
      expect(old.text).toBe('سُحب هذا المقال بعد نشره: «المعبر الجديد يفتح أبوابه»')
      await bot.restart()
      expect(await seenBy(bot.english)).not.toContain(WORDS)
    },
  )

  test('comes back when an owner publishes it again, under its number', async () => {
    await expect.poll(async () => (await ask('/articles')).text, { timeout: 40_000, interval: 250 }).toContain(WORDS)
    const card = await owner('/withdraw crossing')
    expect((await ask('/articles')).text).not.toContain(WORDS)
    await press(card, /^انشر$/)
    await expect.poll(async () => (await ask('/articles')).text).toContain(WORDS)
  })
})

describe('an embargo', () => {
  test.each([
    ['publish_at', (at: Date) => `publish_at: ${at.toISOString()}\n`],
    ['draft, then a date to come', (at: Date) => `publish_at: ${at.toISOString()}\ndraft: true\n`],
  ])('holds until its minute on every way, over restarts and a clock set back: %s', async (_, fields) => {
    const at = new Date(bot.clock.now().getTime() + 3 * 24 * 3_600_000)
    await write('crossing.md', markdown('crossing', 'المعبر الجديد يفتح أبوابه', PAGE, fields(at)))
    const card = await find(OWNER, 'لا يُنشر قبل موعده')
    if (fields(at).includes('draft')) await press(card, /^انشر$/)
    expect(await seenBy(bot.english)).not.toContain(WORDS)
    bot.clock.jumpTo(new Date(at.getTime() - 60_000))
    await bot.restart()
    expect(await seenBy(bot.english)).not.toContain(WORDS)
    bot.clock.jumpTo(at)
    await bot.restart()
    expect((await ask('/articles')).text).toContain(WORDS)
    bot.clock.jumpTo(new Date(at.getTime() + 1_000))
    await ask('/subscribe 06:00 UTC')
    expect((await nextDigest(bot.reader)).text).toContain(WORDS)
  })

  test('a draft dated to come is seen by nobody', async () => {
    const text = markdown('crossing', 'المعبر الجديد يفتح أبوابه', PAGE, 'draft: true\n').replace(
      '2026-02-01',
      '2099-01-01',
    )
    await write('crossing.md', text)
    await find(OWNER, 'لا يُنشر قبل موعده')
    expect(await seenBy(bot.english)).not.toContain(WORDS)
  })
})
