import { joinStories } from '../src/briefing/related.ts'
import { type HeadlinePair, readHeadlinePairs } from './data.ts'
import { balance, type Measure, percent } from './measure.ts'

/** Whether two related headlines of one page are told to be one story. */
export function measureHeadlines(): readonly Measure[] {
  const { same, different } = readHeadlinePairs()
  const hits = same.filter(areJoined).length
  const { p, r, f } = balance(hits, hits + different.filter(areJoined).length, same.length)
  return [
    {
      name: 'same-story headlines F (precision, recall)',
      value: `${percent(f)} (${percent(p)}, ${percent(r)})`,
      wanted: '86, aim 90',
    },
  ]
}

function areJoined(pair: HeadlinePair): boolean {
  return joinStories(pair.map((title) => ({ title, url: null, slug: null }))).length === 1
}
