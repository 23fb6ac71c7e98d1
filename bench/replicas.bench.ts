import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EVERY_DAY } from '../src/digest/schedule.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { freePort } from '../tests/free-port.ts'
import { startPostgres } from '../tests/start-postgres.ts'
import type { Row } from './bench.ts'
import { planFanOut } from './fan-out.ts'
import { isWanted, type Options } from './options.ts'
import { type BotApi, createBotApi } from './replicas/bot-api.ts'
import { postUpdates } from './replicas/posted-updates.ts'
import { type Replica, type ReplicaOptions, startReplica } from './replicas/replica.ts'

const REPLICAS = 3
const UPDATES = 100_000
const CHATS = 500
const FAN_OUT = 20_000
const FIRST_CHAT = 10_000
const RATE = 200
const KILLS = 6
const FROZEN_MS = 60_000
const SUBSCRIPTIONS = 5_000
/** Before a thing is done to the replicas, some of them have sent. */
const SETTLE_MS = 4_000

type Site = {
  readonly api: BotApi
  readonly directory: string
  readonly database: string
  readonly restartDatabase: () => void
}

/** Several processes on one PostgreSQL: what is lost and doubled, and what one more of them brings. */
export async function rows(options: Options): Promise<readonly Row[]> {
  const { against } = options
  const parts = {
    ...{ updates: manyUpdates, 'fan-out': fanOut, scaling },
    ...(against === null ? {} : { upgrade: (site: Site) => upgrade(site, against) }),
  }
  const found: Row[] = []
  for (const [name, part] of Object.entries(parts)) if (isWanted(options, name)) found.push(...(await onSite(part)))
  return found
}

async function onSite(part: (site: Site) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const postgres = await startPostgres()
  const api = createBotApi()
  try {
    return await part({ api, directory, database: postgres.server, restartDatabase: postgres.restart })
  } finally {
    api.close()
    await postgres.stop()
    await rm(directory, { recursive: true })
  }
}

let replicas = 0

async function another({ api, directory, database }: Site, more: Partial<ReplicaOptions> = {}) {
  replicas += 1
  const number = replicas
  const apiRoot = await api.addressFor(number)
  return { ...(await startReplica({ directory, database, apiRoot, rate: RATE, ...more })), number }
}

async function several(site: Site, count: number, more: Partial<ReplicaOptions> = {}) {
  const first = await another(site, more)
  return [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => another(site, more))))]
}

async function hooked(site: Site, count: number): Promise<readonly Replica[]> {
  return await several(site, count, { webhookUrl: `http://127.0.0.1:${await freePort()}/hook` })
}

const stopAll = (running: readonly Replica[]) => Promise.all(running.map(({ signal }) => signal('SIGTERM')))

async function manyUpdates(site: Site): Promise<readonly Row[]> {
  const running = await hooked(site, REPLICAS)
  const urls = running.map(({ url }) => url)
  const { lost, doubled, misplaced, seconds } = await postUpdates({ ...site, urls, updates: UPDATES, chats: CHATS })
  await stopAll(running)
  const of = `${UPDATES.toLocaleString('en')} updates over ${REPLICAS} replicas:`
  return [
    { name: `${of} lost`, value: lost, unit: 'updates' },
    { name: `${of} handled twice`, value: doubled, unit: 'updates' },
    { name: `${of} out of their chat's order`, value: misplaced, unit: 'updates' },
    { name: `${of} handled`, value: UPDATES / seconds, unit: 'updates/s' },
  ]
}

/** Kills whoever sends, one after another, freezes one for a minute, restarts the database. */
async function fanOut(site: Site): Promise<readonly Row[]> {
  const { api } = site
  const store = await openStore({ directory: site.directory, database: site.database })
  const chats = Array.from({ length: FAN_OUT }, (_, at) => FIRST_CHAT + at)
  await planFanOut(store, chats, Date.now())
  let running = await several(site, REPLICAS)
  let inFlight = 0
  const began = performance.now()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = await onceSending(store, running)
    await victim.signal('SIGKILL')
    inFlight += (await store.deliveries.counts()).sending
    running = [...running.filter((one) => one !== victim), await another(site)]
  }
  site.restartDatabase()
  const frozen = await onceSending(store, running)
  frozen.nudge('SIGSTOP')
  const frozenIn = (await store.deliveries.counts()).sending
  await sleep(FROZEN_MS)
  const woken = performance.now()
  frozen.nudge('SIGCONT')
  while ((await store.deliveries.nextAt()) !== null) await sleep(500)
  const seconds = (performance.now() - began) / 1000
  const byWoken = api.sent.filter(({ replica, at }) => replica === frozen.number && at > woken)
  await stopAll(running)
  await store.close()
  const counts = new Map<number, number>()
  const sent = api.sent.filter(({ chatId }) => chatId >= FIRST_CHAT)
  for (const { chatId } of sent) counts.set(chatId, (counts.get(chatId) ?? 0) + 1)
  const doubled = [...counts.values()].reduce((sum, count) => sum + count - 1, 0)
  const of = `${FAN_OUT.toLocaleString('en')} digests, ${KILLS} × kill -9, one frozen for a minute, a database restarted:`
  return [
    { name: `${of} lost`, value: chats.filter((id) => !counts.has(id)).length, unit: 'digests' },
    { name: `${of} doubled`, value: doubled, unit: 'digests' },
    { name: `${of} in flight at the kills and at the freeze`, value: inFlight + frozenIn, unit: 'digests' },
    { name: `${of} sent by the frozen one after it woke`, value: byWoken.length, unit: 'digests' },
    { name: `${of} the most in a second ÷ the rate`, value: mostInASecond(sent) / RATE, unit: '×' },
    { name: `${of} done`, value: seconds, unit: 's' },
  ]
}

/** Whoever is on duty, once it has sent for a while. */
async function onceSending<One extends Replica>(store: Store, running: readonly One[]): Promise<One> {
  for (;;) {
    await sleep(SETTLE_MS)
    const holder = (await store.leases.look().catch(() => null))?.holder
    const sender = running.find(({ pid }) => holder?.includes(`/${pid}/`))
    if (sender !== undefined) return sender
  }
}

function mostInASecond(sent: BotApi['sent']): number {
  let first = 0
  const inLastSecond = sent.map(({ at }, index) => {
    while (at - (sent[first]?.at ?? at) >= 1000) first += 1
    return index - first + 1
  })
  return inLastSecond.reduce((most, count) => Math.max(most, count), 0)
}

/** The same with one, two and three replicas. */
async function scaling(site: Site): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let count = 1; count <= REPLICAS; count += 1) {
    const running = await hooked(site, count)
    const urls = running.map(({ url }) => url)
    await postUpdates({ ...site, urls, updates: CHATS, chats: CHATS })
    const before = running.map(({ cpuMs }) => cpuMs())
    const updates = UPDATES / 20
    const { seconds } = await postUpdates({ ...site, urls, updates, chats: CHATS })
    const cpu = running.reduce((sum, { cpuMs }, at) => sum + cpuMs() - (before[at] ?? 0), 0)
    const planned = await planning(site, count)
    await stopAll(running)
    found.push(
      { name: `replicas ${count}`, value: updates / seconds, unit: 'updates/s' },
      { name: `replicas ${count}`, value: (cpu * 1000) / updates, unit: 'µs CPU an update' },
      { name: `replicas ${count}: ${SUBSCRIPTIONS} digests planned`, value: planned, unit: 's' },
    )
  }
  return found
}

/** From the minute they are due to the last one in the ledger. */
async function planning(site: Site, run: number): Promise<number> {
  const store = await openStore({ directory: site.directory, database: site.database })
  try {
    const dueAt = Math.ceil((Date.now() + 60_000) / 60_000) * 60_000
    const schedule = { times: [(dueAt / 60_000) % 1440], days: EVERY_DAY, zone: 'UTC' }
    for (let at = 0; at < SUBSCRIPTIONS; at += 1) {
      const id = 1_000_000 * run + at
      await store.chats.seen({ id, kind: 'private', title: null }, Date.now())
      await store.subscriptions.save({ chatId: id, threadId: 0, schedule, language: 'ar' }, Date.now())
    }
    const planned = async () => Object.values(await store.deliveries.counts()).reduce((sum, count) => sum + count, 0)
    const before = await planned()
    while ((await planned()) < before + SUBSCRIPTIONS) await sleep(50)
    return (Date.now() - dueAt) / 1000
  } finally {
    await store.close()
  }
}

/** A former version serves, this one comes beside it and brings the schema up to date, and the former leaves. */
async function upgrade(site: Site, former: string): Promise<readonly Row[]> {
  const webhookUrl = `http://127.0.0.1:${await freePort()}/hook`
  const old = await several(site, 2, { webhookUrl, root: former })
  const urls = old.map(({ url }) => url)
  const updates = UPDATES / 20
  const posting = postUpdates({ ...site, urls, updates, chats: CHATS / 20 })
  await sleep(SETTLE_MS)
  const here = await another(site, { webhookUrl })
  urls.push(here.url)
  await sleep(SETTLE_MS)
  const codes = []
  for (const { url, signal } of old) {
    urls.splice(urls.indexOf(url), 1)
    codes.push(await signal('SIGTERM'))
  }
  const { lost, doubled } = await posting
  await here.signal('SIGTERM')
  const errors = [...old, here].flatMap((replica) => replica.errors())
  for (const line of errors.slice(0, 5)) process.stderr.write(`${line}\n`)
  const of = `an upgrade under ${updates} updates:`
  return [
    { name: `${of} lost`, value: lost, unit: 'updates' },
    { name: `${of} handled twice`, value: doubled, unit: 'updates' },
    { name: `${of} errors, and stops that were none`, value: errors.length + codes.filter(Boolean).length, unit: '' },
  ]
}
