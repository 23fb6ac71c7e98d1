import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import { createClock } from '@mujaz/playground/clock'
import type { BotSettings } from '@mujaz/playground/control'
import type { Logger } from 'pino'
import { readConfig } from '../../src/app/config.ts'
import { createLog } from '../../src/app/log.ts'
import { type Running, startMujaz } from '../../src/app/start.ts'
import { openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/store/store.ts'

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
  /** Stops the bot and starts it again on the same data, with some settings changed. */
  readonly restart: (change?: Environment) => Promise<void>
  readonly close: () => Promise<void>
}

type Environment = Readonly<Record<string, string>>

export type ABotOptions = {
  readonly environment?: Environment
  readonly contentDir?: string
  readonly log?: Logger
  /** As @BotFather set the bot up. */
  readonly settings?: Partial<BotSettings>
  /** Called before the bot starts. */
  readonly prepare?: (playground: ListeningPlayground) => void
}

const BUNDLED = 'content'

let library: Promise<string> | undefined

/** A data directory with the bundled articles read, to begin with: reading them takes longer than most tests. */
function bundledLibrary(): Promise<string> {
  library ??= readBundled()
  return library
}

async function readBundled(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-read-'))
  const store = await openStore({ directory })
  const read = await openLibrary({ dir: BUNDLED, store, now: () => new Date(), log: createLog('silent', []) })
  await read.close()
  await store.close()
  return directory
}

/** Starts the bot with a playground, temporary data and the bundled edition. */
export async function aBot(options: ABotOptions = {}): Promise<ABot> {
  const { environment = {}, contentDir = BUNDLED, log, settings: asked = {}, prepare = () => {} } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  if (contentDir === BUNDLED) await cp(await bundledLibrary(), dataDir, { recursive: true })
  const level = process.env.TEST_LOG === undefined ? 'silent' : 'info'
  const clock = createClock()
  const playground = await startPlayground({ now: clock.now, settings: asked })
  prepare(playground)
  const telegram = { token: playground.token, apiRoot: playground.url }
  const settings = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: '0', ...environment }
  const site = { telegram, log: log ?? createLog(level, []), now: clock.now }
  const begin = (change: Environment = {}) => startMujaz(readConfig({ ...settings, ...change }), site)
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
    restart: async (change) => {
      await running.stop()
      running = await begin(change)
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
