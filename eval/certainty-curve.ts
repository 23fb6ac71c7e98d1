import { parseText } from '../src/briefing/parsed-text.ts'
import { CERTAINTY_BAR } from '../src/briefing/quotes/certainty.ts'
import { weighQuotes } from '../src/briefing/quotes.ts'
import { readArticle } from '../src/briefing/text.ts'
import { annotatedIds, isNamedSo, isSameSpan, readAnnotation } from './annotations.ts'
import { articleOf } from './article-of.ts'
import { readQuotedArticles } from './data.ts'
import { percent } from './measure.ts'

// For each bar: of the quotes found, the share whose speaker is named, and of those the share that is right.
// `node eval/certainty-curve.ts [IDS_FILE]`; the quoted articles of the shared data count as well.

type Wanted = { readonly text: string; readonly names: readonly string[] }
type Judged = { readonly certainty: number; readonly named: boolean; readonly right: boolean }

const STEPS = 20
const judged = [...annotated(process.argv[2]), ...quoted()]

for (let step = 0; step <= STEPS; step += 1) {
  const bar = step / STEPS
  const named = judged.filter((one) => one.named && one.certainty >= bar)
  const right = named.filter((one) => one.right).length
  const mark = Math.abs(bar - CERTAINTY_BAR) < 0.5 / STEPS ? ' <- the bar' : ''
  process.stdout.write(
    `${bar.toFixed(2)}  named ${percent(named.length / judged.length)}  right ${percent(right / Math.max(1, named.length))}  wrong ${named.length - right}${mark}\n`,
  )
}

function annotated(list: string | undefined): readonly Judged[] {
  return annotatedIds(list).flatMap((id) => {
    const { marks, text } = readAnnotation(id)
    const wanted = marks.quotes
      .filter(({ optional }) => !optional)
      .map(({ at, speakers }) => ({
        text: text.slice(...at),
        names: speakers.map(([start, end]) => text.slice(start, end)),
      }))
    return judge(text, wanted)
  })
}

function quoted(): readonly Judged[] {
  return [...readQuotedArticles(), ...readQuotedArticles('newswire')].flatMap(({ text, quotes }) => {
    const firm = quotes.filter(({ flags }) => !flags?.includes('optional'))
    const wanted = firm.map((quote) => ({
      text: quote.text,
      names: [...(quote.speaker === null ? [] : [quote.speaker]), ...(quote.speaker_aliases ?? [])],
    }))
    return judge(text, wanted)
  })
}

function judge(page: string, wanted: readonly Wanted[]): readonly Judged[] {
  const text = readArticle(articleOf(page))
  const found = text.language === 'en' ? [] : weighQuotes(text, parseText(text))
  return wanted.flatMap(({ text: words, names }) => {
    const hit = found.find(({ quote }) => isSameSpan(quote.text, words))
    if (hit === undefined) return []
    const { speaker } = hit.quote
    return [{ certainty: hit.certainty, named: speaker !== null, right: speaker !== null && isNamedSo(speaker, names) }]
  })
}
