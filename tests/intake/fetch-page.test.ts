import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isPublicAddress } from '../../src/intake/addresses.ts'
import { createFetch, type FetchedPage, type FetchOptions } from '../../src/intake/fetch-page.ts'
import { aWebServer } from './a-web-server.ts'

const OPEN = { mayReach: () => true, about: null }
const open = (options: Partial<FetchOptions> = {}) => createFetch({ ...OPEN, ...options })
const limits = (bytes: number, milliseconds = 15_000) => ({ bytes, milliseconds, redirects: 5 })
const textOf = (page: unknown) => new TextDecoder().decode((page as FetchedPage).bytes)

test('a page comes with its type, its validators and where it was found', async () => {
  const server = await aWebServer()
  server.at('/old', (_, response) => response.writeHead(301, { location: '/new?a=1' }).end())
  server.at('/new?a=1', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=windows-1256', etag: '"1"' }).end('نص')
  })
  const page = await open({ about: 'https://news.example' })(`${server.url}/old`)
  expect(page).toMatchObject({ kind: 'page', url: `${server.url}/new?a=1`, etag: '"1"', modified: null })
  expect(textOf(page)).toBe('نص')
  expect(server.requests[0]?.headers['user-agent']).toBe('mujaz (news briefings for Telegram; +https://news.example)')
})

test('what has not changed is not sent again', async () => {
  const server = await aWebServer()
  server.at('/', (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"7"' && request.headers['if-modified-since'] === 'then'
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'text/html' }).end()
  })
  const known = { etag: '"7"', modified: 'then' }
  expect(await open()(`${server.url}/`, { known })).toEqual({ kind: 'unchanged' })
})

const WEB = 'http://news.example/'
test.each([
  ['ftp://news.example/', 'not-web'],
  ['file:///etc/passwd', 'not-web'],
  ['javascript:alert(1)', 'not-web'],
  ['news', 'not-web'],
  ['http://me:secret@news.example/', 'password'],
  ['http://127.0.0.1/', 'private'],
  ['http://2130706433/', 'private'],
  ['http://0x7f.1/', 'private'],
  ['http://127.1/', 'private'],
  ['http://[::1]/', 'private'],
  ['http://[::ffff:127.0.0.1]/', 'private'],
  ['http://[fe80::1]/', 'private'],
  ['http://169.254.169.254/latest/meta-data/', 'private'],
  ['http://100.64.1.1/', 'private'],
])('%s is refused: %s', async (url, why) => {
  const fetch = createFetch({ ...OPEN, mayReach: isPublicAddress })
  expect(await fetch(url)).toMatchObject({ kind: 'refused', refusal: { why } })
})

test.each([[['10.0.0.8']], [['93.184.216.34', '127.0.0.1']], [['fd00::1']]])(
  'a name with an address of a private network is refused: %s',
  async (addresses) => {
    const fetch = createFetch({ ...OPEN, mayReach: isPublicAddress, resolve: async () => addresses })
    const refusal = { why: 'private', words: { host: 'news.example' }, retryAfterSeconds: null }
    expect(await fetch(WEB)).toEqual({ kind: 'refused', refusal })
  },
)

test('a redirect is checked like the first address, and a name that then leads elsewhere reaches nobody', async () => {
  const outside = await aWebServer()
  const inside = await aWebServer({ host: '127.0.0.2', port: outside.port })
  inside.at('/secret', 'secret')
  outside.at('/rebind', (_, response) => {
    response.writeHead(302, { location: `http://news.example:${outside.port}/secret` }).end()
  })
  outside.at('/direct', (_, response) => response.writeHead(302, { location: `${inside.url}/secret` }).end())
  const answers = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1']]
  const fetch = createFetch({
    ...OPEN,
    mayReach: (address) => address === '127.0.0.1',
    resolve: async () => answers.shift() ?? [],
  })
  for (const path of ['/rebind', '/direct']) {
    const fetched = await fetch(`http://news.example:${outside.port}${path}`)
    expect(fetched).toMatchObject({ kind: 'refused', refusal: { why: 'private' } })
  }
  expect(outside.requests.map(({ path }) => path)).toEqual(['/rebind', '/direct'])
  expect(inside.requests).toEqual([])
})

test('the connection goes to the address that was checked', async () => {
  const server = await aWebServer()
  server.at('/', 'a page')
  let asked = 0
  const resolve = async () => {
    asked += 1
    return ['127.0.0.1']
  }
  const fetch = createFetch({ ...OPEN, mayReach: (address) => address === '127.0.0.1', resolve })
  expect(textOf(await fetch(`http://news.example:${server.port}/`))).toBe('a page')
  expect(asked).toBe(1)
  expect(server.requests[0]?.headers.host).toBe(`news.example:${server.port}`)
})

test('five redirects are followed, six are refused', async () => {
  const server = await aWebServer()
  for (let hop = 1; hop <= 6; hop++) {
    server.at(`/${hop}`, (_, response) => response.writeHead(307, { location: `/${hop - 1}` }).end())
  }
  server.at('/0', 'here')
  expect(textOf(await open()(`${server.url}/5`))).toBe('here')
  const refusal = { why: 'redirects', words: { count: 5 } }
  expect(await open()(`${server.url}/6`)).toMatchObject({ kind: 'refused', refusal })
})

test.each([
  [404, {}, { why: 'missing' }],
  [410, {}, { why: 'missing' }],
  [403, {}, { why: 'forbidden', words: { status: 403 } }],
  [429, { 'retry-after': '120' }, { why: 'busy', retryAfterSeconds: 120 }],
  [503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, { why: 'busy', retryAfterSeconds: 0 }],
  [500, {}, { why: 'failing', words: { status: 500 }, retryAfterSeconds: null }],
  [418, {}, { why: 'status', words: { status: 418 } }],
  [200, { 'content-type': 'application/pdf' }, { why: 'not-text', words: { type: 'application/pdf' } }],
  [200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, { why: 'broken' }],
  [200, { 'content-type': 'text/html', 'content-encoding': 'zstd-2' }, { why: 'broken' }],
])('status %s %j is refused', async (status, headers, refusal) => {
  const server = await aWebServer()
  server.at('/', (_, response) => response.writeHead(status, headers).end('text'))
  expect(await open()(`${server.url}/`)).toMatchObject({ kind: 'refused', refusal })
})

test('a body is unpacked, and refused where it grows over the limit, packed or unpacked, said or not', async () => {
  const server = await aWebServer()
  const head = { 'content-type': 'text/html' }
  const packed = { ...head, 'content-encoding': 'gzip' }
  server.at('/small', (_, response) => response.writeHead(200, packed).end(gzipSync('مرحبا')))
  server.at('/bomb', (_, response) => response.writeHead(200, packed).end(gzipSync(Buffer.alloc(50_000_000))))
  server.at('/said', (_, response) => response.writeHead(200, { ...head, 'content-length': 9_999_999 }).write('a'))
  let sent = 0
  server.at('/endless', (_, response) => {
    response.writeHead(200, head)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  const fetch = open({ limits: limits(1_000_000) })
  expect(textOf(await fetch(`${server.url}/small`))).toBe('مرحبا')
  for (const path of ['/bomb', '/said', '/endless']) {
    const refusal = { why: 'too-large', words: { megabytes: 1 } }
    expect(await fetch(server.url + path), path).toMatchObject({ kind: 'refused', refusal })
  }
  // what the sockets hold, and not much more
  expect(sent).toBeLessThan(20_000_000)
})

test.each(['head', 'body', 'packed body'])('a server that stops before the end of its %s is too slow', async (part) => {
  const server = await aWebServer()
  server.at('/', (_, response) => {
    const packed = part === 'packed body' ? { 'content-encoding': 'gzip' } : {}
    if (part !== 'head')
      response.writeHead(200, { 'content-type': 'text/html', ...packed }).write(gzipSync('a').subarray(0, 12))
  })
  const refusal = { why: 'too-slow', words: { seconds: 1 } }
  expect(await open({ limits: limits(1_000, 300) })(`${server.url}/`)).toMatchObject({ kind: 'refused', refusal })
})

test('a body that breaks off is refused, as is a host that does not answer', async () => {
  const server = await aWebServer()
  server.at('/', (_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-length': 100 })
      .write('half', () => response.destroy())
  })
  expect(await open()(`${server.url}/`)).toMatchObject({ kind: 'refused', refusal: { why: 'unreachable' } })
  expect(await open()('http://127.0.0.3:9/')).toMatchObject({ kind: 'refused', refusal: { why: 'unreachable' } })
})
