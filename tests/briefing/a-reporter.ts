import type { Article } from '../../src/article/article.ts'
import type { Quote } from '../../src/briefing/briefing.ts'
import { parseText } from '../../src/briefing/parsed-text.ts'
import { findQuotes } from '../../src/briefing/quotes.ts'
import { readArticle } from '../../src/briefing/text.ts'
import { anArticle, paragraphs } from '../an-article.ts'

/** The quotes of an article of these paragraphs. */
export function quotesOf(...texts: readonly string[]): readonly Quote[] {
  return quotesIn(anArticle({ blocks: paragraphs(...texts) }))
}

/** The quotes of an English article of these paragraphs. */
export function englishQuotesOf(...texts: readonly string[]): readonly Quote[] {
  return quotesIn(anArticle({ language: 'en', blocks: paragraphs(...texts) }))
}

/** The quotes of an article. */
export function quotesIn(article: Article): readonly Quote[] {
  const text = readArticle(article)
  return findQuotes(text, parseText(text))
}

/** `speaker: text` of each quote. */
export function linesOf(...texts: readonly string[]): readonly string[] {
  return quotesOf(...texts).map(({ speaker, text }) => `${speaker}: ${text}`)
}

/** Names somebody with a role. */
export const LEADER = 'زار رئيس البلدية سامر الحلبي الميناء الجديد صباح السبت.'
