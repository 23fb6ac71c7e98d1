import { standsAlone } from '../briefing/alone-sentence.ts'
import { frontOf } from '../briefing/front.ts'
import { type Headline, readHeadline } from '../briefing/same-story/headline.ts'
import { isSameStory } from '../briefing/same-story.ts'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { contentStems } from '../language/stems.ts'
import type { ShelfItem } from '../shelf/shelf.ts'

/**
 * Articles of one event: the one to begin with and what adds to it; `foreign`: those in another language than the reader's,
 * where some are in it.
 */
export type Story = {
  readonly main: ShelfItem
  readonly others: readonly ShelfItem[]
  readonly foreign: readonly ShelfItem[]
}

/** Articles by the events they tell of, in the order of the first of each. */
export function storiesOf(items: readonly ShelfItem[], language: Language): readonly Story[] {
  const groups: [Told, ...Told[]][] = []
  for (const item of items) {
    const told = { item, headline: headlineOf(item) }
    const group = groups.find((known) => known.some((one) => isSameEvent(one, told)))
    if (group === undefined) groups.push([told])
    else group.push(told)
  }
  return groups.map(([first, ...rest]): Story => {
    const group = [first, ...rest].map(({ item }) => item)
    const isOwn = ({ briefing }: ShelfItem) => briefing.article.language === language
    const own = group.filter(isOwn)
    const [main = first.item, ...others] = own.length > 0 ? own : group
    return { main, others, foreign: own.length > 0 ? group.filter((item) => !isOwn(item)) : [] }
  })
}

const headlines = new WeakMap<ShelfItem, Headline>()

/** Reading a headline costs some hundred microseconds, and the newest articles are listed again and again. */
function headlineOf(item: ShelfItem): Headline {
  const headline = headlines.get(item) ?? readHeadline(item.briefing.article.title.text)
  headlines.set(item, headline)
  return headline
}

type Told = { readonly item: ShelfItem; readonly headline: Headline }

/** Articles of one event are so far apart at most. */
export const STORY_MS = 3 * 24 * 60 * 60_000

/**
 * Whether two articles of the same days tell of one event: their headlines do, or one names the other as related and they
 * share a keyword; over two languages, which share none, both name each other.
 */
function isSameEvent(left: Told, right: Told): boolean {
  const [a, b] = [left.item.briefing.article, right.item.briefing.article]
  if (a.published === null || b.published === null) return false
  if (Math.abs(Date.parse(a.published) - Date.parse(b.published)) > STORY_MS) return false
  const names = (one: typeof a, other: typeof a) => one.related.some(({ slug }) => slug === other.slug)
  if (a.language !== b.language) return names(a, b) && names(b, a)
  const keywords = new Set(a.keywords.map(fold))
  const isNamed = (names(a, b) || names(b, a)) && b.keywords.some((word) => keywords.has(fold(word)))
  return isNamed || isSameStory(left.headline, right.headline)
}

/** The sentence of an article's card that has least in common with what was told before; `null`: it has none. */
export function addedSentence(item: ShelfItem, told: readonly ShelfItem[]): string | null {
  const { language } = item.briefing.article
  const known = new Set(
    told.flatMap(({ briefing }) => frontOf(briefing).sentences.flatMap(({ text }) => contentStems(text, language))),
  )
  const shareKnown = (text: string) => {
    const stems = contentStems(text, language)
    return stems.filter((stem) => known.has(stem)).length / Math.max(1, stems.length)
  }
  const sentences = frontOf(item.briefing).sentences.flatMap(({ text }) => (standsAlone(text, language) ? [text] : []))
  return sentences.toSorted((left, right) => shareKnown(left) - shareKnown(right))[0] ?? null
}
