import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createBringIn, type Incoming } from '../../src/intake/bring-in.ts'
import { createFeedReader } from '../../src/intake/feeds.ts'
import { createFetch } from '../../src/intake/fetch-page.ts'
import { createImporter } from '../../src/intake/importer.ts'
import { createBriefFiles } from '../../src/library/brief-files.ts'
import { anArticle, paragraphs } from '../an-article.ts'
import { aDirectory, aStore } from '../store/a-store.ts'

/** All ways in over a store and a folder of their own, with a clock that the test moves. */
export async function anIntake() {
  const dir = await aDirectory()
  const store = await aStore()
  const clock = { at: Date.parse('2026-11-20T09:00:00Z') }
  const now = () => new Date(clock.at)
  const briefs = createBriefFiles()
  onTestFinished(briefs.close)
  const { read } = briefs
  const fetch = createFetch({
    mayReach: () => true,
    about: null,
    limits: { bytes: 2_000_000, milliseconds: 2_000, redirects: 5 },
  })
  const bringIn = createBringIn({ dir, store, now })
  const feeds = createFeedReader({
    store,
    fetch,
    read,
    bringIn,
    now,
    isOnDuty: () => true,
    log: pino({ level: 'silent' }),
  })
  onTestFinished(feeds.stop)
  const files = async () => (await readdir(dir)).toSorted()
  const textOf = (slug: string) => readFile(join(dir, `${slug}.md`), 'utf8')
  return {
    dir,
    store,
    clock,
    now,
    fetch,
    bringIn,
    feeds,
    importer: createImporter({ store, fetch, read, bringIn, now }),
    files,
    textOf,
  }
}

const WORDS =
  'افتتح وزير المياه كريم منصور السد الجديد صباح الجمعة بحضور مئات السكان، وقال إن الماء سيصل إلى القرى قبل نهاية العام.'

/** Words of an article that nobody else has. */
export function wordsOf(name: string): string {
  return `${WORDS} وهذا خبر ${name} وحده. ${WORDS} وفي خبر ${name} تفاصيل أخرى كثيرة عن السد والقرى التي حوله.`
}

type Change = Partial<Incoming> & { readonly url?: string; readonly words?: string }

/** An article on its way in from a feed. */
export function anIncoming(title: string, { url, words = wordsOf(title), ...change }: Change = {}): Incoming {
  const named = { title: { text: title, derived: false }, url: url ?? null, blocks: paragraphs(words) }
  const source = 'https://news.example/feed'
  const found = { article: anArticle(named), isSlugged: false, doubts: [], source, keys: [] }
  return { ...found, holds: false, isAsked: false, ...change }
}
