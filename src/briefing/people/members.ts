import { answering, type Case, decidingCase } from '../grammar/case.ts'
import { isFrequent } from '../grammar/everyday.ts'
import { roleWordsOf, skeleton } from '../grammar/spelling.ts'
import { ARABIC_MENS_NAMES, GIVEN_NAMES, NAME_PARTICLES, OWNING_WORDS } from '../grammar/words/given-names.ts'
import { VERBS } from '../grammar/words/verbs.ts'
import type { Sighting } from './name-mentions.ts'

/** One person of the article. `words`: the fullest name, folded; `roles`: as the article words them, in order. */
export type Member = {
  readonly name: string
  readonly words: readonly string[]
  readonly roles: readonly string[]
  /** The words of all roles, folded, without ال and nationality spellings joined. */
  readonly roleWords: ReadonlySet<string>
  readonly gender: 'm' | 'f' | null
  /** Certainly a person. */
  readonly sure: boolean
}

type Draft = {
  name: string
  words: readonly string[]
  roles: string[]
  gender: 'm' | 'f' | null
  sure: boolean
  firstSeen: number
}

/** Joins all sightings of one person, in the order the persons are first named. */
export function joinSightings(sightings: readonly Sighting[]): readonly Member[] {
  const drafts: Draft[] = []
  const byWord = new Map<string, Draft[]>()
  const evidence = evidenceOf(sightings)
  const order = sightings.map((sighting, firstSeen) => ({ sighting: trimName(sighting, evidence), firstSeen }))
  order.sort((a, b) => b.sighting.words.length - a.sighting.words.length || a.firstSeen - b.firstSeen)
  for (const { sighting, firstSeen } of order) {
    const same = matches(sighting.words, byWord)
    const draft = same[0]
    if (draft === undefined) addDraft(sighting, firstSeen, { drafts, byWord })
    else if (same.length === 1) enrich(draft, sighting, firstSeen)
  }
  drafts.sort((a, b) => a.firstSeen - b.firstSeen)
  return drafts.map((draft) => ({ ...draft, roleWords: new Set(draft.roles.flatMap(roleWordsOf)) }))
}

function isFull(sighting: Sighting): boolean {
  const [first = ''] = sighting.words
  return sighting.role !== null || sighting.words.length === 1 || GIVEN_NAMES.has(first)
}

function surnameOf({ words }: { readonly words: readonly string[] }): string {
  return words.at(-1) ?? ''
}

function isSonOf({ words }: Sighting): boolean {
  return words.slice(-2, -1).some((word) => NAME_PARTICLES.has(word))
}

/** Family names; those of longer names and runs of words with how often a text has them. */
type Evidence = {
  readonly known: ReadonlySet<string>
  readonly surnames: ReadonlyMap<string, number>
  readonly counts: ReadonlyMap<string, number>
}

export function evidenceOf(sightings: readonly Sighting[]): Evidence {
  const counts = countOf(sightings.map(({ words }) => words.join(' ')))
  const long = sightings.filter((sighting) => sighting.words.length > 1 && isFull(sighting) && !isSonOf(sighting))
  return {
    known: new Set(sightings.filter(isFull).map(surnameOf)),
    surnames: countOf(long.map(surnameOf)),
    counts,
  }
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The sighting without words that the other sightings show to be no part of the name. */
function trimName(sighting: Sighting, evidence: Evidence): Sighting {
  const kept = decidingCase(TRIM_CASES, { ...sighting, evidence })
  if (kept === undefined) return sighting
  const parts = sighting.parts.slice(...kept.answer)
  return { ...sighting, parts, words: sighting.words.slice(...kept.answer), name: parts.join(' ') }
}

/** A sighting with the evidence of its whole text. */
export type SeenName = Sighting & { readonly evidence: Evidence }
/** The words of a name to keep, as arguments of `slice`. */
type Slice = readonly [from: number, to?: number]
const withoutFirst = answering<SeenName, Slice>([1])
const firstOnly = answering<SeenName, Slice>([0, 1])
const withoutLast = answering<SeenName, Slice>([0, -1])

/** Words to cut from a sighted name. */
export const TRIM_CASES: readonly Case<SeenName, Slice>[] = [
  // Somebody's life or reign.
  withoutFirst('قال ذلك خلال [عهد صدام حسين] أمس.', ({ words: [first = '', second = '', third] }) => {
    const abstract = !ARABIC_MENS_NAMES.has(first) || !ARABIC_MENS_NAMES.has(second)
    return OWNING_WORDS.has(first) && GIVEN_NAMES.has(second) && abstract && third !== undefined
  }),
  // Two men's family names in a row.
  firstOnly(
    'قال الرئيس فلاديمير بوتينوف إن الوزير كارل شميدباور وصل.\nقال [شميدباور بوتينوف] إن ذلك جيد.',
    ({ words, words: [first = ''], evidence: { known } }) =>
      words.length === 2 && words.every((word) => known.has(word)) && !GIVEN_NAMES.has(first),
  ),
  // Behind a family name of the article, or a word named often, a word seen there once goes on with the sentence.
  firstOnly(
    'قال الوزير ألكسيس تسيبراس إنه وصل.\nأكد [تسيبراس شغوف] بذلك.',
    ({ words: [first = '', second = ''], words: { length }, role, evidence: { counts, surnames } }) =>
      length === 2 &&
      role === null &&
      !GIVEN_NAMES.has(second) &&
      (surnames.get(second) ?? 0) < 2 &&
      !counts.has(second) &&
      timesSeen(counts, first, second) < 2 &&
      (GIVEN_NAMES.has(first)
        ? surnames.has(first) && (isFrequent(second) || VERBS.has(second)) && !/^ال.+ي$/.test(second)
        : surnames.has(first) || (timesSeen(counts, first) > 1 && isFrequent(second))),
  ),
  // The manner of speaking.
  withoutLast(
    'قال سامر إنه وصل.\nرد [سامر بجروح].',
    ({ words: [first = '', last = ''], words: { length }, evidence: { counts } }) =>
      length === 2 &&
      !GIVEN_NAMES.has(last) &&
      timesSeen(counts, first, last) < 2 &&
      /^ب.{3,}/.test(last) &&
      !counts.has(last) &&
      counts.has(first),
  ),
  // A longer form seen once; given names hold one of two words together.
  withoutLast('قال جون كيري إنه وصل.\nزار [جون كيري اللقاء].', ({ words, sure, evidence: { counts } }) => {
    const [first = ''] = words
    const last = surnameOf({ words })
    if (words.length < 2 || GIVEN_NAMES.has(last) || timesSeen(counts, ...words) > 1 || counts.has(last)) return false
    if (words.length === 2) return !sure && !GIVEN_NAMES.has(first) && timesSeen(counts, first) > 1
    const family = words.at(-2) ?? ''
    return timesSeen(counts, ...words.slice(0, -1)) > 0 || (counts.has(family) && isFrequent(last))
  }),
]

function timesSeen(counts: Evidence['counts'], ...words: readonly string[]): number {
  return counts.get(words.join(' ')) ?? 0
}

function addDraft(sighting: Sighting, firstSeen: number, all: { drafts: Draft[]; byWord: Map<string, Draft[]> }): void {
  const { name, words, role, gender, sure } = sighting
  const draft: Draft = { name, words, roles: role === null ? [] : [role], gender, sure, firstSeen }
  all.drafts.push(draft)
  for (const word of new Set(words.map(skeleton))) all.byWord.set(word, [...(all.byWord.get(word) ?? []), draft])
}

function enrich(draft: Draft, sighting: Sighting, firstSeen: number): void {
  if (firstSeen < draft.firstSeen) draft.firstSeen = firstSeen
  if (sighting.role !== null) {
    if (firstSeen === draft.firstSeen) draft.roles.unshift(sighting.role)
    else draft.roles.push(sighting.role)
  }
  if (sighting.gender === 'f' && (sighting.words.length > 1 || sighting.role !== null)) draft.gender = 'f'
  draft.gender ??= sighting.gender
  draft.sure ||= sighting.sure
}

/** The persons a name may mean: the same words, some of them with the first or the family name, or one of them. */
function matches(words: readonly string[], byWord: ReadonlyMap<string, readonly Draft[]>): readonly Draft[] {
  const keys = words.map(skeleton)
  const [first = ''] = keys
  const last = surnameOf({ words: keys })
  return (byWord.get(last) ?? []).filter((draft) => {
    const own = draft.words.map(skeleton)
    if (keys.length === 1 && endsInFather(draft.words)) return own[0] === last
    if (keys.length === 1) return own.at(-1) === last || (own.indexOf(last) > 0 && own.length > 2) || own[0] === last
    if (!isSubsequence(keys, own)) return false
    return own.at(-1) === last || own[0] === first
  })
}

/** Whether the last word of a name is the father's: `نادر` is not `خالد بن نادر`, `بن نادر` is. */
export function endsInFather(words: readonly string[]): boolean {
  return words.length > 2 && /^(?:ا?بن|بنت)$/.test(words.at(-2) ?? '')
}

/** Whether the words of one list stand in the other in the same order. */
export function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const word of whole) if (word === part[at]) at += 1
  return at === part.length
}

/** The role to show: the first one of two words or more, else the first. */
export function bestRole(member: Member): string | null {
  return member.roles.find((role) => role.includes(' ')) ?? member.roles[0] ?? null
}
