import type { Token } from '../quotes/tokens.ts'
import { isBoundary, nameEnd } from './names.ts'
import { ADJECTIVAL_ROLES, COUNTERPARTS } from './roles.ts'

/** Token indices, `to` not included. */
export type Range = { readonly from: number; readonly to: number }

/**
 * A noun phrase that may speak. `name`: the personal name in it; `role`: the office, trade or body, in the article's
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

/** The phrase that starts at token `from`, `null` when none that could speak does. */
export function phraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const token = tokens[from]
  if (token === undefined) return null
  if (token.kind === 'mark') return quotedPhrase(tokens, from)
  if (token.kind !== 'word' || token.info.preposition !== '') return null
  if (/^(?:و?هذا|و?هذه|و?ذلك|و?تلك)$/.test(token.plain)) return demonstrativePhrase(tokens, from)
  if (COUNTERPARTS.has(token.plain)) return headedPhrase(tokens, from, 'role')
  const { info } = token
  if (info.group || (info.oneOf && isSome(tokens, from))) return headedPhrase(tokens, from, 'group')
  if (isAdjectiveHere(tokens, from)) return null
  if (info.role || info.title) return headedPhrase(tokens, from, 'role')
  if (info.institution) return headedPhrase(tokens, from, 'institution')
  if (info.place) return statePhrase(tokens, from)
  const end = nameEnd(tokens, from)
  if (end > from) return namePhrase(tokens, { from, to: end })
  return null
}

/** `المثل` in `يقول المثل`: a noun with ال right behind a verb of saying, whatever it is. */
export function nounPhraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const token = tokens[from]
  if (token?.kind !== 'word' || !token.info.definite || token.info.functional || token.info.preposition !== '')
    return null
  return token.info.conjunction || token.info.verb !== null ? null : headedPhrase(tokens, from, 'role')
}

// `السلك الدبلوماسي`, `حديث صحفي`: behind a noun such a word is its adjective.
export function isAdjectiveHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before?.kind !== 'word' || !ADJECTIVAL_ROLES.has(tokens[at]?.info.base ?? '')) return false
  return before.info.verb === null && !before.info.functional && before.info.known
}

// `أحد المسعفين`, `عدد من السكان`; not `عدد القوات`.
function isSome(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from]
  const next = tokens[from + 1]
  if (/^(?:و|ف)?(?:عدد|عده)$/.test(token?.plain ?? '')) return next?.plain === 'من' || next?.info.group === true
  return true
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
  const [head, ...rest] = tokens.slice(from, from + MAX_PHRASE_WORDS)
  if (head === undefined) return null
  const phrase = phraseAt(
    [{ ...head, plain: head.info.base, info: { ...head.info, preposition: '', conjunction: false } }, ...rest],
    0,
  )
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
  return inner === null ? null : { ...inner, from }
}

// `«بوكو حرام»`: up to four words in marks.
function quotedPhrase(tokens: readonly Token[], from: number): Phrase | null {
  const close = closingMark(tokens, from)
  if (close < 0) return null
  return { ...PLAIN, kind: 'quoted', from, to: close + 1, role: { from: from + 1, to: close }, definite: true }
}

const PLAIN = { name: null, gender: null, plural: false, counterpart: false } as const

function closingMark(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 5; at += 1) if (tokens[at]?.kind === 'mark') return at > from + 1 ? at : -1
  return -1
}

function namePhrase(tokens: readonly Token[], name: Range): Phrase {
  const role = roleAfterName(tokens, name.to)
  return { ...PLAIN, kind: 'person', from: name.from, to: role?.to ?? name.to, name, role, definite: true }
}

// `هاني عمارة، محلل اقتصادي أول لدى «…»` and `اليسا لينش مسؤولة المتحف`.
function roleAfterName(tokens: readonly Token[], at: number): Range | null {
  const skip = tokens[at]?.kind === 'comma' ? 1 : 0
  const start = tokens[at + skip]
  if (start?.kind !== 'word' || !start.info.role || start.info.conjunction || start.info.preposition !== '') return null
  const end = modifiersEnd(tokens, at + skip, true)
  const follower = tokens[end]
  if (skip === 1 && nameEnd(tokens, end) > end) return null
  if (skip === 1 && follower?.kind === 'word' && !isBoundary(follower) && !follower.info.functional) return null
  return { from: at + skip, to: end }
}

function headedPhrase(tokens: readonly Token[], from: number, kind: 'role' | 'group' | 'institution'): Phrase {
  const head = tokens[from]
  const counterpart = head !== undefined && COUNTERPARTS.has(head.plain)
  const plainEnd = modifiersEnd(tokens, from, kind !== 'institution')
  const end = kind === 'role' ? ownerEnd(tokens, from, plainEnd) : plainEnd
  const name = kind === 'group' ? null : nameAfterRole(tokens, from, end)
  const plain = head?.plain ?? ''
  return {
    kind: name !== null && kind === 'role' ? 'person' : kind,
    from,
    to: name?.to ?? end,
    name: kind === 'institution' ? null : name,
    role: { from, to: kind === 'institution' ? (name?.to ?? end) : end },
    definite: counterpart || head?.info.definite === true || endsDefinite(tokens, from, end),
    gender:
      kind === 'group'
        ? null
        : /ه$/.test(plain) && !counterpart && !/^(?:خليفه|شخصيه)$/.test(plain)
          ? 'f'
          : kind === 'role'
            ? 'm'
            : null,
    plural: kind === 'group' && !/^(?:احد|احدي|احدهم|احداهن)$/.test(head?.info.base ?? ''),
    counterpart,
  }
}

/**
 * `محامي ترامب`, `لاعب يوفنتوس كريستيانو رونالدو`: right behind a role without ال stands whose it is; the holder's own
 * name begins with the next given name, or is the rest of a long run. A role with ال or a pronoun has its holder there.
 */
function ownerEnd(tokens: readonly Token[], from: number, start: number): number {
  const [head, last] = [tokens[from], tokens[start - 1]]
  if (head === undefined || last === undefined || /(?:ه|ها|هم|نا)$/.test(head.text)) return start
  if (last.info.definite || last.info.title || last.info.place || last.info.nationality) return start
  if (!last.info.role && !last.info.institution && !last.info.common) return start
  const end = nameEnd(tokens, start)
  if (end === start || tokens[start]?.info.given === true) return start === from + 1 ? end : start
  for (let at = start + 1; at < end; at += 1) if (tokens[at]?.info.given) return at
  return end >= start + 3 ? start + 1 : end
}

// An idafa is definite when its last noun is.
function endsDefinite(tokens: readonly Token[], from: number, to: number): boolean {
  const second = tokens[from + 1]
  return (
    to > from + 1 &&
    second?.kind === 'word' &&
    (second.info.definite ||
      second.info.place ||
      (second.info.known && !second.info.nationality && endsDefinite(tokens, from + 1, to)))
  )
}

/** The name behind a role: right after it, after a comma, or in brackets. */
function nameAfterRole(tokens: readonly Token[], from: number, at: number): Range | null {
  const title = tokens[at]?.kind === 'comma' && tokens[at + 1]?.info.title === true
  if (title) {
    const to = nameEnd(tokens, at + 2)
    return to > at + 2 ? { from: at + 2, to } : null
  }
  const next = tokens[at]
  if (next?.kind === 'mark') return nameInMarks(tokens, at)
  if (next?.kind === 'word' || next?.text === '#') {
    const to = nameEnd(tokens, at)
    return to > at ? { from: at, to } : null
  }
  const opens = next?.text === '('
  if (next?.kind !== 'comma' && !opens) return null
  const start = at + 1
  const to = nameEnd(tokens, start)
  const closes = opens ? tokens[to]?.text === ')' : endsApposition(tokens, start, to)
  const lone = tokens[start]
  const long = to - start >= 2 || (to > start && (lone?.text === '#' || lone?.info.given === true))
  return closes && long && at - from >= 1 ? { from: start, to } : null
}

// A pause, or with a name of two words any word without ال.
function endsApposition(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to]
  return isBoundary(next) || (to >= from + 2 && next?.info.definite === false)
}

// `الجنرال "روني نوما"`
function nameInMarks(tokens: readonly Token[], at: number): Range | null {
  const to = nameEnd(tokens, at + 1)
  return to >= at + 3 && tokens[to]?.kind === 'mark' ? { from: at + 1, to } : null
}

/** Where the words that belong to the head at `from` end: its adjectives, its idafa, `باسم …`, `لدى …`. */
function modifiersEnd(tokens: readonly Token[], from: number, person: boolean): number {
  let at = from + 1
  if (tokens[from]?.info.oneOf && tokens[at]?.plain === 'من' && !/هم|هن/.test(tokens[from]?.plain ?? '')) at += 1
  for (let steps = 0; steps < 20; steps += 1) {
    const taken = modifierLength(tokens, { head: from, at, person })
    if (taken === 0) break
    at += taken
  }
  return at
}

type Step = { readonly head: number; readonly at: number; readonly person: boolean }

/** How many tokens the modifier at `at` takes; 0 when the phrase ends there. */
function modifierLength(tokens: readonly Token[], step: Step): number {
  const { at } = step
  const token = tokens[at]
  const previous = tokens[at - 1]
  if (token === undefined || previous === undefined) return 0
  if (token.kind === 'mark') return quotedModifier(tokens, step)
  if (token.kind !== 'word' || /[\u064B-\u064D]/.test(token.text)) return 0
  const { info } = token
  const next = tokens[at + 1]
  if (token.plain === 'باسم' || token.plain === 'لدي') return complementLength(tokens, at)
  if (token.plain === 'في')
    return next?.info.institution === true && next.info.preposition === '' && !isTimeless(next) ? 2 : 0
  if (token.plain === 'في' && next?.info.outlet) return outletLength(tokens, at + 1) + 1
  if (token.plain === 'عن') return next?.info.place || next?.info.placeNoun || next?.plain === 'حزب' ? 2 : 0
  if (token.plain === 'من') return /^مقرب|^قريب/.test(previous.plain) ? 2 : 0
  if (token.plain === 'الي') return next?.info.place === true ? 2 : 0
  if (info.functional) return 0
  if (info.conjunction && info.role) return joinsRoles(tokens, at) ? 1 : 0
  if (info.conjunction)
    return info.definite &&
      info.common &&
      !info.role &&
      /^(?:ال)?(?:وزير|وزاره|لجنه|هييه|مجلس|وزيره)$/.test(tokens[step.head]?.plain ?? '')
      ? 1
      : 0
  if (info.preposition !== '') return prepositionalModifier(token, next)
  if (info.nationality || info.place) return 1
  if (info.verb !== null && !info.role && !info.definite && (!info.common || /(?:ه|ها|هم)$/.test(token.text))) return 0
  return info.definite ? definiteModifier(tokens, step) : indefiniteModifier(tokens, step)
}

/** `رئيس الجمعية وصديق فلان، توران كيسلسيكي،`: another role of the same man, whose name follows a comma. */
function joinsRoles(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 10; next += 1) {
    if (tokens[next]?.kind === 'comma') return nameEnd(tokens, next + 1) >= next + 3
    if (tokens[next]?.info.given && nameEnd(tokens, next) >= next + 2) return true
    if (tokens[next]?.kind !== 'word' || tokens[next]?.info.verb !== null) return false
  }
  return false
}

function outletLength(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 4 && tokens[at]?.info.outlet) at += 1
  return at - from
}

// `باسم فيلق الرحمن`, `لدى الأمم`: the noun and, where it has no ال, the one it belongs to.
function complementLength(tokens: readonly Token[], at: number): number {
  const [noun, owner] = [tokens[at + 1], tokens[at + 2]]
  if (noun === undefined || noun.kind === 'comma') return 0
  if (noun.kind === 'mark') return 1
  return !noun.info.definite && owner?.kind === 'word' && owner.info.definite && owner.info.preposition === '' ? 3 : 2
}

function isTimeless(token: Token): boolean {
  return /^(?:بيان|تقرير|رساله|خطاب|اعلان|مذكره|حمله|تغريده|منشور|تدوينه|فيديو|تسجيل|مقال|نشره|وثيقه|دراسه|مجموعه|مبادره)/.test(
    token.plain,
  )
}

// `بالسوق`, `بوزارة`, `لشؤون`, `للأمم المتحدة`; not `للصحفيين`, `لوكالة`.
function prepositionalModifier(token: Token, next: Token | undefined): number {
  const { info } = token
  if (info.group || info.role || info.given) return 0
  if (info.preposition === 'ب')
    return (info.definite && (info.common || info.institution)) || (info.institution && next?.info.definite === true)
      ? 1
      : 0
  if (info.preposition === 'ل' && info.common && !info.outlet && next?.info.common) return 1
  if (info.preposition === 'ل')
    return /^(?:ال)?شوون$/.test(info.base) || ((info.institution || (info.common && info.definite)) && !info.outlet)
      ? 1
      : 0
  return 0
}

function quotedModifier(tokens: readonly Token[], step: Step): number {
  const previous = tokens[step.at - 1]
  const close = closingMark(tokens, step.at)
  if (close < 0 || previous === undefined) return 0
  const { info } = previous
  const names = info.institution || info.outlet || info.work || previous.plain === 'لدي' || previous.plain === 'باسم'
  return names && !(info.role && step.at === step.head + 1) ? close + 1 - step.at : 0
}

function definiteModifier(tokens: readonly Token[], step: Step): number {
  const token = tokens[step.at]
  if (token === undefined) return 0
  const { info } = token
  const idafa = tokens[step.head]?.info.definite !== true
  if (idafa && step.at === step.head + 1) return 1
  if (!idafa && (info.group || /(?:ين|ون|ات)$/.test(token.plain))) return 0
  if (info.common || info.institution || info.role || info.group) return 1
  if (info.given) return 0
  if (tokens[step.at + 1]?.kind === 'comma' && nameEnd(tokens, step.at + 2) >= step.at + 4) return 1
  // `الوزير المنتدب`: a participle; `الرئيس السيسي`: a name, unless a name follows.
  if (/^الم.*[^ي]$/.test(token.plain)) return 1
  return nameEnd(tokens, step.at + 1) > step.at + 1 ? 1 : 0
}

function indefiniteModifier(tokens: readonly Token[], step: Step): number {
  const token = tokens[step.at]
  const previous = tokens[step.at - 1]
  if (token === undefined || previous === undefined) return 0
  const { info } = token
  const closed = previous.info.definite || previous.info.place
  if (info.placeNoun && !closed)
    return tokens[step.at + 1]?.kind === 'word' && !tokens[step.at + 1]?.info.functional ? 2 : 1
  if (info.given && !info.common && !info.institution) return 0
  if (closed) return 0
  return info.role || info.institution || info.common || info.group || info.oneOf ? 1 : 0
}
