import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numbersFrom } from '../../eval/chance.ts'
import { keyOf } from '../../src/article/key.ts'
import { encodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'
import { latin, WHOLE, walkAtRandom } from './random-walk.ts'

/** A short form; `MUJAZ_WALK_STEPS=10000` walks the long one. */
const STEPS = Number(process.env.MUJAZ_WALK_STEPS ?? 600)

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

test(`${STEPS} random steps of two readers and a group end with the right state and no error`, async () => {
  const expected = await walkAtRandom(bot, { steps: STEPS, random: numbersFrom(20250815) })
  await bot.restart()
  const slugs = readdirSync(resolve(import.meta.dirname, '../../content')).map((file) => file.replace('.md', ''))
  for (const person of [bot.reader, bot.english]) {
    const known = expected.get(person)
    await readClassic(person)
    for (const slug of slugs) {
      const page = known?.pages.get(keyOf(slug))
      if (page === undefined) continue
      const { keyboard } = await say(person, `/read ${slug}`)
      expect(
        keyboard
          .flat()
          .map(({ text }) => text)
          .join(' ')
          .replace(/[٠-٩]/g, latin),
        slug,
      ).toMatch(page === WHOLE ? /(?:^| )(\d+) (?:من|of) \1/ : new RegExp(`(?:^| )${page + 1} (?:من|of) `))
    }
    const { text } = await say(person, '/saved')
    const count = known?.saved.size ?? 0
    if (count > 2) expect(text.replace(/[٠-٩]/g, latin)).toContain(String(count))
  }
  const refused = bot.playground.requests.filter(({ answer }) => answer.kind === 'error')
  expect(
    refused
      .filter(({ answer }) => !/not modified/.test(JSON.stringify(answer)))
      .map(({ method, answer }) => ({ method, answer })),
  ).toEqual([])
}, 600_000)

/** Pages can be told apart only where they are read one by one. */
async function readClassic(person: number): Promise<void> {
  const { id, keyboard, change } = await say(person, '/settings')
  const button = encodePress({ kind: 'set', setting: 'reading', value: 'classic' })
  if (!keyboard.flat().some((one) => 'callback_data' in one && one.callback_data === button)) return
  await bot.playground.press({ chatId: person, from: person, button, messageId: id })
  await bot.playground.waitForMessage({ chatId: person, after: change })
}

async function say(person: number, text: string) {
  bot.playground.say({ chatId: person, from: person, text })
  return bot.playground.waitForMessage({ chatId: person })
}
