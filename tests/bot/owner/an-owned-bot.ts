import type { ChatMessage } from '@mujaz/playground/control'
import { type ABot, aBot } from '../a-bot.ts'

export const OWNER = 4711
export const SECOND_OWNER = 4712

/** The bot with two owners, an English one second, and so many readers who have all written to it. */
export async function anOwnedBot({ readers = 0, rate = '100' }: { readers?: number; rate?: string } = {}) {
  const bot = await aBot({ environment: { OWNER_IDS: `${OWNER},${SECOND_OWNER}`, SEND_RATE: rate } })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
  bot.playground.addPerson({ id: SECOND_OWNER, firstName: 'Sam', languageCode: 'en', started: true })
  const people = Array.from({ length: readers }, (_, at) =>
    bot.playground.addPerson({ firstName: `قارئ ${at}`, languageCode: 'ar', started: true }),
  )
  for (const person of people) await askBot(bot, { text: '/privacy', from: person })
  return { bot, people }
}

type Asked = { readonly text: string; readonly from: number; readonly chatId?: number; readonly replyTo?: number }

export function askBot({ playground }: ABot, { from, chatId = from, ...said }: Asked): Promise<ChatMessage> {
  playground.say({ chatId, from, ...said })
  return playground.waitForMessage({ chatId })
}
