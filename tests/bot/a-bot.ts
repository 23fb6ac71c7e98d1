import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import { createClock } from '@mujaz/playground/clock'
import type { BotSettings } from '@mujaz/playground/control'
import type { Logger } from 'pino'
import { readConfig } from '../../src/app/config.ts'
import { createLog } from '../../src/app/log.ts'
import { type Running, startMujaz } from '../../src/app/start.ts'

/** The whole bot, running against its own playground with people and chats. */
export type ABot = {
  readonly playground: ListeningPlayground
  readonly running: Running
  readonly clock: ReturnType<typeof createClock>
  /** An Arabic and an English reader, a group's admin and a member of it. */
  readonly reader: number
  readonly english: number
  readonly admin: number
  readonly member: number
  readonly group: number
  /** Where its database is. */
  readonly dataDir: string
  /** Stops the bot and starts it again on the same data. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

export type ABotOptions = {
  readonly environment?: Readonly<Record<string, string>>
  readonly contentDir?: string
  readonly log?: Logger
  /** As @BotFather set the bot up. */
  readonly settings?: Partial<BotSettings>
  /** Called before the bot starts. */
  readonly prepare?: (playground: ListeningPlayground) => void
}

/** Starts the bot with a playground, temporary data and the bundled edition. */
export async function aBot(options: ABotOptions = {}): Promise<ABot> {
  const { environment = {}, contentDir = 'content', log, settings = {}, prepare = () => {} } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  const level = process.env.TEST_LOG === undefined ? 'silent' : 'info'
  const clock = createClock()
  const playground = await startPlayground({ now: clock.now, settings })
  prepare(playground)
  const telegram = { token: playground.token, apiRoot: playground.url }
  const config = readConfig({
    CONTENT_DIR: contentDir,
    DATA_DIR: dataDir,
    PORT: '0',
    ...environment,
  })
  const begin = () => startMujaz(config, { telegram, log: log ?? createLog(level, []), now: clock.now })
  let running = await begin()
  const people = addPeople(playground)
  return {
    playground,
    clock,
    dataDir,
    ...people,
    get running() {
      return running
    },
    restart: async () => {
      await running.stop()
      running = await begin()
    },
    close: async () => {
      await running.stop()
      await playground.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function addPeople(playground: ListeningPlayground) {
  const reader = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
  const english = playground.addPerson({ firstName: 'Ada', languageCode: 'en-GB', started: true })
  const admin = playground.addPerson({ firstName: 'منى', languageCode: 'ar' })
  const member = playground.addPerson({ firstName: 'عمر', languageCode: 'ar' })
  const group = playground.addGroup({ title: 'قراء الصباح', creator: admin, members: [member] })
  return { reader, english, admin, member, group }
}
