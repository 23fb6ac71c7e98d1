import { paragraphsOf } from '../src/article/article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import { briefText } from './brief-text.ts'
import { type GoldPage, readPages } from './data.ts'
import type { Measure } from './measure.ts'
import { commonOrder, tokens } from './tokens.ts'

/** Everything that is known of whole pages, counted: `9 of 9` and, where more was said than is true, `+1`. */
export function measurePages(): readonly Measure[] {
  return readPages().flatMap((gold) => {
    const briefing = briefText(gold.page, 120)
    return [
      ...structureOf(gold, briefing),
      {
        name: 'page: quotes',
        value: counted(matched(gold.quotes, briefing.quotes), gold.quotes.length, briefing.quotes.length),
        wanted: 'all',
      },
      { name: 'page: speakers', value: counted(speakers(gold, briefing), gold.quotes.length), wanted: 'all' },
      {
        name: 'page: people with their roles',
        value: counted(people(gold, briefing), gold.people.length, briefing.people.length),
        wanted: 'all',
      },
      {
        name: 'page: figures',
        value: counted(figures(gold, briefing), gold.figures.length, briefing.figures.length),
        wanted: 'all',
      },
      {
        name: 'page: related stories',
        value: counted(
          Math.min(briefing.related.length, gold.related_distinct),
          gold.related_distinct,
          briefing.related.length,
        ),
        wanted: 'all',
      },
      {
        name: 'page: summary sentences from its main paragraphs',
        value: counted(fromMainParagraphs(gold, briefing), briefing.summary.sentences.length),
        wanted: 'most',
      },
    ]
  })
}

function structureOf(gold: GoldPage, { article, embedded }: Briefing): readonly Measure[] {
  const headings = article.blocks.filter((block) => block.kind === 'heading')
  const found = gold.headings.filter((heading) => headings.some(({ text }) => text === heading))
  return [
    { name: 'page: paragraphs', value: `${paragraphsOf(article).length} of ${gold.paragraphs}`, wanted: 'all' },
    { name: 'page: headings', value: counted(found.length, gold.headings.length, headings.length), wanted: 'all' },
    { name: 'page: embedded articles', value: String(embedded.length), wanted: '' },
  ]
}

function counted(found: number, wanted: number, said: number = found): string {
  return `${found} of ${wanted}${said > found ? `, +${said - found}` : ''}`
}

function matched(gold: readonly { readonly text: string }[], found: readonly { readonly text: string }[]): number {
  return gold.filter((quote) => found.some((each) => commonOrder(tokens(each.text), tokens(quote.text)) >= 0.8)).length
}

function speakers(gold: GoldPage, { quotes }: Briefing): number {
  return gold.quotes.filter((wanted) =>
    quotes.some(
      (each) =>
        commonOrder(tokens(each.text), tokens(wanted.text)) >= 0.8 && isNamed(each.speaker ?? '', wanted.speaker),
    ),
  ).length
}

function people(gold: GoldPage, briefing: Briefing): number {
  return gold.people.filter((wanted) =>
    briefing.people.some((each) => isNamed(each.name, wanted.name) && isNamed(each.role ?? '', wanted.role)),
  ).length
}

function figures(gold: GoldPage, briefing: Briefing): number {
  return gold.figures.filter((wanted) => briefing.figures.some((each) => isNamed(each.text, wanted))).length
}

function isNamed(said: string, wanted: string): boolean {
  return tokens(said).join(' ') === tokens(wanted).join(' ')
}

function fromMainParagraphs(gold: GoldPage, { article, summary }: Briefing): number {
  const paragraphs = paragraphsOf(article)
  return summary.sentences.filter(({ at }) =>
    gold.summary_paragraphs.some((beginning) => paragraphs[at.paragraph]?.startsWith(beginning)),
  ).length
}
