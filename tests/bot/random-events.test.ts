import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numbersFrom } from '../../eval/chance.ts'
import { type ABot, aBot } from './a-bot.ts'
import { isOpen, openAll, type Room, randomRooms, subscribe } from './random-events.ts'
import { randomReviews } from './random-reviews.ts'

/** A short form; `MUJAZ_EVENTS=10000` runs the long one. */
const EVENTS = Number(process.env.MUJAZ_EVENTS ?? 400)
const CHATS = 50
/** Digests are due after so many events, and after twice as many restarts the bot. */
const DUE_EVERY = 40
const TOPIC_UNKNOWN = /message thread not found/
const PATIENCE = { timeout: 30_000, interval: 25 }

const errors: string[] = []
let bot: ABot
beforeAll(async () => {
  const logged = (line: string) => void (line.includes('"level":50') && errors.push(line))
  bot = await aBot({ environment: { SEND_RATE: '1000' }, logged })
})
afterAll(() => bot.close())

/** Each schedule and whether it runs, as the store has it. */
function schedulesKept(): ReadonlyMap<string, boolean> {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
  try {
    const rows = file.prepare('select chat_id, thread_id, next_due from subscriptions').raw().all()
    return new Map(rows.map((row) => (Array.isArray(row) ? [`${row[0]} ${row[1]}`, row[2] !== null] : ['', false])))
  } finally {
    file.close()
  }
}

function undelivered(): unknown {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
  try {
    const unsettled =
      "select count(*) from deliveries where state in ('pending', 'later', 'sending') and not_before <= ?"
    return file.prepare(unsettled).pluck().get(bot.clock.now().getTime())
  } finally {
    file.close()
  }
}

/** What the store should contain; Telegram does not report a deleted topic, so its schedule may run until a digest finds out. */
function schedulesDue(rooms: readonly Room[], kept: ReadonlyMap<string, boolean>): ReadonlyMap<string, boolean> {
  return new Map(
    rooms.flatMap((room) =>
      [...room.schedules].map((thread) => {
        const key = `${room.id} ${thread}`
        const isGuess = room.topics.get(thread) === 'deleted'
        return [key, isGuess ? (kept.get(key) ?? false) : isOpen(room, thread)] as const
      }),
    ),
  )
}

const byKey = (schedules: ReadonlyMap<string, boolean>) =>
  [...schedules].sort(([one], [other]) => one.localeCompare(other))

/** None runs where nothing may be posted, none rests where it may, none is lost, none is made up. */
async function expectRight(rooms: readonly Room[]): Promise<void> {
  await bot.playground.waitUntilTaken()
  await expect
    .poll(() => {
      const kept = schedulesKept()
      const due = byKey(schedulesDue(rooms, kept)).map(String)
      const has = byKey(kept).map(String)
      return { missing: due.filter((one) => !has.includes(one)), beyond: has.filter((one) => !due.includes(one)) }
    }, PATIENCE)
    .toEqual({ missing: [], beyond: [] })
}

/** All digests that are due come down, and every refusal was of a topic that nobody had told was gone. */
async function passDueTime(): Promise<void> {
  const from = bot.playground.requests.length
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? bot.clock.now().getTime() + 60_000))
  await bot.running.tick()
  await expect.poll(undelivered, PATIENCE).toBe(0)
  // answers to people are silent, and may be refused: who asks in vain is not the schedule's business
  const digests = bot.playground.requests.slice(from).filter(({ method, params }) => {
    return method === 'sendMessage' && params.disable_notification !== true
  })
  const refused = digests.filter(({ answer }) => answer.kind === 'error' && !TOPIC_UNKNOWN.test(answer.description))
  expect(refused.map(({ params, answer }) => ({ chat: params.chat_id, answer }))).toEqual([])
}

test(
  `${EVENTS} random events in ${CHATS} chats leave every schedule where it should be, and no error`,
  async () => {
    const random = numbersFrom(5)
    const reviews = randomReviews(bot, random)
    const { review, decide } = reviews
    const { rooms, step } = randomRooms(bot, { count: CHATS, random, more: [review, decide, decide, decide] })
    for (const room of rooms.filter(({ kind }) => kind === 'channel').slice(0, CHATS / 10)) {
      await subscribe(bot, room, 0)
      await review(room, rooms)
    }
    for (let event = 1; event <= EVENTS; event += 1) {
      await step()
      if (event % DUE_EVERY !== 0) continue
      await expectRight(rooms)
      await passDueTime()
      await expectRight(rooms)
      await expect.poll(() => reviews.wrong(rooms), PATIENCE).toEqual([])
      if (event % (2 * DUE_EVERY) === 0) await bot.restart()
    }
    await openAll(bot, rooms)
    await expectRight(rooms)
    expect([...schedulesKept().values()].filter((runs) => runs).length).toBeGreaterThan(CHATS / 4)
    expect(reviews.posted()).toBeGreaterThan(0)
    expect(errors).toEqual([])
  },
  30_000 + EVENTS * 100,
)
