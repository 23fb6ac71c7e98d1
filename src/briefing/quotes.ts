import type { Quote } from './briefing.ts'
import { type Attribution, attribute } from './quotes/attribution.ts'
import { readDiscourse } from './quotes/discourse.ts'
import { isQuote } from './quotes/judgement.ts'
import { findPassages, type Passage } from './quotes/passages.ts'
import { type Scene, setScene } from './quotes/scene.ts'
import { findSetting } from './quotes/setting.ts'
import type { ArticleText } from './text.ts'

/**
 * The article's quotes in order, each verbatim: `text` is the words at its places, joined by a line break. A speaker is
 * named only where the article's grammar tells who speaks.
 */
export function findQuotes(text: ArticleText): readonly Quote[] {
  const scene = setScene(text.paragraphs)
  const discourse = readDiscourse(scene)
  const passages = findPassages(scene)
  const taken: boolean[] = []
  const quotes: Quote[] = []
  passages.forEach((passage, index) => {
    const inside = passage.parent >= 0 && taken[passage.parent] === true
    const attribution = attribute(passage, scene, discourse)
    taken[index] = inside || isQuote(passage, attribution)
    if (taken[index] && !inside) quotes.push(quoteOf(passage, attribution, scene))
  })
  return quotes
}

function quoteOf(passage: Passage, attribution: Attribution, scene: Scene): Quote {
  const { speaker } = attribution
  return {
    text: passage.places.map((at) => scene.paragraphs[at.paragraph]?.text.slice(at.start, at.end) ?? '').join('\n'),
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    verb: attribution.verb,
    mode: modeOf(attribution),
    ...findSetting(passage, attribution, scene),
    at: passage.places,
  }
}

function modeOf(attribution: Attribution): Quote['mode'] {
  return attribution.lead === 'inside' ? 'partial' : 'direct'
}
