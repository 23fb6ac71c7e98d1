import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlayground } from '@mujaz/playground'
import { createClock } from '@mujaz/playground/clock'
import type { Config } from './config.ts'
import { type Running, type StartOptions, startMujaz } from './start.ts'

/**
 * Runs the bot against a local Bot API, with the chat page beside it. People and chats are new at each start, so the store
 * is a temporary folder, deleted on stop; `DATA_DIR` is not touched.
 */
export async function startInPlayground(config: Config, site: Pick<StartOptions, 'log' | 'signal'>): Promise<Running> {
  const clock = createClock()
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-playground-'))
  const removeData = () => rm(dataDir, { recursive: true, force: true })
  const jump = async (): Promise<Date | null> => {
    const due = await running.nextDigest()
    if (due === null) return null
    clock.jumpTo(new Date(due))
    await running.tick()
    return new Date(due)
  }
  const playground = createPlayground({
    ...{ bot: BOT, settings: FRESH, world: NAMES, now: clock.now, keepRequests: 1000 },
    host: config.host,
    moreHosts: config.publicUrl === null ? [] : [new URL(config.publicUrl).hostname],
    page: { language: config.defaultLanguage, timeZone: config.defaultZone, words: WORDS, jump },
  })
  const running = await startMujaz(
    { ...config, role: 'all', dataDir, database: null, webhook: null },
    { ...site, telegram: { token: playground.token, apiRoot: null }, now: clock.now, pages: playground.app },
  ).catch(async (error: unknown) => {
    await removeData()
    throw error
  })
  return { ...running, stop: () => playground.close().then(running.stop).finally(removeData) }
}

const BOT = { username: 'mujaz_playground_bot', name: 'مُوجَز' }

/** As @BotFather gives a new bot: the bot sets itself up. */
const FRESH = { supports_inline_queries: false, supports_guest_queries: false }

const NAMES = {
  reader: { firstName: 'قارئ', languageCode: 'ar' },
  admin: { firstName: 'مشرفة', languageCode: 'ar' },
  member: { firstName: 'Member', languageCode: 'en' },
  group: 'مجموعة العائلة',
  elsewhere: 'جلسة الأصدقاء',
  forum: { title: 'منتدى الأخبار', topics: ['نشرات', 'نقاش'] },
  channel: { title: 'قناة مُوجَز', username: 'mujaz_playground' },
}

const WORDS = {
  ar: { jump: 'إلى النشرة القادمة', nothingDue: 'لا نشرة قادمة: اشترك أولًا' },
  en: { jump: 'To the next digest', nothingDue: 'No digest ahead: subscribe first' },
}
