import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createPlayground } from '@mujaz/playground'
import { createClock } from '@mujaz/playground/clock'
import type { Config } from './config.ts'
import { type Running, type StartOptions, startMujaz } from './start.ts'

/**
 * The whole bot on a local Bot API of its own, with the chat page beside it. The people and chats are new at each start, so
 * what the bot knew of them before is taken away.
 */
export async function startInPlayground(config: Config, site: Pick<StartOptions, 'log' | 'signal'>): Promise<Running> {
  const clock = createClock()
  const dataDir = join(config.dataDir, 'playground')
  // what can't be taken away can't be opened either, and opening it says why
  await rm(dataDir, { recursive: true, force: true }).catch(() => undefined)
  const jumpToNextDigest = async (): Promise<Date | null> => {
    const due = await running.nextDigest()
    if (due === null) return null
    clock.jumpTo(new Date(due))
    await running.tick()
    return new Date(due)
  }
  const playground = createPlayground({ world: 'sample', now: clock.now, keepRequests: 1000, jumpToNextDigest })
  const running = await startMujaz(
    { ...config, dataDir },
    { ...site, telegram: { token: playground.token, apiRoot: null }, now: clock.now, pages: playground.app },
  )
  return { ...running, stop: () => playground.close().then(running.stop) }
}
