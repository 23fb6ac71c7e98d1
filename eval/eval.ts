import { dataSet } from './data.ts'
import type { Measure } from './measure.ts'
import { measureCases } from './measure-cases.ts'
import { measureFacts } from './measure-facts.ts'
import { measureHeadlines } from './measure-headlines.ts'
import { measurePages } from './measure-pages.ts'
import { measureQuotes } from './measure-quotes.ts'
import { measureSummaries } from './measure-summaries.ts'
import { measureVerify } from './measure-verify.ts'

const DATA = { shared: 'the shared data', newswire: 'the newswire', examples: 'our own examples' }

/** `eval [examples]` prints the table of measures, `eval cases [FOLDER]` what each case of the grammar does. */
async function main([what, folder]: readonly string[]): Promise<void> {
  if (what === 'cases') {
    process.stdout.write(measureCases(folder))
    return
  }
  const measures: readonly Measure[] = [
    ...measureQuotes(),
    ...measureSummaries(),
    ...measureFacts(),
    ...measureHeadlines(),
    ...measurePages(),
    ...(await measureVerify()),
  ]
  process.stdout.write(`Measured on ${DATA[dataSet()]}\n\n`)
  for (const { name, value, wanted } of measures) {
    process.stdout.write(`  ${name.padEnd(50)} ${value.padStart(20)}   ${wanted}\n`)
  }
}

await main(process.argv.slice(2))
