import type { FoundPassage, PassageQuery } from '../search/passage.ts'
import { parseQuery } from '../search/query.ts'
import { searchTermsOf, type Term } from '../search/terms.ts'
import type { ShelfItem, ShelfQuote } from '../shelf/shelf.ts'
import type { Passages } from '../store/articles/passages.ts'
import type { Claim, Finding } from '../verify/finding.ts'
import { type Candidate, judgeClaim } from '../verify/judge.ts'
import { plainClaim, quotedClaims } from '../verify/read-claims.ts'
import type { Search, SearchedStore } from './search.ts'

export type Verify = {
  /** One finding for each claim, in their order. */
  readonly check: (claims: readonly Claim[]) => Promise<readonly Finding[]>
  /** The quotes in a text, or, where nothing stands between marks, the text itself as one claim. */
  readonly read: (text: string) => Promise<readonly Claim[]>
}

/** Verifies claims against the passages of the articles on hand. */
export function createVerify(store: SearchedStore, search: Search): Verify {
  return {
    check: async (claims) => {
      const findings: Finding[] = []
      for (const claim of claims) findings.push(await check(claim, store, search))
      return findings
    },
    read: async (text) => {
      const quoted = quotedClaims(text)
      return quoted.length > 0 ? quoted : [await named(plainClaim(text), store)]
    },
  }
}

const LONGEST_NAME = 3

/** «هل قال بوتين سنوقف الحرب»: the longest beginning that is somebody's name is the speaker. */
async function named(
  { words, speaker, isNamed }: ReturnType<typeof plainClaim>,
  { archive }: SearchedStore,
): Promise<Claim> {
  if (!isNamed) return { words, speaker }
  const typed = words.split(/\s+/)
  for (let length = Math.min(LONGEST_NAME, typed.length - 1); length > 0; length -= 1) {
    const name = typed.slice(0, length).join(' ')
    const [known] = await archive.speakersNamed(name, 1)
    if (known !== undefined)
      return {
        words: typed
          .slice(length)
          .join(' ')
          .replace(/^(?:إن|أن|بأن)\s+/u, ''),
        speaker: name,
      }
  }
  return { words, speaker: null }
}

async function check(claim: Claim, store: SearchedStore, search: Search): Promise<Finding> {
  const judged = judgeClaim(claim, await candidatesFor(claim, store))
  return judged ?? { verdict: 'unknown', claim, related: await relatedTo(claim, store, search) }
}

const MOST_TERMS = 16
/** Stems in more passages than this are alike. */
const COMMON = 1_000
const EACH = 40
const MOST_PASSAGES = 12
const MOST_ARTICLES = 6

/** The passages that share most of a claim's words, the likeliest first. */
async function candidatesFor({ words }: Claim, { archive, passages }: SearchedStore): Promise<readonly Candidate[]> {
  const terms = searchTermsOf(words)
  const found = new Map<string, FoundPassage>()
  for (const query of await queriesFor(terms, passages)) {
    for (const passage of await passages.find(query, EACH)) found.set(`${passage.number} ${passage.paragraph}`, passage)
  }
  const likeliest = [...found.values()]
    .map((passage) => ({ passage, shared: sharedWith(passage, terms) }))
    .sort((left, right) => right.shared - left.shared || right.passage.number - left.passage.number)
    .slice(0, MOST_PASSAGES)
    .map(({ passage }) => passage)
  const numbers = [...new Set(likeliest.map(({ number }) => number))].slice(0, MOST_ARTICLES)
  const items = new Map((await archive.byNumbers(numbers)).map((item): [number, ShelfItem] => [item.number, item]))
  return likeliest.flatMap(({ number, paragraph }) => {
    const item = items.get(number)
    return item === undefined ? [] : [{ item, paragraph }]
  })
}

/** How many of the terms a passage has; neighbours that stand side by side there too count twice. */
function sharedWith({ words, stems }: FoundPassage, terms: readonly Term[]): number {
  const [spaced, stemmed] = [` ${words} `, ` ${stems} `]
  return terms.reduce((sum, { exact, stem }, index) => {
    const has = spaced.includes(` ${exact} `) || (stem !== null && stemmed.includes(` ${stem} `))
    const next = terms[index + 1]
    const isNext = next !== undefined && spaced.includes(` ${exact} ${next.exact} `)
    return sum + Number(has) + Number(isNext)
  }, 0)
}

/**
 * Pairs of rare stems, so that one changed word spoils only some of them; of a claim with few stems also its words side by
 * side.
 */
async function queriesFor(terms: readonly Term[], passages: Passages): Promise<readonly PassageQuery[]> {
  const stems = [...new Set(terms.flatMap(({ stem }) => stem ?? []))].slice(0, MOST_TERMS)
  const counted = await Promise.all(
    stems.map(async (stem) => ({ stem, count: await passages.frequency({ stems: [stem], words: [] }, COMMON) })),
  )
  const rare = counted.filter(({ count }) => count > 0).sort((left, right) => left.count - right.count)
  const pairs = PAIRS.flatMap(([left, right]) => {
    const [first, second] = [rare[left], rare[right]]
    return first === undefined || second === undefined ? [] : [[first.stem, second.stem]]
  })
  const phrases = rare.length > FEW ? [] : runsOf(terms)
  return [
    ...pairs.map((pair) => queryOf({ terms: pair.map((stem) => ({ stems: [stem], words: [] })) })),
    ...phrases.map((phrase) => queryOf({ phrases: [[phrase]] })),
  ]
}

const PAIRS = [
  [0, 1],
  [2, 3],
  [4, 5],
  [0, 2],
  [1, 2],
  [1, 3],
] as const
const FEW = 4
const MOST_RUNS = 4

/** Neighbours, two by two; those with content first. */
function runsOf(terms: readonly Term[]): readonly (readonly string[])[] {
  const runs = terms.slice(0, MOST_TERMS).flatMap((term, index) => {
    const next = terms[index + 1]
    return next === undefined
      ? []
      : [{ words: [term.exact, next.exact], weight: Number(term.stem !== null) + Number(next.stem !== null) }]
  })
  return runs
    .sort((left, right) => right.weight - left.weight)
    .slice(0, MOST_RUNS)
    .map(({ words }) => words)
}

function queryOf(part: Partial<PassageQuery>): PassageQuery {
  return { terms: [], within: 'passage', phrases: [], facets: [], articles: null, ...part }
}

const MOST_RELATED = 2
const MOST_HITS = 5
const MOST_ASKED = 8

/** What the speaker, or, where nobody is named, anybody, did say with these words. */
async function relatedTo(
  { words, speaker }: Claim,
  { archive }: SearchedStore,
  search: Search,
): Promise<readonly ShelfQuote[]> {
  const topic = searchTermsOf(words)
    .filter(({ stem }) => stem !== null)
    .slice(0, MOST_ASKED)
  const asked = topic.map(({ start, end }) => words.slice(start, end)).join(' ')
  const [known] = speaker === null ? [] : await archive.speakersNamed(speaker, 1)
  const filter = known === undefined ? '' : `by:"${known.name.replaceAll('"', '')}" `
  const { hits } = await search.find(parseQuery(filter + asked), { offset: 0, limit: MOST_HITS })
  const quotes = hits.flatMap(({ item, paragraph }) =>
    item.briefing.quotes
      .filter((quote) => quote.at.some((place) => place.paragraph === paragraph))
      .filter((quote) => known === undefined || quote.speaker === known.name)
      .map((quote) => ({ item, quote })),
  )
  return quotes.slice(0, MOST_RELATED)
}
