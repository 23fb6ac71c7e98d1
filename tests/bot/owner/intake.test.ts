import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterEach, describe, expect, test } from 'vitest'
import { aWebServer } from '../../intake/a-web-server.ts'
import { wordsOf } from '../../intake/an-intake.ts'
import { type ABot, aBot } from '../a-bot.ts'

const OWNER = 4711

let bot: ABot
afterEach(() => bot.close())

async function anOwnedBot(environment: Readonly<Record<string, string>> = { FETCH_PRIVATE: 'yes' }) {
  bot = await aBot({ environment: { OWNER_IDS: String(OWNER), ...environment } })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
}

async function ask(text: string, from = OWNER): Promise<ChatMessage> {
  bot.playground.say({ chatId: from, from, text })
  return answerTo(from)
}

/** The desk's cards come in their own time. */
const answerTo = (chatId: number) =>
  bot.playground.waitForMessage({
    chatId,
    where: (message) => !/^(مقال على المكتب|An article on the desk)/.test(message.text),
  })

const press = async (button: string) => {
  await bot.playground.press({ chatId: OWNER, from: OWNER, button })
  return (await answerTo(OWNER)).text
}
const imported = async () => (await readdir(join(bot.dataDir, 'imported'))).toSorted()
const textOf = (name: string) => readFile(join(bot.dataDir, 'imported', name), 'utf8')
const SAID =
  '<meta property="og:site_name" content="صحيفة الوادي"><meta property="article:published_time" content="2026-02-01T08:00:00Z">'
const page = (title: string, words = wordsOf(title)) =>
  `<html lang="ar"><head><title>${title}</title>${SAID}</head><body><article><h1>${title}</h1><p>${words.repeat(3)}</p></article></body></html>`

describe('what an owner sends', () => {
  test('a link becomes a file that is held, and the same link changes nothing', async () => {
    await anOwnedBot()
    const server = await aWebServer()
    for (const path of ['/dam', '/dam?utm_source=x']) server.at(path, page('افتتاح السد'))
    const answer = await ask(`${server.url}/dam`)
    expect(answer.text).toContain('دخل المقال «افتتاح السد»، ولن يُنشر حتى توافق عليه.')
    expect(await imported()).toEqual(['afttah-alsd.md'])
    expect(await textOf('afttah-alsd.md')).toMatch(/^---\ndraft: true\n/)
    expect((await ask(`/import ${server.url}/dam?utm_source=x`)).text).toContain('موجود كما هو')
    expect(await imported()).toHaveLength(1)
  })

  test('a link to a site that is trusted is published', async () => {
    await anOwnedBot()
    const server = await aWebServer()
    server.at('/', page('صحيفة'))
    server.at('/dam', page('افتتاح السد'))
    expect((await ask(`/feeds add ${server.url}/`)).text).toContain('لا خلاصة في')
    expect(await press('يُنشر فورًا')).toContain('يُنشر ما يأتي منه فورًا')
    const answer = await ask(`استورد ${server.url}/dam`)
    expect(answer.text).toContain('دخل المقال «افتتاح السد».')
    expect(answer.keyboard.flat().map(({ text }) => text)).toEqual(['افتح المقال'])
    const brief = async () => (await ask('/brief afttah-alsd')).text
    await expect.poll(brief, { timeout: 20_000, interval: 300 }).toContain('افتتاح السد')
  })

  test.each([
    ['http://127.0.0.1:1/', 'داخل شبكة خاصة'],
    ['http://169.254.169.254/latest', 'داخل شبكة خاصة'],
    ['http://user:secret@news.example/', 'اسم مستخدم أو كلمة مرور'],
    ['https://no-such-site.invalid/a', /لا يوجد موقع|تعذّر الاتصال/],
  ])('%s is refused with a sentence', async (url, sentence) => {
    await anOwnedBot({})
    expect((await ask(url)).text).toMatch(sentence)
    expect(await imported()).toEqual([])
  })

  test('what a server refuses is said, in the owner’s language', async () => {
    await anOwnedBot()
    const server = await aWebServer()
    server.at('/pdf', (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end())
    server.at('/feed', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss/>'),
    )
    expect((await ask(`${server.url}/gone`)).text).toContain('لا توجد هذه الصفحة')
    expect((await ask(`${server.url}/pdf`)).text).toContain('application/pdf')
    expect((await ask(`${server.url}/feed`)).text).toContain('هذه خلاصة لا مقال')
    await ask('/language')
    await press('English')
    expect((await ask('/import ftp://a.example')).text).toContain('no link to a page')
  })

  test('a document, a long text and a forward come in, with what is known of them', async () => {
    await anOwnedBot()
    const { playground } = bot
    const sent = { chatId: OWNER, from: OWNER, kind: 'document' } as const
    const send = async (name: string, text: string, caption?: string) => {
      playground.sendFile({ ...sent, name, bytes: Buffer.from(text), ...(caption === undefined ? {} : { caption }) })
      return (await answerTo(OWNER)).text
    }
    expect(await send('dam.md', `---\ntitle: السد\n---\n\n${wordsOf('السد')}\n`)).toContain('دخل المقال «السد»')
    expect(await send('river.html', page('النهر'), 'تفضلوا')).toContain('دخل المقال «النهر»')
    expect(await send('sea.txt', `البحر\n\n${wordsOf('البحر')}\n`)).toContain('دخل المقال «البحر»')
    expect(await send('movie.mp4', 'x')).not.toContain('دخل')
    expect((await ask(`الصحراء تخضر\n\n${wordsOf('الصحراء')}\n\n${wordsOf('الرمل')}`)).text).toContain('«الصحراء تخضر»')
    const writer = playground.addPerson({ firstName: 'كاتب' })
    const channel = playground.addChannel({ title: 'وكالة الوادي', creator: writer, bot: 'absent', username: 'wadi' })
    const post = playground.say({ chatId: channel, from: writer, text: `الجبل يُفتح للزوار\n\n${wordsOf('الجبل')}` })
    playground.forward({ chatId: OWNER, from: OWNER, of: { chatId: channel, messageId: post } })
    expect((await answerTo(OWNER)).text).toContain('«الجبل يُفتح للزوار»')
    expect(await textOf('aljbl-yfth-llzwar.md')).toMatch(/draft: true\n.*source: وكالة الوادي\n/s)
    expect(await imported()).toHaveLength(5)
  })

  test('only owners bring in: to others these are a search and an unreadable file', async () => {
    await anOwnedBot()
    const server = await aWebServer()
    server.at('/dam', page('افتتاح السد'))
    await ask(`${server.url}/dam`, bot.reader)
    await ask(`/import ${server.url}/dam`, bot.reader)
    await ask(`/feeds add ${server.url}/dam`, bot.reader)
    bot.playground.sendFile({
      chatId: bot.reader,
      from: bot.reader,
      kind: 'document',
      name: 'a.md',
      bytes: Buffer.from('x'),
    })
    await bot.playground.waitForMessage({ chatId: bot.reader })
    expect(await imported()).toEqual([])
    expect(server.requests).toEqual([])
    // short words of an owner's are no command: they name no source
    expect((await ask('مصادر الطاقة')).text).not.toContain('مصادر المقالات')
  })
})

describe('a channel in which the bot is an admin', () => {
  async function aSource() {
    await anOwnedBot()
    const { playground } = bot
    const writer = playground.addPerson({ firstName: 'كاتب' })
    const channel = playground.addChannel({ title: 'وكالة الوادي', creator: writer, username: 'wadi' })
    const say = (text: string) => playground.say({ chatId: channel, from: writer, text })
    const idle = () => playground.waitUntilTaken()
    return { playground, writer, channel, say, idle }
  }

  test('is followed once an owner says so: each post is an article, and an edit updates it', async () => {
    const { playground, channel, say } = await aSource()
    say(`قبل المتابعة\n\n${wordsOf('قديم')}`)
    expect((await ask('/feeds add @wadi')).text).toContain('تدخل منشورات «وكالة الوادي»')
    const post = say(`السد يُفتح\n\n${wordsOf('السد')}`)
    await expect.poll(imported).toEqual(['alsd-yfth.md'])
    expect(await textOf('alsd-yfth.md')).toMatch(
      /draft: true\n.*source: وكالة الوادي\nurl: https:\/\/t\.me\/wadi\/\d+\npublished: /s,
    )
    playground.editOwn({ chatId: channel, messageId: post, text: `السد يُفتح غدًا\n\n${wordsOf('السد')}` })
    await expect.poll(() => textOf('alsd-yfth.md')).toContain('السد يُفتح غدًا')
    say('/articles')
    say(`النهر يفيض\n\n${wordsOf('النهر')}`)
    await expect.poll(imported).toEqual(['alnhr-yfyd.md', 'alsd-yfth.md'])
  })

  test('an album is one article of all its captions', async () => {
    const { playground, channel, writer } = await aSource()
    await ask(`/feeds ${'@wadi'} publish`)
    const photo = {
      chatId: channel,
      from: writer,
      kind: 'photo',
      name: 'a.png',
      bytes: Buffer.from('x'),
      album: '77',
    } as const
    playground.sendFile({ ...photo, caption: `السد يُفتح\n\n${wordsOf('السد')}` })
    playground.sendFile(photo)
    const last = playground.sendFile({ ...photo, caption: wordsOf('القرى') })
    await expect.poll(() => textOf('alsd-yfth.md')).toContain('خبر القرى')
    playground.editOwn({ chatId: channel, messageId: last, text: wordsOf('المدن') })
    await expect.poll(() => textOf('alsd-yfth.md')).toContain('خبر المدن')
    expect(await textOf('alsd-yfth.md')).toContain('خبر السد')
    expect(await textOf('alsd-yfth.md')).not.toContain('draft')
    expect(await imported()).toHaveLength(1)
  })

  test('a post that was forwarded too is one article', async () => {
    const { playground, channel, say } = await aSource()
    await ask('/feeds add @wadi')
    const post = say(`السد يُفتح\n\n${wordsOf('السد')}`)
    await expect.poll(imported).toHaveLength(1)
    playground.forward({ chatId: OWNER, from: OWNER, of: { chatId: channel, messageId: post } })
    expect((await answerTo(OWNER)).text).toContain('وما زال ينتظر موافقتك')
    expect(await imported()).toHaveLength(1)
  })

  test('one in which the bot is no admin is refused', async () => {
    const { playground, writer } = await aSource()
    playground.addChannel({ title: 'أخرى', creator: writer, bot: 'absent', username: 'others' })
    expect((await ask('/feeds add @others')).text).toMatch(/لا قناة بهذا الاسم|ليس البوت مشرفًا/)
    expect((await ask('/feeds add @nobody')).text).toContain('لا قناة بهذا الاسم')
  })
})

describe('/feeds', () => {
  test('follows the feed that a page names, asks whether it is trusted, lists and removes it', async () => {
    await anOwnedBot()
    const server = await aWebServer()
    const items = ['أول', 'ثان', 'ثالث', 'رابع'].map((name, at) => {
      const text = `<description><![CDATA[<p>${wordsOf(name).repeat(3)}</p>]]></description>`
      return `<item><guid>${name}</guid><title>خبر ${name}</title><pubDate>0${at + 1} Nov 2026 08:00:00 GMT</pubDate>${text}</item>`
    })
    const feed = `<rss version="2.0"><channel><title>صحيفة الوادي</title>${items.join('')}</channel></rss>`
    server.at(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"></head></html>',
    )
    server.at('/feed?a=1&b=2', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed),
    )
    expect((await ask('/feeds')).text).toContain('لا مصادر بعد')
    expect((await ask(`مصادر أضف ${server.url}`)).text).toContain('تُتابَع الآن «صحيفة الوادي»')
    await expect.poll(imported, { timeout: 20_000 }).toEqual(['khbr-raba.md', 'khbr-thalth.md', 'khbr-than.md'])
    expect(await press('ينتظر موافقتي')).toContain('رقم 1: صحيفة الوادي، ينتظر ما يأتي منه موافقتك')
    expect(await press('انشر رقم 1 فورًا')).toContain('رقم 1: صحيفة الوادي، يُنشر ما يأتي منه فورًا')
    expect(await press('احذف رقم 1')).toContain('هل أترك المصدر «صحيفة الوادي»؟')
    expect(await press('لا، أبقه')).toContain('صحيفة الوادي')
    expect((await ask('/feeds remove 1')).text).toContain('هل أترك')
    expect(await press('نعم، اتركه')).toContain('لا مصادر بعد')
    expect(await imported()).toHaveLength(3)
    expect((await ask('/feeds remove 9')).text).toContain('لا مصدر بهذا الرقم')
    expect((await ask('/feeds what is this')).text).toContain('لم يُفهم')
    expect((await ask(`/feeds add ${server.url}/none`)).text).toContain('لا توجد هذه الصفحة')
  })
})
