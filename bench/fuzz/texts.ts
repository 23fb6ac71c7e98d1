import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '../../src/app/config.ts'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import { parseSchedule } from '../../src/digest/parse-schedule.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'
import { readDocument, type SourceDocument } from '../../src/library/read-document.ts'
import { decodePress, encodePress } from '../../src/messages/buttons/press.ts'
import { readGuestQuestion } from '../../src/requests/guest-question.ts'
import { readQuestion } from '../../src/requests/read-question.ts'
import { readRequest } from '../../src/requests/read-request.ts'
import { readSourceRequest } from '../../src/requests/source-request.ts'
import { parseQuery } from '../../src/search/query.ts'
import { readUpdate } from '../../src/telegram/read-update.ts'
import { plainClaim, quotedClaims } from '../../src/verify/read-claims.ts'
import type { Random } from './random.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const textsIn = (folder: string) =>
  readdirSync(join(ROOT, folder)).map((name) => readFileSync(join(ROOT, folder, name), 'latin1'))
const ARTICLES = textsIn('content').map((text) => Buffer.from(text, 'latin1').toString())
/** As bytes, one a character. */
const PAGES = textsIn('tests/article/pages')
const FEEDS = [
  '<?xml version="1.0"?><rss version="2.0"><channel><title>خبر</title><item><guid>1</guid><title>عنوان</title><link>/a</link><pubDate>Fri, 15 Aug 2025 08:00:00 +0300</pubDate><description>&lt;p&gt;قال الوزير&lt;/p&gt;</description></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>خبر</title><entry><id>1</id><title>عنوان</title><link href="/a"/><updated>2025-08-15T08:00:00Z</updated><content type="html">&lt;p&gt;قال&lt;/p&gt;</content></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>خبر</title></channel><item rdf:about="/a"><title>عنوان</title><link>/a</link></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"خبر","items":[{"id":"1","url":"/a","content_html":"<p>قال</p>","date_published":"2025-08-15T08:00:00Z"}]}',
]

const SETTINGS = [
  'BOT_TOKEN',
  'OWNER_IDS',
  'DEFAULT_TIMEZONE',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'PORT',
  'HOST',
  'SEND_RATE',
  'LOG_LEVEL',
]

/** What people, files and operators write, by who reads it. None may throw, but for settings with a line for the operator. */
export const READERS: Readonly<Record<string, (text: string, random: Random) => unknown>> = {
  article: (text) => briefIfRead(parseMarkdown(text, slugFrom('fuzzed'))),
  page: (text) => briefIfRead(parsePage(text, slugFrom('fuzzed'))),
  'changed article': (_, random) =>
    briefIfRead(parseMarkdown(random.changed(random.pick(ARTICLES)), slugFrom('fuzzed'))),
  html: (text, random) =>
    readSent({
      as: 'article',
      name: 'a.html',
      bytes: Buffer.from(random.chance(0.1) ? text : random.changed(random.pick(PAGES)), 'latin1'),
    }),
  feed: (text, random) =>
    readSent({
      as: 'feed',
      name: 'feed',
      bytes: Buffer.from(random.chance(0.1) ? text : random.changed(random.pick(FEEDS))),
    }),
  bytes: (text, random) =>
    readSent({
      as: random.pick(['article', 'feed']),
      name: random.pick(['a.txt', 'a.md', 'a']),
      bytes: Buffer.from(text, random.pick(['utf16le', 'latin1', 'utf8'])),
    }),
  press: (text) => {
    const press = decodePress(text)
    if (press !== null && encodePress(press) !== text) throw new Error('a press that is not itself')
  },
  request: (text) => readRequest({ text, botUsername: 'mujaz_bot', direct: true }),
  start: (text) => readRequest({ text: `/start ${text}`, botUsername: 'mujaz_bot', direct: true }),
  question: readQuestion,
  source: readSourceRequest,
  claim: (text) => [quotedClaims(text), plainClaim(text)],
  guest: (text, random) =>
    readGuestQuestion(
      {
        text,
        entities: [{ type: 'url', offset: random.below(99), length: random.below(99) }],
        quote: { text, position: 0 },
      },
      'mujaz_bot',
    ),
  query: (text) => parseQuery(text, '2026-08-16'),
  schedule: (text) => parseSchedule(text, { times: [450], days: EVERY_DAY, zone: 'Africa/Cairo' }),
  update: (text) => readUpdate({ update_id: 1, message: { text } }),
  settings: (text, random) => {
    const name = random.pick(SETTINGS)
    try {
      readConfig({ [name]: text })
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ConfigError') throw error
      const isSecret = /TOKEN|SECRET/.test(name) && text.length > 20
      if (isSecret && error.message.includes(text)) throw new Error('a line for the operator tells a secret')
    }
  },
}

function readSent(sent: Pick<SourceDocument, 'as' | 'bytes' | 'name'>): unknown {
  const read = readDocument({ ...sent, contentType: null, url: 'https://example.org/a', now: new Date(0) })
  return read.kind === 'article' ? briefArticle(read.article) : null
}

function briefIfRead(parsed: ReturnType<typeof parsePage>): unknown {
  return parsed.kind === 'article' ? briefArticle(parsed.article) : null
}
