import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { type AWebServer, aWebServer } from './a-web-server.ts'
import { anIntake, wordsOf } from './an-intake.ts'

const MINUTE = 60_000

type Item = {
  readonly id: string | null
  readonly title: string
  readonly link?: string
  readonly text?: string
  readonly day?: number
}

function rss(items: readonly Item[]): string {
  const texts = items.map(({ id, title, link, text = `<p>${wordsOf(title).repeat(3)}</p>`, day = 10 }) => {
    const guid = id === null ? '' : `<guid isPermaLink="false">${id}</guid>`
    const url = link === undefined ? '' : `<link>${link}</link>`
    const date = `<pubDate>${day} Nov 2026 08:00:00 +0300</pubDate>`
    return `<item><title>${title}</title>${guid}${url}${date}<description><![CDATA[${text}]]></description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>صحيفة الوادي</title>
    <link>https://news.example/</link><description>أخبار</description>${texts.join('')}</channel></rss>`
}

const many = (count: number, from = 1): Item[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `i${from + at}`,
    title: `خبر رقم ${from + at}`,
    day: 1 + ((from + at) % 18),
  }))

/** A server whose feed the intake follows. */
async function aFeed(items: readonly Item[] = []) {
  const server = await aWebServer()
  const intake = await anIntake()
  const publish = (all: readonly Item[]) =>
    server.at('/feed', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(all)),
    )
  publish(items)
  const key = `${server.url}/feed`
  const added = await intake.store.sources.add({ kind: 'feed', key, title: key, site: 'x' })
  const id = added?.source.id ?? 0
  /** The next reading, when it is due. */
  const readNext = async () => {
    intake.clock.at = Math.max(intake.clock.at, (await intake.store.sources.nextDue()) ?? 0)
    await intake.feeds.tick()
  }
  const waitMinutes = async () => (((await intake.store.sources.nextDue()) ?? 0) - intake.clock.at) / MINUTE
  const source = () => intake.store.sources.find(id)
  return { ...intake, server, publish, key, id, readNext, waitMinutes, source }
}

const requestsOf = ({ requests }: AWebServer, path: string) => requests.filter((request) => request.path === path)

test('the first reading brings the newest three, later ones all that is new, and nothing comes twice', async () => {
  const { readNext, publish, files, textOf, source, waitMinutes } = await aFeed(many(12))
  await readNext()
  expect(await files()).toHaveLength(3)
  expect(await waitMinutes()).toBe(15)
  expect((await source())?.title).toBe('صحيفة الوادي')
  publish(many(15).map((item) => (item.id === 'i2' ? { ...item, title: 'خبر رقم 2 وقد تغير' } : item)))
  await readNext()
  await readNext()
  expect(await files()).toHaveLength(6)
  const read = parseMarkdown(await textOf('khbr-rqm-13'))
  expect(read).toMatchObject({
    article: {
      title: { text: 'خبر رقم 13', derived: false },
      source: 'صحيفة الوادي',
      published: '2026-11-14T05:00:00Z',
    },
  })
})

test('a flood comes in twenty at a reading, a minute apart, and none of it is lost', async () => {
  const { readNext, publish, files, waitMinutes } = await aFeed()
  await readNext()
  publish(many(50))
  const counts: number[] = []
  const waits: number[] = []
  for (let reading = 0; reading < 4; reading++) {
    await readNext()
    counts.push((await files()).length)
    waits.push(await waitMinutes())
  }
  expect(counts).toEqual([20, 40, 50, 50])
  expect(waits).toEqual([1, 1, 15, 15])
}, 60_000)

test('a changed item changes its article, and keeps its slug; changed markup alone does not', async () => {
  const { readNext, publish, files, textOf } = await aFeed([{ id: 'a', title: 'السد' }])
  await readNext()
  const before = await textOf('alsd')
  publish([{ id: 'a', title: 'السد', text: `<div class="x"><p>${wordsOf('السد').repeat(3)}</p></div>` }])
  await readNext()
  expect(await textOf('alsd')).toBe(before)
  publish([{ id: 'a', title: 'السد بعد التصحيح', text: `<p>${wordsOf('آخر').repeat(3)}</p>` }])
  await readNext()
  expect(await files()).toEqual(['alsd.md'])
  expect(await textOf('alsd')).toContain('السد بعد التصحيح')
})

test('items that share an id, or have none, are told apart', async () => {
  const { readNext, files } = await aFeed([
    { id: 'same', title: 'أول', link: 'https://news.example/1' },
    { id: 'same', title: 'ثان', link: 'https://news.example/2' },
    { id: null, title: 'ثالث' },
  ])
  await readNext()
  await readNext()
  expect(await files()).toEqual(['awl.md', 'thalth.md', 'than.md'])
})

test('what has not changed is not sent again: but a reading that left something asks for all', async () => {
  const { server, readNext, files } = await aFeed()
  let isDown = true
  server.at('/feed', (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"'
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"', 'content-type': 'application/xml' })
    response.end(isKnown ? undefined : rss([{ id: 'a', title: 'السد', link: `${server.url}/a`, text: 'بداية الخبر…' }]))
  })
  server.at('/a', (_, response) => {
    const page = `<html><body><article><h1>السد</h1><p>${wordsOf('كامل').repeat(4)}</p></article></body></html>`
    response.writeHead(isDown ? 503 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(isDown ? '' : page)
  })
  await readNext()
  expect(await files()).toEqual([])
  isDown = false
  await readNext()
  expect(await files()).toEqual(['alsd.md'])
  await readNext()
  expect(requestsOf(server, '/feed').map(({ headers }) => headers['if-none-match'])).toEqual([
    undefined,
    undefined,
    '"1"',
  ])
})

test('a teaser’s page is read in full; where that fails for good or three times, the teaser comes in', async () => {
  const teaser = `${wordsOf('بداية')}…`
  const { server, readNext, files, textOf, publish } = await aFeed()
  await readNext()
  const full = `<html><body><article><h1>عنوان الصفحة</h1><p>${wordsOf('كامل').repeat(5)}</p></article></body></html>`
  server.at('/whole', (_, response) => response.writeHead(302, { location: '/moved' }).end())
  server.at('/moved', (_, response) => {
    const packed = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }
    response.writeHead(200, packed).end(gzipSync(full))
  })
  server.at('/down', (_, response) => response.writeHead(500).end())
  publish([
    { id: 'a', title: 'السد', link: `${server.url}/whole`, text: teaser },
    { id: 'b', title: 'النهر', link: `${server.url}/gone`, text: teaser.replace('بداية', 'أخرى') },
    { id: 'c', title: 'البحر', link: `${server.url}/down`, text: teaser.replace('بداية', 'ثالثة') },
  ])
  await readNext()
  expect(await files()).toEqual(['alnhr.md', 'alsd.md'])
  expect(await textOf('alsd')).toContain('خبر كامل')
  expect(await textOf('alsd')).toContain('title: السد')
  expect(await textOf('alnhr')).toContain('خبر أخرى')
  await readNext()
  expect(await files()).toHaveLength(2)
  await readNext()
  expect(await files()).toEqual(['albhr.md', 'alnhr.md', 'alsd.md'])
  await readNext()
  expect(requestsOf(server, '/down')).toHaveLength(3)
})

test('a server that is busy, fails, sends without end or no feed is left in peace, longer each time', async () => {
  const { server, readNext, waitMinutes, source, publish, files } = await aFeed()
  const answer = async (status: number, headers = {}, body = '') => {
    server.at('/feed', (_, response) => response.writeHead(status, headers).end(body))
    await readNext()
    return [(await source())?.trouble?.why, await waitMinutes()]
  }
  expect(await answer(500)).toEqual(['failing', 15])
  expect(await answer(429, { 'retry-after': '7200' })).toEqual(['busy', 120])
  expect(await answer(503, { 'retry-after': '5' })).toEqual(['busy', 60])
  expect(await answer(200, { 'content-type': 'text/html' }, '<html><body>مرحبا</body></html>')).toEqual([
    'no-feed',
    120,
  ])
  expect(await answer(429, { 'retry-after': '99999999' })).toEqual(['busy', 24 * 60])
  server.at('/feed', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const more = () => {
      while (!response.destroyed && response.write('<item/>'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  await readNext()
  expect((await source())?.trouble?.why).toBe('too-large')
  publish(many(2))
  await readNext()
  expect([(await source())?.trouble, await waitMinutes(), (await files()).length]).toEqual([null, 15, 2])
}, 30_000)

test.each([
  ['windows-1256', 'application/xml; charset=windows-1256', 'utf-8'],
  ['windows-1256', 'application/xml', 'windows-1256'],
  // both say what it is not
  ['windows-1256', 'application/xml; charset=utf-8', 'utf-8'],
  ['utf-8', 'application/xml; charset=windows-1256', 'windows-1256'],
])('a feed in %s is read, sent as %s with encoding %s', async (charset, contentType, said) => {
  const { server, readNext, files } = await aFeed()
  const text = rss([{ id: 'a', title: 'السد' }]).replace('UTF-8', said)
  const bytes = charset === 'utf-8' ? Buffer.from(text) : windows1256(text)
  server.at('/feed', (_, response) => response.writeHead(200, { 'content-type': contentType }).end(bytes))
  await readNext()
  expect(await files()).toEqual(['alsd.md'])
})

function windows1256(text: string): Buffer {
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
  )
  return Buffer.from([...text].map((letter) => letters.get(letter) ?? 63))
}

test.each([
  ['back by a year', -365 * 24 * 60 * MINUTE],
  ['ahead by a year', 365 * 24 * 60 * MINUTE],
])('a clock that jumps %s stops no feed, brings nothing twice and loses nothing', async (_, jump) => {
  const { clock, feeds, publish, files, waitMinutes } = await aFeed(many(3))
  await feeds.tick()
  clock.at += jump
  publish(many(5))
  await feeds.tick()
  expect(await files()).toHaveLength(5)
  expect(await waitMinutes()).toBe(15)
  clock.at -= jump
  publish(many(6))
  await feeds.tick()
  clock.at += 16 * MINUTE
  await feeds.tick()
  expect(await files()).toHaveLength(6)
})

test('an item dated in the future is of now', async () => {
  const { readNext, textOf } = await aFeed([{ id: 'a', title: 'السد', day: 29 }])
  await readNext()
  expect(await textOf('alsd')).toContain('published: 2026-11-20T09:00:00Z')
})

test('Atom and JSON feeds come in alike, and a feed set to publish holds nothing', async () => {
  const { server, readNext, store, id, textOf } = await aFeed()
  const words = wordsOf('السد').repeat(3)
  await readNext()
  server.at('/feed', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(`<feed xmlns="http://www.w3.org/2005/Atom">
      <title>أتوم</title><id>f</id><updated>2026-11-01T00:00:00Z</updated><entry><id>1</id><title>السد</title>
      <updated>2026-11-02T10:00:00+03:00</updated><link href="/2026/dam"/><content type="html">&lt;p&gt;${words}&lt;/p&gt;</content></entry></feed>`)
  })
  await readNext()
  expect(await textOf('alsd')).toMatch(new RegExp(`draft: true\n.*url: ${server.url}/2026/dam`, 's'))
  await store.sources.setMode(id, 'publish')
  server.at('/feed', (_, response) => {
    const items = [
      { id: '2', title: 'النهر', content_text: wordsOf('النهر').repeat(3), date_published: '2026-11-03T10:00:00Z' },
    ]
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'جيسون', items }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(feed))
  })
  await readNext()
  expect(await textOf('alnhr')).not.toContain('draft: true')
})

test('memory stays flat over many readings of a large feed', async () => {
  const { readNext, publish, files } = await aFeed()
  await readNext()
  publish(many(400))
  for (let reading = 0; reading < 5; reading++) await readNext()
  const before = heapHeld()
  for (let reading = 0; reading < 15; reading++) await readNext()
  expect(heapHeld() - before).toBeLessThan(MOST_GROWTH)
  expect((await files()).length).toBe(300)
}, 120_000)

/** A reading of such a feed makes several megabytes of garbage: what is not collected says nothing. */
const MOST_GROWTH = 10_000_000

/** Bytes of the heap that are still reachable. */
function heapHeld(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
