import { dataSet } from './data.ts'
import type { Measure } from './measure.ts'
import { measureHeadlines } from './measure-headlines.ts'
import { measurePages } from './measure-pages.ts'
import { measureQuotes } from './measure-quotes.ts'
import { measureSummaries } from './measure-summaries.ts'

const DATA = { shared: 'the shared data', examples: 'our own examples' }

const measures: readonly Measure[] = [
  ...measureQuotes(),
  ...measureSummaries(),
  ...measureHeadlines(),
  ...measurePages(),
]
process.stdout.write(`Measured on ${DATA[dataSet()]}\n\n`)
for (const { name, value, wanted } of measures) {
  process.stdout.write(`  ${name.padEnd(50)} ${value.padStart(20)}   ${wanted}\n`)
}
