import { firstFrom } from '../first-from.ts'
import { compoundEnd, compoundWord, skeleton, withoutClitics } from '../grammar/spelling.ts'
import { isTagSign, type Range, type Token } from '../grammar/tokens.ts'
import { NAME_PARTICLES } from '../grammar/words/given-names.ts'
import { endsInFather, isSubsequence, joinSightings, type Member } from './members.ts'
import { findSightings } from './name-mentions.ts'

/** A place that names a person. `person`: index into the members. */
export type Mention = Range & { readonly paragraph: number; readonly person: number }

/** The persons of an article and their mentions. */
export type Cast = {
  readonly members: readonly Member[]
  /** Mentions of each paragraph in order. */
  readonly mentions: readonly (readonly Mention[])[]
}

/** The mentions in a paragraph. */
export function mentionsIn(cast: Cast, paragraph: number): readonly Mention[] {
  return cast.mentions[paragraph] ?? []
}

/** Index of the first of a paragraph's mentions at or after a token. */
export function firstMention(mentions: readonly Mention[], token: number): number {
  return firstFrom(mentions, token, ({ from }) => from)
}

/** The persons named at roles, at verbs of speech or by given names, and all their mentions. */
export function findCast(paragraphs: readonly (readonly Token[])[]): Cast {
  const sightings = paragraphs.flatMap((tokens) => findSightings(tokens))
  const members = joinSightings(sightings)
  const index = indexWords(members)
  return {
    members,
    mentions: paragraphs.map((tokens, paragraph) => findMentions(tokens, { paragraph, members, index })),
  }
}

type WordIndex = ReadonlyMap<string, readonly number[]>

function indexWords(members: readonly Member[]): WordIndex {
  const index = new Map<string, number[]>()
  members.forEach((member, person) => {
    for (const word of new Set(member.words.map(skeleton))) {
      if (!NAME_PARTICLES.has(word)) index.set(word, [...(index.get(word) ?? []), person])
    }
  })
  return index
}

type Search = { readonly paragraph: number; readonly members: readonly Member[]; readonly index: WordIndex }

function findMentions(tokens: readonly Token[], search: Search): readonly Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const mention = mentionAt(tokens, at, search)
    if (mention === null) continue
    found.push(mention)
    at = mention.to - 1
  }
  return found
}

function mentionAt(tokens: readonly Token[], at: number, search: Search): Mention | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  for (const bare of withoutClitics(token.plain)) {
    const next = compoundEnd(tokens, at, bare)
    const word = compoundWord(tokens, { from: at, to: next }, bare)
    const persons = search.index.get(skeleton(word)) ?? []
    const best = bestRun(tokens, { at, word, next }, persons, search.members)
    if (best !== null) return { paragraph: search.paragraph, from: at, to: best.to, person: best.person }
    if (persons.length > 0) return null
  }
  return null
}

type Start = { readonly at: number; readonly word: string; readonly next: number }

/** The longest run of a person's name words from here; a lone first name of a longer name is not enough. */
function bestRun(
  tokens: readonly Token[],
  start: Start,
  persons: readonly number[],
  members: readonly Member[],
): { to: number; person: number } | null {
  let best: { to: number; person: number; length: number } | null = null
  for (const person of persons.slice(-8)) {
    const own = members[person]?.words.map(skeleton) ?? []
    const words = [skeleton(start.word)]
    let to = start.next
    for (let step = 0; step < 6; step += 1) {
      const next = tokens[to]
      if (isTagSign(next)) {
        to += 1
        continue
      }
      if (next?.kind !== 'word') break
      const end = compoundEnd(tokens, to)
      const word = skeleton(compoundWord(tokens, { from: to, to: end }, next.plain))
      if (!isSubsequence([...words, word], own)) break
      words.push(word)
      to = end
    }
    const family =
      own.at(-1) === words[0] && (!endsInFather(own) || NAME_PARTICLES.has(tokens[start.at - 1]?.plain ?? ''))
    const enough = words.length >= 2 || own.length === 1 || family
    if (enough && words.length > (best?.length ?? 0)) best = { to, person, length: words.length }
  }
  return best
}
