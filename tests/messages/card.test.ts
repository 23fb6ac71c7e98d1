import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { paragraphsOf } from '../../src/article/article.ts'
import { frontOf } from '../../src/briefing/front.ts'
import { splitSentences } from '../../src/language/sentences.ts'
import { briefFile } from '../../src/library/brief-file.ts'
import { addedSentence, storiesOf } from '../../src/messages/stories.ts'
import { cardText } from '../../src/messages/views/card.ts'
import { createShelf } from '../a-shelf.ts'
import { aBriefing, anArticle } from '../an-article.ts'

const CONTENT = resolve(import.meta.dirname, '../../content')
const { items } = createShelf(
  readdirSync(CONTENT).flatMap((name, number) => {
    const briefed = briefFile({ name, text: readFileSync(`${CONTENT}/${name}`, 'utf8') })
    return briefed.kind === 'briefed' ? [{ number, briefing: briefed.briefing }] : []
  }),
)
const view = { wording: readWordings()('ar'), audience: { kind: 'private', botUsername: 'mujaz_bot' } } as const

function sentencesOf(item: (typeof items)[number]): ReadonlySet<string> {
  const { article } = item.briefing
  return new Set(paragraphsOf(article).flatMap((text) => splitSentences(text, article.language).map((one) => one.text)))
}

describe('the card of an article of the edition', () => {
  test.each(items.map((item) => [item.slug, item] as const))('%s shows whole sentences only', (_, item) => {
    const { sentences, quote, figures, next } = frontOf(item.briefing)
    expect(sentences.length).toBeGreaterThan(1)
    expect(sentences.length).toBeLessThanOrEqual(3)
    expect(figures.length).toBeLessThanOrEqual(2)
    expect(quote?.speaker).toBeTruthy()
    const own = sentencesOf(item)
    for (const { text } of [...sentences, ...(next === null ? [] : [next])]) expect(own).toContain(text)
    const added = addedSentence(item, [])
    if (added !== null) expect(own).toContain(added)
  })

  test('does not repeat its quote in a sentence, nor a date among its figures', () => {
    for (const { briefing } of items) {
      const { sentences, quote, figures } = frontOf(briefing)
      for (const { text } of sentences) expect(text).not.toContain(quote?.text)
      for (const { text } of figures) expect(text).not.toMatch(/20\d\d/)
    }
  })
})

test('a card says what comes next only after the article’s day', () => {
  const event = { when: 'الأحد', date: '2025-03-16', text: 'ويبدأ العبور يوم الأحد.', paragraph: 1 }
  const article = anArticle({ published: '2025-03-10' })
  expect(frontOf(aBriefing({ article, timeline: [event] })).next).toEqual(event)
  expect(frontOf(aBriefing({ article, timeline: [{ ...event, date: '2025-03-10' }] })).next).toBeNull()
  expect(frontOf(aBriefing({ article, timeline: [{ ...event, text: 'نكمل غدا..' }] })).next).toBeNull()
  expect(frontOf(aBriefing({ article: anArticle({ published: null }), timeline: [event] })).next).toBeNull()
})

test.each([
  ['https://example.org/a', 'https://example.org/a', 'وكالة الضفاف'],
  ['javascript:alert(1)', undefined, null],
  ['https://localhost/a', undefined, null],
  ['not an address', undefined, null],
  [null, undefined, null],
])('the source’s name is a link to the page: %s', (url, link, words) => {
  const [item] = createShelf([{ number: 1, briefing: aBriefing({ article: anArticle({ url }) }) }]).items
  if (item === undefined) throw new Error('no item')
  const { rawText, rawEntities } = cardText(item, view)
  const found = rawEntities.find(({ type }) => type === 'text_link')
  expect(found && 'url' in found ? found.url : undefined).toBe(link)
  if (found !== undefined) expect(rawText.slice(found.offset, found.offset + found.length)).toBe(words)
})

describe('articles of one event', () => {
  test('of the edition are one story, begun in the reader’s language', () => {
    const summit = items.filter(({ slug }) => slug.startsWith('alaska'))
    for (const language of ['ar', 'en'] as const) {
      const stories = storiesOf(items, language)
      expect(stories).toHaveLength(1 + items.length - summit.length)
      const story = stories.find(({ main }) => summit.includes(main))
      expect(story?.main.briefing.article.language).toBe(language)
      expect(story?.foreign.every(({ briefing }) => briefing.article.language !== language)).toBe(true)
      expect(1 + (story?.others.length ?? 0) + (story?.foreign.length ?? 0)).toBe(summit.length)
    }
  })

  test.each([
    ['months later', { published: '2025-09-10' }],
    ['with nothing in common', { keywords: ['زراعة'] }],
    ['that nobody names', { related: [] }],
  ])('%s are another story', (_, change) => {
    const [slug, other] = ['one', 'two'] as never[]
    const link = { title: 'ت', url: null, slug: slug ?? null }
    const first = anArticle({ slug: slug ?? ('' as never), keywords: ['جسر'] })
    const second = {
      slug: other ?? ('' as never),
      title: { text: 'موسم الحصاد يبدأ', derived: false },
      keywords: ['جسر'],
    }
    const shelfOf = (article: typeof first) =>
      createShelf([first, article].map((each, number) => ({ number, briefing: aBriefing({ article: each }) }))).items
    expect(storiesOf(shelfOf(anArticle({ ...second, related: [link] })), 'ar')).toHaveLength(1)
    expect(storiesOf(shelfOf(anArticle({ ...second, related: [link], ...change })), 'ar')).toHaveLength(2)
  })
})
