import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import ENCODED from '../messages/buttons/encoded-presses.json' with { type: 'json' }
import { type ABot, aBot } from './a-bot.ts'
import { aDraft, anEditorial, ask, type Editorial, pressForged, pressIn } from './drafts/an-editorial.ts'

/** What anybody may write: what is read and searched, counts, and the bot's own times. */
const ANYBODYS = [
  'reading',
  'searches',
  'usage',
  'usage_people',
  'week_counts',
  'tallies',
  'meta',
  'leases',
  'following',
]
const OWNER = 4711

let bot: ABot
let editorial: Editorial
let buttons: readonly string[]
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000', OWNER_IDS: String(OWNER) } })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
  editorial = await anEditorial(bot)
  const { owner, group } = editorial
  bot.playground.say({ chatId: group, from: owner, text: '/subscribe 07:00' })
  await bot.playground.waitForMessage({ chatId: group })
  await aDraft(bot, editorial)
  await ask(bot, '/broadcast غدًا عطلة', OWNER)
  await ask(bot, '/channels', owner)
  await pressIn(bot, owner, owner, new RegExp(`${editorial.title}$`))
  const real = [group, owner, OWNER].flatMap((chatId) => bot.playground.messages(chatId)).flatMap(dataOf)
  buttons = [...new Set([...real, ...Object.keys(ENCODED)])]
})
afterAll(() => bot.close())

const dataOf = ({ keyboard }: ChatMessage) =>
  keyboard.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))

/** All rows of all tables but what anybody may write, and but `own`: those with that person's id. */
function stored(own: number): readonly string[] {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
  try {
    const tables = file.prepare("select name from pragma_table_list where type = 'table' and schema = 'main'").pluck()
    return tables
      .all()
      .map(String)
      .filter((name) => !name.startsWith('sqlite_') && !ANYBODYS.includes(name))
      .flatMap((name) =>
        file
          .prepare(`select * from ${name}`)
          .raw()
          .all()
          .map((row) => `${name} ${JSON.stringify(row)}`),
      )
      .filter((row) => !row.includes(String(own)))
      .toSorted()
  } finally {
    file.close()
  }
}

test.each([
  ['a member of the group', () => ({ from: editorial.member, chatId: editorial.group })],
  [
    'a former admin of the group',
    () => {
      bot.playground.setMember({ chatId: editorial.group, userId: editorial.editor, status: 'member' })
      return { from: editorial.editor, chatId: editorial.group }
    },
  ],
  ['a stranger in private', () => ({ from: bot.reader, chatId: bot.reader })],
] as const)(
  '%s, with any button of any chat, changes nothing of others',
  async (_, who) => {
    const { from, chatId } = who()
    await bot.playground.waitUntilTaken()
    const before = stored(from)
    expect(before.length).toBeGreaterThan(100)
    expect(buttons.length).toBeGreaterThan(200)
    for (const data of buttons) await pressForged(bot, chatId, from, data)
    expect(stored(from)).toEqual(before)
  },
  120_000,
)

test('who may, changes them by the same buttons', async () => {
  const { owner, group } = editorial
  const before = stored(bot.member)
  for (const data of buttons) await pressForged(bot, group, owner, data)
  expect(stored(bot.member)).not.toEqual(before)
})

test('nobody sees what another has saved, searched, read or subscribed to', async () => {
  const { reader, english, playground } = bot
  await ask(bot, '/subscribe 05:05', reader)
  await ask(bot, '/search المعادن النادرة', reader)
  await ask(bot, '/read alaska-summit-outcome', reader)
  await pressForged(bot, reader, reader, dataOf(playground.messages(reader).at(-1) ?? never()).at(0) ?? '')
  const answers = []
  for (const words of ['/saved', '/settings', '/subscribe', '/start', '/stats', '/channels'])
    answers.push((await ask(bot, words, english)).text)
  expect(answers.join('\n')).not.toMatch(/05:05|المعادن النادرة/)
})

function never(): never {
  throw new Error('no message')
}
