import { answering, type Case, decidingCase } from './case.ts'
import { nameEnd } from './names.ts'
import type { Token } from './tokens.ts'
import { THAT } from './words/particles.ts'

/** Where the words that belong to the head at `from` end: its adjectives, its idafa, `باسم …`, `لدى …`. */
export function modifiersEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1
  if (tokens[from]?.info.oneOf && tokens[at]?.plain === 'من' && !/هم|هن/.test(tokens[from]?.plain ?? '')) at += 1
  for (let steps = 0; steps < 20; steps += 1) {
    const taken = modifierLength(tokens, { head: from, at })
    if (taken === 0) break
    at += taken
  }
  return at
}

/** A token that may begin a modifier of the head: `token` is the one at `at`, `previous` the one before it. */
export type ModifierSpot = {
  readonly tokens: readonly Token[]
  readonly head: number
  readonly at: number
  readonly token: Token
  readonly previous: Token
}
type Step = Pick<ModifierSpot, 'head' | 'at'>

/** The spot at `at`, `null` behind the last token. */
export function modifierSpot(tokens: readonly Token[], head: number, at: number): ModifierSpot | null {
  const [previous, token] = [tokens[at - 1], tokens[at]]
  return previous === undefined || token === undefined ? null : { tokens, head, at, token, previous }
}

/** How many tokens the modifier at `at` takes; 0 when the phrase ends there. */
function modifierLength(tokens: readonly Token[], { head, at }: Step): number {
  const spot = modifierSpot(tokens, head, at)
  return spot === null ? 0 : (decidingCase(MODIFIER_CASES, spot)?.answer(spot) ?? 0)
}

type Taken = (spot: ModifierSpot) => number
const takesNone = answering<ModifierSpot, Taken>(() => 0)
const takesOne = answering<ModifierSpot, Taken>(() => 1)
const takesTwo = answering<ModifierSpot, Taken>(() => 2)
const takes = (length: Taken) => answering<ModifierSpot, Taken>(length)

/** What takes how many tokens. In the examples the head comes first in the brackets, the token asked about last. */
export const MODIFIER_CASES: readonly Case<ModifierSpot, Taken>[] = [
  takes(({ tokens, ...step }) => quotedModifier(tokens, step))(
    'قالت [صحيفة «]الغد» إن',
    ({ token }) => token.kind === 'mark',
  ),
  takesNone('قال [الوزير،] وهو', ({ token }) => token.kind !== 'word' || /[\u064B-\u064D]/.test(token.text)),
  takes(({ tokens, at }) => complementLength(tokens, at))('قال [المتحدث باسم] الوزارة', ({ token }) =>
    /^(?:باسم|لدي)$/.test(token.plain),
  ),
  takesOne('قال [المتحدث باسمها] إن', ({ token }) => /^(?:باسم|لدي)(?:ه|ها|هم|نا)$/.test(token.plain)),
  takes(({ tokens, ...step }) => placedLength(tokens, step))(
    'قال [محرر في] بي بي سي',
    ({ token }) => token.plain === 'في',
  ),
  takes(({ tokens, ...step }) => representsLength(tokens, step))(
    'قال [النائب عن] كتلة الأحرار',
    ({ token }) => token.plain === 'عن',
  ),
  takesTwo(
    'قال [مسؤول مقرب من] الحكومة',
    ({ token, previous }) => token.plain === 'من' && /^مقرب|^قريب/.test(previous.plain),
    'قال [مسؤول كبير من] الحكومة',
  ),
  takesTwo(
    'قال [السفير إلى] روسيا',
    ({ tokens, at, token }) => token.plain === 'الي' && tokens[at + 1]?.info.place === true,
    'قال [السفير إلى] الوزير',
  ),
  // Not `this year` behind an office.
  takesOne('قال [مدير عام] المنظمة', ({ token, previous }) => /^(?:ال)?عام$/.test(token.plain) && previous.info.role),
  takesTwo(
    'قال [أحد هؤلاء] الرجال',
    ({ token, previous }) => previous.info.oneOf && /^(?:هولاء|هذه|اوليك)$/.test(token.plain),
  ),
  takes(({ tokens, at }) => outletLength(tokens, at))(
    'قال [مراسل بي] بي سي',
    ({ token, previous, at, head }) =>
      token.info.outlet &&
      at === head + 1 &&
      (previous.info.role || previous.info.outlet) &&
      !previous.info.definite &&
      isNameOfOutlet(token),
  ),
  takesNone('قال [الوزير اليوم] إن', ({ token }) => token.info.functional),
  takesOne(
    'قال [رئيس الجمعية وصديق] العائلة، سامر الحلبي،',
    ({ tokens, at, token: { info } }) => info.conjunction && info.role && joinsRoles(tokens, at),
  ),
  takesOne(
    'قال [وزير الخارجية والدفاع] إن',
    ({ tokens, head, token: { info } }) =>
      info.conjunction && info.definite && info.common && !info.role && DOUBLED.test(tokens[head]?.plain ?? ''),
  ),
  takesNone('قال [الوزير ونائب] الرئيس', ({ token }) => token.info.conjunction),
  takes(({ tokens, ...step }) => prepositionalModifier(tokens, step))(
    'قال [المختص بالشأن] الروسي',
    ({ token }) => token.info.preposition !== '',
  ),
  takesOne('قال [الرئيس الروسي] إن', ({ token: { info } }) => info.nationality || info.place),
  takesNone(
    'قال [مسؤول أكد] أن',
    ({ token: { info, text } }) =>
      info.verb !== null && !info.role && !info.definite && (!info.common || /(?:ه|ها|هم)$/.test(text)),
  ),
  takes(({ tokens, ...step }) => definiteModifier(tokens, step))(
    'قال [الوزير السابق] إن',
    ({ token }) => token.info.definite,
  ),
  takes(({ tokens, ...step }) => indefiniteModifier(tokens, step))('قال [مدير شركة] كبيرة', () => true),
]

const DOUBLED = /^(?:ال)?(?:وزير|وزاره|لجنه|هييه|مجلس|وزيره)$/

/** `رئيس الجمعية وصديق فلان، توران كيسلسيكي،`: another role of the same man, whose name follows a comma. */
function joinsRoles(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 10; next += 1) {
    if (tokens[next]?.kind === 'comma') return nameEnd(tokens, next + 1) >= next + 3
    if (tokens[next]?.info.given && nameEnd(tokens, next) >= next + 2) return true
    if (tokens[next]?.kind !== 'word' || tokens[next]?.info.verb !== null) return false
  }
  return false
}

/** `محررة في بي بي سي`, `السفير في أيرلندا`, `وزير التعليم في كندا، فلان الفلاني`: where somebody serves. */
function placedLength(tokens: readonly Token[], { head, at }: Step): number {
  const next = tokens[at + 1]
  if (next?.info.outlet && !next.info.institution) return outletLength(tokens, at + 1) + 1
  if (next?.info.institution && next.info.preposition === '') return isTimeless(next) ? 0 : 2
  if (next?.info.place !== true) return 0
  const office = tokens[at - 1]?.info.definite === true && isNamedAt(tokens, at + 2)
  return office || SENT_TO.test(tokens[head]?.info.base ?? '') ? 2 : 0
}

function isNamedAt(tokens: readonly Token[], at: number): boolean {
  const comma = tokens[at]?.kind === 'comma' ? at + 1 : at
  const from = comma > at && tokens[comma]?.info.title ? comma + 1 : comma
  return nameEnd(tokens, from) >= from + 2
}

// `النائب عن كتلة الأحرار`, `السيناتور عن ولاية أوهايو`.
function representsLength(tokens: readonly Token[], step: Step): number {
  const next = tokens[step.at + 1]
  const represents = /^(?:ال)?(?:نايب|عضو|ممثل|سيناتور|مرشح|مندوب|برلماني)/.test(tokens[step.head]?.info.base ?? '')
  // `المسؤول عن العلاقات العامة`
  const inCharge = /^(?:ال)?مسووله?$/.test(tokens[step.head]?.info.base ?? '') && step.at === step.head + 1
  if (inCharge && next?.kind === 'word' && next.info.definite) return 2
  if (next === undefined || !represents) return 0
  return next.info.place || next.info.placeNoun || next.info.institution ? 2 : 0
}

function isNameOfOutlet(token: Token): boolean {
  return !token.info.institution && token.info.preposition === '' && !token.info.definite
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

// `السفير الروسي في أيرلندا`
const SENT_TO = /^(?:ال)?(?:سفير|قنصل|ممثل|مندوب|مبعوث|مراسل)/

// `المكلفة بالإعلام`, `المختص بالشأن الروسي`.
const TAKES_BI = /^(?:ال)?(?:مكلف|مختص|معني|خاص|متخصص|مقيم|مرتبط|مهتم|مشتغل)/

// `بالسوق`, `بوزارة`, `لشؤون`, `للأمم المتحدة`; not `للصحفيين`, `لوكالة`.
function prepositionalModifier(tokens: readonly Token[], step: Step): number {
  const [previous, token, next] = [tokens[step.at - 1], tokens[step.at], tokens[step.at + 1]]
  if (previous === undefined || token === undefined) return 0
  const hasDative = tokens.slice(step.head + 1, step.at).some((word) => word.info.preposition === 'ل')
  const { info } = token
  if (info.group || info.role || info.given) return 0
  if (info.preposition === 'ب')
    return TAKES_BI.test(previous.plain) ||
      info.institution ||
      /^(?:ال)?(?:سوق|هلال|صليب|ميليشيا|كلي|قسم)/.test(info.base)
      ? 1
      : 0
  if (info.preposition === 'ل' && hasDative) return 0
  // `قالت وزارة الصحة لوحدة التحقيق`: whom a body tells, its own name closed.
  const head = tokens[step.head]?.info
  const closed = head?.institution === true && !head.definite && previous.info.definite
  if (closed && info.preposition === 'ل' && !info.definite && !/^شوون$/.test(info.base)) return 0
  if (info.preposition === 'ل' && info.placeNoun && !info.definite && next?.kind === 'word') return 2
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
  // `أفادت مصادر محلية "أن السفن …`: speech, no name.
  if (close < 0 || previous === undefined || THAT.has(tokens[step.at + 1]?.plain ?? '-')) return 0
  const { info } = previous
  const names = info.institution || info.outlet || info.work || previous.plain === 'لدي' || previous.plain === 'باسم'
  if (names && !(info.role && step.at === step.head + 1)) return close + 1 - step.at
  // `مدير مركز الأبحاث البحرية «ساحل»، فلان الفلاني`
  return step.at > step.head + 1 && isNamedAt(tokens, close + 1) ? close + 1 - step.at : 0
}

function definiteModifier(tokens: readonly Token[], step: Step): number {
  const token = tokens[step.at]
  if (token === undefined) return 0
  const { info } = token
  const idafa = tokens[step.head]?.info.definite !== true
  // `اتهمت منظمة العفو الدولية السلطات …`: a new noun begins.
  if (tokens[step.at - 1]?.info.definite && (info.group || /(?:ين|ون|ات)$/.test(token.plain))) return 0
  if (idafa && step.at === step.head + 1) return 1
  if (!idafa && step.at === step.head + 1 && !agreesWithHead(tokens[step.head], token)) return 0
  if (info.common || info.institution || info.role || info.group) return 1
  if (info.given) return 0
  // `جماعة الإخوان`: behind a noun without ال the one with it belongs to it.
  const open = tokens[step.at - 1]?.info
  if (open?.known && !open.definite && !open.nationality && !open.place) return 1
  const located = tokens[step.at + 1]?.plain === 'في' && tokens[step.at + 2]?.info.place === true
  const pause = located ? step.at + 3 : step.at + 1
  if (tokens[pause]?.kind === 'comma' && isNamedAt(tokens, pause)) return 1
  // `الوزير المنتدب`: a participle; `الرئيس السيسي`: a name, unless a name follows.
  if (/^الم.*[^ي]$/.test(token.plain)) return 1
  return nameEnd(tokens, step.at + 1) > step.at + 1 ? 1 : 0
}

/** `دعت الوزارة البرلمان`: behind a head in ة an adjective ends in ة too, or in ا or ى (`العليا`, `الكبرى`). */
function agreesWithHead(head: Token | undefined, token: Token): boolean {
  return head?.info.institution !== true || !head.text.endsWith('ة') || /[ةهىاي]$/.test(token.text)
}

function indefiniteModifier(tokens: readonly Token[], step: Step): number {
  const token = tokens[step.at]
  const previous = tokens[step.at - 1]
  if (token === undefined || previous === undefined) return 0
  const { info } = token
  const closed = previous.info.definite || previous.info.place
  if (!closed && isNameOfBody(tokens, step)) return 1
  if (info.placeNoun && !closed) return placeLength(tokens, step.at)
  if (info.given && !info.common && !info.institution) return 0
  if (closed) return 0
  // `مصادر دبلوماسية غربية`: an adjective.
  if (/ية$/.test(token.text) && !info.given) return 1
  // `تشرح منظمة هيومن رايتس مفهوم كذا`: behind a name a new noun begins.
  if (!previous.info.known && step.at > step.head + 1) return 0
  return info.role || info.institution || info.common || info.group || info.oneOf ? 1 : 0
}

/** `ولاية تكساس`; before a relative clause the whole name: `إقليم سان رافال، التي …`. */
function placeLength(tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.kind !== 'word' || tokens[at + 1]?.info.functional) return 1
  const relative = tokens[at + 3]?.kind === 'comma' && /^(?:الذي|التي)$/.test(tokens[at + 4]?.plain ?? '')
  return relative && tokens[at + 2]?.kind === 'word' ? 3 : 2
}

/** The mark that closes a short name in marks, -1 where none does within five tokens. */
export function closingMark(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 5; at += 1) if (tokens[at]?.kind === 'mark') return at > from + 1 ? at : -1
  return -1
}

/** `جامعة كلارك`, `شركة تسلا`, `صحيفة جابان تايمز`: one or two words that no table knows behind a body without ال. */
function isNameOfBody(tokens: readonly Token[], step: Step): boolean {
  const [token, previous, before] = [tokens[step.at], tokens[step.at - 1], tokens[step.at - 2]]
  if (token === undefined || token.info.known || /[بل]/.test(token.info.preposition)) return false
  const body = (word: Token | undefined) => word?.info.institution === true && !word.info.definite
  // `رئيسة مؤسسة كورا ليندا براون`: two words left are the holder's name.
  const second = body(before) && previous?.info.known === false && step.at - 2 >= step.head
  return body(previous) || (second && nameEnd(tokens, step.at) !== step.at + 2)
}
