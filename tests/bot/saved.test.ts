import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import { type ArticleScreen, encodePress } from '../../src/messages/buttons/press.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { type ABot, aBot } from './a-bot.ts'

const WORDS = '«سنفتح المعبر الجديد يوم الأحد أمام جميع السكان»'
const URL = 'https://example.org/crossing'
const QUOTE: ArticleScreen = { view: 'context', article: keyOf('crossing'), what: 'quote', index: 0 }

let bot: ABot
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  const head = `---\ntitle: المعبر الجديد\nslug: crossing\nlanguage: ar\nsource: صحيفة الضفتين\nurl: ${URL}\npublished: 2026-02-01\n---\n\n`
  const body = ['أعلنت وزارة النقل موعد افتتاح المعبر الجديد.', `وقالت وزيرة النقل سلمى الراوي: ${WORDS}.`]
  await writeFile(join(dir, 'crossing.md'), `${head}${body.join('\n\n')}\n`)
  bot = await aBot({ contentDir: dir })
})
afterEach(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

async function say(text: string): Promise<ChatMessage> {
  bot.playground.say({ chatId: bot.reader, from: bot.reader, text })
  return bot.playground.waitForMessage({ chatId: bot.reader })
}

async function saveQuote(): Promise<ChatMessage> {
  const shown = await say(`/start ${encodePress({ kind: 'open', screen: QUOTE })}`)
  const button = encodePress({ kind: 'save', place: QUOTE })
  await bot.playground.press({ chatId: bot.reader, from: bot.reader, button, messageId: shown.id })
  return shown
}

/** Takes the article away, which takes a moment to be noticed. */
async function removeArticle(): Promise<void> {
  await rm(join(dir, 'crossing.md'))
  await expect
    .poll(async () => (await say('/articles')).text, { timeout: 15_000, interval: 250 })
    .toContain('لا مقالات')
}

async function exported(): Promise<string> {
  const { id } = await say('/saved')
  const button = encodePress({ kind: 'export' })
  await bot.playground.press({ chatId: bot.reader, from: bot.reader, button, messageId: id })
  const file = await bot.playground.waitForMessage({
    chatId: bot.reader,
    where: ({ attachment }) => attachment !== null,
  })
  return Buffer.from(file.attachment?.bytes ?? []).toString('utf8')
}

function expectWhole(text: string): void {
  for (const part of [WORDS, 'سلمى الراوي', 'صحيفة الضفتين', 'المعبر الجديد']) expect(text).toContain(part)
}

describe('a saved quote', () => {
  test('keeps its speaker, marks and source, in the list and in the file', async () => {
    const shown = await saveQuote()
    expect(shown.entities).toContainEqual(expect.objectContaining({ type: 'text_link', url: URL }))
    const listed = await say('/saved')
    expectWhole(listed.text)
    expect(listed.entities).toContainEqual(expect.objectContaining({ type: 'text_link', url: URL }))
    const file = await exported()
    expectWhole(file)
    expect(file).toContain(`[صحيفة الضفتين](${URL})`)
  })

  test('keeps them when its article is gone, and what opened it says the title', async () => {
    await saveQuote()
    await removeArticle()
    const listed = await say('/saved')
    expectWhole(listed.text)
    expect(listed.text).toContain('لم يعد متاحًا')
    expectWhole(await exported())
    expect((await say(`/start ${encodePress({ kind: 'open', screen: QUOTE })}`)).text).toContain('«المعبر الجديد»')
  }, 30_000)

  test('of before words were kept gets them when it is next seen', async () => {
    await saveQuote()
    await bot.running.stop()
    const db = await openDatabase({ directory: bot.dataDir })
    await sql`update bookmarks set kept = null`.execute(db)
    await db.destroy()
    await bot.restart()
    expectWhole((await say('/saved')).text)
    await removeArticle()
    expectWhole((await say('/saved')).text)
  }, 30_000)

  test('is shared with its speaker, its source and the page', async () => {
    const shown = await saveQuote()
    const share = shown.keyboard.flat().flatMap((button) => ('url' in button ? [button.url] : []))
    const text = new globalThis.URL(share.find((url) => url.startsWith('https://t.me/share')) ?? '').searchParams.get(
      'text',
    )
    for (const part of [WORDS, 'سلمى الراوي', 'صحيفة الضفتين', URL]) expect(text).toContain(part)
  })

  test('can be a card that was reached from a list, by a reply to it', async () => {
    const listed = await say('/articles')
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: '1' })
    const { id } = await bot.playground.waitForMessage({ chatId: bot.reader, after: listed.change })
    bot.playground.say({ chatId: bot.reader, from: bot.reader, text: 'حفظ', replyTo: id })
    expect((await bot.playground.waitForMessage({ chatId: bot.reader })).text).toContain('حُفظ')
    expect((await say('/saved')).text).toContain('المعبر الجديد')
  })

  test('opens with the way back to the list, and the article by its own button', async () => {
    await saveQuote()
    const listed = await say('/saved')
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'افتح 1' })
    await bot.playground.waitForMessage({ chatId: bot.reader, after: listed.change })
    const opened = bot.playground.messages(bot.reader).at(-1)?.change ?? 0
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'العودة إلى محفوظاتك' })
    const back = await bot.playground.waitForMessage({ chatId: bot.reader, after: opened })
    expect({ ...back, change: listed.change, editDate: null }).toEqual(listed)
    const front = await say('/brief')
    expect(front.keyboard.flat()).toContainEqual({ text: 'المقال الأصلي', url: URL })
    expect(front.keyboard.flat().length).toBeLessThanOrEqual(4)
  })
})
