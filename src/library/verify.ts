import type { FoundPassage, PassageQuery, TermQuery } from '../search/passage.ts'
import { speakerFacet } from '../search/read-passages.ts'
import { searchTermsOf, type Term } from '../search/terms.ts'
import type { ShelfItem, ShelfQuote } from '../shelf/shelf.ts'
import type { Passages } from '../store/articles/passages.ts'
import type { Claim, Finding } from '../verify/finding.ts'
import { type ClaimPlace, judgeClaim } from '../verify/judge.ts'
import { plainClaim, quotedClaims } from '../verify/read-claims.ts'
import type { SearchedStore } from './search.ts'

export type Verify = {
  /** One finding for each claim, in their order. */
  readonly check: (claims: readonly Claim[]) => Promise<readonly Finding[]>
  /** The quotes in a text, or, where nothing stands between marks, the text itself as one claim. */
  readonly read: (text: string) => Promise<readonly Claim[]>
}

/** Verifies claims against the passages of the articles on hand. */
export function createVerify(store: SearchedStore): Verify {
  return {
    check: async (claims) => {
      const findings: Finding[] = []
      for (const claim of claims) findings.push(await check(claim, store))
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

async function check(claim: Claim, store: SearchedStore): Promise<Finding> {
  const terms = searchTermsOf(claim.words)
  const rare = await rareStems(terms, store.passages)
  const candidates = await likeliest(terms, await passagesLike(terms, rare, store.passages), store)
  const judged = judgeClaim(claim, candidates)
  return judged ?? { verdict: 'unknown', claim, related: await relatedTo(claim.speaker, { rare, candidates }, store) }
}

const MOST_TERMS = 16
/** Stems in more passages than this are alike. */
const COMMON = 1_000
const COMMON_SHARE = 0.05
/** Stems of which pairs are looked for. */
const FEW = 4
const MOST_GROUPS = 4
const LARGEST_GROUP = 4
const MOST_EXPECTED = 10
const EACH = 40
const MOST_PASSAGES = 8
const MOST_ARTICLES = 6

/** The passages that share most of a claim's words, in their articles. */
async function likeliest(
  terms: readonly Term[],
  found: readonly FoundPassage[],
  { archive }: SearchedStore,
): Promise<readonly ClaimPlace[]> {
  const best = found
    .map((passage) => ({ passage, shared: sharedWith(passage, terms) }))
    .sort((left, right) => right.shared - left.shared || right.passage.number - left.passage.number)
    .slice(0, MOST_PASSAGES)
    .map(({ passage }) => passage)
  const numbers = [...new Set(best.map(({ number }) => number))].slice(0, MOST_ARTICLES)
  const items = new Map((await archive.byNumbers(numbers)).map((item): [number, ShelfItem] => [item.number, item]))
  return best.flatMap(({ number, paragraph }) => {
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

/** The stems that passages have, with the share that has them, the rarest first. */
async function rareStems(terms: readonly Term[], passages: Passages): Promise<readonly RareStem[]> {
  const stems = [...new Set(terms.flatMap(({ stem }) => stem ?? []))].slice(0, MOST_TERMS)
  const size = await passages.size()
  const counted: RareStem[] = []
  for (const stem of stems) {
    const count = await passages.frequency(termOf(stem), COMMON)
    if (count > 0) counted.push({ stem, share: count < COMMON ? count / size : COMMON_SHARE })
  }
  return counted.sort((left, right) => left.share - right.share)
}

type RareStem = { readonly stem: string; readonly share: number }

/** The passages with some of the stems together or, for a claim of few stems, with its words side by side. */
async function passagesLike(
  terms: readonly Term[],
  rare: readonly RareStem[],
  passages: Passages,
): Promise<readonly FoundPassage[]> {
  const queries = [
    ...groupsOf(rare, await passages.size()).map((group) => queryOf({ terms: group.map(termOf) })),
    ...(rare.length > FEW ? [] : runsOf(terms).map((phrase) => queryOf({ phrases: [[phrase]] }))),
  ]
  const found = new Map<string, FoundPassage>()
  for (const query of queries) {
    for (const passage of await passages.find(query, EACH)) found.set(`${passage.number} ${passage.paragraph}`, passage)
  }
  return [...found.values()]
}

/**
 * Groups of stems, each of which few passages have together. None shares a stem with another, so that a changed word spoils one
 * alone; of a few stems, every pair.
 */
function groupsOf(rare: readonly RareStem[], size: number): readonly (readonly string[])[] {
  if (rare.length <= FEW) {
    const stems = rare.map(({ stem }) => stem)
    return stems.flatMap((first, at) => stems.slice(at + 1).map((second) => [first, second]))
  }
  const groups: string[][] = []
  let [group, expected]: [string[], number] = [[], size]
  for (const { stem, share } of rare) {
    group.push(stem)
    expected *= share
    if (group.length < 2 || (expected > MOST_EXPECTED && group.length < LARGEST_GROUP)) continue
    groups.push(group)
    ;[group, expected] = [[], size]
  }
  return groups.slice(0, MOST_GROUPS)
}

function termOf(stem: string): TermQuery {
  return { stems: [stem], words: [] }
}

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
const MOST_TOPICS = 3

type Near = { readonly rare: readonly RareStem[]; readonly candidates: readonly ClaimPlace[] }

/** What the speaker did say with these words, or else last; where nobody on hand is named, what anybody did. */
async function relatedTo(
  speaker: string | null,
  { rare, candidates }: Near,
  { archive, passages }: SearchedStore,
): Promise<readonly ShelfQuote[]> {
  const [known] = speaker === null ? [] : await archive.speakersNamed(speaker, 1)
  if (known === undefined) return speaker === null ? quotesAt(candidates, null).slice(0, MOST_RELATED) : []
  const facets = [[speakerFacet(known.key)]]
  for (const { stem } of rare.slice(0, MOST_TOPICS)) {
    const found = await passages.find(queryOf({ terms: [termOf(stem)], facets }), MOST_RELATED)
    const items = await archive.byNumbers(found.map(({ number }) => number))
    const places = found.flatMap(({ number, paragraph }) => {
      const item = items.find((each) => each.number === number)
      return item === undefined ? [] : [{ item, paragraph }]
    })
    const quotes = quotesAt(places, known.name)
    if (quotes.length > 0) return quotes.slice(0, MOST_RELATED)
  }
  return await archive.quotesOf(known.key, { offset: 0, limit: MOST_RELATED })
}

/** Each quote once, though it may run through several paragraphs. */
function quotesAt(places: readonly ClaimPlace[], speaker: string | null): readonly ShelfQuote[] {
  const quotes = new Map(
    places.flatMap(({ item, paragraph }) =>
      item.briefing.quotes
        .filter((quote) => quote.at.some((place) => place.paragraph === paragraph))
        .filter((quote) => speaker === null || quote.speaker === speaker)
        .map((quote) => [quote, { item, quote }] as const),
    ),
  )
  return [...quotes.values()]
}
