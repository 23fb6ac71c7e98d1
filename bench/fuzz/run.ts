import { type ABot, aBot } from '../../tests/bot/a-bot.ts'
import { createRandom } from './random.ts'
import { READERS } from './texts.ts'
import { createUpdates } from './updates.ts'

/** What broke: the seed makes it again. */
export type Failure = { readonly seed: number; readonly what: string; readonly input: string; readonly error: string }

const SHOWN = 400
const OWNER = 4711
/** A run in the background of a busy machine may get no time for minutes. */
const PATIENCE_MS = 20 * 60_000

/** Gives each reader so many texts. */
export function fuzzTexts(seed: number, texts: number): readonly Failure[] {
  const failures: Failure[] = []
  for (const [what, read] of Object.entries(READERS)) {
    const random = createRandom(seed)
    for (let at = 0; at < texts; at += 1) {
      const text = random.text()
      try {
        read(text, random)
      } catch (error) {
        failures.push({ seed, what, input: text.slice(0, SHOWN), error: String(error) })
      }
    }
  }
  return failures
}

export type FuzzedBot = Pick<ABot, 'close' | 'leaks' | 'playground' | 'running'> & {
  /** Lines of the log that tell of a bug. */
  readonly bugs: string[]
}

/** With an owner, whose commands and documents are fuzzed too. */
export async function aFuzzedBot(): Promise<FuzzedBot> {
  const bugs: string[] = []
  const logged = (line: string) => void (line.includes('"level":50') && bugs.push(line))
  const bot = await aBot({ logged, keepRequests: 500, environment: { OWNER_IDS: String(OWNER) } })
  bot.playground.addPerson({ id: OWNER, firstName: 'o', started: true })
  return { ...bot, bugs }
}

/** Hands a bot so many updates; a person who asks in between must be answered, no line of the log may be a bug, and nothing may leak. */
export async function fuzzUpdates(
  { playground, bugs, leaks }: FuzzedBot,
  seed: number,
  updates: number,
): Promise<readonly Failure[]> {
  const creator = playground.addPerson({ firstName: 'p', started: true })
  const people = [OWNER, creator, playground.addPerson({ firstName: 'q', started: true })]
  const chats = [playground.addSupergroup({ title: 'g', creator }), playground.addChannel({ title: 'c', creator })]
  const asker = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
  const make = createUpdates(createRandom(seed), { people, chats })
  for (let at = 0; at < updates; at += 1) {
    playground.pushUpdate(make() as never)
    if (at % 100 === 99) await probe()
  }
  await probe()
  return [...bugs.splice(0), ...leaks()].map((line) => ({
    seed,
    what: 'updates',
    input: '',
    error: line.slice(0, 1500),
  }))

  async function probe(): Promise<void> {
    await playground.waitUntilTaken(PATIENCE_MS)
    playground.say({ chatId: asker, from: asker, text: '/help' })
    await playground.waitForMessage({ chatId: asker, timeoutMs: PATIENCE_MS })
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']
const PATHS = ['/', '/healthz', '/readyz', '/metrics', '/verify', '/hook', '/feed', '/../', '/%2e%2e/', '/a/']

/** Sends a server so many requests; each must be answered, with less than 500 where nothing hinders it. */
export async function fuzzHttp(url: string, seed: number, requests: number): Promise<readonly Failure[]> {
  const random = createRandom(seed)
  const failures: Failure[] = []
  for (let at = 0; at < requests; at += 1) {
    const method = random.pick(METHODS)
    const path = `${random.pick(PATHS)}${random.chance(0.5) ? encodeURIComponent(random.text().toWellFormed()).slice(0, 2000) : ''}`
    const body = method === 'GET' || method === 'HEAD' ? null : random.text()
    const type = random.pick(['application/json', 'text/plain', 'multipart/form-data'])
    const { status } = await fetch(`${url}${path}`, { method, body, headers: { 'content-type': type } })
    if (status >= 500 && status !== 503)
      failures.push({ seed, what: 'http', input: `${method} ${path}`, error: String(status) })
  }
  return failures
}
