import { type Article, paragraphsOf } from '../article/article.ts'
import { countWords } from '../language/words.ts'
import type { Briefing } from './briefing.ts'

/** The briefing as other programs read it (`brief --json`): plain data, `null` for what the page does not say. */
export function briefingToJson(briefing: Briefing, file: string): Record<string, unknown> {
  return {
    file,
    article: articleToJson(briefing.article),
    summary: {
      line: briefing.summary.line,
      sentences: briefing.summary.sentences.map(({ text, at }) => ({ text, paragraph: at.paragraph })),
    },
    chunks: briefing.chunks.map(({ heading, text, from, to }) => ({ heading, text, from, to })),
    quotes: briefing.quotes.map(({ text, speaker, role, verb, mode, at }) => ({
      text,
      speaker,
      role,
      verb,
      mode,
      paragraph: at[0]?.paragraph ?? null,
    })),
    people: briefing.people.map(({ name, role, mentions }) => ({ name, role, mentions })),
    figures: briefing.figures.map(({ text, sentence, paragraph }) => ({ text, sentence, paragraph })),
    timeline: briefing.timeline.map(({ when, date, text, paragraph }) => ({
      when: date,
      wording: when,
      text,
      paragraph,
    })),
    related: briefing.related.map(({ title, url, also }) => ({ title, url, also })),
    embedded: briefing.embedded.map((embedded) => briefingToJson(embedded, file)),
  }
}

function articleToJson(article: Article): Record<string, unknown> {
  const paragraphs = paragraphsOf(article)
  return {
    title: article.title.text,
    derived: article.title.derived,
    language: article.language,
    source: article.source,
    url: article.url,
    published: article.published,
    keywords: article.keywords,
    words: paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0),
    paragraphs: paragraphs.length,
    headings: article.blocks.filter((block) => block.kind === 'heading').map((block) => block.text),
  }
}
