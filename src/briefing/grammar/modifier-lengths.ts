import { closingMark, isNamedAt, type ModifierSpot } from './modifier-spot.ts'
import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'
import { THAT } from './words/particles.ts'

/** `محررة في بي بي سي`, `السفير في أيرلندا`, `وزير التعليم في كندا، فلان الفلاني`: the place of an office. */
export function placedLength({ tokens, head, at, previous }: ModifierSpot): number {
  const next = wordAt(tokens, at + 1)
  if (next.info.outlet && !next.info.institution) return outletLength(tokens, at + 1) + 1
  if (next.info.institution && next.info.preposition === '') return isTimeless(next) ? 0 : 2
  if (!next.info.place) return 0
  const office = previous.info.definite && isNamedAt(tokens, at + 2)
  return office || SENT_TO.test(wordAt(tokens, head).info.base) ? 2 : 0
}

// `النائب عن كتلة الأحرار`, `السيناتور عن ولاية أوهايو`.
export function representsLength({ tokens, head, at }: ModifierSpot): number {
  const { kind, info } = wordAt(tokens, at + 1)
  const { base } = wordAt(tokens, head).info
  // `المسؤول عن العلاقات العامة`
  if (/^(?:ال)?مسووله?$/.test(base) && at === head + 1 && kind === 'word' && info.definite) return 2
  const represents = /^(?:ال)?(?:نايب|عضو|ممثل|سيناتور|مرشح|مندوب|برلماني)/.test(base)
  return represents && (info.place || info.placeNoun || info.institution) ? 2 : 0
}

export function isNameOfOutlet(token: Token): boolean {
  return !token.info.institution && token.info.preposition === '' && !token.info.definite
}

export function outletLength(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 4 && wordAt(tokens, at).info.outlet) at += 1
  return at - from
}

// `باسم فيلق الرحمن`, `لدى الأمم`: the noun and, where it has no ال, the one it belongs to.
export function complementLength(tokens: readonly Token[], at: number): number {
  const [noun, owner] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  if (noun.kind === 'comma') return 0
  if (noun.kind === 'mark') return 1
  // `باسم فتح الدول`: its own name is whole.
  if (noun.info.place || /^(?:فتح|حماس|داعش|طالبان)$/.test(noun.plain)) return 2
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

const TAKES_LAM = /^(?:ال)?(?:مناهض|موالي|تابع|معارض|مويد)ه?$/
const ENVOY = /^(?:ال)?(?:مبعوث|ممثل|منسق)ه?$/
const AIDE = /^و?(?:مستشار|مساعد|معاون|مبعوث)ه?$/

// `بالسوق`, `بوزارة`, `لشؤون`, `للأمم المتحدة`; not `للصحفيين`, `لوكالة`.
export function prepositionalModifier({ tokens, head, at, token: { info }, previous }: ModifierSpot): number {
  const goesWith = TAKES_LAM.test(previous.plain) || (info.place && ENVOY.test(wordAt(tokens, head).info.base))
  if (info.preposition === 'ل' && goesWith && !info.role) return 1
  // `مستشار للرئيس`: an aide without ال is somebody's.
  if (info.preposition === 'ل' && info.role && info.definite && at === head + 1 && AIDE.test(previous.plain)) return 1
  if (info.group || info.role || info.given || info.preposition === 'ك') return 0
  if (info.preposition === 'ب') {
    const known = info.institution || /^(?:ال)?(?:سوق|هلال|صليب|ميليشيا|كلي|قسم)/.test(info.base)
    return TAKES_BI.test(previous.plain) || known ? 1 : 0
  }
  if (previous.kind === 'mark' || tokens.slice(head + 1, at).some((word) => word.info.preposition === 'ل')) return 0
  // `قالت وزارة الصحة لوحدة التحقيق`: the addressee of a body whose own name is complete.
  const body = wordAt(tokens, head).info
  const affairs = /^(?:ال)?شوون$/.test(info.base)
  if (body.institution && !body.definite && previous.info.definite && !info.definite && !affairs) return 0
  const next = wordAt(tokens, at + 1)
  if (info.placeNoun && !info.definite && next.kind === 'word') return 2
  if (info.common && !info.outlet && next.info.common) return 1
  return affairs || ((info.institution || (info.common && info.definite)) && !info.outlet) ? 1 : 0
}

export function quotedModifier({ tokens, head, at, previous: { plain, info } }: ModifierSpot): number {
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

export function indefiniteModifier(spot: ModifierSpot): number {
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
