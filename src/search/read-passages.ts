import { paragraphsOf } from '../article/article.ts'
import { keyOf } from '../article/key.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { fold } from '../language/fold.ts'
import { type ReadText, wordsOf } from './likeness.ts'
import type { ArticlePassages, Passage } from './passage.ts'
import type { ReadTerms } from './terms.ts'

/** The tokens of an article's paragraphs, and its vocabulary. */
export function readPassages(briefing: Briefing, termsOf: ReadTerms): Omit<ArticlePassages, 'number'> {
  const texts = paragraphsOf(briefing.article).map((text) => ({ text, terms: termsOf(text) }))
  const passages = passagesOf(briefing, texts, termsOf)
  const day = briefing.article.published?.slice(0, 10) ?? ''
  return { day, passages, vocabulary: wordsOf(texts) }
}

function passagesOf(briefing: Briefing, texts: readonly ReadText[], termsOf: ReadTerms): readonly Passage[] {
  const stemsOf = (text: string) => termsOf(text).flatMap(({ stem }) => stem ?? [])
  const titled = stemsOf(briefing.article.title.text)
  const headings = headingsAbove(briefing)
  const isOpening = (paragraph: number) => paragraph === 0 || headings[paragraph] !== headings[paragraph - 1]
  const source = sourceFacets(briefing)
  return texts.map(({ terms }, paragraph) => ({
    paragraph,
    stems: terms.map(({ stem }) => stem ?? '_'),
    words: terms.map(({ exact }) => exact),
    about: [...titled, ...stemsOf(headings[paragraph] ?? '')],
    facets: [
      ANY_PASSAGE,
      ...(isOpening(paragraph) ? [OPENING_PASSAGE] : []),
      ...source,
      ...speakerFacets(briefing, paragraph),
    ],
  }))
}

/** The facet of every passage, for a query without words. */
export const ANY_PASSAGE = 'any'

/** The facet of a passage right under a title or heading. */
export const OPENING_PASSAGE = 'opens'

/** The facet of the passages that quote a speaker. */
export function speakerFacet(key: string): string {
  return `by_${key}`
}

function sourceFacet(source: string): string {
  return `from_${keyOf(fold(source))}`
}

/** A URL's host without `www.`; `null` for an invalid URL. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^www\./, '') || null
}

function sourceFacets({ article: { source, url } }: Briefing): readonly string[] {
  const host = url === null ? null : hostOf(url)
  return [source, host].flatMap((name) => (name === null ? [] : [sourceFacet(name)]))
}

function speakerFacets({ quotes }: Briefing, paragraph: number): readonly string[] {
  const here = quotes.filter(({ at }) => at.some((place) => place.paragraph === paragraph))
  return [...new Set(here.flatMap(({ speaker }) => (speaker === null ? [] : [speakerFacet(keyOf(fold(speaker)))])))]
}

/** The heading above each paragraph; empty before the first. */
function headingsAbove({ article }: Briefing): readonly string[] {
  let heading = ''
  const above: string[] = []
  for (const block of article.blocks) {
    if (block.kind === 'heading') heading = block.text
    else above.push(heading)
  }
  return above
}
