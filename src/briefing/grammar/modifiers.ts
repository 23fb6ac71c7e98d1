import { answering, type Case, decidingCase } from './case.ts'
import { lookUp } from './lexicon.ts'
import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'
import { THAT } from './words/particles.ts'

/** Where the words that belong to the head at `from` end: its adjectives, its idafa, `باسم …`, `لدى …`. */
export function modifiersEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1
  if (wordAt(tokens, from).info.oneOf && wordAt(tokens, at).plain === 'من' && !/هم|هن/.test(wordAt(tokens, from).plain))
    at += 1
  for (let steps = 0; steps < 20; steps += 1) {
    const taken = modifierLength(modifierSpot(tokens, from, at))
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

/** The spot at `at`; behind the last token that of a sign. */
export function modifierSpot(tokens: readonly Token[], head: number, at: number): ModifierSpot {
  return { tokens, head, at, token: wordAt(tokens, at), previous: wordAt(tokens, at - 1) }
}

/** How many tokens the modifier at a spot takes; 0 when the phrase ends there. */
function modifierLength(spot: ModifierSpot): number {
  return decidingCase(MODIFIER_CASES, spot)?.answer(spot) ?? 0
}

type Taken = (spot: ModifierSpot) => number
const takesNone = answering<ModifierSpot, Taken>(() => 0)
const takesOne = answering<ModifierSpot, Taken>(() => 1)
const takesTwo = answering<ModifierSpot, Taken>(() => 2)
const takes = (length: Taken) => answering<ModifierSpot, Taken>(length)

/** Tokens a modifier takes. In the examples the brackets begin with the head and end with the token in question. */
export const MODIFIER_CASES: readonly Case<ModifierSpot, Taken>[] = [
  takes(quotedModifier)('قالت [صحيفة «]الغد» إن', ({ token }) => token.kind === 'mark'),
  takesNone('قال [الوزير،] وهو', ({ token }) => token.kind !== 'word' || /[\u064B-\u064D]/.test(token.text)),
  takes(({ tokens, at }) => complementLength(tokens, at))('قال [المتحدث باسم] الوزارة', ({ token }) =>
    /^(?:باسم|بلسان|لدي)$/.test(token.plain),
  ),
  takesOne('قال [المتحدث باسمها] إن', ({ token }) => /^(?:باسم|بلسان|لدي)(?:ه|ها|هم|نا)$/.test(token.plain)),
  takes(placedLength)('قال [محرر في] بي بي سي', ({ token }) => token.plain === 'في'),
  takes(representsLength)('قال [النائب عن] كتلة الأحرار', ({ token }) => token.plain === 'عن'),
  takesTwo(
    'قال [مسؤول مقرب من] الحكومة',
    ({ token, previous }) => token.plain === 'من' && /^مقرب|^قريب/.test(previous.plain),
    'قال [مسؤول كبير من] الحكومة',
  ),
  takesTwo(
    'قال [السفير إلى] روسيا',
    ({ tokens, at, token }) => token.plain === 'الي' && wordAt(tokens, at + 1).info.place,
    'قال [السفير إلى] الوزير',
  ),
  // Not `this year` behind an office.
  takesOne('قال [مدير عام] المنظمة', ({ token, previous }) => /^(?:ال)?عام$/.test(token.plain) && previous.info.role),
  takes(({ tokens, at }) => outletLength(tokens, at))(
    'قال [مراسل بي] بي سي',
    ({ token, previous, at, head }) =>
      token.info.outlet &&
      at === head + 1 &&
      (previous.info.role || previous.info.outlet) &&
      !previous.info.definite &&
      isNameOfOutlet(token),
  ),
  takesTwo(
    'قال [لاعب خط] وسط الفريق',
    ({ tokens, at, token }) => token.plain === 'خط' && /^(?:ال)?(?:وسط|دفاع|هجوم)$/.test(wordAt(tokens, at + 1).plain),
    'قال [لاعب خط] جديد',
  ),
  takesTwo(
    'قال [وزير العدل حافظ] الأختام سامر الحلبي',
    ({ tokens, at, token }) => token.plain === 'حافظ' && wordAt(tokens, at + 1).plain === 'الاختام',
    'قال [وزير العدل حافظ] الحلبي',
  ),
  takesOne(
    'قال [بعض هؤلاء] إن',
    ({ head, at, token, previous }) => at === head + 1 && previous.info.oneOf && /^(?:هولاء|اوليك)$/.test(token.plain),
    'قال [السكان هؤلاء] إن',
  ),
  takesNone(
    'طالب [بعض هؤلاء البلدية] بالعمل',
    ({ token: { info, plain }, previous }) =>
      /^(?:هولاء|اوليك)$/.test(previous.plain) && !(info.definite && (info.group || /(?:ين|ون|ات)$/.test(plain))),
    'طالب [بعض هؤلاء العاملين] بالعمل',
  ),
  takesNone('قال [الوزير اليوم] إن', ({ token }) => token.info.functional),
  takesOne(
    'قال [رئيس مجلسها] التنفيذي',
    ({ head, at, token, previous }) =>
      at === head + 1 && previous.info.role && !previous.info.definite && isOwnedBody(token),
    'قال [رئيس جالسها] أمس',
  ),
  takesOne(
    'قال [رئيس الجمعية وصديق] العائلة، سامر الحلبي،',
    ({ tokens, at, token: { info } }) => info.conjunction && info.role && joinsRoles(tokens, at),
  ),
  takesOne(
    'قال [وزير الخارجية والدفاع] إن',
    ({ tokens, head, token: { info } }) =>
      info.conjunction && info.definite && info.common && !info.role && DOUBLED.test(wordAt(tokens, head).plain),
  ),
  takesNone('قال [الوزير ونائب] الرئيس', ({ token }) => token.info.conjunction),
  takes(prepositionalModifier)('قال [المختص بالشأن] الروسي', ({ token }) => token.info.preposition !== ''),
  takesOne(
    'قال [الفريق أول] سامر الحلبي',
    ({ token, previous }) => (previous.info.title || RANK.test(previous.plain)) && RANK.test(token.plain),
    'قال [فريق أول] مرة',
  ),
  takesNone('قال [الفريق أول صدقي] صبحي', ({ previous }) => RANK.test(previous.plain)),
  takesNone(
    'قال [الدكتور تركي] بن سعود',
    ({ token: { info }, previous }) => info.given && info.nationality && !info.definite && previous.info.definite,
    'قال [الرئيس التركي] أمس',
  ),
  takesNone(
    'اتهم [رئيس الوزراء الإسرائيلي إيران] بذلك',
    ({ tokens, at, token: { info, plain }, previous }) =>
      info.place &&
      !plain.startsWith('ال') &&
      previous.info.definite &&
      (nameEnd(tokens, at) > at || nameEnd(tokens, at + 1) === at + 1),
    'قال [رئيس وزراء إيران] إن',
  ),
  takesNone(
    'رفضت [المصادر القول] إن',
    ({ token: { plain }, previous }) => ACTS.test(plain) && (previous.info.definite || previous.plain === 'اخر'),
    'قال [قاضي التحقيق] إن',
  ),
  takesNone(
    'وصف [متحدث باسم الخارجية البريطانية المشروع] بأنه',
    ({ token: { info, plain }, previous }) =>
      previous.info.nationality &&
      previous.text.endsWith('ة') &&
      info.definite &&
      info.common &&
      !/[هىاي]$/.test(plain) &&
      !OF_HOLDERS.test(plain),
    'قال [المتحدث باسم الخارجية البريطانية السابق] إن',
  ),
  takesNone('نشر [موقع محلي تصريحات] جديدة', ({ token: { plain } }) => /^تصريح(?:ات)?$/.test(plain)),
  takesOne('قال [الرئيس الروسي] إن', ({ token: { info } }) => info.nationality || info.place),
  takesNone(
    'قال [مسؤول أكد] أن',
    ({ token: { info, text } }) =>
      info.verb !== null && !info.role && !info.definite && (!info.common || /(?:ه|ها|هم)$/.test(text)),
  ),
  takesNone(
    'قال [وزير العدل الطيب] بدران',
    ({ tokens, at, token, previous }) =>
      token.info.given && token.info.common && previous.info.definite && wordAt(tokens, at + 1).info.given,
    'قال [الرجل الطيب] إن',
  ),
  takes(definiteModifier)('قال [الوزير السابق] إن', ({ token }) => token.info.definite),
  takes(indefiniteModifier)('قال [مدير شركة] كبيرة', () => true),
]

/** `مجلسها`, `حزبه`: a body and whose it is. */
function isOwnedBody({ plain }: Token): boolean {
  const body = plain.replace(/(?<=.{3})(?:ه|ها|هم)$/, '')
  return body !== plain && lookUp(body, body).institution
}

/** What somebody does, behind a subject that is whole. */
const ACTS = /^ال(?:قول|تعبير|تعليق|تكهن|كشف|تحقيق|ادلاء|افصاح|حديث|رد)$/

/** What may be said of the holder of an office, behind the office. */
const OF_HOLDERS = /^ال(?:سابق|اسبق|جديد|راحل|دايم|عام|مقبل|منتخب|مستقيل|مكلف|مخلوع|معزول|بارز|شهير|معروف)$/

const ADDRESSED = /^ال(?:دول|شعوب|بلدان)$/

/** What may stand behind a military rank, before the name. */
export const RANK = /^(?:اول|ركن|طيار|متقاعد|جنرال)$/
const DOUBLED = /^(?:ال)?(?:وزير|وزاره|لجنه|هييه|مجلس|وزيره|حزب|جمعيه|مديريه)$/

/** `رئيس الجمعية وصديق فلان، توران كيسلسيكي،`: another role of the same man, whose name follows a comma. */
function joinsRoles(tokens: readonly Token[], at: number): boolean {
  // `الزعيم الكوري والرئيس البرازيلي`: two men.
  const nations = tokens.slice(Math.max(0, at - 2), at).some(({ info }) => info.nationality)
  if (nations && wordAt(tokens, at + 1).info.nationality) return false
  for (let next = at + 1; next < at + 10; next += 1) {
    const { kind, info } = wordAt(tokens, next)
    if (kind === 'comma') return nameEnd(tokens, next + 1) >= next + 3
    if (info.given && nameEnd(tokens, next) >= next + 2) return true
    if (kind !== 'word' || info.verb !== null) return false
  }
  return false
}

/** `محررة في بي بي سي`, `السفير في أيرلندا`, `وزير التعليم في كندا، فلان الفلاني`: the place of an office. */
function placedLength({ tokens, head, at, previous }: ModifierSpot): number {
  const next = wordAt(tokens, at + 1)
  if (next.info.outlet && !next.info.institution) return outletLength(tokens, at + 1) + 1
  if (next.info.institution && next.info.preposition === '') return isTimeless(next) ? 0 : 2
  if (!next.info.place) return 0
  const office = previous.info.definite && isNamedAt(tokens, at + 2)
  return office || SENT_TO.test(wordAt(tokens, head).info.base) ? 2 : 0
}

function isNamedAt(tokens: readonly Token[], at: number): boolean {
  const comma = wordAt(tokens, at).kind === 'comma' ? at + 1 : at
  const from = comma > at && wordAt(tokens, comma).info.title ? comma + 1 : comma
  return nameEnd(tokens, from) >= from + 2
}

// `النائب عن كتلة الأحرار`, `السيناتور عن ولاية أوهايو`.
function representsLength({ tokens, head, at }: ModifierSpot): number {
  const { kind, info } = wordAt(tokens, at + 1)
  const { base } = wordAt(tokens, head).info
  // `المسؤول عن العلاقات العامة`
  if (/^(?:ال)?مسووله?$/.test(base) && at === head + 1 && kind === 'word' && info.definite) return 2
  const represents = /^(?:ال)?(?:نايب|عضو|ممثل|سيناتور|مرشح|مندوب|برلماني)/.test(base)
  return represents && (info.place || info.placeNoun || info.institution) ? 2 : 0
}

function isNameOfOutlet(token: Token): boolean {
  return !token.info.institution && token.info.preposition === '' && !token.info.definite
}

function outletLength(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 4 && wordAt(tokens, at).info.outlet) at += 1
  return at - from
}

// `باسم فيلق الرحمن`, `لدى الأمم`: the noun and, where it has no ال, the one it belongs to.
function complementLength(tokens: readonly Token[], at: number): number {
  const [noun, owner] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  if (noun.kind === 'comma') return 0
  if (noun.kind === 'mark') return 1
  return !noun.info.definite && owner.kind === 'word' && owner.info.definite && owner.info.preposition === '' ? 3 : 2
}

function isTimeless(token: Token): boolean {
  return /^(?:ال)?(?:بيان|وسايل|تقرير|رساله|خطاب|اعلان|مذكره|حمله|تغريده|منشور|تدوينه|فيديو|تسجيل|مقال|نشره|وثيقه|دراسه|مجموعه|مبادره)/.test(
    token.plain,
  )
}

// `السفير الروسي في أيرلندا`
const SENT_TO = /^(?:ال)?(?:سفير|قنصل|ممثل|مندوب|مبعوث|مراسل)/

// `المكلفة بالإعلام`, `المختص بالشأن الروسي`.
const TAKES_BI = /^(?:ال)?(?:مكلف|مختص|معني|خاص|متخصص|مقيم|مرتبط|مهتم|مشتغل)/

// `بالسوق`, `بوزارة`, `لشؤون`, `للأمم المتحدة`; not `للصحفيين`, `لوكالة`.
function prepositionalModifier({ tokens, head, at, token: { info }, previous }: ModifierSpot): number {
  if (info.group || info.role || info.given || info.preposition === 'ك') return 0
  if (info.preposition === 'ب') {
    const known = info.institution || /^(?:ال)?(?:سوق|هلال|صليب|ميليشيا|كلي|قسم)/.test(info.base)
    return TAKES_BI.test(previous.plain) || known ? 1 : 0
  }
  if (tokens.slice(head + 1, at).some((word) => word.info.preposition === 'ل')) return 0
  // `قالت وزارة الصحة لوحدة التحقيق`: the addressee of a body whose own name is complete.
  const body = wordAt(tokens, head).info
  const affairs = /^(?:ال)?شوون$/.test(info.base)
  if (body.institution && !body.definite && previous.info.definite && !info.definite && !affairs) return 0
  const next = wordAt(tokens, at + 1)
  if (info.placeNoun && !info.definite && next.kind === 'word') return 2
  if (info.common && !info.outlet && next.info.common) return 1
  return affairs || ((info.institution || (info.common && info.definite)) && !info.outlet) ? 1 : 0
}

function quotedModifier({ tokens, head, at, previous: { plain, info } }: ModifierSpot): number {
  const close = closingMark(tokens, at)
  // `أفادت مصادر محلية "أن السفن …`, `باسم الوزارة "سنرد غدا"`: speech, no name.
  const first = wordAt(tokens, at + 1)
  if (close < 0 || THAT.has(first.plain) || (!first.info.known && /^س[ينت].{2,}/.test(first.plain))) return 0
  const names = info.institution || info.outlet || info.work || plain === 'لدي' || plain === 'باسم'
  // `حاكم "بنك الشمال"`
  if (wordAt(tokens, head).info.role && first.info.institution && !first.info.definite) return close + 1 - at
  // `مدير مركز الأبحاث البحرية «ساحل»، فلان الفلاني`
  const named = names ? !info.role || at > head + 1 : at > head + 1 && isNamedAt(tokens, close + 1)
  return named ? close + 1 - at : 0
}

function definiteModifier({ tokens, head, at, token, previous }: ModifierSpot): number {
  const { info } = token
  const first = at === head + 1
  const owner = wordAt(tokens, head)
  // `اتهمت منظمة العفو الدولية السلطات …`: a new noun begins.
  if (previous.info.definite && (info.group || /(?:ين|ون|ات)$/.test(token.plain))) return 0
  // `طالب بعض السكان البلدية`
  if (owner.info.oneOf && previous.info.group && previous.info.definite && info.institution) return 0
  // `رفض مسؤولون سابقون الاجتماع`, `طالب النائب المعارض الحكومة`
  if (!first && !previous.info.definite && /(?:ون|ين)$/.test(previous.plain) && owner.info.group) return 0
  if (!first && previous.info.definite && info.institution && !info.title && !/^الم|ية$/.test(token.text)) return 0
  // `دعت منظمة العفو الدولية الرئيس`, `دعا الأمين الدول العربية`
  if (previous.info.definite && ((owner.info.institution && info.title) || ADDRESSED.test(token.plain))) return 0
  if (first && !owner.info.definite) return 1
  if (first && !agreesWithHead(owner, token)) return 0
  if (info.common || info.institution || info.role || info.group) return 1
  if (info.given) return 0
  // `جماعة الإخوان`: behind a noun without ال the one with it belongs to it.
  const open = previous.info
  if (open.known && !open.definite && !open.nationality && !open.place) return 1
  const located = wordAt(tokens, at + 1).plain === 'في' && wordAt(tokens, at + 2).info.place
  const pause = located ? at + 3 : at + 1
  if (wordAt(tokens, pause).kind === 'comma' && isNamedAt(tokens, pause)) return 1
  // `الوزير المنتدب`: a participle; `الرئيس السيسي`: a name, unless a name follows.
  return /^الم.*[^ي]$/.test(token.plain) || nameEnd(tokens, at + 1) > at + 1 ? 1 : 0
}

/** `دعت الوزارة البرلمان`: behind a head in ة an adjective ends in ة too, or in ا or ى (`العليا`, `الكبرى`). */
function agreesWithHead(head: Token, token: Token): boolean {
  return !head.info.institution || !head.text.endsWith('ة') || /[ةهىاي]$/.test(token.text)
}

function indefiniteModifier(spot: ModifierSpot): number {
  const { tokens, head, at, token, previous } = spot
  const { info } = token
  if (previous.info.definite || previous.info.place || /^(?:صادر|صدر)ه?$/.test(token.plain)) return 0
  if (isNameOfBody(spot)) return 1
  if (info.placeNoun) return placeLength(tokens, at)
  if (info.given && !info.common && !info.institution) return 0
  // `مصادر دبلوماسية غربية`: an adjective.
  if (/ية$/.test(token.text) && !info.given) return 1
  // `تشرح منظمة هيومن رايتس مفهوم كذا`: behind a name a new noun begins.
  if (!previous.info.known && at > head + 1) return 0
  return info.role || info.institution || info.common || info.group || info.oneOf ? 1 : 0
}

/** `ولاية تكساس`; before a relative clause the whole name: `إقليم سان رافال، التي …`. */
function placeLength(tokens: readonly Token[], at: number): number {
  const [next, last, pause] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2), wordAt(tokens, at + 3)]
  if (next.kind !== 'word' || next.info.functional) return 1
  const relative = pause.kind === 'comma' && /^(?:الذي|التي)$/.test(wordAt(tokens, at + 4).plain)
  return relative && last.kind === 'word' ? 3 : 2
}

/** The mark that closes a short name in marks, -1 where none does within five tokens. */
export function closingMark(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 5; at += 1)
    if (wordAt(tokens, at).kind === 'mark') return at > from + 1 ? at : -1
  return -1
}

/** `جامعة كلارك`, `شركة تسلا`, `صحيفة جابان تايمز`: one or two words that no table knows behind a body without ال. */
function isNameOfBody({ tokens, head, at, token, previous }: ModifierSpot): boolean {
  if (token.info.known || /[بل]/.test(token.info.preposition)) return false
  // `بيان حصلت عليه`, `بلاغ توصلت به`
  if (/^(?:بيان|بلاغ)$/.test(previous.plain) && /ت$/.test(token.plain)) return false
  const body = ({ info }: Token) => info.institution && !info.definite
  // `رئيسة مؤسسة كورا ليندا براون`: two words left are the holder's name.
  const second = at - 2 >= head && body(wordAt(tokens, at - 2)) && !previous.info.known
  return body(previous) || (second && nameEnd(tokens, at) !== at + 2)
}
