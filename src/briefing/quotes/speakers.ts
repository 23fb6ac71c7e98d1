import { fold } from '../../language/fold.ts'
import { addressedGender } from '../grammar/honorifics.ts'
import type { Phrase } from '../grammar/phrases.ts'
import { rangeText, roleWord, stripClitics } from '../grammar/spelling.ts'
import { type Range, type Token, wordAt } from '../grammar/tokens.ts'
import { SPORT_ROLES } from '../grammar/words/roles.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { type Cast, firstMention, type Mention, mentionsIn } from '../people/cast.ts'
import { bestRole, type Member } from '../people/members.ts'
import { isText, takesHe } from './texts.ts'

/** A member of the cast (`person` ≥ 0), or a role, a body or a group by its own words (-1). */
export type QuotedSpeaker = {
  readonly name: string
  readonly role: string | null
  readonly person: number
  readonly gender: 'm' | 'f' | null
  readonly plural: boolean
  readonly kind: Phrase['kind']
  /** A medium by its name: it relays the words of others. */
  readonly outlet: boolean
}

/** What is known at one place of the text to resolve a speaker. */
export type Moment = {
  readonly scene: Scene
  readonly paragraph: Paragraph
  /** The last speaker, main clauses only. */
  readonly last: QuotedSpeaker | null
  /** Full names of bodies so far, by folded head noun. */
  readonly bodies: ReadonlyMap<string, string>
}

/** A member of the cast as a speaker, by the fullest name. */
export function memberAsSpeaker(cast: Cast, person: number): QuotedSpeaker | null {
  const member = cast.members[person]
  if (member === undefined) return null
  const role = bestRole(member)
  return { name: member.name, role, person, gender: member.gender, plural: false, kind: 'person', outlet: false }
}

/** The speaker of a phrase: a member by name, the holder of a role, a body by its full name, others by their own words. */
export function resolveSpeaker(phrase: Phrase, moment: Moment): QuotedSpeaker | null {
  const { tokens } = moment.paragraph
  // `بعض من حضر`: some, but not of whom.
  const some = phrase.kind === 'group' && wordAt(tokens, phrase.from).info.oneOf
  if (some && (phrase.to === phrase.from + 1 || wordAt(tokens, phrase.to - 1).plain === 'من')) return null
  if (some && TOLD.test(wordAt(tokens, phrase.from + 1).plain)) return null
  if (phrase.name !== null) {
    const mention = mentionIn(moment, phrase.name.from, phrase.name.to)
    const member = mention === null ? null : memberAsSpeaker(moment.scene.cast, mention.person)
    return member ?? byFirstName(phrase, moment) ?? plainSpeaker(phrase, rangeText(tokens, phrase.name))
  }
  const named = phrase.kind === 'quoted' || phrase.kind === 'group' ? null : mentionIn(moment, phrase.from, phrase.to)
  const inRole = named !== null && phrase.kind === 'role' && named.from > phrase.from && named.to === phrase.to
  if (inRole && wordAt(tokens, phrase.from).info.definite) return memberAsSpeaker(moment.scene.cast, named.person)
  if (phrase.kind === 'role' && addressedGender(tokens, phrase.from) !== null) return spokenOf(phrase, moment)
  if (phrase.kind === 'role' && phrase.definite)
    return holderOf(phrase, moment) ?? plainSpeaker(phrase, phraseText(tokens, phrase))
  if (phrase.kind === 'institution') return bodySpeaker(phrase, moment)
  if (phrase.kind === 'group') return plainSpeaker(phrase, fullBody(phrase, moment))
  return plainSpeaker(phrase, phraseText(tokens, phrase))
}

/** `معاليه`: who speaks, or else the last person named. */
function spokenOf({ from, gender }: Phrase, moment: Moment): QuotedSpeaker | null {
  const fits = (one: QuotedSpeaker | null) => one !== null && one.person >= 0 && (one.gender ?? gender) === gender
  if (fits(moment.last)) return moment.last
  const latest = recentPersons(moment, from).map((person) => memberAsSpeaker(moment.scene.cast, person))
  return latest.find(fits) ?? null
}

/** `قالت نادية` after `نادية فتاح`: the one member of that first name. */
function byFirstName(phrase: Phrase, moment: Moment): QuotedSpeaker | null {
  if (phrase.name === null || phrase.name.to > phrase.name.from + 1) return null
  const word = wordAt(moment.paragraph.tokens, phrase.name.from).plain
  const { members } = moment.scene.cast
  const same = ({ sure, words }: Member) => sure && words[0] === word && words.length > 1
  const first = members.findIndex(same)
  return first === members.findLastIndex(same) ? memberAsSpeaker(moment.scene.cast, first) : null
}

function phraseText(tokens: readonly Token[], phrase: Phrase): string {
  const range = roleRange(phrase)
  const text = rangeText(tokens, range)
  const head = wordAt(tokens, range.from)
  return head.plain === head.info.base ? text : stripClitics(text, head)
}

/** The words of the office, trade or body that a phrase is. */
function roleRange(phrase: Phrase): Range {
  return phrase.role ?? phrase
}

function plainSpeaker(phrase: Phrase, name: string): QuotedSpeaker {
  return {
    name,
    role: null,
    person: -1,
    gender: phrase.gender,
    plural: phrase.plural,
    kind: phrase.kind,
    outlet: false,
  }
}

/** A state or a body: `السلطات` and `روسيا` take a feminine verb where they are not named. */
function bodySpeaker(phrase: Phrase, moment: Moment): QuotedSpeaker {
  const head = wordAt(moment.paragraph.tokens, phrase.from)
  const outlet = head.info.outlet && !head.info.institution
  const speaker = { ...plainSpeaker(phrase, fullBody(phrase, moment)), outlet }
  if (head.info.place || THINGS.test(head.plain)) return { ...speaker, gender: 'f' }
  const he = (isText(head) && !head.info.base.endsWith('ه')) || takesHe(head)
  return he ? { ...speaker, gender: 'm' } : speaker
}

// `بعض المعلومات`: what is told, not who tells.
const TOLD = /^(?:ال)?(?:معلومات|بيانات|تفاصيل|ملاحظات|اسيله|امور|قضايا|اراء|نقاط)$/
// A plural of things takes a feminine verb.
const THINGS = /ات$|^و?(?:ال)?(?:وسايل|صحف|تقارير|قوي|شبكات|مواقع)$/

/** The mention that starts in a stretch of the paragraph's tokens. */
export function mentionIn(moment: Moment, from: number, to: number): Mention | null {
  const mentions = mentionsIn(moment.scene.cast, moment.paragraph.index)
  const mention = mentions[firstMention(mentions, from)]
  return mention !== undefined && mention.from < to ? mention : null
}

/** A body's fuller wording met before (`الاتحاد` → `الاتحاد المصري لكرة القدم`), else its own words. */
function fullBody(phrase: Phrase, moment: Moment): string {
  const own = phraseText(moment.paragraph.tokens, phrase)
  const { base, definite } = wordAt(moment.paragraph.tokens, phrase.from).info
  if (!definite || phrase.to > phrase.from + 1) return own
  const first = moment.bodies.get(roleWord(base)) ?? own
  const { last } = moment
  // `المصادر نفسها`: those who speak, not others met first.
  const [head = '', ...rest] = last?.kind === phrase.kind ? last.name.split(' ') : []
  const speaking = last !== null && rest.length > 0 && roleWord(fold(head)) === roleWord(base)
  return speaking && !first.startsWith(last.name) ? last.name : first
}

/**
 * The holder of a role that the article names without its holder (`الرئيس الأوكراني`, `المدافع الدولي السابق`): the latest
 * person before whose own roles share the head and contradict nothing. A pointer (`المتحدث`) refers to the last speaker.
 */
function holderOf(phrase: Phrase, moment: Moment): QuotedSpeaker | null {
  const [head = '', ...modifiers] = roleRangeWords(moment.paragraph.tokens, phrase)
  const [first = ''] = modifiers
  if (POINTERS.has(head) && moment.last?.plural === false && fitsPointer(modifiers, moment)) {
    // A ministry is no official.
    return moment.last.kind === 'institution' && head !== 'مصدر' ? null : moment.last
  }
  if (PEOPLE.has(head) && /^(?:بالغ|$)/.test(first) && isOf(phrase.gender, moment.last)) return moment.last
  const { text, info } = wordAt(moment.paragraph.tokens, phrase.from)
  const owned = /(?:يه|ها|هم)$/.test(text) ? text.replace(/^[وف](?=\S{5})/, '') : ''
  const idafa = !info.definite
  let best: { person: number; score: number } | null = null
  const speaking = moment.last !== null && moment.last.person >= 0 ? [moment.last.person] : []
  for (const person of [...speaking, ...recentPersons(moment, phrase.from)]) {
    const member = moment.scene.cast.members[person]
    const score = member === undefined ? 0 : holds(member, { head, modifiers, gender: phrase.gender, idafa, owned })
    if (score > (best?.score ?? 0)) best = { person, score }
  }
  // `الرئيس الأمريكي` is not the one called only `الرئيس` where the article knows another of that nation.
  const other = (member: Member) => member.roleWords.has(head) && member.roleWords.has(first)
  if (best?.score === WEAK && moment.scene.cast.members.some(other)) return null
  if (best !== null) return memberAsSpeaker(moment.scene.cast, best.person)
  if (HEADS.test(head) && headsSameBody(modifiers, moment)) return moment.last
  // `الأكاديمي ذاته`: the last speaker.
  return info.role && SAME.test(wordAt(moment.paragraph.tokens, phrase.to).plain) ? moment.last : null
}

/** `المسؤول`, `المسؤول الإيراني` of one whose office is there. */
function fitsPointer(modifiers: readonly string[], { last, scene }: Moment): boolean {
  if (modifiers.length === 0) return true
  const own = last === null ? undefined : scene.cast.members[last.person]
  return modifiers.length === 1 && own !== undefined && modifiers.every((word) => own.roleWords.has(word))
}

const HEADS = /^(?:رييس|زعيم|امين)$/

/** `الأمين العام لحزب البناء` of him who speaks and is its `رئيس`. */
function headsSameBody(modifiers: readonly string[], { last, scene }: Moment): boolean {
  const own = last === null ? undefined : scene.cast.members[last.person]?.roleWords
  const body = modifiers
    .filter((word) => word !== 'عام')
    .map((word) => (own?.has(word) ? word : word.replace(/^ل/, '')))
  if (own === undefined || body.length < 2 || !body.every((word) => own.has(word))) return false
  return [...own].some((word) => HEADS.test(word))
}

const SAME = /^(?:ذات|نفس|عين)(?:ه|ها)$/
const POINTERS: ReadonlySet<string> = new Set(['متحدث', 'مصدر', 'مسوول', 'مذكور', 'مصرح', 'متدخل'])

// `الشابة البالغة 22 عاما`: adds nothing about her but her age.
const PEOPLE: ReadonlySet<string> = new Set(['شاب', 'رجل', 'سيد', 'مرا', 'امرا', 'فتا'])

function isOf(gender: 'm' | 'f' | null, speaker: QuotedSpeaker | null): boolean {
  return speaker !== null && speaker.person >= 0 && speaker.gender === gender
}

function roleRangeWords(tokens: readonly Token[], phrase: Phrase): readonly string[] {
  const { from, to } = roleRange(phrase)
  return tokens
    .slice(from, to)
    .filter((token) => token.kind === 'word')
    .map((token) => roleWord(token.info.conjunction ? token.info.base : token.plain))
}

/** `idafa`: `رئيس المجمع` is no `رئيس` of anything else. */
type RoleQuery = {
  readonly head: string
  readonly modifiers: readonly string[]
  readonly gender: 'm' | 'f' | null
  readonly idafa: boolean
  /** The word itself where a suffix names its owner (`محاميه`), else empty. */
  readonly owned: string
}

// A fit by the bare head of the role only.
const WEAK = 0.5

/** How well a person fits a role, 0 for not at all. */
function holds(member: Member, query: RoleQuery): number {
  if (query.gender === 'f' && member.gender === 'm') return 0
  // `محاميه`: his, so only a person the article gave this role.
  if (query.owned !== '' && !member.roles.some((role) => role.startsWith(query.owned))) return 0
  const { roleWords } = member
  const sport = SPORT_ROLES.has(query.head) && [...SPORT_ROLES].some((role) => roleWords.has(role))
  if (!roleWords.has(query.head) && !sport) return 0
  const [first = ''] = query.modifiers
  if (query.idafa && first !== '' && !roleWords.has(first) && !/^(?:بلاد|دول|جمهوري)$/.test(first)) return 0
  const shared = query.modifiers.filter((word) => roleWords.has(word)).length
  // `متحدث باسم وزارة التجارة` is not the one of another ministry.
  if (query.modifiers.includes('باسم') && shared < query.modifiers.length) return 0
  if (query.modifiers.length === 0) return sport && !roleWords.has(query.head) ? 0 : 1
  if (shared === 0) return roleWords.size <= 1 && roleWords.has(query.head) ? WEAK : 0
  return 1 + shared / query.modifiers.length
}

const LOOK_BACK_PARAGRAPHS = 20
const MAX_MENTIONS_A_PARAGRAPH = 40

/** Persons in the order of their latest mention before a place, latest first. */
function recentPersons(moment: Moment, before: number): readonly number[] {
  const seen = new Set<number>()
  const { index } = moment.paragraph
  for (let at = index; at >= Math.max(0, index - LOOK_BACK_PARAGRAPHS); at -= 1) {
    const mentions = mentionsIn(moment.scene.cast, at)
    const end = at === index ? firstMention(mentions, before) : mentions.length
    for (const mention of mentions.slice(Math.max(0, end - MAX_MENTIONS_A_PARAGRAPH), end).reverse()) {
      seen.add(mention.person)
    }
  }
  return [...seen]
}
