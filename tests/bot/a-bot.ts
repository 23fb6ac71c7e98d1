import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import { createClock } from '@mujaz/playground/clock'
import type { BotSettings } from '@mujaz/playground/control'
import { readConfig } from '../../src/app/config.ts'
import { createLog } from '../../src/app/log.ts'
import { type Running, startMujaz } from '../../src/app/start.ts'
import { openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/store/store.ts'
import { putEmptyStore } from '../store/a-store.ts'

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
  /** Starts another bot on the same data, which is stopped at the end. */
  readonly join: (change?: Environment) => Promise<Running>
  /** Lines of its log, at trace, that hold a secret or an id, and what it told Telegram that holds a secret. */
  readonly leaks: () => readonly string[]
  /** Throws where something leaked. */
  readonly close: () => Promise<void>
}

type Environment = Readonly<Record<string, string>>

export type ABotOptions = {
  readonly environment?: Environment
  readonly contentDir?: string
  /** For runs of hours: so many of the newest requests and updates are kept. Default: all. */
  readonly keepRequests?: number
  /** Called with each line of the log. */
  readonly logged?: (line: string) => void
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
  const read = await openLibrary({
    dir: BUNDLED,
    store,
    now: () => new Date(),
    log: createLog({ level: 'silent', secrets: [], ids: 'hashed' }),
  })
  await read.close()
  await store.close()
  return directory
}

/** Starts the bot with a playground, temporary data and the bundled edition. */
export async function aBot(options: ABotOptions = {}): Promise<ABot> {
  const {
    environment = {},
    contentDir = BUNDLED,
    keepRequests = Number.POSITIVE_INFINITY,
    logged = () => {},
    settings: asked = {},
    prepare = () => {},
  } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  if (contentDir === BUNDLED) await cp(await bundledLibrary(), dataDir, { recursive: true })
  else await putEmptyStore(dataDir)
  const clock = createClock()
  const playground = await startPlayground({ now: clock.now, settings: asked, keepRequests })
  prepare(playground)
  const telegram = { token: playground.token, apiRoot: playground.url }
  const settings = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: '0', ...environment }
  const secrets = [playground.token, environment.WEBHOOK_SECRET ?? []].flat()
  const watch = watchLog(playground, secrets)
  const write = (line: string) => {
    watch.read(line)
    logged(line)
    if (process.env.TEST_LOG !== undefined) process.stdout.write(line)
  }
  // of everything, as an operator has it by default; `TEST_LOG` shows it
  const log = createLog({ level: 'trace', secrets, ids: 'hashed', write })
  const site = { telegram, log, now: clock.now }
  const begin = (change: Environment = {}) => startMujaz(readConfig({ ...settings, ...change }), site)
  let running = await begin()
  const joined: Running[] = []
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
    join: async (change) => {
      const other = await begin(change)
      joined.push(other)
      return other
    },
    leaks: watch.leaks,
    close: async () => {
      for (const each of [running, ...joined]) await each.stop()
      const leaks = watch.leaks()
      await playground.close()
      await rm(dataDir, { recursive: true, force: true })
      if (leaks.length > 0) throw new Error(`the bot told what it should not:\n${leaks.slice(0, 5).join('\n')}`)
    },
  }
}

/** Looks through each line as it comes, so that a run of hours keeps few. */
function watchLog({ requests, updates }: ListeningPlayground, secrets: readonly string[]) {
  const isTelling = (text: string) => secrets.some((secret) => text.includes(secret))
  const telling: string[] = []
  const named = new Map<string, string>()
  return {
    read: (line: string) => {
      if (isTelling(line)) telling.push(line)
      for (const id of line.match(/-?\d{5,}/g) ?? []) named.set(id, line)
    },
    leaks: () => {
      // Telegram is told the secret of its webhook
      const told = requests.filter(({ method }) => method !== 'setWebhook').map(({ params }) => JSON.stringify(params))
      const ids = JSON.stringify(updates).match(/(?<="(?:chat|from|user)":\{"id":)-?\d{5,}/g)
      // a broken update may have the largest number as an id, and the log says that it is one
      const people = new Set(ids).difference(new Set([String(Number.MAX_SAFE_INTEGER)]))
      const naming = [...people].flatMap((id) => named.get(id) ?? [])
      return [...telling, ...told.filter(isTelling), ...naming]
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
