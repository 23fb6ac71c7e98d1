import type { Language } from './language.ts'
import type { NumberToken } from './number-tokens.ts'
import { isStopWord } from './stop-words.ts'

/** `last`: the index of its last token. */
export type Unit = { readonly text: string; readonly last: number }

/** `owned`: the number owns the noun (`خمس أراضي بلاده`, `مئات الأطفال`), which may be definite and a chain. */
export type Relation = 'counted' | 'owned'

type Place = { readonly text: string; readonly language: Language; readonly tokens: readonly NumberToken[] }

const SPACE = /^[ \u00A0]$/u
const OWN_WAW = /^و(?:زراء|زير|حد[هةا]|حدات|كالات|كاله|لايات|لايه|ظيف|ظايف|ثيق|ثايق|فيات|فاه|رقه|رش)/u
const OWN_LAM = /^ل(?:اج|غ|قاح|قاء|وح|يل|اعب|تر|واء|حظ|جن|بناني|يتر|ير|يبي|قط|ون)/u
/** What narrows a unit: `دولار أميركي`, `متر مربع`, `درجة مئوية`. */
const MEASURES = /^(?:دولار|يورو|جنيه|ريال|درهم|دينار|ليره|متر|كيلومتر|قدم|ميل|درجه|سنه|فرنك|روبل|بيزو|كرون)/u
const NARROWING =
  /^(?:امريك|اميرك|كندي|استرالي|سعودي|اماراتي|قطري|كويتي|مصري|اردني|عراقي|تونسي|مغربي|لبناني|سوري|سوداني|ليبي|جزايري|بحريني|عماني|يمني|تركي|سويسري|روسي|استرليني|مربع|مكعب|ميوي|ضويي|مترا)/u
/** How often: part of what is counted (`مليون برميل يوميا`). */
const RATE = /^(?:يومي|سنوي|شهري|اسبوعي)ا$/u
const PER = /^(?:في (?:اليوم|الساعه|السنه|العام|الشهر|الثانيه)|per (?:day|hour|year|month)|a (?:day|year|month))$/u
const OWN_BA =
  /^ب(?:رميل|راميل|رلماني|ريطاني|راءه|وصه|وصات|نت|نات|يت|يوت|لد|لاد|ند|نود|ير|اخر|قره|نك|نوك|اص|احث|حار|ندقي|نادق|الون|طاق|طول|طل|اكستاني|دوي|ناي|حيره|ستان|رج|راج|يض|رنامج|رامج|عثه|شر)/u
/** `سيشكل`, `ستقام`: verbs of the future. */
const FUTURE = /^س[يت](?!ار|د|نات|نما|اح|اس|ر|ين|ون|ه$)\p{L}{3,}/u
const PERCENT = /^(?:بالميه|بالمايه|percent)$/u

/** The unit a number counts: the noun after token `last` with its modifiers; null where none follows. */
export function unitAfter(place: Place, last: number, relation: Relation): Unit | null {
  const { tokens, text, language } = place
  const next = tokens[last + 1]
  if (!next) return null
  const percent = percentAfter(tokens, last)
  if (percent !== null)
    return { text: text.slice(next.start, tokens[percent]?.end), last: partOf(place, percent) ?? percent }
  const counted = UNIT_AFTER[language](place, last, relation)
  if (counted === null) return null
  const end = counted + rateAfter(tokens, counted)
  const first = next.folded === 'of' ? tokens[last + 2] : next
  return { text: text.slice(first?.start ?? next.start, tokens[end]?.end ?? next.end), last: end }
}

const UNIT_AFTER = { ar: arabicUnit, en: englishUnit } satisfies Readonly<Record<Language, unknown>>

/** How many tokens after the unit say how often. */
function rateAfter(tokens: readonly NumberToken[], last: number): number {
  const [next, second, third] = tokens.slice(last + 1, last + 4)
  if (!next || !SPACE.test(next.gap)) return 0
  if (RATE.test(next.folded)) return 1
  // `في السنة الماضية` says when.
  if (third && SPACE.test(third.gap) && third.folded.startsWith('ال')) return 0
  return second && SPACE.test(second.gap) && PER.test(`${next.folded} ${second.folded}`) ? 2 : 0
}

function percentAfter(tokens: readonly NumberToken[], last: number): number | null {
  const next = tokens[last + 1]
  const second = tokens[last + 2]
  if (next && SPACE.test(next.gap) && PERCENT.test(next.folded)) return last + 1
  if (!next || !second || !SPACE.test(next.gap) || !SPACE.test(second.gap)) return null
  return /^(?:في (?:الميه|المايه|الالف)|per cent)$/u.test(`${next.folded} ${second.folded}`) ? last + 2 : null
}

function arabicUnit(place: Place, last: number, relation: Relation): number | null {
  const [noun, second] = [place.tokens[last + 1], place.tokens[last + 2]]
  const spaced = second !== undefined && SPACE.test(second.gap)
  // `(142) دولة`
  if (!noun || !(SPACE.test(noun.gap) || noun.gap === ') ')) return null
  if (/^من(?:هم|ها|هن)$/u.test(noun.folded)) return last + 1
  // `عشرات الآلاف من المتظاهرين`, `12 من الركاب`
  if (noun.folded === 'من') return partOf(place, last)
  if (/^اخر(?:ين|ون|يات)$/u.test(noun.folded)) return last + 1
  if (!isNoun(noun, place) || (isDefinite(noun, place) && relation === 'counted')) return null
  if (!spaced) return last + 1
  if (MEASURES.test(noun.folded) && NARROWING.test(second.folded)) return last + 2
  const owns = relation === 'owned' && isOpenConstruct(noun.folded) && isNoun(second, place) && isClosed(second.folded)
  return owns ? last + 2 : last + 1
}

/** `من الأمراض السرطانية`, `من عناصر التنظيم`: what a number is part of, with its adjective or owner; null for a time and the like. */
export function partOf(place: Place, last: number): number | null {
  const [from, whole, more] = place.tokens.slice(last + 1, last + 4)
  if (from?.folded !== 'من' || !/^[%٪]?[ \u00A0]$/u.test(from.gap) || !whole || !SPACE.test(whole.gap)) return null
  if (TIME.test(whole.folded) || NO_WHOLE.test(whole.folded) || !isNoun(whole, place)) return null
  const closed = more && SPACE.test(more.gap) && isNoun(more, place) && more.folded.startsWith('ال')
  if (closed && !TIME.test(more.folded)) return last + 3
  return whole.folded.startsWith('ال') ? last + 2 : null
}

/** A noun without article or pronoun needs its owner behind it: `أراضي` ← `بلاده`. */
function isOpenConstruct(folded: string): boolean {
  return !folded.startsWith('ال') && !/(?:ها|هم|نا|ا)$/u.test(folded)
}

/** `آليات` folds to the letters of the article. */
function isDefinite({ folded, start }: NumberToken, { text }: Place): boolean {
  return folded.startsWith('ال') && text.charAt(start) === 'ا'
}

function isClosed(folded: string): boolean {
  return folded.startsWith('ال') || /(?:ها|هم|نا|ه)$/u.test(folded)
}

function isNoun(token: NumberToken, { language, text }: Place): boolean {
  const { folded } = token
  if (folded.length < 2 || token.clitic !== '' || isStopWord(folded, language) || /^[\d@#]/u.test(folded)) return false
  if (/^و/u.test(folded) && !OWN_WAW.test(folded)) return false
  if (/^ل/u.test(folded) && !OWN_LAM.test(folded)) return false
  if (/^ب../u.test(folded) && !OWN_BA.test(folded)) return false
  // `13 هاجرت`: a verb; a feminine plural ends in ات.
  if (/^...*[^اوي]ت$/u.test(folded) || FUTURE.test(folded)) return false
  if (/^[بل]ال|^لل|^فال|...وا$/u.test(folded) || /#$/u.test(text.slice(token.start - 1, token.start))) return false
  // Words that begin with ي are nearly all verbs.
  return !/^ي.{3}/u.test(folded) || /^(?:يوم|يورو|يارد|يهود|يمني|ياباني|يخت)/u.test(folded)
}

/** Endings of verbs and adverbs, which no unit has. */
const TIME = /^ال(?:شهر|عام|سنه|قرن|اسبوع|يوم|ماضي|مقبل|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|مقرر|ممكن|متوقع|مرجح)/u
const NO_WHOLE = /^(?:اجل|قبل|خلال|جديد|جانب|جهه|ناحيه|بين|دون|اصل|حيث|ضمن|مجموع|اجمالي|قيمه)/u

const NO_ENGLISH_UNIT = /(?:ed|ly|ing)$/
const ENGLISH_PLURAL = /(?:s|men|people|children)$/

/** `two men` counts no more than the dual of Arabic does; `two weeks` measures. */
const MEASURED =
  /^(?:second|minute|hour|day|night|week|month|year|decade|centur|mile|kilomet|met(?:er|re)|feet|foot|inch|ton|barrel|dollar|euro|pound|point|degree|time|percent|per|people|dead|death)/

/** One noun, or an adjective and a plural: `300 Ukrainian soldiers`. */
function englishUnit({ tokens }: Place, last: number, relation: Relation): number | null {
  const of = relation === 'owned' && tokens[last + 1]?.folded === 'of' ? 1 : 0
  const article = of === 1 && /^(?:the|a|an|its|his|her|their)$/.test(tokens[last + 2]?.folded ?? '') ? 1 : 0
  const at = last + 1 + of + article
  const [noun, second] = [tokens[at], tokens[at + 1]]
  if (tokens[last]?.folded === 'two' && !MEASURED.test(noun?.folded ?? '')) return null
  if (!noun || !/^[ \u00A0-]$/u.test(noun.gap) || !isEnglishNoun(noun)) return null
  const narrowed = second && SPACE.test(second.gap) && !ENGLISH_PLURAL.test(noun.folded)
  return narrowed && ENGLISH_PLURAL.test(second.folded) && isEnglishNoun(second) ? at + 1 : at
}

function isEnglishNoun({ folded }: NumberToken): boolean {
  return /^[a-z]/.test(folded) && !isStopWord(folded, 'en') && !NO_ENGLISH_UNIT.test(folded)
}
