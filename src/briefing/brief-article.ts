import type { Article } from '../article/article.ts'
import type { Briefing } from './briefing.ts'
import { cutChunks } from './chunks.ts'
import { findFigures } from './figures.ts'
import { parseText } from './parsed-text.ts'
import { findPeople } from './people.ts'
import { findQuotes } from './quotes.ts'
import { joinStories } from './related.ts'
import { sentenceDates } from './sentence-dates.ts'
import { summarise } from './summary.ts'
import { readArticle } from './text.ts'
import { findTimeline } from './timeline.ts'

/** `words`: about how long the summary is in all. */
export type BriefOptions = { readonly words: number }

/** A summary of about a minute's reading. */
export const DEFAULT_BRIEF: BriefOptions = { words: 120 }

/** All that mujaz says of an article and of every article embedded in it. Pure; time linear in the article's length. */
export function briefArticle(article: Article, options: BriefOptions = DEFAULT_BRIEF): Briefing {
  const text = readArticle(article)
  const parsed = parseText(text)
  const quotes = findQuotes(text, parsed)
  const dates = sentenceDates(text, article.published)
  return {
    article,
    summary: summarise(text, { words: options.words, article }),
    chunks: cutChunks(text, quotes),
    quotes,
    people: findPeople(text, parsed),
    figures: findFigures(text, dates),
    timeline: findTimeline(text, dates),
    related: joinStories(article.related),
    embedded: article.embedded.map((embedded) => briefArticle(embedded, options)),
  }
}

/** The briefing with the related links of its article as they are known now. */
export function withRelated(briefing: Briefing, article: Article): Briefing {
  return { ...briefing, article, related: joinStories(article.related) }
}
