import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directionOf } from '../../src/language/direction.ts'
import { decodePress, encodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'
import { walkScreens } from './screen-walk.ts'

const CONTENT = resolve(import.meta.dirname, '../../content')
/** One story in both languages, and one of another subject: each further article has the same screens. */
const ARTICLES = ['alaska-summit-outcome.md', 'alaska-summit-open-questions.md', 'cop28-dubai-agreement.md']
const COMMANDS = [
  '/start',
  '/brief',
  '/articles',
  '/quotes',
  '/settings',
  '/subscribe',
  '/digest',
  '/privacy',
  'شكرا',
  '/corrections',
  '/saved',
  '/search القمة',
  'ask متى القمة؟',
  '/brief 2m',
]
/** A part without a heading has a label in its article's language, whatever the chat's. */
const LABELS = ['المقدمة', 'الجزء', 'Introduction', ...Array.from({ length: 12 }, (_, index) => `Part ${index}`)]
/** The articles' words and the queries', which answers may repeat. */
const corpus = plain(
  ARTICLES.map((file) => readFileSync(`${CONTENT}/${file}`, 'utf8')).join('\n') + [...COMMANDS, ...LABELS].join('\n'),
)

let bot: ABot
let contentDir: string
beforeAll(async () => {
  contentDir = mkdtempSync(join(tmpdir(), 'mujaz-'))
  for (const file of ARTICLES) copyFileSync(join(CONTENT, file), join(contentDir, file))
  bot = await aBot({ contentDir })
})
afterAll(async () => {
  await bot.close()
  rmSync(contentDir, { recursive: true })
})

async function say(person: number, text: string): Promise<ChatMessage> {
  bot.playground.say({ chatId: person, from: person, text })
  return bot.playground.waitForMessage({ chatId: person })
}

/** Without direction marks, spaces made equal. */
function plain(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
}

/** Whether every word of the other script stands in an article: an office may be put together of an article's words. */
function isFromArticles(line: string, foreign: RegExp): boolean {
  return Array.from(plain(line).matchAll(foreign), ([run]) => run.trim().split(' '))
    .flat()
    .every((word) => corpus.includes(word))
}

/** Whether there is something to press, or the message names what to send. */
function leadsOn({ text, keyboard }: ChatMessage): boolean {
  const leads = keyboard.flat().some((button) => {
    const press = 'callback_data' in button ? decodePress(button.callback_data) : null
    return 'url' in button || (press !== null && press.kind !== 'nothing')
  })
  return leads || /\/[a-z]+/.test(text)
}

function expectReadable(message: ChatMessage, isArabic: boolean): void {
  const buttons = message.keyboard.flat().map(({ text }) => text)
  for (const line of [...message.text.split('\n'), ...buttons]) {
    expect(line).not.toMatch(/\{|\bbutton-|undefined|NaN|\[object/)
    if (isArabic) {
      // what an article says in Latin letters; figures stand side by side
      const own =
        directionOf(line) === 'ltr'
          ? plain(line)
              .replace(/^(?:\d+\. |• )/, '')
              .split(' · ')
          : []
      for (const words of own) expect(corpus, line).toContain(words.replace(/^“|”$|…$|:$| \[…\]$/g, '').trim())
    } else {
      const arabic = /\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s]*/gu
      // a language is named in itself
      if (!/١٢٣|العربية/.test(line)) expect(isFromArticles(line, arabic), line).toBe(true)
    }
  }
}

/** Buttons that bookmark screens: a view's are alike but for what they open, and these fill pages of the list. */
function someOfEachView(saves: readonly string[]): readonly string[] {
  const views = Object.groupBy(new Set(saves), (data) => {
    const press = decodePress(data)
    return press?.kind === 'save' ? press.place.view : ''
  })
  return Object.values(views).flatMap((those = []) => those.slice(0, 6))
}

/** Bookmarks a screen; whether it was not yet. */
async function save(person: number, data: string): Promise<boolean> {
  const place = data.replace(/^1_K_/, '1_')
  const { id } = await say(person, `/start ${place}`)
  const { text } = await bot.playground.press({ chatId: person, from: person, button: data, messageId: id })
  return /^(?:حُفظ|Saved)/.test(text)
}

describe('every screen and button', () => {
  test.each([
    ['in Arabic', () => bot.reader],
    ['in English', () => bot.english],
  ])(
    '%s leads on, leads back and reads right',
    async (name, personOf) => {
      const person = personOf()
      const { texts, messages, saves, faults } = await walkScreens(bot, person, { commands: COMMANDS })
      expect(faults).toEqual([])
      expect(texts.size).toBeGreaterThan(150)
      for (const message of messages) {
        expectReadable(message, name === 'in Arabic')
        expect(leadsOn(message), message.text).toBe(true)
      }
      const places = someOfEachView(saves)
      for (const data of places) expect(await save(person, data)).toBe(true)
      for (const data of places.slice(0, 3)) expect(await save(person, data)).toBe(false)
      // what its screens lead to was walked above
      const saved = await walkScreens(bot, person, { commands: ['/saved'], follows: ({ view }) => view === 'saved' })
      expect(saved.faults).toEqual([])
      expect(saved.texts.size).toBeGreaterThan(places.length)
      expect(saved.messages[0]?.text).toContain(String(places.length))
      const refused = bot.playground.requests.filter(({ answer }) => answer.kind === 'error')
      expect(refused.map(({ method, params, answer }) => ({ method, params, answer }))).toEqual([])
    },
    240_000,
  )

  test('a whole article of the edition is taken as a rich message, in both languages', async () => {
    for (const person of [bot.reader, bot.english]) {
      await say(person, '/settings')
      const reading = encodePress({ kind: 'setting', setting: 'reading' })
      await bot.playground.press({ chatId: person, from: person, button: reading })
      const { id, change } = await bot.playground.waitForMessage({ chatId: person })
      const rich = encodePress({ kind: 'set', setting: 'reading', value: 'rich' })
      await bot.playground.press({ chatId: person, from: person, button: rich, messageId: id })
      await bot.playground.waitForMessage({ chatId: person, after: change })
      for (const file of ARTICLES) {
        const { rich, text } = await say(person, `/read ${file.replace('.md', '')}`)
        const page = readFileSync(`${CONTENT}/${file}`, 'utf8')
        const paragraphs = page.split('---\n').at(-1)?.split('\n\n') ?? []
        expect(rich).not.toBeNull()
        expect(rich?.is_rtl ?? false).toBe(page.includes('\nlanguage: ar\n'))
        for (const paragraph of paragraphs) expect(plain(text)).toContain(plain(paragraph).replace(/^## /, '').trim())
      }
    }
    expect(bot.playground.requests.filter(({ answer }) => answer.kind === 'error')).toEqual([])
  })

  test('any quote of a speaker is two presses from the list of quotes', async () => {
    const said = await say(bot.reader, '/quotes')
    const names = said.keyboard.flat().flatMap((button) => {
      const press = 'callback_data' in button ? decodePress(button.callback_data) : null
      return press?.kind === 'visit' && press.screen.view === 'speaker' ? [button.text] : []
    })
    expect(names).toContain('أنطونيو غوتيريش')
  })
})
