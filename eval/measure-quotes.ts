import { briefText } from './brief-text.ts'
import { type GoldQuote, readQuotedArticles } from './data.ts'
import { balance, type Measure, percent } from './measure.ts'
import { commonOrder, tokens } from './tokens.ts'

const SAME_SPAN = 0.8
const TITLES = new Set(
  tokens(
    'الرئيس السيد السيدة الدكتور الدكتورة الشيخ الوزير الوزيرة المحامي القاص السيناتور الفريق العميد الجنرال الامير الملك وزير وزيرة رئيس رئيسة المهندس النائب',
  ),
)

/** Quotes found, quotes invented, and who is said to have said them. */
export function measureQuotes(): readonly Measure[] {
  let [hits, said, wanted, right, notVerbatim, falseOnes] = [0, 0, 0, 0, 0, 0]
  for (const { text, quotes } of readQuotedArticles()) {
    const found = briefText(text, 60).quotes
    const page = tokens(text).join(' ')
    notVerbatim += found.filter((quote) => !page.includes(tokens(quote.text).join(' '))).length
    const used = new Set<number>()
    for (const gold of quotes) {
      const best = bestMatch(gold, found, used)
      if (best !== null) used.add(best)
      if (gold.flags?.includes('optional')) continue
      wanted += 1
      if (best === null) continue
      hits += 1
      if (isSameSpeaker(found[best]?.speaker ?? null, gold)) right += 1
    }
    const optional = quotes.filter(
      (gold) => gold.flags?.includes('optional') && bestMatch(gold, found, new Set()) !== null,
    )
    said += found.length - optional.length
    if (quotes.length === 0) falseOnes += found.length
  }
  const { p, r, f } = balance(hits, said, wanted)
  return [
    {
      name: 'quotes F (precision, recall)',
      value: `${percent(f)} (${percent(p)}, ${percent(r)})`,
      wanted: '96, aim 98',
    },
    { name: 'speaker right, of quotes found', value: percent(right / Math.max(1, hits)), wanted: '90, aim 95' },
    { name: 'quotes that are not verbatim', value: String(notVerbatim), wanted: '0' },
    { name: 'quotes in articles without any', value: String(falseOnes), wanted: '0' },
  ]
}

function bestMatch(
  gold: GoldQuote,
  found: readonly { readonly text: string }[],
  used: ReadonlySet<number>,
): number | null {
  let best = { at: -1, share: 0 }
  for (const [at, quote] of found.entries()) {
    const share = used.has(at) ? 0 : commonOrder(tokens(quote.text), tokens(gold.text))
    if (share > best.share) best = { at, share }
  }
  return best.share >= SAME_SPAN ? best.at : null
}

/** The names share a word, and all words of the shorter are in the longer; titles aside. */
function isSameSpeaker(speaker: string | null, gold: GoldQuote): boolean {
  const said = new Set(bareName(speaker ?? ''))
  if (said.size === 0) return false
  return [gold.speaker ?? '', ...(gold.speaker_aliases ?? [])].some((name) => {
    const known = new Set(bareName(name))
    const both = [...said].filter((word) => known.has(word)).length
    return both > 0 && (both === known.size || both === said.size) && said.size <= known.size + 6
  })
}

function bareName(name: string): readonly string[] {
  const words = tokens(name)
  const bare = words.filter((word) => !TITLES.has(word))
  return bare.length > 0 ? bare : words
}
