import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { isLoopback, refuseForeign } from './access.ts'
import { createInline } from './acts/inline.ts'
import { createMembers } from './acts/members.ts'
import { createPressing } from './acts/pressing.ts'
import { createSpeaking } from './acts/speaking.ts'
import { createTopics } from './acts/topics.ts'
import { createWatching } from './acts/watching.ts'
import { createBotApi, type Env } from './api/bot-api.ts'
import { createFaults } from './api/faults.ts'
import { createProfile } from './api/profile.ts'
import { createRates, NO_RATES } from './api/rates.ts'
import { createRequestLog } from './api/request-log.ts'
import { createUpdateQueue } from './api/update-queue.ts'
import { createWebhook } from './api/webhook.ts'
import type { BotIdentity, BotSettings, Control } from './control.ts'
import { createPageApi, type PageSettings } from './page/page-api.ts'
import { createEventBus } from './world/events.ts'
import { createPeople } from './world/people.ts'
import { addSampleWorld, SAMPLE_NAMES, type SampleNames } from './world/sample.ts'
import type { World } from './world/world.ts'

/** How a playground is set up; every field has a default that suits a test. */
export type PlaygroundOptions = {
  /** The playground's clock: message dates, the page's clock, ages of callback queries. Default: the real one. */
  readonly now?: () => Date
  /** Milliseconds that only grow, for floods and rate limits. Default: `performance.now`. */
  readonly elapsed?: () => number
  readonly bot?: Partial<BotIdentity>
  /** Default: a new one at each start, so that no page on the web can know it. */
  readonly token?: string
  /** `empty` (default): a bot alone. `sample`, or names for it: three people, a group, a forum and a channel. */
  readonly world?: 'empty' | 'sample' | SampleNames
  /** `telegram`: 1 message a second in a chat, 20 a minute in a group, 30 a second in all, else 429. Default `none`. */
  readonly rates?: 'none' | 'telegram'
  /** As @BotFather set the bot up. Default: inline and guest mode on, privacy mode on. */
  readonly settings?: Partial<BotSettings>
  /** Draws faults with a probability. Default: a seeded generator, so that a run can be repeated. */
  readonly random?: () => number
  /** Keep at least so many of the newest in `requests` and `updates`. Default: all. */
  readonly keepRequests?: number
  /** Default `loopback`: `setWebhook` takes addresses of this machine only, so that nobody reaches others through it. */
  readonly webhooks?: 'loopback' | 'anywhere'
  /** The address that is listened on, default 127.0.0.1. Any other than loopback is open to the network: a warning says so. */
  readonly host?: string
  /** Host names to answer to beside `localhost`, `127.0.0.1`, `[::1]` and `host`. */
  readonly moreHosts?: readonly string[]
  readonly page?: PageSettings
}

/** A local Telegram: the Bot API over HTTP, the chat page, and plain methods that play the people in it. */
export type Playground = Control & {
  /** Serves `/bot<token>/<method>`, `/file/bot<token>/<path>`, `/` and `/playground/*`; needs @hono/node-server. */
  readonly app: Hono<Env>
  readonly bot: BotIdentity
  readonly token: string
  /** Ends long polls, webhooks, page streams and waits; and the server, when `startPlayground` began it. */
  close(): Promise<void>
}

/** A playground that listens: `url` is the `apiRoot` for grammY and the page's address. */
export type ListeningPlayground = Playground & { readonly url: string }

const DEFAULT_BOT: BotIdentity = { id: 7_654_321, username: 'playground_bot', name: 'Playground bot' }

const DEFAULT_SETTINGS: BotSettings = {
  supports_inline_queries: true,
  inline_query_placeholder: '',
  needs_inline_query_location: false,
  can_join_groups: true,
  can_read_all_group_messages: false,
  can_connect_to_business: false,
  can_manage_bots: false,
  supports_guest_queries: true,
  supports_join_request_queries: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  has_topic_sidebar: false,
  callback_query_mode: 'default',
}

/** A playground to mount: serve `app` beside other routes with @hono/node-server. */
export function createPlayground(options: PlaygroundOptions = {}): Playground {
  const { host = '127.0.0.1', moreHosts = [], world: chosen = 'empty' } = options
  const bot = { ...DEFAULT_BOT, ...options.bot }
  // 35 characters after the colon, as @BotFather's
  const token = options.token ?? `${bot.id}:${randomBytes(26).toString('base64url')}`
  const world = createWorld(options, bot)
  const keep = options.keepRequests ?? Number.POSITIVE_INFINITY
  const updates = createUpdateQueue(world.events, keep)
  const profile = createProfile()
  const requestLog = createRequestLog(keep)
  const faults = createFaults(world.elapsed, options.random ?? seededRandom())
  const members = createMembers(world)
  const webhook = createWebhook({
    queue: updates,
    now: world.now,
    reach: options.webhooks ?? 'loopback',
    reply: (method, params) => api.call({ method, params, files: new Map(), signal: new AbortController().signal }),
  })
  const api = createBotApi({
    token,
    shared: { world, profile, updates, webhook },
    faults,
    rates: options.rates === 'telegram' ? createRates(world.elapsed) : NO_RATES,
    requestLog,
    upgradeGroup: members.upgradeGroup,
  })
  const control: Control = {
    ...createPeople(world),
    ...createSpeaking(world),
    ...createPressing(world),
    ...createInline(world),
    ...members,
    ...createTopics(world),
    ...createWatching({ world, profile, requestLog, updates }),
    requests: requestLog.requests,
    forgetRequests: requestLog.forget,
    updates: updates.history,
    pushUpdate: updates.push,
    faults,
  }
  world.push = updates.push
  if (chosen !== 'empty') addSampleWorld(control, chosen === 'sample' ? SAMPLE_NAMES : chosen)
  const page = createPageApi({ world, control, settings: options.page ?? {} })
  const app = new Hono<Env>().use(refuseForeign({ host, moreHosts })).route('/', api.app).route('/', page)
  if (!isLoopback(host)) {
    process.emitWarning(`The playground listens on ${host}: whoever reaches this machine can read and act in it`)
  }
  return { ...control, app, bot, token, close }

  async function close(): Promise<void> {
    webhook.remove()
    updates.close()
    world.events.emit({ kind: 'closed' })
  }
}

/** A playground with its own server; `port` 0 (default) takes a free one. */
export async function startPlayground(
  options: PlaygroundOptions & { readonly port?: number } = {},
): Promise<ListeningPlayground> {
  const { host = '127.0.0.1', port = 0 } = options
  const playground = createPlayground(options)
  // A client on a busy machine may take longer than Node's 5 s between requests, and would lose the next one.
  const server = createServer({ keepAliveTimeout: 60_000 }, getRequestListener(playground.app.fetch))
  const address = await listen(server, { host, port })
  return {
    ...playground,
    url: `http://${reachable(host)}:${address.port}`,
    async close() {
      await playground.close()
      await stop(server)
    },
  }
}

/** An address that stands for all of a machine's own is none to go to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIPv6(host) ? `[${host}]` : host
}

function createWorld(options: PlaygroundOptions, bot: BotIdentity): World {
  return {
    bot,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    people: new Map(),
    chats: new Map(),
    files: new Map(),
    callbacks: new Map(),
    inlineQueries: new Map(),
    guestQueries: new Map(),
    inlineResults: new Map(),
    inlineMessages: new Map(),
    events: createEventBus(),
    now: options.now ?? (() => new Date()),
    elapsed: options.elapsed ?? (() => performance.now()),
    push: () => {},
    change: 0,
    lastId: 0,
  }
}

/** Mulberry32: 32 bits of state, the same sequence in every run. */
function seededRandom(): () => number {
  let state = 20250815
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function listen(server: Server, at: { readonly host: string; readonly port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Answers of polls that just ended go out first.
    setImmediate(() => server.closeAllConnections())
  })
}
