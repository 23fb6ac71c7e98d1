import { addressedGender, honorificEnd } from './honorifics.ts'
import { lookUp } from './lexicon.ts'
import { nameBehindComplement } from './long-roles.ts'
import { closingMark } from './modifier-spot.ts'
import { modifiersEnd } from './modifiers.ts'
import { nameEnd } from './names.ts'
import { nameAfterRole, ownerEnd, roleAfterName } from './role-holders.ts'
import { type Range, type Token, wordAt } from './tokens.ts'
import { ADJECTIVAL_ROLES, COUNTERPARTS, ROLE_NOUNS } from './words/roles.ts'

/**
 * A noun phrase that can be a speaker. `name`: the personal name in it; `role`: the office, trade or body, in the article's
 * words; `quoted`: a name in marks (`«بوكو حرام»`).
 */
export type Phrase = Range & {
  readonly kind: 'person' | 'role' | 'group' | 'institution' | 'quoted'
  readonly name: Range | null
  readonly role: Range | null
  readonly definite: boolean
  /** The gender its head shows; `null` where it shows none. */
  readonly gender: 'm' | 'f' | null
  readonly plural: boolean
  readonly counterpart: boolean
}

/** The phrase that starts at token `from`, `null` when none can be a speaker. */
export function phraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const token = tokens[from]
  if (token === undefined) return null
  if (token.kind === 'mark') return nameInMarks(tokens, from) ?? quotedPhrase(tokens, from)
  if (token.kind !== 'word' || token.info.preposition !== '') return null
  if (/^(?:و?هذا|و?هذه|و?ذلك|و?تلك)$/.test(token.plain)) return demonstrativePhrase(tokens, from)
  const addressed = addressedGender(tokens, from)
  if (addressed !== null) return { ...PLAIN, ...addressee(from), gender: addressed }
  const behind = honorificEnd(tokens, from)
  if (behind > from) {
    const inner = phraseAt(tokens, behind)
    return inner === null ? null : { ...inner, from }
  }
  if (COUNTERPARTS.has(token.plain)) return headedPhrase(tokens, from, 'role')
  const { info } = token
  if (isAccusative(tokens, from)) return null
  if (info.group || (info.oneOf && isSome(tokens, from))) return headedPhrase(tokens, from, 'group')
  if (isAdjectiveHere(tokens, from)) return null
  if (info.role || info.title) return headedPhrase(tokens, from, 'role')
  if (info.institution) return headedPhrase(tokens, from, 'institution')
  if (info.place) return statePhrase(tokens, from)
  // A lone syllable of `بي بي سي` is somebody's initial.
  if (info.outlet && /^(?:بي|سي)$/.test(token.plain) && tokens[from + 1]?.info.outlet !== true) return null
  if (info.outlet) return outletPhrase(tokens, from)
  const end = nameEnd(tokens, from)
  if (end > from) return namePhrase(tokens, { from, to: end })
  return null
}

function addressee(from: number) {
  return { kind: 'role', from, to: from + 1, role: { from, to: from + 1 }, definite: true } as const
}

/** `سأل مسؤولا عن`, `أضاف متحدثا للصحفيين`: one of a role as an object, not the two of `مسؤولا الوزارة`. */
function isAccusative(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)]
  if (!token.info.group || !/[^اة]ا$/.test(token.plain) || !ROLE_NOUNS.has(token.info.base.slice(0, -1))) return false
  return next.kind !== 'word' || !(next.info.definite || next.info.place || (next.info.known && !next.info.functional))
}

/** The phrase of an object, which may bear the ending of one (`مسؤولا`). */
export function objectAt(tokens: readonly Token[], from: number): Phrase | null {
  const token = tokens[from]
  if (token === undefined || !isAccusative(tokens, from)) return phraseAt(tokens, from)
  const plain = token.plain.slice(0, -1)
  const text = token.text.replace(/\u064B?ا\u064B?$/, '')
  return phraseWith(tokens, from, { ...token, plain, text, info: lookUp(plain, text) })
}

/** `المثل` in `يقول المثل`: a noun with ال right behind a verb of saying, of any meaning. */
export function nounPhraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const token = tokens[from]
  if (token?.kind !== 'word' || !token.info.definite || token.info.functional || token.info.preposition !== '')
    return null
  return token.info.conjunction || token.info.verb !== null ? null : headedPhrase(tokens, from, 'role')
}

/** Whether a role noun is an adjective here: `السلك الدبلوماسي`, `حديث صحفي`. */
export function isAdjectiveHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  // `بحماسة كبيرة تقول`; `كبيرة الباحثين` is somebody.
  if (/^كبيره?$/.test(wordAt(tokens, at).plain) && before?.kind === 'word') {
    const next = tokens[at + 1]
    if (next?.kind !== 'word' || next.info.functional || next.info.verb !== null) return true
  }
  // `الاقتراح المقدم من`
  if (/^(?:ال)?مقدم$/.test(wordAt(tokens, at).info.base) && wordAt(tokens, at + 1).plain === 'من') return true
  if (before?.kind !== 'word' || !ADJECTIVAL_ROLES.has(wordAt(tokens, at).info.base)) return false
  // `اعتقال الصحفي فلان`: behind a noun without ال it is somebody.
  if (tokens[at]?.info.definite && !before.info.definite && before.info.common && /^[^ه]+$/.test(before.plain))
    return false
  return before.info.verb === null && !before.info.functional && before.info.known
}

// `أحد المسعفين`, `عدد من السكان`; not `عدد القوات`.
function isSome(tokens: readonly Token[], from: number): boolean {
  const [token, next] = [wordAt(tokens, from), wordAt(tokens, from + 1)]
  // `مجموعة من الناشطين`; not `مجموعة السبع`
  if (/^[وف]?مجموعه$/.test(token.plain)) return next.plain === 'من' && wordAt(tokens, from + 2).info.group
  return !/^[وف]?(?:عدد|عده)$/.test(token.plain) || next.plain === 'من' || next.info.group
}

// `قالت رويترز`, `ذكرت بي بي سي`: an outlet by its name, in the feminine.
function outletPhrase(tokens: readonly Token[], from: number): Phrase {
  let to = from + 1
  while (to < from + 4 && tokens[to]?.info.outlet && tokens[to]?.info.preposition === '') to += 1
  return { ...PLAIN, kind: 'institution', from, to, role: { from, to }, definite: true, gender: 'f' }
}

// `قالت روسيا`, `أعلنت كوريا الشمالية`: a state or its capital speaks.
function statePhrase(tokens: readonly Token[], from: number): Phrase {
  const next = tokens[from + 1]
  const pair = next?.kind === 'word' && next.info.preposition === '' && next.info.definite && next.info.common
  const to = pair || tokens[from]?.info.base === 'تل' ? from + 2 : from + 1
  return { ...PLAIN, kind: 'institution', from, to, role: { from, to }, definite: true }
}

const MAX_PHRASE_WORDS = 40

/** The phrase that starts at a word with ب ل or ك on it (`للوزير`, `لمصادر`). */
export function gluedPhraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const head = wordAt(tokens, from)
  const info = { ...head.info, preposition: '' as const, conjunction: false }
  return phraseWith(tokens, from, { ...head, plain: head.info.base, info })
}

/** The phrase that starts at a token, were that token another. */
function phraseWith(tokens: readonly Token[], from: number, head: Token): Phrase | null {
  const phrase = phraseAt([head, ...tokens.slice(from + 1, from + MAX_PHRASE_WORDS)], 0)
  return phrase === null ? null : shift(phrase, from)
}

function shift(phrase: Phrase, by: number): Phrase {
  const move = (range: Range | null) => (range === null ? null : { from: range.from + by, to: range.to + by })
  return { ...phrase, from: phrase.from + by, to: phrase.to + by, name: move(phrase.name), role: move(phrase.role) }
}

function demonstrativePhrase(tokens: readonly Token[], from: number): Phrase | null {
  const next = tokens[from + 1]
  if (next?.kind !== 'word' || !next.info.definite || next.info.functional) return null
  const inner = phraseAt(tokens, from + 1)
  return inner && { ...inner, from }
}

/** `وأضاف "الحلبي": …`, `وقال «سامر الحلبي» لـ«الشرق»`: a name in marks, where the report goes on behind it. */
function nameInMarks(tokens: readonly Token[], from: number): Phrase | null {
  const close = closingMark(tokens, from)
  const verb = wordAt(tokens, from - 1).info.verb
  if (close < 0 || verb?.shape !== 'finite' || verb.force === 'do' || nameEnd(tokens, from + 1) !== close) return null
  const { kind, info } = wordAt(tokens, close + 1)
  const goesOn = kind === 'colon' || (kind === 'word' && (info.functional || info.preposition !== ''))
  const name = { from: from + 1, to: close }
  return goesOn ? { ...PLAIN, kind: 'person', from, to: close + 1, name, role: null, definite: true } : null
}

// `«بوكو حرام»`: up to four words in marks.
function quotedPhrase(tokens: readonly Token[], from: number): Phrase | null {
  const close = closingMark(tokens, from)
  if (close < 0) return null
  return { ...PLAIN, kind: 'quoted', from, to: close + 1, role: { from: from + 1, to: close }, definite: true }
}

const PLAIN = { name: null, gender: null, plural: false, counterpart: false } as const

function namePhrase(tokens: readonly Token[], name: Range): Phrase {
  const role = roleAfterName(tokens, name.to)
  return { ...PLAIN, kind: 'person', from: name.from, to: role?.to ?? name.to, name, role, definite: true }
}

function headedPhrase(tokens: readonly Token[], from: number, kind: 'role' | 'group' | 'institution'): Phrase {
  const head = wordAt(tokens, from)
  const counterpart = COUNTERPARTS.has(head.plain)
  const plainEnd = modifiersEnd(tokens, from)
  const end = kind === 'role' ? ownerEnd(tokens, from, plainEnd) : plainEnd
  const named =
    kind === 'role' || isNamedOne(tokens, from, end) || (kind === 'institution' && headsPerson(tokens, from, end))
  const place = kind === 'role' && isPlaceName(tokens, end)
  const right = named && !place && !speaksForAnother(tokens, from, end)
  const near = right ? nameAfterRole(tokens, from, end) : null
  const patron = near !== null && end > from + 1 && isPatron(tokens, end, near)
  const whole = patron ? patronEnd(tokens, near) : end
  const open = near === null || patron || isAdjective(tokens, near)
  const far = right && open ? longName(tokens, from, near?.to ?? end, kind) : null
  const name = far ?? (patron ? null : near)
  const behind = name !== null && isTitleOnly(tokens, from, end) ? roleAfterName(tokens, name.to) : null
  return {
    kind: name !== null && kind !== 'institution' ? 'person' : kind,
    from,
    to: behind?.to ?? name?.to ?? whole,
    name: kind === 'institution' ? null : name,
    role: behind ?? { from, to: kind === 'institution' ? (name?.to ?? end) : roleEnd(tokens, whole, far) },
    definite: counterpart || head.info.definite || isOwned(head) || endsDefinite(tokens, from, end),
    gender: kind === 'group' ? genderOfOne(head) : counterpart ? null : genderOf(head, kind),
    plural: kind === 'group' && !/^(?:احد|احدي|احدهم|احداهن)$/.test(head.info.base),
    counterpart,
  }
}

/** `مدير جامعة الملك خالد`, `مدير جامعة نادر العربية`: a place is named for him. */
function isPatron(tokens: readonly Token[], end: number, name: Range): boolean {
  const { info } = wordAt(tokens, end - 1)
  if (info.title) return NAMED_FOR.test(wordAt(tokens, end - 2).info.base)
  const next = wordAt(tokens, name.to)
  return NAMED_FOR.test(info.base) && next.info.nationality && next.info.definite
}

const NAMED_FOR = /^(?:جامعه|مستشفي|مدينه|مطار|مركز|كليه|موسسه|مسجد|ميناء|قاعده|جايزه|مهرجان|مكتبه|معهد|مجمع)$/

function patronEnd(tokens: readonly Token[], { to }: Range): number {
  const { info } = wordAt(tokens, to)
  return info.nationality && info.definite ? to + 1 : to
}

/** `أحد شركاء المعرض سامر الحلبي`, `أحد الكتاب، سامر الحلبي،`: one of many, by a full name. */
function isNamedOne(tokens: readonly Token[], from: number, end: number): boolean {
  const one = /^(?:احد|احدي)$/.test(wordAt(tokens, from).info.base) && end > from + 1
  const apart = tokens[end]?.kind === 'comma'
  const to = nameEnd(tokens, apart ? end + 1 : end)
  if (one && /^ويدعي$|^وتدعي$/.test(wordAt(tokens, end).plain)) return true
  return (
    one && (apart ? to >= end + 3 && tokens[to]?.kind === 'comma' : to >= end + 2 && wordAt(tokens, end).info.given)
  )
}

// `رئيس الفريق الإغاثي بهيئة الهلال الأحمر سامر الحلبي`
function isAdjective(tokens: readonly Token[], { from, to }: Range): boolean {
  const { info, plain } = wordAt(tokens, from)
  return to === from + 1 && /^ال.+ي$/.test(plain) && !info.known && wordAt(tokens, from - 1).info.definite
}

function longName(tokens: readonly Token[], from: number, end: number, kind: Phrase['kind']): Range | null {
  return kind === 'role' && !isTitleOnly(tokens, from, end) ? nameBehindComplement(tokens, from, end) : null
}

// Over the words that the tables do not know, up to the name.
function roleEnd(tokens: readonly Token[], end: number, name: Range | null): number {
  if (name === null) return end
  const between = tokens.slice(end, name.from)
  const comma = between.findIndex(({ text }) => /[،,(]/.test(text))
  const own = comma < 0 ? between : between.slice(0, comma)
  const last = own.findLastIndex(({ kind, info }) => kind === 'word' && !info.title)
  return end + 1 + last + (own[last + 1]?.kind === 'mark' ? 1 : 0)
}

// `الدكتور سامر الحلبي، مدير المركز`: what he is stands behind the name.
function isTitleOnly(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ info }) => info.title)
}

// `متحدث باسم رئيس الحكومة، فلان،`: the name is the other's.
function speaksForAnother(tokens: readonly Token[], from: number, end: number): boolean {
  if (isNameless(tokens, from)) return true
  if (tokens[from]?.info.definite || tokens[end]?.kind !== 'comma') return false
  return tokens
    .slice(from, end)
    .some((token, at) => /^(?:باسم|بلسان)$/.test(token.plain) && tokens[from + at + 1]?.info.role === true)
}

/** `مصدر مقرب من الرئيس فلان`, `مستشار للرئيس فلان`, `عضو في حزب الرئيس فلان`: whose name, if any, is another's. */
export function isNameless(tokens: readonly Token[], from: number): boolean {
  const [{ info }, next] = [wordAt(tokens, from), wordAt(tokens, from + 1)]
  const served = info.role && !info.definite && next.info.preposition === 'ل' && next.info.role
  return served || /^(?:ال)?مصدر$/.test(info.base) || (info.role && !info.definite && isOfTitledBody(tokens, from))
}

/** `حزب الرئيس`, `مكتب الدكتور`: a body whose owner bears a title. */
function isOfTitledBody(tokens: readonly Token[], head: number): boolean {
  const body = /^(?:في|باسم)$/.test(wordAt(tokens, head + 1).plain) ? head + 2 : head + 1
  const [{ info }, owner] = [wordAt(tokens, body), wordAt(tokens, body + 1)]
  return info.institution && !info.definite && owner.info.title && owner.info.definite && !owner.info.institution
}

// `المسؤول في العاصمة الإدارية بويا بأن`: the one name behind a capital or a town is the town's.
function isPlaceName(tokens: readonly Token[], end: number): boolean {
  const { plain, info } = wordAt(tokens, end - 1)
  const town = (info.nationality || info.common) && TOWN.test(wordAt(tokens, end - 2).plain)
  return (town || TOWN.test(plain)) && nameEnd(tokens, end) === end + 1
}

const TOWN = /^(?:ال)?(?:عاصمه|مدينه|بلده|قريه|ولايه|محافظه|جزيره)$/

// `مكتب رئيس الكاميرون بول بيا`: only a body of somebody's has a person's name at its end.
function headsPerson(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[to]?.info.given === true || tokens.slice(from + 1, to).some((token) => token.info.role)
}

// `محاميه`, `والدتها`
function isOwned(head: Token): boolean {
  if (!head.info.role || !/(?:ه|ها|هم|هما|نا)$/.test(head.info.base)) return false
  return !ROLE_NOUNS.has(head.info.base) || /يه$/.test(head.text)
}

// An idafa is definite when its last noun is.
function endsDefinite(tokens: readonly Token[], from: number, to: number): boolean {
  const second = tokens[from + 1]
  if (second?.kind === 'mark') return to > from + 1
  return (
    to > from + 1 &&
    second?.kind === 'word' &&
    (second.info.definite ||
      second.info.place ||
      (second.info.known && !second.info.nationality && endsDefinite(tokens, from + 1, to)))
  )
}

// `وزيرة`, `زوجته` are a woman; a body shows its gender only in the feminine.
function genderOf(head: Token, kind: 'role' | 'institution'): 'm' | 'f' | null {
  const { base } = head.info
  // A title in short is a man's or a woman's.
  if (/^(?:(?:ال)?(?:خليفه|شخصيه|داعيه|علامه|ضحيه)|.)$/.test(base)) return null
  const feminine = /ة$/.test(head.text) || /ت(?:ه|ها|هم|نا)$/.test(base)
  // `زميله` may be his colleague or `زميلة` in hasty spelling.
  if (!feminine && kind === 'role' && /ه$/.test(base) && ROLE_NOUNS.has(base)) return null
  if (feminine || (kind === 'institution' && /ه$/.test(base))) return 'f'
  return kind === 'role' ? 'm' : null
}

/** `أحد العمال`, `إحدى العاملات`. */
function genderOfOne({ info }: Token): 'm' | 'f' | null {
  if (/^احد(?:هم)?$/.test(info.base)) return 'm'
  return /^احدي$|^احداهن$/.test(info.base) ? 'f' : null
}

const PAST_VERB = /^(?:[^اي]{3}ت|ا[^اوي]{2,4}ت|[^اوي]ا[^اوي]{2}ت|است.+ت|ان.{3}ت|ت[^اوي]{3}ت)$/

/** A lone unknown word is a name where the clause goes on without a noun, or where the article has it again. */
export function isSureName(tokens: readonly Token[], phrase: Phrase): boolean {
  const { name } = phrase
  if (name === null || phrase.role !== null || name.to > name.from + 1) return true
  const word = wordAt(tokens, name.from)
  if (word.info.given) return true
  // A lone `حصلت` is a verb, `لالويت` is not.
  if (PAST_VERB.test(word.plain)) return false
  if (word.info.repeated) return true
  const { kind, info } = wordAt(tokens, name.to)
  return kind !== 'word' || info.functional || info.preposition !== ''
}
