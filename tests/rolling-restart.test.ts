import type { ListeningPlayground } from '@mujaz/playground'
import type { ChatMessage } from '@mujaz/playground/control'
import { expect, onTestFinished, test } from 'vitest'
import type { StoreOptions } from '../src/store/open-database.ts'
import { openStore } from '../src/store/store.ts'
import { aPlayground, drained, planFor, somePeople } from './delivery/sender/a-fan-out.ts'
import { oneArticle, startProcess } from './start-process.ts'
import { anEmptyStore } from './store/a-store.ts'

const WORDS = Array.from({ length: 10 }, (_, at) => `كلمة${at}`)

function settingsOf({ directory, database = null }: StoreOptions, { token, url }: ListeningPlayground) {
  const store = { DATA_DIR: directory, DATABASE_URL: database ?? '' }
  return { ...store, BOT_TOKEN: token, BOT_API_ROOT: url, SEND_RATE: '50' }
}

const isAnswer = ({ sender }: ChatMessage) => sender.kind === 'bot'

test('while one takes over from another nothing is lost and nothing is said twice', async () => {
  const playground = await aPlayground({ keepRequests: 5000 })
  const options = await anEmptyStore()
  const store = await openStore(options)
  onTestFinished(store.close)
  const subscribers = somePeople(playground, 200)
  await planFor(store, subscribers)
  const settings = { ...settingsOf(options, playground), ...(await oneArticle()) }
  const first = await startProcess(settings)
  await first.waitFor('on duty: this process plans and sends')
  const second = await startProcess(settings)
  await second.waitFor('Telegram knows the bot')
  const readers = somePeople(playground, 20).map(({ chatId }) => chatId)
  for (const text of WORDS) for (const from of readers) playground.say({ chatId: from, from, text: `/search ${text}` })
  await playground.waitForMessage({ chatId: readers[0] ?? 0, after: 0 })
  first.child.kill('SIGTERM')
  expect(await first.exit()).toBe(0)
  expect((await store.deliveries.counts()).pending).toBeGreaterThan(0)
  await second.waitFor('on duty: this process plans and sends')
  await drained(store)
  await playground.waitUntilTaken()
  for (const chatId of readers) {
    const answers = () => playground.messages(chatId).filter(isAnswer)
    await expect.poll(() => answers().length).toBeGreaterThanOrEqual(WORDS.length)
    expect(answers().map(({ text }) => WORDS.find((word) => text.includes(word)))).toEqual(WORDS)
  }
  const got = subscribers.map(({ chatId }) => playground.messages(chatId).filter(isAnswer).length)
  expect(got).toEqual(subscribers.map(() => 1))
  second.child.kill('SIGTERM')
  expect(await second.exit()).toBe(0)
}, 120_000)
