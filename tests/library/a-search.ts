import { onTestFinished } from 'vitest'
import type { Article, Slug } from '../../src/article/article.ts'
import type { Briefing, Quote } from '../../src/briefing/briefing.ts'
import { createSearch, type SearchResult } from '../../src/library/search.ts'
import { parseQuery, parseQuestion } from '../../src/search/query.ts'
import { termReader } from '../../src/search/terms.ts'
import { articleRows } from '../../src/store/articles/article-rows.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { A_PAGE, aBriefing, anArticle, paragraphs } from '../an-article.ts'
import { anEmptyStore } from '../store/a-store.ts'

/** An article by its paragraphs, and what else matters. */
export type Told = Partial<Omit<Article, 'title' | 'slug'>> & {
  readonly texts?: readonly string[]
  readonly title?: string
  readonly quotes?: readonly Quote[]
}

/** A quotation of a speaker in a paragraph. */
export function aQuote(speaker: string, paragraph: number, start = 0): Quote {
  const said = { text: 'قول', role: null, verb: null, mode: 'direct', medium: null, addressee: null } as const
  return { ...said, speaker, at: [{ paragraph, start, end: start + 5 }] }
}

function aStory({ texts = [], title = 'عنوان', quotes = [], ...told }: Told, number: number): Briefing {
  const slug = `story-${number}` as Slug
  const blocks = told.blocks ?? paragraphs(...texts)
  const article = anArticle({ ...told, slug, title: { text: title, derived: false }, blocks })
  return aBriefing({ article, quotes, people: [], timeline: [], figures: [], related: [] })
}

/** Puts stories on hand, each in a file of its own; the first told has the lowest number. */
export async function bringStories(store: Store, stories: readonly Told[]): Promise<void> {
  const readTerms = termReader()
  await store.files.take(
    stories.map((told, index) => {
      const number = index + 1
      const file = { name: `${number}.md`, signature: `${number}`, hash: `${number}` }
      const articles = [articleRows(aStory(told, number), readTerms)]
      return { ...file, answers: null, kind: 'articles', articles, page: A_PAGE }
    }),
    { now: 0, zone: 'UTC' },
  )
}

export type ASearch = {
  readonly find: (text: string, page?: { readonly limit: number; readonly offset: number }) => Promise<SearchResult>
  readonly ask: (text: string) => Promise<SearchResult>
}

/** Search over stories, indexed in a store of its own. */
export async function aSearch(stories: readonly Told[]): Promise<ASearch> {
  const store = await openStore(await anEmptyStore())
  onTestFinished(() => store.close())
  await bringStories(store, stories)
  const search = createSearch(store)
  return {
    find: (text, page = { limit: 10, offset: 0 }) => search.find(parseQuery(text, '2026-03-10'), page),
    ask: (text) => search.find(parseQuestion(text, '2026-03-10'), { limit: 10, offset: 0 }),
  }
}

/** Where the hits are: `1:0` is the first story's first paragraph. */
export function placesOf({ hits }: SearchResult): readonly string[] {
  return hits.map(({ item, paragraph }) => `${item.number}:${paragraph}`)
}

/** The marked words of the first hit. */
export function markedIn({ hits }: SearchResult): readonly string[] {
  const excerpt = hits[0]?.excerpt
  return excerpt?.marks.map(({ start, end }) => excerpt.text.slice(start, end)) ?? []
}
