import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isLoopback } from '../access.ts'
import { createPlayground, type ListeningPlayground } from '../playground.ts'
import { aChat, aPlayground } from './calls.ts'
import { openPage } from './page/a-page.ts'

type Asked = { readonly path: string; readonly method?: string; readonly headers: Record<string, string> }

/** The status of an answer; `fetch` would not send a Host or Origin of one's choice. */
async function statusOf({ url }: ListeningPlayground, { path, method = 'GET', headers }: Asked): Promise<number> {
  const asked = request(url + path, { method, headers }).end()
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}

describe('the token', () => {
  test('is another at each start, in the form of Telegram’s', async () => {
    const [one, other] = [createPlayground().token, createPlayground().token]
    expect(one).toMatch(/^\d+:[\w-]{35}$/)
    expect(one).not.toBe(other)
  })
})

describe('names', () => {
  test.each([
    ['localhost', 200],
    ['LOCALHOST:99', 200],
    ['127.0.0.1', 200],
    ['[::1]:8080', 200],
    ['bots.test:80', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['10.0.0.7', 403],
  ])('a request to %j answers %i', async (host, status) => {
    const playground = await aPlayground({ moreHosts: ['bots.test'] })
    const method = { path: `/bot${playground.token}/getMe`, headers: { host } }
    expect(await statusOf(playground, method)).toBe(status)
    expect(await statusOf(playground, { path: '/', headers: { host } })).toBe(status)
  })

  test('a server on all addresses answers to each address, to no foreign name, and warns', async () => {
    const warned = once(process, 'warning')
    const playground = await aPlayground({ host: '0.0.0.0' })
    const path = `/bot${playground.token}/getMe`
    expect(playground.url).toContain('http://127.0.0.1:')
    expect(await statusOf(playground, { path, headers: { host: '10.0.0.7:8080' } })).toBe(200)
    expect(await statusOf(playground, { path, headers: { host: 'evil.example' } })).toBe(403)
    expect((await warned)[0].message).toContain('listens on 0.0.0.0')
  })

  test.each(['127.0.0.1', '127.9.9.9', 'localhost', 'a.localhost', '[::1]', '::1'])('%s is this machine', (name) => {
    expect(isLoopback(name)).toBe(true)
  })

  test.each(['127.0.0.1.evil.example', '0.0.0.0', '10.0.0.1', '[::ffff:7f00:1]', 'localhost.example'])(
    '%s may be another machine',
    (name) => expect(isLoopback(name)).toBe(false),
  )
})

describe('a page of another site', () => {
  test.each([
    ['its origin', { origin: 'https://evil.example' }, 403],
    ['an origin of none', { origin: 'null' }, 403],
    ['a link or picture', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['a word no browser sends', { 'sec-fetch-site': 'friend' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 200],
    ['no browser', {}, 200],
  ])('%s', async (_, headers, status) => {
    const { playground, reader } = await aChat()
    const path = `/bot${playground.token}/sendMessage?chat_id=${reader}&text=a`
    for (const method of ['GET', 'POST']) expect(await statusOf(playground, { path, method, headers })).toBe(status)
    expect(playground.messages(reader)).toHaveLength(status === 200 ? 2 : 0)
  })

  test('may link to the page but not play in it', async () => {
    const playground = await aPlayground()
    const { cookie } = await openPage(playground)
    const headers = { cookie, 'sec-fetch-site': 'cross-site' }
    expect(await statusOf(playground, { path: '/', headers })).toBe(200)
    expect(await statusOf(playground, { path: '/playground/state', headers })).toBe(403)
  })
})

describe('the page’s secret', () => {
  test('comes with the page, for this browser and its own pages only', async () => {
    const playground = await aPlayground()
    const given = (await fetch(playground.url)).headers.get('set-cookie')
    expect(given).toMatch(/^playground-\d+=[\w-]{20,}; Path=\/playground; HttpOnly; SameSite=Strict$/)
  })

  test.each(['state', 'events', 'commands', 'act', 'files/1', 'page.js'])('/playground/%s demands it', async (path) => {
    const [playground, other] = [await aPlayground(), await aPlayground()]
    const { cookie } = await openPage(other)
    const stolen = cookie.replace(new URL(other.url).port, new URL(playground.url).port)
    for (const headers of [{}, { cookie: stolen }]) {
      expect(await statusOf(playground, { path: `/playground/${path}`, headers })).toBe(403)
    }
  })
})

const MEGABYTE = 1024 * 1024

describe('a body', () => {
  const post = async ({ url, token }: ListeningPlayground, type: string, body: string) => {
    return fetch(`${url}/bot${token}/sendMessage`, { method: 'POST', headers: { 'content-type': type }, body })
  }

  test.each([
    ['application/json', 1],
    ['application/x-www-form-urlencoded', 1],
    ['multipart/form-data; boundary=x', 51],
  ])('of %s is refused above %i MB, with its length told', async (type, most) => {
    const playground = await aPlayground()
    const reply = await post(playground, type, 'a'.repeat(most * MEGABYTE + 1))
    expect(reply.status).toBe(413)
    expect(await reply.json()).toMatchObject({ error_code: 413, description: 'Request Entity Too Large' })
  })

  test.each(['application/json', 'multipart/form-data; boundary=x'])(
    'of %s without a length is refused while it comes',
    async (type) => {
      const playground = await aPlayground()
      const path = `/bot${playground.token}/sendMessage`
      const asked = request(playground.url + path, { method: 'POST', headers: { 'content-type': type } })
      const answered = once(asked, 'response')
      const chunk = Buffer.alloc(MEGABYTE, 'a')
      for (let sent = 0; sent < 52 && !asked.destroyed; sent++) asked.write(chunk)
      // never ended: the answer comes all the same
      const [response] = await answered
      expect(response.statusCode).toBe(413)
      asked.destroy()
    },
  )

  test('of an act on the page is bounded as well', async () => {
    const playground = await aPlayground({ world: 'sample' })
    const { act } = await openPage(playground)
    expect((await act('a'.repeat(MEGABYTE + 1))).status).toBe(413)
  })
})

describe('a webhook', () => {
  test.each([
    ['http://127.0.0.1:1/', 200],
    ['http://localhost:1/', 200],
    ['http://[::1]:1/', 200],
    ['http://10.0.0.1/', 400],
    ['http://169.254.169.254/latest', 400],
    ['https://example.org/', 400],
    ['http://127.0.0.1.evil.example/', 400],
  ])('at %s is answered %i', async (url, status) => {
    const { call } = await aChat()
    const { error_code = 200 } = await call('setWebhook', { url })
    expect(error_code).toBe(status)
  })

  test('may be anywhere where that is wanted', async () => {
    const { call } = await aChat({ webhooks: 'anywhere' })
    expect(await call('setWebhook', { url: 'https://example.org/' })).toMatchObject({ ok: true })
  })

  test.each([
    ['a redirection is not followed', 302, '', 'Wrong response from the webhook: 302 Found'],
    ['an answer that is no JSON is no call', 200, '{', null],
  ])('%s', async (_, status, body, trouble) => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, answer) => {
      asked.push(url)
      answer.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const { playground, reader, call } = await aChat()
    await call('setWebhook', { url: `http://127.0.0.1:${port}/hook` })
    playground.say({ chatId: reader, from: reader, text: 'a' })
    if (trouble === null) await playground.waitUntilTaken()
    const told = async () => Object(await call('getWebhookInfo')).result.last_error_message ?? null
    await expect.poll(told).toBe(trouble)
    expect(new Set(asked)).toEqual(new Set(['/hook']))
  })
})
