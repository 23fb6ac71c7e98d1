import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { startPlayground } from '@mujaz/playground'
import { afterEach, describe, expect, test } from 'vitest'
import { aFolder, anArticleFile, noArticles, oneArticle, startProcess } from './start-process.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

describe('the process', () => {
  test.each([
    ['BOT_TOKEN', 'secret-of-mine'],
    ['PORT', '99999'],
    ['DEFAULT_TIMEZONE', 'Mars/Olympus'],
    ['SEND_RATE', 'fast'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['ROLE', 'boss'],
    ['WEBHOOK_SECRET', 'two words'],
  ])('stops at a wrong %s with one line that names it and does not repeat it', async (name, value) => {
    const { exit, printed } = await startProcess({ [name]: value })
    expect(await exit()).toBe(1)
    expect(printed().trim().split('\n')).toHaveLength(1)
    expect(printed()).toContain(`${name} is`)
    expect(printed()).not.toContain(value)
  })

  test('with no settings opens the playground, and stops cleanly', async () => {
    const { child, waitFor, exit, printed } = await startProcess({})
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await waitFor('the playground is at'))?.[0] ?? ''
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('mujaz_articles 9')
    expect(await (await fetch(url)).text()).toMatch(/<html[^>]*dir="rtl"/)
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
    expect(printed()).toContain('stopped')
  })

  // a bot that outlives npm would hold its end of the pipe, and `close` would not come
  test.each(['SIGTERM', 'SIGINT'] as const)('stops with npm start on %s', async (signal) => {
    const { child, waitFor, exit, printed } = await startProcess({ ...(await noArticles()), HOME: tmpdir() }, [
      'npm',
      'start',
    ])
    await waitFor('the playground is at')
    child.kill(signal)
    await exit()
    expect(printed()).toContain('stopped')
  })

  test('runs against any Bot API server, finishes what it was asked, and ends on SIGTERM', async () => {
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const reader = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
    const { child, waitFor, exit } = await startProcess({
      ...(await oneArticle()),
      ...{ BOT_TOKEN: playground.token, BOT_API_ROOT: playground.url },
    })
    await waitFor('Telegram knows the bot')
    playground.faults.plan({ methods: ['sendMessage'], times: 1, strike: { kind: 'slow', milliseconds: 500 } })
    playground.say({ chatId: reader, from: reader, text: '/brief' })
    await playground.waitUntilTaken()
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
    expect(playground.messages(reader).at(-1)?.text).toContain('المصدر')
  })

  test('ends cleanly on SIGTERM in a flood, though answers wait out long limits', async () => {
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const reader = playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
    const { child, waitFor, exit } = await startProcess({
      ...(await oneArticle()),
      ...{ BOT_TOKEN: playground.token, BOT_API_ROOT: playground.url },
    })
    await waitFor('Telegram knows the bot')
    playground.faults.plan({ strike: { kind: 'flood', retryAfterSeconds: 30, scope: 'chat' }, chatId: reader })
    for (let at = 0; at < 100; at += 1) playground.say({ chatId: reader, from: reader, text: '/brief' })
    await playground.waitUntilTaken()
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
  }, 60_000)

  test('asks for a secret with a webhook, and for https', async () => {
    const { exit, printed } = await startProcess({ WEBHOOK_URL: 'https://example.org/hook' })
    expect(await exit()).toBe(1)
    expect(printed()).toMatch(/^WEBHOOK_SECRET is missing: .*\n$/)
    const plain = await startProcess({ WEBHOOK_URL: 'http://example.org/hook', WEBHOOK_SECRET: 'a' })
    expect(await plain.exit()).toBe(1)
    expect(plain.printed()).toMatch(/^WEBHOOK_URL must begin with https:.*\n$/)
  })

  test('asks for a webhook where it is only to answer', async () => {
    const { exit, printed } = await startProcess({ ROLE: 'web' })
    expect(await exit()).toBe(1)
    expect(printed()).toMatch(/^ROLE is web, .*WEBHOOK_URL.*\n$/)
  })

  test('with a webhook answers all that it took, though it is killed meanwhile', async () => {
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    taken.close()
    await once(taken, 'close')
    const environment = {
      ...(await oneArticle()),
      ...{ BOT_TOKEN: playground.token, BOT_API_ROOT: playground.url, DATA_DIR: await aFolder({}) },
      ...{ PORT: String(port), WEBHOOK_URL: `http://127.0.0.1:${port}/hook`, WEBHOOK_SECRET: 'only-telegram-knows' },
    }
    const first = await startProcess(environment)
    await first.waitFor('Telegram knows the bot')
    const words = Array.from({ length: 10 }, (_, at) => `كلمة${at}`)
    const people = Array.from({ length: 8 }, () => playground.addPerson({ firstName: 'ليلى', started: true }))
    for (const text of words) for (const from of people) playground.say({ chatId: from, from, text: `/search ${text}` })
    await playground.waitForMessage({ chatId: people[0] ?? 0, after: 0 })
    first.child.kill('SIGKILL')
    await first.exit()
    await startProcess(environment)
    await playground.waitUntilTaken()
    for (const chatId of people) {
      const shown = () => playground.messages(chatId).filter(({ sender }) => sender.kind === 'bot')
      await expect.poll(() => words.filter((word) => !shown().some(({ text }) => text.includes(word)))).toEqual([])
    }
  })

  test('says so when Telegram refuses the token, without showing it', async () => {
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const token = '1234567:another-bots-token'
    const { exit, printed } = await startProcess({
      ...(await noArticles()),
      ...{ BOT_TOKEN: token, BOT_API_ROOT: playground.url },
    })
    expect(await exit()).toBe(1)
    expect(printed()).toContain('BOT_TOKEN is refused')
    expect(printed()).not.toContain('another-bots-token')
  })

  test('waits for a Bot API that can’t be reached, and stops when told to', async () => {
    const { child, waitFor, exit, printed } = await startProcess({
      ...(await noArticles()),
      BOT_TOKEN: '1:secret_of_mine',
      BOT_API_ROOT: 'http://127.0.0.1:1',
    })
    await waitFor('can’t be reached')
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
    expect(printed()).not.toContain('secret_of_mine')
  })

  test('stops when told to while Telegram takes the connection and never answers', async () => {
    const server = createServer(() => {})
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    cleanups.push(async () => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const { child, waitFor, exit } = await startProcess({
      ...(await noArticles()),
      BOT_TOKEN: '1:secret_of_mine',
      BOT_API_ROOT: `http://127.0.0.1:${port}`,
    })
    await waitFor('the library is open')
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
  })

  test('names each file that can’t be used and goes on with the others', async () => {
    const dir = await aFolder({
      'a.md': anArticleFile('bridge'),
      'b.md': anArticleFile('bridge'),
      'c.md': '---\nslug: [\n---\nنص',
      'd.md': 'نص بلا صدر',
      'e.txt': '',
      'f.txt': 'صفحة منسوخة من موقع\n\nوهذه فقرة أولى فيها جملة كاملة عن أمر وقع.\n\nالمصدر: الضفاف\n',
    })
    const { waitFor, printed } = await startProcess({ CONTENT_DIR: dir })
    await waitFor('the playground is at')
    const warnings = printed()
      .split('\n')
      .filter((line) => line.includes('"level":40'))
    for (const name of ['b.md', 'c.md', 'e.txt'])
      expect(warnings.filter((line) => line.includes(name)).length, name).toBe(1)
    expect(warnings).toHaveLength(4)
    expect(printed()).toContain('held until an owner decides (/desk) or their time comes: d, f')
    expect(printed()).toContain('"articles":1')
  })

  test.each([
    ['an empty folder', () => aFolder({})],
    ['no folder', async () => '/nowhere/at/all'],
  ])('with %s for content says so and serves', async (_, dir) => {
    const { waitFor, printed } = await startProcess({ CONTENT_DIR: await dir() })
    await waitFor('the playground is at')
    expect(
      printed()
        .split('\n')
        .filter((line) => line.includes('CONTENT_DIR')),
    ).toHaveLength(1)
  })

  test('refuses a database that is another program’s, and names DATA_DIR', async () => {
    const dir = await aFolder({ 'mujaz.db': 'not a database at all, but long enough to be read as a header of one' })
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const { exit, printed } = await startProcess({
      BOT_TOKEN: playground.token,
      BOT_API_ROOT: playground.url,
      DATA_DIR: dir,
    })
    expect(await exit()).toBe(1)
    expect(printed()).toContain('DATA_DIR')
  })

  test('names PORT when it is taken', async () => {
    const playground = await startPlayground()
    cleanups.push(playground.close)
    const { exit, printed } = await startProcess({ ...(await noArticles()), PORT: new URL(playground.url).port })
    expect(await exit()).toBe(1)
    expect(printed()).toContain('PORT')
  })
})
