import { FormattedString } from '@grammyjs/parse-mode'
import type { Quote } from '../../briefing/briefing.ts'
import type { DigestForm, Length, Reason, Section } from '../../digest/form.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { firstThatFit } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { bestQuotes } from '../quoted.ts'
import { articleTitle, linkTo, phrase, type View } from '../view.ts'
import { originOf, sourceOf } from './origin.ts'
import { quoteItem } from './quote.ts'

/** The most items of each section, and the most UTF-16 units of one (`sentence`, `quote`). */
type Measure = {
  readonly sentences: number
  readonly sentence: number
  readonly quotes: number
  readonly quote: number
  readonly figures: number
  readonly headlines: number
  readonly tags: number
}

const MEASURES: Readonly<Record<Length, Measure>> = {
  short: { sentences: 0, sentence: 100, quotes: 1, quote: 160, figures: 2, headlines: 2, tags: 2 },
  normal: { sentences: 0, sentence: 200, quotes: 1, quote: 320, figures: 3, headlines: 3, tags: 3 },
  long: { sentences: 3, sentence: 320, quotes: 2, quote: 480, figures: 6, headlines: 6, tags: 5 },
}
const FIGURE_LENGTH = 60
const HEADLINE_LENGTH = 140
const HASHTAG_LENGTH = 40

/** An article that a digest names, and the word or speaker it is there for. */
export type NewsItem = { readonly item: ShelfItem; readonly reason: Reason | null }

/** An article in a digest: its title, why it is there, and the sections the chat chose in its order. Fits a message. */
export function digestItem({ item, reason }: NewsItem, form: DigestForm, view: View): Rich {
  const head = lines(
    articleTitle(item, view.wording),
    form.length === 'short' ? sourceOf(item, view) : originOf(item, view),
    reason === null ? null : reasonLine(reason, view),
  )
  const sections = form.sections.flatMap((section) =>
    sectionOf(item, section, { view, measure: MEASURES[form.length] }),
  )
  const [only, ...others] = sections
  // the usual digest, a title over its one line, stands close
  return only !== undefined && others.length === 0 ? lines(head, only) : blocks(...firstThatFit([head, ...sections]))
}

type SectionOptions = { readonly view: View; readonly measure: Measure }

function sectionOf({ briefing }: ShelfItem, section: Section, { view, measure }: SectionOptions): readonly Rich[] {
  const { language } = briefing.article
  switch (section) {
    case 'line':
      return gist(briefing, measure).map((text) => verbatim(text, language))
    case 'quote':
      return keyQuotes(briefing.quotes, measure).map((quote) => quoteItem(quote, language, view.wording))
    case 'figures': {
      const figures = briefing.figures.slice(0, measure.figures).map(({ text }) => clip(text, FIGURE_LENGTH))
      const list = verbatim(figures.join(' · '), language)
      return figures.length === 0 ? [] : [lines(FormattedString.u(phrase(view.wording, 'digest-figures')), list)]
    }
    case 'headlines': {
      const titles = briefing.related.slice(0, measure.headlines).map(({ title, url }) => {
        const headline = verbatim(clip(title, HEADLINE_LENGTH), language)
        const link = linkTo(url)
        return link === null ? headline : FormattedString.a(headline, link)
      })
      return titles.length === 0 ? [] : [lines(FormattedString.u(phrase(view.wording, 'digest-headlines')), ...titles)]
    }
    case 'tags': {
      const tags = hashtagsOf(briefing.article.keywords).slice(0, measure.tags)
      return tags.length === 0 ? [] : [verbatim(tags.join(' '), language)]
    }
    case 'chunk':
      return []
    default:
      return section satisfies never
  }
}

/** Words of letters, digits and `_`, as Telegram links them; one of digits alone is none. */
function hashtagsOf(keywords: readonly string[]): readonly string[] {
  const tags = keywords.map((keyword) => keyword.replace(/[^\p{L}\p{M}\p{N}]+/gu, '_').replace(/^_+|_+$/g, ''))
  return [...new Set(tags)].filter((tag) => /\p{L}/u.test(tag) && tag.length <= HASHTAG_LENGTH).map((tag) => `#${tag}`)
}

function gist({ summary }: ShelfItem['briefing'], { sentences, sentence }: Measure): readonly string[] {
  const texts = summary.sentences.slice(0, sentences).map(({ text }) => clip(text, sentence))
  if (texts.length > 0) return texts
  return summary.line === '' ? [] : [clip(summary.line, sentence)]
}

/** The best quotes; a long one is clipped. */
function keyQuotes(quotes: readonly Quote[], { quotes: count, quote: most }: Measure): readonly Quote[] {
  const best = bestQuotes(quotes, most).slice(0, count)
  return best.map((quote) => ({ ...quote, text: clip(quote.text, most) }))
}

function reasonLine({ kind, words }: Reason, { wording }: View): Rich {
  return phrase(wording, `reason-${kind}`, { words: clip(words, 60) })
}
