import { createHash } from 'node:crypto'
import { paragraphsOf } from '../article/article.ts'
import { keyOf } from '../article/key.ts'
import { fold } from '../language/fold.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { newWords, type ReadText } from './likeness.ts'
import type { ArticlePassages, Passage } from './passage.ts'
import { type ReadTerms, termReader } from './terms.ts'

/** An article as the index keeps it: the tokens of its paragraphs, and the words not met in an article before. */
export type ReadPassages = (item: ShelfItem) => ArticlePassages

/** Reads articles one after the other; what a word comes to is worked out once. */
export function passageReader(): ReadPassages {
  const termsOf = termReader()
  const met = new Set<string>()
  return (item) => {
    const texts = paragraphsOf(item.briefing.article).map((text) => ({ text, terms: termsOf(text) }))
    const passages = passagesOf(item, texts, termsOf)
    const hash = createHash('sha256').update(JSON.stringify(passages)).digest('hex')
    return { number: item.number, hash, passages, vocabulary: newWords(texts, met) }
  }
}

function passagesOf(item: ShelfItem, texts: readonly ReadText[], termsOf: ReadTerms): readonly Passage[] {
  const stemsOf = (text: string) => termsOf(text).flatMap(({ stem }) => stem ?? [])
  const titled = stemsOf(item.briefing.article.title.text)
  const headings = headingsAbove(item)
  const isOpening = (paragraph: number) => paragraph === 0 || headings[paragraph] !== headings[paragraph - 1]
  const source = sourceFacets(item)
  return texts.map(({ terms }, paragraph) => ({
    paragraph,
    stems: terms.map(({ stem }) => stem ?? '_'),
    words: terms.map(({ exact }) => exact),
    about: [...titled, ...stemsOf(headings[paragraph] ?? '')],
    facets: [
      ANY_PASSAGE,
      ...(isOpening(paragraph) ? [OPENING_PASSAGE] : []),
      ...source,
      ...speakerFacets(item, paragraph),
    ],
  }))
}

/** What every passage is marked with: for a query that asks for no words. */
export const ANY_PASSAGE = 'any'

/** What a passage right under a title or a heading is marked with. */
export const OPENING_PASSAGE = 'opens'

/** What a passage quoting a speaker is marked with. */
export function speakerFacet(key: string): string {
  return `by_${key}`
}

/** What the passages of a source are marked with. */
export function sourceFacet(source: string): string {
  return `from_${keyOf(fold(source))}`
}

/** The web site of an article, and what its passages are marked with; null for what is no address. */
export function hostFacet(url: string): { readonly name: string; readonly facet: string } | null {
  if (!URL.canParse(url)) return null
  const name = new URL(url).hostname.replace(/^www\./, '')
  return name === '' ? null : { name, facet: sourceFacet(name) }
}

function sourceFacets({ briefing }: ShelfItem): readonly string[] {
  const { source, url } = briefing.article
  const host = url === null ? null : hostFacet(url)
  return [...(source === null ? [] : [sourceFacet(source)]), ...(host === null ? [] : [host.facet])]
}

function speakerFacets({ briefing }: ShelfItem, paragraph: number): readonly string[] {
  const here = briefing.quotes.filter(({ at }) => at.some((place) => place.paragraph === paragraph))
  return [...new Set(here.flatMap(({ speaker }) => (speaker === null ? [] : [speakerFacet(keyOf(fold(speaker)))])))]
}

/** Paragraph by paragraph the heading it stands under; empty before the first. */
function headingsAbove({ briefing }: ShelfItem): readonly string[] {
  let heading = ''
  const above: string[] = []
  for (const block of briefing.article.blocks) {
    if (block.kind === 'heading') heading = block.text
    else above.push(heading)
  }
  return above
}
