import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import type { Slug } from '../../src/article/article.ts'
import { makeScreen } from '../../src/bot/screens.ts'
import { LENGTHS, SECTIONS } from '../../src/digest/form.ts'
import { directionOf } from '../../src/language/direction.ts'
import type { Audience } from '../../src/messages/buttons/keyboard.ts'
import { type ArchiveScreen, decodePress, PARTS } from '../../src/messages/buttons/press.ts'
import { packWhole } from '../../src/messages/listing.ts'
import { renderGone } from '../../src/messages/render.ts'
import type { View } from '../../src/messages/view.ts'
import { renderNews, renderNextChunk } from '../../src/messages/views/digest.ts'
import type { Archive, PageOf } from '../../src/shelf/archive.ts'
import { isRich, type Message } from '../../src/text/message.ts'
import { LIMITS } from '../../src/text/pages.ts'
import { createShelf, type Shelf } from '../a-shelf.ts'
import { aBriefing, anArticle } from '../an-article.ts'
import { createListArchive } from '../list-archive.ts'
import { wildBriefing } from './a-wild-briefing.ts'

const wordings = readWordings()
const audience: Audience = { kind: 'private', botUsername: 'mujaz_bot' }

function viewOf(change: Partial<View> = {}): View {
  return { wording: wordings('ar'), audience, ...change }
}

function screensOf(shelf: Shelf): readonly ArchiveScreen[] {
  return [
    { view: 'help' },
    { view: 'articles', page: 0 },
    { view: 'all-quotes', page: 0 },
    { view: 'spoken', index: 0 },
    ...shelf.speakers.map(({ key }) => ({ view: 'said' as const, speaker: key, index: 0 })),
    ...shelf.speakers.map(({ key }) => ({ view: 'speaker' as const, speaker: key, page: 0 })),
    ...shelf.items.flatMap(({ key }) => [
      { view: 'front' as const, article: key },
      { view: 'more' as const, article: key },
      { view: 'minutes' as const, article: key, minutes: 2 },
      ...(['sentence', 'quote', 'person', 'figure', 'event', 'paragraph'] as const).map((what) => ({
        view: 'context' as const,
        article: key,
        what,
        index: 0,
      })),
      ...PARTS.map((view) => ({ view, article: key, page: 0 })),
    ]),
  ]
}

async function messageOf(screen: ArchiveScreen, shelf: Shelf, view = viewOf()): Promise<Message> {
  const made = await makeScreen(screen, { archive: createListArchive(() => shelf), view, isRich: false })
  const shown = packWhole(made ?? renderGone(null, view), view)
  if (isRich(shown)) throw new Error('a rich message')
  return shown
}

/** What the bot makes by itself, whatever an article's words look like. */
const OWN_MARKUP = ['bold', 'italic', 'underline', 'blockquote', 'expandable_blockquote']

/** What the Bot API takes: https://core.telegram.org/bots/api#sendmessage and #inlinekeyboardbutton. */
function expectWithinLimits({ text, entities, keyboard }: Message): void {
  expect(text.trim().length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(LIMITS.characters)
  expect(text.isWellFormed()).toBe(true)
  expect(text).not.toMatch(/[\u202A-\u202E]|\u200F{2}/)
  expect(entities.length).toBeLessThanOrEqual(LIMITS.entities)
  for (const entity of entities) {
    expect(entity.offset + entity.length).toBeLessThanOrEqual(text.length)
    expect(OWN_MARKUP).toContain(entity.type)
  }
  const buttons = keyboard.flat()
  expect(buttons.length).toBeLessThanOrEqual(100)
  for (const row of keyboard) expect(row.length).toBeLessThanOrEqual(8)
  for (const button of buttons) {
    const data = 'callback_data' in button ? button.callback_data : ''
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    expect(data === '' || decodePress(data) !== null).toBe(true)
  }
}

describe('makeScreen', () => {
  test('keeps every screen of any briefing within the limits, in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(wildBriefing, fc.constantFrom('ar' as const, 'en' as const), async (briefing, language) => {
        const shelf = createShelf([{ number: 1, briefing }])
        const view = viewOf({ wording: wordings(language) })
        for (const screen of screensOf(shelf)) expectWithinLimits(await messageOf(screen, shelf, view))
        const many = Array.from({ length: 10 }, () => shelf.items).flat()
        const items = many.map((item) => ({ item, reason: { kind: 'keyword' as const, words: 'ك'.repeat(60) } }))
        for (const more of [null, ...shelf.items.map((item) => ({ item, chunk: 0 }))]) {
          for (const length of LENGTHS) {
            const form = { sections: SECTIONS, length }
            expectWithinLimits(packWhole(renderNews({ items, total: 50, more }, form, view), view))
            expectWithinLimits(packWhole(renderNews({ items: items.slice(0, 1), total: 1, more }, form, view), view))
          }
        }
        for (const item of shelf.items) expectWithinLimits(renderNextChunk(item, item.pages.length - 1, view))
      }),
      { numRuns: 60 },
    )
  })

  test('shows every character of an article over its reading pages', () => {
    const letters = (text: string) => text.replace(/[\s\u200E\u200F\u2066-\u2069]/g, '')
    fc.assert(
      fc.property(fc.array(fc.lorem({ mode: 'sentences', maxCount: 60 }), { minLength: 1, maxLength: 8 }), (texts) => {
        const chunks = texts.map((text, index) => ({
          heading: 'ه',
          derived: true,
          text,
          from: index,
          to: index,
          quotes: [],
        }))
        const shelf = createShelf([{ number: 1, briefing: aBriefing({ chunks }) }])
        const read = shelf.items.flatMap(({ pages }) => pages.map(({ text }) => text)).join('')
        expect(letters(read)).toBe(letters(texts.join('')))
      }),
    )
  })

  test('starts every line of an Arabic screen right to left', async () => {
    const shelf = createShelf([
      {
        number: 1,
        briefing: aBriefing({
          article: anArticle({ title: { text: 'NATO يجتمع', derived: false }, source: 'Reuters' }),
        }),
      },
    ])
    for (const screen of screensOf(shelf)) {
      const lines = (await messageOf(screen, shelf)).text.split('\n')
      expect(lines.filter((line) => directionOf(line) === 'ltr')).toEqual([])
    }
  })

  test('shows a button to the articles for an article that is gone', async () => {
    const gone = createShelf([{ number: 1, briefing: aBriefing() }]).items[0]
    const message = await messageOf({ view: 'front', article: gone?.key ?? ('' as never) }, createShelf([]))
    expect(message.text).toContain('لم يعد متاحًا')
    expect(message.keyboard.flat()).toHaveLength(1)
  })

  test('has only links on the buttons of a channel post', async () => {
    const shelf = createShelf([{ number: 1, briefing: aBriefing() }])
    const channel: Audience = { kind: 'channel', botUsername: 'mujaz_bot' }
    const { keyboard } = await messageOf(
      { view: 'front', article: shelf.items[0]?.key ?? ('' as never) },
      shelf,
      viewOf({ audience: channel }),
    )
    for (const button of keyboard.flat())
      expect(button).toHaveProperty(
        'url',
        expect.stringMatching(/^https:\/\/t\.me\/(?:mujaz_bot\?start=1_[a-z]_|share\/url\?url=https)/),
      )
  })

  test('puts the next page’s button on the left in Arabic and on the right in English', async () => {
    const chunks = ['أول', 'ثان', 'ثالث'].map((text, index) => ({
      heading: text,
      derived: true,
      text,
      from: index,
      to: index,
      quotes: [],
    }))
    const shelf = createShelf([{ number: 1, briefing: aBriefing({ chunks }) }])
    const screen: ArchiveScreen = { view: 'read', article: shelf.items[0]?.key ?? ('' as never), page: 1 }
    const pager = async (language: 'ar' | 'en') =>
      (await messageOf(screen, shelf, viewOf({ wording: wordings(language) }))).keyboard[0]?.map(({ text }) => text)
    expect(await pager('ar')).toEqual(['التالي', '2 من 3', 'السابق'])
    expect(await pager('en')).toEqual(['Previous', '2 of 3', 'Next'])
  })

  test('notes under a derived title that it is derived', async () => {
    const article = anArticle({ slug: 'x' as Slug, title: { text: 'عنوان', derived: true } })
    const shelf = createShelf([{ number: 1, briefing: aBriefing({ article }) }])
    const { text } = await messageOf({ view: 'front', article: shelf.items[0]?.key ?? ('' as never) }, shelf)
    expect(text).toContain('فأُخذ عنوانه من نصّه')
  })

  test('shows each quote on one page of the list of quotes, and of its speaker’s, and loads no more than a page', async () => {
    const said = (text: string, speaker: string | null) => aBriefing().quotes.map((one) => ({ ...one, text, speaker }))
    const speaker = fc.constantFrom('سلمى', 'عمر', null)
    const spoken = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), speaker), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(spoken, { maxLength: 8 }), async (articles) => {
        const numbered = articles.map((quotes, at) => {
          const article = anArticle({ slug: `s-${at}` as Slug })
          const words = quotes.flatMap(([units, name], index) => said(`«${at}:${index}» ${'قول '.repeat(units)}`, name))
          return { number: at + 1, briefing: aBriefing({ article, quotes: words }) }
        })
        const { asked, walk } = aWalk(createShelf(numbered))
        const all = numbered.flatMap(({ briefing }) => briefing.quotes)
        expect(quotesShown(await walk((page) => ({ view: 'all-quotes', page })))).toEqual(codesOf(all))
        for (const { key, name } of createShelf(numbered).speakers) {
          const own = all.filter((quote) => quote.speaker === name)
          expect(quotesShown(await walk((page) => ({ view: 'speaker', speaker: key, page })))).toEqual(codesOf(own))
        }
        expect(Math.max(0, ...asked)).toBeLessThanOrEqual(20)
      }),
      { numRuns: 40 },
    )
  })

  test('shows the last page for one past the end', async () => {
    const articles = Array.from({ length: 13 }, (_, at) => {
      return { number: at + 1, briefing: aBriefing({ article: anArticle({ slug: `s-${at}` as Slug }) }) }
    })
    const shelf = createShelf(articles)
    for (const view of ['articles', 'all-quotes'] as const) {
      const { keyboard } = await messageOf({ view, page: 9_999 }, shelf)
      expect(keyboard.flat().map(({ text }) => text)).toContain('3 من 3')
    }
  })
})

/** Turns the pages of a list; `asked`: how many items were requested at once. */
function aWalk(shelf: Shelf) {
  const archive = createListArchive(() => shelf)
  const asked: number[] = []
  const noted = <P extends PageOf, T>(ask: (page: P) => T) => {
    return (page: P) => {
      asked.push(page.limit)
      return ask(page)
    }
  }
  const watched: Archive = {
    ...archive,
    newest: noted(archive.newest),
    quotes: (page, language) => noted((at: PageOf) => archive.quotes(at, language))(page),
    speakers: noted(archive.speakers),
    quotesOf: (key, page) => noted((at: PageOf) => archive.quotesOf(key, at))(page),
  }
  const walk = async (screenAt: (page: number) => ArchiveScreen): Promise<readonly Message[]> => {
    const messages: Message[] = []
    for (let page = 0; page === messages.length; page += 1) {
      const made = await makeScreen(screenAt(page), { archive: watched, view: viewOf(), isRich: false })
      const shown = packWhole(made ?? renderGone(null, viewOf()), viewOf())
      if (isRich(shown)) throw new Error('a rich message')
      expectWithinLimits(shown)
      messages.push(shown)
      if (!shown.keyboard.flat().some(({ text }) => text === 'التالي')) break
    }
    return messages
  }
  return { asked, walk }
}

function quotesShown(messages: readonly Message[]): readonly string[] {
  return messages.flatMap(({ text }) => text.match(/\d+:\d+/g) ?? []).toSorted()
}

function codesOf(quotes: readonly { readonly text: string }[]): readonly string[] {
  return quotes.flatMap(({ text }) => text.match(/\d+:\d+/g) ?? []).toSorted()
}
