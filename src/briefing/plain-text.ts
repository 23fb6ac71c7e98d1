import { paragraphsOf } from '../article/article.ts'
import { LANGUAGE, type Language } from '../language/language.ts'
import { countWords } from '../language/words.ts'
import type { Briefing, Quote, TimelineEvent } from './briefing.ts'

type Wording = Readonly<Record<(typeof PARTS)[number] | 'source' | 'published' | 'words' | 'also' | 'unknown', string>>
const PARTS = ['summary', 'chunks', 'quotes', 'people', 'figures', 'timeline', 'related', 'embedded'] as const

const WORDINGS: Readonly<Record<Language, Wording>> = {
  ar: {
    source: 'المصدر',
    published: 'النشر',
    words: 'الكلمات',
    summary: 'الملخص',
    chunks: 'الأجزاء',
    quotes: 'الاقتباسات',
    people: 'الشخصيات',
    figures: 'الأرقام',
    timeline: 'التسلسل',
    related: 'عناوين ذات صلة',
    embedded: 'مقال آخر في الصفحة',
    also: 'ورد أيضا',
    unknown: 'لم يُذكر القائل',
  },
  en: {
    source: 'Source',
    published: 'Published',
    words: 'Words',
    summary: 'Summary',
    chunks: 'Parts',
    quotes: 'Quotes',
    people: 'People',
    figures: 'Figures',
    timeline: 'Timeline',
    related: 'Related headlines',
    embedded: 'Another article in the page',
    also: 'also',
    unknown: 'speaker not named',
  },
}

/** A briefing for people at a terminal, in the article's language; ends with a line break. Empty parts are left out. */
export function briefingToPlainText(briefing: Briefing): string {
  const { article, summary } = briefing
  const wording = WORDINGS[article.language]
  const items: Readonly<Record<(typeof PARTS)[number], readonly string[]>> = {
    summary: summary.sentences.map((sentence) => sentence.text),
    chunks: briefing.chunks.map((chunk) => chunk.heading),
    quotes: briefing.quotes.map((quote) => `«${quote.text}» — ${speakerOf(quote, wording)}`),
    people: briefing.people.map((person) => joined([person.name, person.role], article.language)),
    figures: briefing.figures.map((figure) => `${figure.text}: ${figure.sentence}`),
    timeline: briefing.timeline.map((event) => `${whenOf(event)}: ${event.text}`),
    related: briefing.related.map(({ title, also }) =>
      [title, ...also.map((each) => `(${wording.also}: ${each})`)].join(' '),
    ),
    embedded: briefing.embedded.map((embedded) => embedded.article.title.text),
  }
  const parts = PARTS.filter((part) => items[part].length > 0)
  const sections = parts.map((part) => [wording[part], ...items[part].map((item) => `  • ${item}`)].join('\n'))
  return `${[headOf(briefing, wording), summary.line, ...sections].filter((text) => text !== '').join('\n\n')}\n`
}

function headOf({ article }: Briefing, wording: Wording): string {
  const words = paragraphsOf(article).reduce((sum, paragraph) => sum + countWords(paragraph), 0)
  const facts = [
    article.source === null ? null : `${wording.source}: ${article.source}`,
    article.published === null ? null : `${wording.published}: ${article.published}`,
    `${wording.words}: ${words}`,
  ]
  return `${article.title.text}\n${facts.filter((fact) => fact !== null).join(' · ')}`
}

function speakerOf({ speaker, role }: Quote, wording: Wording): string {
  if (speaker === null) return role ?? wording.unknown
  return role === null ? speaker : `${speaker} (${role})`
}

function whenOf({ when, date }: TimelineEvent): string {
  return date.startsWith('--') ? when : `${when} (${date})`
}

function joined(parts: readonly (string | null)[], language: Language): string {
  return parts.filter((part) => part !== null).join(LANGUAGE[language].separator)
}
