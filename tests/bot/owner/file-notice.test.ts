import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

const OWNER = 4711
let bot: ABot
let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'mujaz-content-'))
  const words = 'افتتح الوزير الجسر الجديد صباح الأحد بحضور مئات السكان.'
  await writeFile(join(contentDir, 'bare.md'), `---\nslug: bare\ntitle: افتتاح الجسر\nlanguage: ar\n---\n\n${words}\n`)
  await writeFile(join(contentDir, 'broken.md'), '---\ntitle: [\n---\n\nنص.\n')
  bot = await aBot({ contentDir, environment: { OWNER_IDS: String(OWNER) } })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
  // who could not be reached at the start is told at the next look: here, after a restart
  await bot.restart()
}, 120_000)
afterAll(async () => {
  await bot.close()
  await rm(contentDir, { recursive: true, force: true })
})

const notices = () => bot.playground.messages(OWNER).filter(({ text }) => /ملفات فيها|صفحاتها ناقصة/.test(text))
const said = () =>
  notices()
    .map(({ text }) => text)
    .join('\n')

test('an owner is told once of a broken file and of one without a source or a date, also over a restart', async () => {
  await expect.poll(said, { timeout: 60_000 }).toMatch(/broken\.md/)
  await expect.poll(said, { timeout: 60_000 }).toMatch(/بلا مصدر، تاريخ/)
  const help = async () => {
    bot.playground.say({ chatId: OWNER, from: OWNER, text: '/help' })
    await bot.playground.waitForMessage({ chatId: OWNER })
  }
  // told at least once: a stop before Telegram has answered tells again
  await help()
  const told = notices().length
  await bot.restart()
  await help()
  expect(notices()).toHaveLength(told)
}, 180_000)
