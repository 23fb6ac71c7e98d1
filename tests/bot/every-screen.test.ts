import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directionOf } from '../../src/language/direction.ts'
import { decodePress, encodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

const CONTENT = resolve(import.meta.dirname, '../../content')
const COMMANDS = [
  '/start',
  '/brief',
  '/articles',
  '/quotes',
  '/settings',
  '/subscribe',
  '/digest',
  '/privacy',
  '/saved',
  '/search القمة',
  'ask متى القمة؟',
  '/brief 2m',
]
/** A part without a heading has a label in its article's language, whatever the chat's. */
const LABELS = ['المقدمة', 'الجزء', 'Introduction', ...Array.from({ length: 12 }, (_, index) => `Part ${index}`)]
/** The articles' words and the queries', which answers may repeat. */
const corpus = plain(
  readdirSync(CONTENT)
    .map((file) => readFileSync(`${CONTENT}/${file}`, 'utf8'))
    .join('\n') + [...COMMANDS, ...LABELS].join('\n'),
)

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

/**
 * Every button of every screen that can be reached from the commands, found by pressing them: a screen is opened by its
 * deep link, and each button on it that was not pressed before is pressed on a message of its own.
 */
async function walk(person: number, look: (message: ChatMessage) => void): Promise<number> {
  const pressed = new Set<string>()
  const waiting: { readonly data: string; readonly path: Path }[] = []
  const collect = (message: ChatMessage, path: Path) => {
    look(message)
    for (const button of message.keyboard.flat()) {
      const data = 'callback_data' in button ? button.callback_data : null
      if (data === null || pressed.has(data)) continue
      pressed.add(data)
      waiting.push({ data, path })
    }
  }
  for (const command of COMMANDS) collect(await say(person, command), { said: command, pressed: [] })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { data, path } = next
    const press = decodePress(data)
    if (press?.kind === 'open') collect(await say(person, `/start ${data}`), { said: `/start ${data}`, pressed: [] })
    else if (press !== null && !SETTING.has(press.kind))
      collect(await follow(person, path, data), { ...path, pressed: [...path.pressed, data] })
  }
  return pressed.size
}

/** Their effects are tested in preference-screens.test.ts. */
const SETTING = new Set(['set', 'subscribe', 'unsubscribe', 'adjust', 'why'])

/** How a message was made: the text sent, and the buttons pressed one after the other. */
type Path = { readonly said: string; readonly pressed: readonly string[] }

/** Makes the message again and presses one more of its buttons. */
async function follow(person: number, path: Path, data: string): Promise<ChatMessage> {
  let message = await say(person, path.said)
  const { id } = message
  for (const button of [...path.pressed, data]) {
    const { change } = message
    await bot.playground.press({ chatId: person, from: person, button, messageId: id })
    if (changesMessage(button)) {
      message = await bot.playground.waitForMessage({ chatId: person, after: change, where: (one) => one.id === id })
    }
  }
  return message
}

/** Whether a press is answered by more than a few words at the top. */
function changesMessage(data: string): boolean {
  const kind = decodePress(data)?.kind
  return kind !== 'nothing' && kind !== 'save' && kind !== 'export'
}

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

describe('every screen and button', () => {
  test.each([
    ['in Arabic', () => bot.reader],
    ['in English', () => bot.english],
  ])(
    '%s leads on and reads right',
    async (name, personOf) => {
      const person = personOf()
      const lookAt = (message: ChatMessage): void => {
        const buttons = message.keyboard.flat().map(({ text }) => text)
        for (const line of [...message.text.split('\n'), ...buttons]) {
          expect(line).not.toMatch(/\{|\bbutton-|undefined|NaN|\[object/)
          if (name === 'in Arabic') {
            if (directionOf(line) === 'ltr')
              expect(corpus, line).toContain(
                plain(line)
                  .replace(/^\d+\. /, '')
                  .replace(/^“|”$|…$/g, '')
                  .trim(),
              )
          } else {
            const arabic = /\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s]*/gu
            if (!line.includes('١٢٣')) expect(isFromArticles(line, arabic), line).toBe(true)
          }
        }
      }
      const pressed = await walk(person, lookAt)
      expect(pressed).toBeGreaterThan(200)
      const refused = bot.playground.requests.filter(({ answer }) => answer.kind === 'error')
      expect(refused.map(({ method, params, answer }) => ({ method, params, answer }))).toEqual([])
    },
    120_000,
  )

  test('a whole article of the edition is taken as a rich message, in both languages', async () => {
    for (const person of [bot.reader, bot.english]) {
      const { id, change } = await say(person, '/settings')
      const rich = encodePress({ kind: 'set', setting: 'reading', value: 'rich' })
      await bot.playground.press({ chatId: person, from: person, button: rich, messageId: id })
      await bot.playground.waitForMessage({ chatId: person, after: change })
      for (const file of readdirSync(CONTENT)) {
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
      return press?.kind === 'open' && press.screen.view === 'speaker' ? [button.text] : []
    })
    expect(names).toContain('فولوديمير زيلينسكي')
  })
})
