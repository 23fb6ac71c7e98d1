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
  readonly close: () => Promise<void>
}

type Environment = Readonly<Record<string, string>>

export type ABotOptions = {
  readonly environment?: Environment
  readonly contentDir?: string
  /** In place of the log whose lines are looked through at the end, for runs of hours. */
  readonly log?: Logger
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
    log,
    logged = () => {},
    settings: asked = {},
    prepare = () => {},
  } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  if (contentDir === BUNDLED) await cp(await bundledLibrary(), dataDir, { recursive: true })
  else await putEmptyStore(dataDir)
  const lines: string[] = []
  const clock = createClock()
  const playground = await startPlayground({ now: clock.now, settings: asked })
  prepare(playground)
  const telegram = { token: playground.token, apiRoot: playground.url }
  const settings = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: '0', ...environment }
  const secrets = [playground.token, environment.WEBHOOK_SECRET ?? []].flat()
  const write = (line: string) => {
    lines.push(line)
    logged(line)
    if (process.env.TEST_LOG !== undefined) process.stdout.write(line)
  }
  // of everything, as an operator has it by default; `TEST_LOG` shows it
  const watched = createLog({ level: 'trace', secrets, ids: 'hashed', write })
  const site = { telegram, log: log ?? watched, now: clock.now }
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
    close: async () => {
      for (const each of [running, ...joined]) await each.stop()
      await playground.close()
      await rm(dataDir, { recursive: true, force: true })
      if (log !== undefined) return
      expectNoSecrets([...lines, ...told(playground)], secrets)
      expectNoNames(lines, playground)
    },
  }
}

/** All that was said to people, and to Telegram itself but for its webhook. */
function told({ requests }: ListeningPlayground): readonly string[] {
  return requests.filter(({ method }) => method !== 'setWebhook').map(({ params }) => JSON.stringify(params))
}

/** Neither a line of any test's log nor a message. */
function expectNoSecrets(texts: readonly string[], secrets: readonly string[]): void {
  const telling = texts.filter((text) => secrets.some((secret) => text.includes(secret)))
  if (telling.length > 0) throw new Error(`a secret was told:\n${telling.slice(0, 5).join('\n')}`)
}

/** No line of any test's log has the id of a person or chat. */
function expectNoNames(lines: readonly string[], { updates }: ListeningPlayground): void {
  const ids = new Set(JSON.stringify(updates).match(/(?<="(?:chat|from|user)":\{"id":)-?\d{5,}/g))
  const named = lines.filter((line) => (line.match(/-?\d{5,}/g) ?? []).some((id) => ids.has(id)))
  if (named.length > 0) throw new Error(`the log names somebody:\n${named.slice(0, 5).join('')}`)
}

function addPeople(playground: ListeningPlayground) {
  const reader = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
  const english = playground.addPerson({ firstName: 'Ada', languageCode: 'en-GB', started: true })
  const admin = playground.addPerson({ firstName: 'منى', languageCode: 'ar' })
  const member = playground.addPerson({ firstName: 'عمر', languageCode: 'ar' })
  const group = playground.addGroup({ title: 'قراء الصباح', creator: admin, members: [member] })
  return { reader, english, admin, member, group }
}
