import type { Token } from '../quotes/tokens.ts'
import { COMMON_WORDS } from './common-words.ts'
import { EVERYDAY_NAMES, GIVEN_NAMES, NAME_PARTICLES, OWNING_WORDS, WOMENS_NAMES } from './given-names.ts'
import { withoutArticle } from './lexicon.ts'
import { isPause, nameEnd } from './names.ts'
import { pairedNamesAt } from './pairs.ts'
import { ADVERBS } from './particles.ts'
import { gluedPhraseAt, isAdjectiveHere, type Phrase, phraseAt, type Range } from './phrases.ts'

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

/** A place where a person is named. `person` is an index into the cast's members. */
export type Mention = Range & { readonly paragraph: number; readonly person: number }

/** Who the article names, and where. */
export type Cast = {
  readonly members: readonly Member[]
  /** Mentions of each paragraph in order. */
  readonly mentions: readonly (readonly Mention[])[]
}

/** Index of the first of a paragraph's mentions at or after a token. */
export function firstMention(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.from ?? 0) < token) low = middle + 1
    else high = middle
  }
  return low
}

type Sighting = {
  readonly name: string
  readonly words: readonly string[]
  readonly role: string | null
  readonly gender: 'm' | 'f' | null
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

/** Finds everyone the paragraphs name: at roles, at verbs of speech, at given names; then each of their mentions. */
export function findCast(paragraphs: readonly (readonly Token[])[]): Cast {
  const sightings = paragraphs.flatMap((tokens) => findSightings(tokens))
  const members = joinSightings(sightings)
  const index = indexWords(members)
  return {
    members,
    mentions: paragraphs.map((tokens, paragraph) => findMentions(tokens, { paragraph, members, index })),
  }
}

/** The text of a range with hash signs left out. */
export function rangeText(tokens: readonly Token[], range: Range): string {
  let text = ''
  let end = -1
  for (const token of tokens.slice(range.from, range.to)) {
    if (token.text === '#') continue
    if (end >= 0 && token.start > end) text += ' '
    text += token.text
    end = token.end
  }
  return text
}

/** A name's words, folded: `عبد الفتاح` and `أبو ريدة` are one word each. */
export function nameWords(tokens: readonly Token[], range: Range): readonly string[] {
  const words: string[] = []
  let joined = ''
  for (const token of tokens.slice(range.from, range.to)) {
    if (token.kind !== 'word') continue
    const word = joined + token.plain
    if (/^(?:عبد|ابو|ابي|ابا|ال)$/.test(token.plain)) joined = token.plain.replace(/^اب[يا]$/, 'ابو')
    else {
      words.push(word)
      joined = ''
    }
  }
  return words
}

function findSightings(tokens: readonly Token[]): readonly Sighting[] {
  const found: Sighting[] = []
  let office: Range | null = null
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { name, role } of pairedNamesAt(tokens, at)) found.push(pairedSighting(tokens, name, role))
    const phrase = namedPhraseAt(tokens, at)
    if (phrase === null) continue
    if (phrase.name !== null) found.push(sightingOf(tokens, phrase, office))
    if (phrase.role !== null && phrase.kind !== 'group' && !phrase.counterpart) office = phrase.role
    at = Math.max(at, phrase.to - 1)
  }
  return found
}

function pairedSighting(tokens: readonly Token[], name: Range, role: string): Sighting {
  const words = nameWords(tokens, name)
  const gender = WOMENS_NAMES.has(words[0] ?? '') ? 'f' : 'm'
  return { name: rangeText(tokens, name), words, role, gender, sure: true }
}

const BUILDINGS =
  /^(?:ال)?(?:مسجد|شارع|جامعه|مدرسه|مستشفي|مطار|ميدان|جسر|ملعب|استاد|قاعده|سد|مركز|كليه|جايزه|قصر|مكتبه|متحف|برج|حي|مخيم|كاس|خليج|بحيره|مدينه|قناه|شركه|صحيفه|وكاله|جبل|نهر|سجن|معبر|ميناء|طريق|حزب|كتايب|سرايا|لواء)$/

/** A phrase with a person's name in it, or a bare role, where something marks it as such. */
function namedPhraseAt(tokens: readonly Token[], at: number): Phrase | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const { info } = token
  if (info.role || info.title || /نظير/.test(token.plain)) return roleAt(tokens, at)
  if (info.verb !== null && info.verb.shape === 'finite' && info.verb.force !== 'do')
    return subjectNameAt(tokens, at + 1)
  if (info.given && !info.functional && !BUILDINGS.test(tokens[at - 1]?.info.base ?? '')) return givenNameAt(tokens, at)
  return null
}

function roleAt(tokens: readonly Token[], at: number): Phrase | null {
  const token = tokens[at]
  if (token === undefined || isAdjectiveHere(tokens, at) || BUILDINGS.test(tokens[at - 1]?.info.base ?? '')) return null
  return token.info.preposition === '' ? phraseAt(tokens, at) : gluedPhraseAt(tokens, at)
}

function subjectNameAt(tokens: readonly Token[], from: number): Phrase | null {
  let at = from
  while (ADVERBS.has(tokens[at]?.plain ?? '-')) at += 1
  const phrase = phraseAt(tokens, at)
  if (phrase?.kind !== 'person' || phrase.name === null) return null
  return phrase
}

function givenNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const token = tokens[at]
  const to = nameEnd(tokens, at)
  const words = nameWords(tokens, { from: at, to })
  if (EVERYDAY_NAMES.has(withoutArticle(words[0] ?? '')) && !isNameOfItsOwn(tokens[to - 1])) return null
  if (token === undefined || words.length < 2 || words.every(isEveryday)) return null
  return phraseAt(tokens, at)
}

// `عمر ناهز`, `سلام متين`: after an everyday word only a given name or a repeated word makes a name.
function isNameOfItsOwn(token: Token | undefined): boolean {
  if (token === undefined || EVERYDAY_NAMES.has(token.plain)) return false
  return token.info.given || (token.info.repeated && !token.info.known)
}

function isEveryday(word: string): boolean {
  return EVERYDAY_NAMES.has(word) || COMMON_WORDS.has(word)
}

function sightingOf(tokens: readonly Token[], phrase: Phrase, office: Range | null): Sighting {
  const name = phrase.name ?? phrase
  const words = nameWords(tokens, name)
  const role =
    phrase.role === null
      ? null
      : phrase.counterpart
        ? counterpartRole(tokens, phrase.role, office)
        : trimRole(tokens, phrase.role)
  const before = tokens[phrase.from - 1]?.info.verb
  const first = words[0] ?? ''
  const gender = WOMENS_NAMES.has(first)
    ? 'f'
    : GIVEN_NAMES.has(first)
      ? 'm'
      : (phrase.gender ?? before?.gender ?? null)
  return { name: rangeText(tokens, name), words, role, gender, sure: isSure(tokens, phrase, name) }
}

/**
 * A given name before another, a role before a name of two words or of a word the article has again, or a verb of saying
 * with إن or a colon behind the name.
 */
function isSure(tokens: readonly Token[], phrase: Phrase, name: Range): boolean {
  const first = tokens[name.from]
  const long = name.to > name.from + 1
  if (first === undefined) return false
  if (first.info.given && long) return true
  if (phrase.role !== null) return long || first.info.given || first.info.repeated
  const said = tokens[phrase.from - 1]?.info.verb
  const next = tokens[phrase.to]
  return said?.force === 'say' && (isPause(next) || next?.info.preposition !== '')
}

// `نظيره الروسي` after `الرئيس الأميركي`: the office before it, with the new adjective.
function counterpartRole(tokens: readonly Token[], role: Range, office: Range | null): string | null {
  const adjectives = rangeText(tokens, { from: role.from + 1, to: role.to })
  if (office === null) return null
  let to = office.to
  while (to > office.from + 1 && isOfOffice(tokens[to - 1])) to -= 1
  const titled = rangeText(tokens, { from: office.from, to })
  const bare = tokens.slice(to, office.to).some((token) => token.info.place)
  // `رئيس وزراء مقدونيا … ونظيره اليوناني`: without its country the last noun takes ال.
  const text = bare ? titled.replace(/(^|\s)(?!ال)(\S+)$/, '$1ال$2') : titled
  return `${text} ${adjectives}`.trim()
}

function isOfOffice(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.info.nationality || token.info.place || /^ال(?:سابق|حالي|جديد|راحل|منتخب|اسبق)$/.test(token.plain)
}

// A bare title is no role; a title at the end of a role belongs to the name.
function trimRole(tokens: readonly Token[], role: Range): string | null {
  let { to } = role
  while (to > role.from + 1 && tokens[to - 1]?.info.title && tokens[to - 1]?.info.definite) to -= 1
  const text = rangeText(tokens, { from: role.from, to })
  const head = tokens[role.from]
  const clitic = head !== undefined && (head.info.conjunction || head.info.preposition !== '')
  const bare = clitic && head.plain !== head.info.base ? stripClitics(text, head) : text
  return to === role.from + 1 && head?.info.title && COURTESY.test(head.info.base) ? null : bare
}

const COURTESY = /^(?:ال)?(?:سيد|سيده|دكتور|دكتوره|انسه|حاج|حاجه|سير|لورد|ليدي|استاذ|استاذه|شيخ|شيخه|د|م|ا)$/

/** A text without the و ف ب ل ك that its first word bears. */
export function stripClitics(text: string, head: Token): string {
  const article = head.info.preposition === 'ل' && head.info.definite
  const cut = (head.info.conjunction ? 1 : 0) + (head.info.preposition === '' ? 0 : 1)
  return article ? `ال${text.slice(cut + 1)}` : text.slice(cut)
}

function joinSightings(sightings: readonly Sighting[]): readonly Member[] {
  const drafts: Draft[] = []
  const byWord = new Map<string, Draft[]>()
  const known = new Set(sightings.filter(isFull).map((sighting) => sighting.words.at(-1) ?? ''))
  const order = sightings.map((sighting, firstSeen) => ({ sighting: cutGlued(sighting, known), firstSeen }))
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

// `قال ترامب لبوتين`: a word that is another known name with a clitic begins something new.
function cutGlued(sighting: Sighting, known: ReadonlySet<string>): Sighting {
  const { words } = sighting
  const [first = '', second = ''] = words
  // `حياة جون ماكين`: somebody's life, not a name.
  if (OWNING_WORDS.has(first) && GIVEN_NAMES.has(second) && words.length > 2) {
    return { ...sighting, words: words.slice(1), name: sighting.name.split(' ').slice(1).join(' ') }
  }
  // `حذر نتنياهو بوتين`: two men's family names in a row.
  if (words.length === 2 && words.every((word) => known.has(word)) && !GIVEN_NAMES.has(first)) {
    return { ...sighting, words: [first], name: sighting.name.split(' ').slice(0, 1).join(' ') }
  }
  const cut = words.findIndex(
    (word, at) =>
      at > 0 &&
      withoutClitics(word)
        .slice(1)
        .some((bare) => known.has(bare)),
  )
  if (cut < 0) return sighting
  return { ...sighting, words: words.slice(0, cut), name: sighting.name.split(' ').slice(0, cut).join(' ') }
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

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const word of whole) if (word === part[at]) at += 1
  return at === part.length
}

/** Joins spellings of one foreign name (`زيلينسكي`, `زيلنسكي`): long vowels of long words left out. */
export function skeleton(spelling: string): string {
  const word = spelling.replace(/وو/g, 'و')
  if (word.length < 6 || GIVEN_NAMES.has(withoutArticle(word))) return word
  return word[0] + word.slice(1).replace(/[اويه]/g, '')
}

/** The words of a role for comparing: folded, without ال, with nationalities spelled one way. */
export function roleWordsOf(role: string): readonly string[] {
  return foldedRole(role).map(roleWord)
}

/** One word of a role for comparing. */
export function roleWord(plain: string): string {
  return withoutArticle(plain.replace(/^[وف](?=ال)/, '').replace(/^لل/, 'ال'))
    .replace(/^اميرك/, 'امريك')
    .replace(/ه$/, '')
}

function foldedRole(role: string): readonly string[] {
  return role
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/)
    .map(foldLetters)
}

function foldLetters(word: string): string {
  return word
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
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
    const joins = /^(?:عبد|ابو|ابي|ابا)$/.test(bare)
    const word = joins ? bare.replace(/^اب[يا]$/, 'ابو') + (tokens[at + 1]?.plain ?? '') : bare
    const persons = search.index.get(skeleton(word)) ?? []
    const best = bestRun(tokens, { at, word, next: at + (joins ? 2 : 1) }, persons, search.members)
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
      if (next?.text === '#') {
        to += 1
        continue
      }
      if (next?.kind !== 'word') break
      const joins = /^(?:عبد|ابو|ابي|ابا)$/.test(next.plain)
      const word = skeleton(joins ? next.plain.replace(/^اب[يا]$/, 'ابو') + (tokens[to + 1]?.plain ?? '') : next.plain)
      if (!isSubsequence([...words, word], own)) break
      words.push(word)
      to += joins ? 2 : 1
    }
    const enough = words.length >= 2 || own.length === 1 || own.at(-1) === words[0]
    if (enough && words.length > (best?.length ?? 0)) best = { to, person, length: words.length }
  }
  return best
}

/** A word with and without the letters that may be glued before a name. */
export function withoutClitics(plain: string): readonly string[] {
  const forms = [plain]
  const rest = /^[وف]/.test(plain) && plain.length > 3 ? plain.slice(1) : plain
  if (rest !== plain) forms.push(rest)
  if (/^[بلك]/.test(rest) && rest.length > 3) forms.push(rest.startsWith('لل') ? `ال${rest.slice(2)}` : rest.slice(1))
  return forms
}
