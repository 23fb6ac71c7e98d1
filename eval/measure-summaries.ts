import type { Briefing } from '../src/briefing/briefing.ts'
import { standingOf } from '../src/briefing/summary/self-contained.ts'
import { readArticle } from '../src/briefing/text.ts'
import { briefText } from './brief-text.ts'
import { readNews } from './data.ts'
import { leadOf } from './lead.ts'
import { type Measure, percent } from './measure.ts'
import { rougeF, rougeRecall, tokens } from './tokens.ts'

const WORDS = 60
const LONG = 90
const LINE = { fewest: 20, most: 220 }

/** Recall of an abstract that somebody else wrote, against the first sentences at the same number of words. */
export function measureSummaries(): readonly Measure[] {
  const news = readNews()
  const sum = { ours1: 0, ours2: 0, lead1: 0, lead2: 0, words: 0, long: 0, midAir: 0, line: 0, badLine: 0 }
  for (const { text, abstract } of news) {
    const briefing = briefText(text, WORDS)
    const ours = tokens(briefing.summary.sentences.map((sentence) => sentence.text).join(' '))
    const lead = leadOf(text, ours.length)
    const reference = tokens(abstract)
    sum.ours1 += rougeRecall(ours, reference, 1)
    sum.ours2 += rougeRecall(ours, reference, 2)
    sum.lead1 += rougeRecall(lead, reference, 1)
    sum.lead2 += rougeRecall(lead, reference, 2)
    sum.words += ours.length
    if (ours.length > LONG) sum.long += 1
    if (hasMidAirSentence(briefing)) sum.midAir += 1
    const { line } = briefing.summary
    sum.line += rougeF(tokens(line), reference)
    if (line.length < LINE.fewest || line.length > LINE.most || !text.includes(line.replace(/…$/u, '')))
      sum.badLine += 1
  }
  const mean = (total: number): number => total / Math.max(1, news.length)
  return [
    { name: 'summary R1 recall, ours / lead', value: (sum.ours1 / sum.lead1).toFixed(3), wanted: '1.03, aim 1.06' },
    { name: 'summary R1 recall (R2)', value: `${percent(mean(sum.ours1))} (${percent(mean(sum.ours2))})`, wanted: '' },
    {
      name: 'the lead’s R1 recall (R2)',
      value: `${percent(mean(sum.lead1))} (${percent(mean(sum.lead2))})`,
      wanted: '',
    },
    { name: 'words of a summary asked for 60', value: mean(sum.words).toFixed(1), wanted: 'about 60' },
    { name: 'summaries of more than 90 words', value: String(sum.long), wanted: '0' },
    { name: 'summaries with a sentence in mid-air', value: `${percent(mean(sum.midAir))} %`, wanted: '0' },
    { name: 'R1 F of the line', value: percent(mean(sum.line)), wanted: '' },
    { name: 'lines not of the article or of no use', value: String(sum.badLine), wanted: '0' },
  ]
}

/** A sentence that leans on one that is not there, or that belongs in no summary. */
export function hasMidAirSentence({ article, summary }: Briefing): boolean {
  const { sentences } = readArticle(article)
  const chosen = new Set(
    summary.sentences.map(({ at }) =>
      sentences.findIndex((sentence) => sentence.paragraph === at.paragraph && sentence.start === at.start),
    ),
  )
  return [...chosen].some((index) => {
    const sentence = sentences[index]
    if (!sentence) return true
    const standing = standingOf(sentence, article.language)
    return standing === 'unfit' || (standing === 'leans' && index > 0 && !chosen.has(index - 1))
  })
}
