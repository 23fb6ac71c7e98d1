import { isFrequent } from '../grammar/everyday.ts'
import { roleWordsOf, skeleton, withoutClitics } from '../grammar/spelling.ts'
import { ARABIC_MENS_NAMES, GIVEN_NAMES, NAME_PARTICLES, OWNING_WORDS } from '../grammar/words/given-names.ts'
import type { Sighting } from './name-mentions.ts'

/** One person of the article. `words`: the fullest name, folded; `roles`: as the article words them, in order. */
export type Member = {
  readonly name: string
  readonly words: readonly string[]
  readonly roles: readonly string[]
  /** The words of all roles, folded, without ال and nationality spellings joined. */
  readonly roleWords: ReadonlySet<string>
  readonly gender: 'm' | 'f' | null
  /** The article shows beyond doubt that this is a person. */
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
  return sighting.role !== null || sighting.words.length === 1 || GIVEN_NAMES.has(sighting.words[0] ?? '')
}

function isSonOf({ words }: Sighting): boolean {
  return NAME_PARTICLES.has(words.at(-2) ?? '')
}

/** What the sightings of a text tell together: family names, and how often a run of words is sighted. */
type Evidence = {
  readonly known: ReadonlySet<string>
  readonly surnames: ReadonlySet<string>
  readonly counts: ReadonlyMap<string, number>
}

function evidenceOf(sightings: readonly Sighting[]): Evidence {
  const counts = new Map<string, number>()
  for (const { words } of sightings) {
    const key = words.join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const long = sightings.filter((sighting) => sighting.words.length > 1 && isFull(sighting) && !isSonOf(sighting))
  return {
    known: new Set(sightings.filter(isFull).map(({ words }) => words.at(-1) ?? '')),
    surnames: new Set(long.map(({ words }) => words.at(-1) ?? '')),
    counts,
  }
}

/** Cuts off what is no part of the name, by what the other sightings tell. */
function trimName(sighting: Sighting, evidence: Evidence): Sighting {
  const { words } = sighting
  const [first = '', second = ''] = words
  // `حياة جون ماكين`: somebody's life, not a name.
  const abstract = !ARABIC_MENS_NAMES.has(first) || !ARABIC_MENS_NAMES.has(second)
  if (OWNING_WORDS.has(first) && GIVEN_NAMES.has(second) && abstract && words.length > 2)
    return keep(sighting, 1, words.length)
  // `حذر نتنياهو بوتين`: two men's family names in a row.
  if (words.length === 2 && words.every((word) => evidence.known.has(word)) && !GIVEN_NAMES.has(first)) {
    return keep(sighting, 0, 1)
  }
  // `رشح ترامب جينا هاسبيل`: a known family name before somebody's first.
  if (words.length > 2 && evidence.surnames.has(first) && !GIVEN_NAMES.has(first) && GIVEN_NAMES.has(second)) {
    return keep(sighting, 1, words.length)
  }
  if (isShortNameGoingOn(sighting, evidence)) return keep(sighting, 0, 1)
  // `قال ترامب لبوتين`: a word that is another known name with a clitic begins something new.
  const glued = (word: string) =>
    withoutClitics(word)
      .slice(1)
      .some((bare) => evidence.known.has(bare))
  const cut = words.findIndex((word, at) => at > 0 && glued(word))
  if (cut > 0) return keep(sighting, 0, cut)
  return isOverlong(sighting, evidence) ? keep(sighting, 0, words.length - 1) : sighting
}

/**
 * `كومي يجب` beside `جيمس كومي`: behind a family name of the article a word seen there once goes on with the sentence;
 * `سارة فستانا` beside `سارة`: behind a first name used alone so does an inflected word
 * that news articles have.
 */
function isShortNameGoingOn({ words, role }: Sighting, { surnames, counts }: Evidence): boolean {
  const [first = '', second = ''] = words
  if (words.length !== 2 || role !== null || GIVEN_NAMES.has(second)) return false
  if ((counts.get(words.join(' ')) ?? 0) > 1 || counts.has(second)) return false
  if (surnames.has(second)) return false
  if (!GIVEN_NAMES.has(first) && surnames.has(first)) return true
  if (!GIVEN_NAMES.has(first) && (counts.get(first) ?? 0) > 1 && isFrequent(second)) return true
  return counts.has(first) && /(?:ا|ات)$/.test(second) && isFrequent(second)
}

function keep(sighting: Sighting, from: number, to: number): Sighting {
  const parts = sighting.parts.slice(from, to)
  return { ...sighting, parts, words: sighting.words.slice(from, to), name: parts.join(' ') }
}

/** `هابي بأسف` once, `هابي` many times: the last word is none of the name. Given names hold a longer form together. */
function isOverlong({ words, sure }: Sighting, { counts }: Evidence): boolean {
  const last = words.at(-1) ?? ''
  if (words.length < 2 || GIVEN_NAMES.has(last) || (counts.get(words.join(' ')) ?? 0) > 1) return false
  // `سمير بهدوء` beside `سمير`: how it was said.
  if (words.length === 2 && /^ب.{3,}/.test(last) && !counts.has(last) && (counts.get(words[0] ?? '') ?? 0) > 0)
    return true
  if (words.length === 2 && (sure || GIVEN_NAMES.has(words[0] ?? ''))) return false
  const rest = counts.get(words.slice(0, -1).join(' ')) ?? 0
  return rest > (words.length === 2 ? 1 : 0) && (counts.get(last) ?? 0) === 0
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
  const last = keys.at(-1) ?? ''
  const first = keys[0] ?? ''
  return (byWord.get(last) ?? []).filter((draft) => {
    const own = draft.words.map(skeleton)
    if (keys.length === 1) return own.at(-1) === last || (own.indexOf(last) > 0 && own.length > 2) || own[0] === last
    if (!isSubsequence(keys, own)) return false
    return own.at(-1) === last || own[0] === first
  })
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
