import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numbersFrom } from '../../../eval/chance.ts'
import { type ABot, aBot } from '../a-bot.ts'

const OWNER = 4711
/** A short form; `MUJAZ_WALK_STEPS=10000` walks the long one. */
const STEPS = Number(process.env.MUJAZ_WALK_STEPS ?? 160)
/** Of each article a word that no other text has, by its slug. */
const WORDS = new Map([
  ['emerald', 'الزمردة'],
  ['sapphire', 'الياقوتة'],
  ['amber', 'الكهرمانة'],
  ['pearl', 'اللؤلؤة'],
  ['coral', 'المرجانة'],
])
const SLUGS = [...WORDS.keys()]

let bot: ABot
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  for (const [index, [slug, word]] of [...WORDS].entries())
    await writeFile(join(dir, `${slug}.md`), article(slug, word, index))
  bot = await aBot({ environment: { OWNER_IDS: String(OWNER), SEND_RATE: '1000' }, contentDir: dir })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
})
afterAll(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

/** The first half is held at first. */
function article(slug: string, word: string, index: number): string {
  const head = `slug: ${slug}\ntitle: سفينة ${word} تصل الميناء\nsource: وكالة ${word}\npublished: 2026-02-01\nrelated: [${SLUGS.join(', ')}]`
  const body = [
    `وصلت سفينة ${word} إلى الميناء صباح الأحد وعلى متنها 300 راكب.`,
    `وقال قبطان ${word} حسن العامري: «لن تغادر ${word} الميناء قبل يوم الخميس القادم».`,
  ]
  return `---\n${head}${index < 2 ? '\ndraft: true' : ''}\n---\n\n${body.join('\n\n')}\n`
}

async function say(text: string, from: number): Promise<ChatMessage> {
  bot.playground.say({ chatId: from, from, text })
  return bot.playground.waitForMessage({ chatId: from })
}

/** Owners decide on any article, as its card offers; returns whether readers may see it now. */
async function decide(slug: string, random: () => number): Promise<boolean> {
  if (random() < 0.3) {
    await say(`/withdraw ${slug}`, OWNER)
    return false
  }
  const card = await say(`/desk ${slug}`, OWNER)
  const choices = card.keyboard.flat().filter(({ text }) => /^(انشر|أوقف النشر)$/.test(text))
  const [button] = choices
  if (button === undefined || !('callback_data' in button)) throw new Error(`nothing to decide: ${card.text}`)
  await bot.playground.press({ chatId: OWNER, from: OWNER, messageId: card.id, button: button.callback_data })
  const isPublished = button.text === 'انشر'
  await bot.playground.waitForMessage({
    ...{ chatId: OWNER, timeoutMs: 60_000 },
    where: ({ id, text }) => id === card.id && text.includes(isPublished ? 'منشور للقراء' : 'لم يُنشر'),
  })
  return isPublished
}

const SAYINGS = [
  '/articles',
  '/search الميناء',
  '/quotes',
  '/digest',
  '/saved',
  '/brief',
  '/help',
  'قبطان',
  '/headlines',
]

/** A reader says or presses something, also under old messages. */
async function read(reader: number, random: () => number): Promise<string> {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const messages = bot.playground.messages(reader)
  const before = Math.max(0, ...messages.map(({ change }) => change))
  const chosen = random()
  if (chosen < 0.1) {
    const query = pick(['', 'الميناء', 'العامري']) ?? ''
    return JSON.stringify(await bot.playground.inlineQuery({ from: reader, query }))
  }
  if (chosen < 0.45)
    return (await say(pick([...SAYINGS, `/read ${pick(SLUGS)}`, `/brief ${pick(SLUGS)}`]) ?? '', reader)).text
  const message = pick(messages.slice(-8))
  const button = pick(
    (message?.keyboard.flat() ?? []).flatMap((one) => ('callback_data' in one ? [one.callback_data] : [])),
  )
  if (message === undefined || button === undefined) return ''
  const answer = await bot.playground.press({ chatId: reader, from: reader, messageId: message.id, button })
  await bot.playground.waitUntilTaken()
  const shown = bot.playground.messages(reader).filter(({ change }) => change > before)
  return [answer.text ?? '', ...shown.map(({ text }) => text)].join('\n')
}

test(`in ${STEPS} random steps no reader is shown anything of an article that is held or withdrawn`, async () => {
  const random = numbersFrom(20260301)
  const published = new Map(SLUGS.map((slug, index) => [slug, index >= 2]))
  for (let step = 0; step < STEPS; step += 1) {
    if (random() < 0.02) await bot.restart()
    const slug = SLUGS[Math.floor(random() * SLUGS.length)] ?? ''
    if (random() < 0.2) published.set(slug, await decide(slug, random))
    const shown = await read(random() < 0.5 ? bot.reader : bot.english, random)
    // an old button of a withdrawn article tells its title
    const told = shown.replaceAll(/^(سُحب هذا المقال|This article was withdrawn).*$/gm, '')
    for (const [hidden, word] of WORDS)
      if (published.get(hidden) !== true) expect(told, `${hidden}, step ${step}`).not.toContain(word)
  }
  for (const slug of SLUGS)
    expect((await say(`/brief ${slug}`, bot.reader)).text.includes(WORDS.get(slug) ?? '')).toBe(published.get(slug))
}, 900_000)
