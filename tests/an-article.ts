import { type Article, type Block, type Slug, UNSTATED_RELEASE } from '../src/article/article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import type { StatedRelease } from '../src/shelf/release.ts'

/** A page that says nothing of its publication, and leaves no doubt. */
export const A_PAGE: StatedRelease = { release: UNSTATED_RELEASE, doubts: [], published: null }

/** An article with a title and two paragraphs, whatever else is not said. */
export function anArticle(change: Partial<Article> = {}): Article {
  return {
    slug: 'a-bridge' as Slug,
    title: { text: 'افتتاح جسر جديد فوق النهر', derived: false },
    language: 'ar',
    source: 'وكالة الضفاف',
    url: null,
    published: '2025-03-10T09:00:00+03:00',
    keywords: [],
    blocks: paragraphs('افتتحت المدينة جسرها الثالث صباح الاثنين.', 'وحضر الافتتاح مئات السكان من الضفتين.'),
    related: [],
    embedded: [],
    ...change,
  }
}

/** Texts as the paragraphs of an article. */
export function paragraphs(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }))
}

/** A briefing of `anArticle()` with one item in every part. */
export function aBriefing(change: Partial<Briefing> = {}): Briefing {
  const article = change.article ?? anArticle()
  const at = { paragraph: 0, start: 0, end: 10 }
  return {
    article,
    summary: {
      line: 'افتتحت المدينة جسرها الثالث',
      sentences: [{ text: 'افتتحت المدينة جسرها الثالث صباح الاثنين.', at }],
      front: [{ text: 'افتتحت المدينة جسرها الثالث صباح الاثنين.', at }],
    },
    chunks: [
      {
        heading: 'جسرها الثالث',
        derived: true,
        text: 'افتتحت المدينة جسرها الثالث صباح الاثنين.',
        from: 0,
        to: 0,
        quotes: [],
      },
    ],
    quotes: [
      {
        text: 'هذا الجسر يقرّب أهل الضفتين بعضهم من بعض',
        speaker: 'سلمى الراوي',
        role: 'رئيسة البلدية',
        verb: 'قال',
        mode: 'direct',
        medium: null,
        addressee: null,
        at: [at],
      },
    ],
    people: [{ name: 'سلمى الراوي', role: 'رئيسة البلدية', mentions: 2, paragraphs: [0] }],
    figures: [{ text: 'مئات السكان', sentence: 'وحضر الافتتاح مئات السكان من الضفتين.', paragraph: 1 }],
    timeline: [
      { when: 'صباح الاثنين', date: '2025-03-10', text: 'افتتحت المدينة جسرها الثالث صباح الاثنين.', paragraph: 0 },
    ],
    related: [{ title: 'الجسر الثاني يغلق للصيانة', url: null, slug: null, also: [] }],
    embedded: [],
    ...change,
  }
}
