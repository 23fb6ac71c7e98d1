import { isEverydayForm, isFrequent } from './everyday.ts'
import { type Token, wordAt } from './tokens.ts'
import { EVERYDAY_NAMES, GIVEN_NAMES } from './words/given-names.ts'
import { ACCORDING, THAT, THAT_PRONOUN } from './words/particles.ts'

/** Whether a clause may break off here: punctuation, إن, the end. */
export function isBoundary(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word' || THAT.has(token.plain) || THAT_PRONOUN.has(token.plain)
}

/** A word that may belong to the name that starts at `from`; `first`: whether it starts it. */
export type NameSpot = {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly from: number
  readonly first: boolean
  readonly token: Token
  readonly previous: Token | undefined
  readonly next: Token | undefined
}

/** The spot of the word at `at`, `null` behind the last. */
export function nameSpot(tokens: readonly Token[], at: number, from: number): NameSpot | null {
  const token = tokens[at]
  if (token === undefined) return null
  return { tokens, at, from, first: at === from, token, previous: tokens[at - 1], next: tokens[at + 1] }
}

/** Right behind a verb that takes no noun for its object. */
export function isBareSubject(tokens: readonly Token[], at: number): boolean {
  const { verb } = wordAt(tokens, at - 1).info
  return verb?.uses.has('noObject') === true && verb.shape === 'finite'
}

// فاعل، فعيل، أفعل: words that are names, too.
export function isNamePattern({ plain, info }: Token): boolean {
  const { role, group, institution, functional, definite, work, title } = info
  if (role || group || institution || functional || definite || work || title || info.preposition !== '') return false
  return /^[^اوي]ا[^او][^اوي]$|^[^اوي]{2}ي[^اوي]$|^ا[^اوي]{3}$/.test(plain)
}

export const SEASON = /^ال(?:مبارك|كريم|فايت|ماضي|مقبل|جاري|حالي|قادم|فضيل)$/
export const LAST_OF_PLACE: ReadonlySet<string> = new Set('ايلاند ابابا ابيب فيغاس انجلوس ايرس لامبور كونغ'.split(' '))
const KNOWN_BY_FIRST_NAME = /^(?:ال)?(?:ملكه?|اميره?|شيخه?|سلطان|بابا|امام|قديسه?|والده?|زوجه?|ام|اب)$/

/** Behind an office and a first name stands the family name, whatever it means; kings are called by the first name alone. */
export function isFamilyOfOfficer({ tokens, from, token, next }: NameSpot): boolean {
  const { info, text } = token
  if (info.functional || info.preposition !== '' || info.conjunction || info.verb !== null) return false
  const { group, oneOf, institution, outlet, title, work, place, placeNoun, nationality } = info
  if (group || oneOf || institution || outlet || title || work || place || placeNoun || nationality) return false
  if (/(?:ين|ون|ات|يه|ية)$|[^اوي]ه$|ها$|هم$|[ًا]$/.test(text) || !isOfficer(tokens, from)) return false
  if (info.role || !info.definite || wordAt(tokens, from).info.definite)
    return isPause(next) || next?.info.preposition !== ''
  return info.common
}

const MAX_OFFICE = 6

/** Whether an office of somebody's own stands right before a name. */
function isOfficer(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= from - MAX_OFFICE; at -= 1) {
    const { kind, info } = wordAt(tokens, at)
    if (kind !== 'word' || info.functional || (info.verb !== null && !info.role)) return false
    if (info.role || info.title) return !KNOWN_BY_FIRST_NAME.test(info.base)
    if (!info.definite && !info.common && !info.institution && !info.place && info.base !== 'باسم') return false
  }
  return false
}

export const GIVEN_OF_GOD: ReadonlySet<string> = new Set(
  'نصر الحمد فضل عطا جار خير رزق ضيف عون حمد سعد فتح شكر حشمت ذبيح سيف اسد نعمه لطف نور روح خلف جاد كرم فرج ولي حسب هبه جاب عنايه وعد'.split(
    ' ',
  ),
)
export function isPlainNoun({ text, info }: Token): boolean {
  const { common, definite, role, group, institution, functional, preposition, conjunction, verb } = info
  if (
    /^(?:اول|ثان|ثاني)$/.test(info.base) ||
    definite ||
    role ||
    group ||
    institution ||
    functional ||
    preposition !== '' ||
    conjunction
  )
    return false
  return common && verb === null && !/[اً]$/.test(text)
}

/** Between a speaker's first name and إن or a colon stands the rest of the name, whatever it means elsewhere. */
export function closesSubject({ tokens, from, token, next }: NameSpot): boolean {
  const { info, text, plain } = token
  const before = wordAt(tokens, from - 1)
  const led = isSaid(before) || before.info.role || before.info.title || before.info.nationality
  const says =
    /^إن/.test(next?.text ?? '') ||
    (next?.info.role && (next.info.definite || isBareSubject(tokens, from))) ||
    (next?.kind === 'colon' && info.preposition === '' && !/[ةا]$/.test(text))
  if (!led || !says || (info.functional && info.base === plain) || info.conjunction) return false
  const { role, group, oneOf, institution, outlet, title, work, place } = info
  if (role || group || oneOf || institution || outlet || title || work || place || info.verb !== null) return false
  if (/[اً]$|[^اوي]ه$|ها$|هم$|^لل/.test(text)) return false
  return info.preposition === '' || (info.preposition === 'ل' && !isEverydayForm(token))
}

/** `رئيس الوفد سامر طعمه "`, `الرئيس سامر طعمه فقال`: behind an office, and the clause breaks off. */
export function isClosedOfficer({ tokens, from, token: { info }, next }: NameSpot): boolean {
  if (!isOfficer(tokens, from) || info.functional || info.common || info.role) return false
  return isBoundary(next) || (next?.info.verb?.force === 'say' && next.info.conjunction)
}

/** `سامر بلاجي، رئيس`, `سامر كويس المحلل`: a surname whose first letter is like a clitic, before what he is. */
export function isIntroducedSurname({ tokens, at, from, previous, token: { info, plain }, next }: NameSpot): boolean {
  const compound = at === from + 2 && wordAt(tokens, from).plain === 'عبد'
  const first = at === from + 1 && (previous?.info.given === true || previous?.info.known === false)
  if (!(compound || first) || info.base === plain || info.definite || info.outlet || info.group) return false
  if (info.common && info.preposition !== 'ك') return false
  const before = wordAt(tokens, from - 1)
  const led = isSaid(before) || isSpeech(before) || isOfficer(tokens, from) || ACCORDING.has(before.plain)
  if (!led || info.functional || info.institution || info.title) return false
  if (next?.kind !== 'comma') return next?.info.role === true && next.info.definite && next.info.preposition === ''
  const role = wordAt(tokens, at + 2)
  return (role.info.role && role.info.preposition === '') || /^(?:وهو|وهي|الذي|التي)$/.test(role.plain)
}

// What stands behind these is part of the name, whatever its meaning.
const JOINING = /^(?:بن|ال|ولد|فون|فان|دير|دي|دو|دا|ديل|ديلا)$/

export function joinsNext(token: Token | undefined): boolean {
  return token?.info.particle === true && JOINING.test(token.plain)
}

// `دي مايو` is no month.
export function isSmallWord({ plain, info }: Token): boolean {
  return info.functional && info.base === plain && plain !== 'مايو'
}

/** `سامر الدين`, `سامر ولد الشيخ`, `سارة دي لاين`. */
export function mayFollow(token: Token, next: Token | undefined): boolean {
  if (token.plain === 'الدين' || nextMayBeName(next)) return true
  return joinsNext(token) && next?.kind === 'word' && !isSmallWord(next)
}

export function isAli(token: Token): boolean {
  return token.plain === 'علي'
}

/** `قال الأمير علي "…`, `الشيخ علي: «…»`; `رد الشيخ علي "…"` may be an Egyptian `على`. */
export function isTitledSpeaker({ tokens, at, previous, next }: NameSpot): boolean {
  const speaks = isBareSubject(tokens, at - 1) || next?.kind === 'colon'
  return previous?.info.title === true && previous.info.definite && speaks && isBoundary(next)
}

export const NAMED_AS_PLACES = /^(?:جورجيا|باريس|صوفيا)$/

/** `لولا دا سيلفا`, `قال لولا إن`, `الرئيس لولا،`; else the particle. */
export function isLula({ tokens, at, token, previous, next }: NameSpot): boolean {
  if (token.plain !== 'لولا') return false
  const named = isBareSubject(tokens, at) || previous?.info.title === true
  return next?.plain === 'دا' || (named && isBoundary(next))
}

export function isParticle(token: Token): boolean {
  return token.info.particle && token.plain !== 'ام'
}

/** An everyday word between an unknown first name that speaks and its role. */
export function isIntroduced({ tokens, at, from, token: { info }, next }: NameSpot): boolean {
  if (at !== from + 1 || tokens[from]?.info.known !== false || !tokens[at + 2]?.info.role) return false
  if (next?.kind !== 'comma' || !isSaid(tokens[from - 1])) return false
  return info.common && !info.definite && !info.role && !info.institution && info.verb === null
}

export function isSpeech(verb: Token | undefined): boolean {
  return verb?.info.verb?.shape === 'finite' && verb.info.verb.force !== 'do'
}

export function isSaid(verb: Token | undefined): boolean {
  return verb?.info.verb?.shape === 'finite' && verb.info.verb.force === 'say'
}

/** Whether a clause breaks off here or goes on with a preposition, a pronoun or an adverb. */
export function isPause(token: Token | undefined): boolean {
  if (isBoundary(token) || (token?.info.functional === true && token.plain !== 'هذا')) return true
  // `علق سامر الزرقة بقوله`
  const verb = token?.info.verb
  return verb != null && verb.shape !== 'finite' && verb.force !== 'do'
}

export function isUnknown(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.info.known
}

export function nextMayBeName(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { info } = token
  return info.given || !info.known || info.particle || token.text === 'علي'
}

// Right behind a given name, or with the ال…ي of a family later on (`نادية فتاح العلوي`).
export function isFamilyPlace(tokens: readonly Token[], at: number, from: number): boolean {
  if (isLoneGiven(tokens, at, from)) return true
  return /^ال.+ي$/.test(wordAt(tokens, at).plain) && GIVEN_NAMES.has(wordAt(tokens, from).plain)
}

// `محمد خميس،`: an everyday word closes a name when a given name stands alone before it and a pause follows.
export function isLoneGiven(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from + 2) return /^(?:عبد|ابو)$/.test(wordAt(tokens, from).plain)
  return at === from + 1 && GIVEN_NAMES.has(wordAt(tokens, from).plain)
}

export function surnameLike(tokens: readonly Token[], at: number): boolean {
  const [previous, token] = [tokens[at - 1], tokens[at]]
  if (token === undefined) return false
  const { info } = token
  // `هاجمت جميلة التركيز على`, `تحدثني سارة أكثر عن`: with ال or of every day only a full pause shows it is no object.
  const introduced = tokens[at - 2]?.info.role === true
  if ((info.definite || (isFrequent(token.plain) && !introduced)) && !isBoundary(tokens[at + 1])) return false
  if (info.role || info.group || (info.institution && info.definite) || info.verb !== null || info.placeNoun)
    return false
  // `رشيد الطالبي العلمي،`
  const closes = tokens[at + 1]?.kind === 'comma' && !info.nationality
  if (previous?.kind !== 'word' || (previous.info.definite && (previous.info.known || !closes))) return false
  // `جمال عيد` is a man between commas, else a feast's beauty.
  const apart = tokens[at - 2]?.kind === 'comma' && tokens[at + 1]?.kind === 'comma'
  if (EVERYDAY_NAMES.has(previous.plain) && !apart) return false
  return info.nationality
    ? info.definite && !/ه$/.test(token.plain)
    : (info.common || info.institution) && !/[اه]$/.test(token.plain)
}

/** Behind a given name and before a pause ب and ك are letters of the name. */
export function isSurnameWithClitic(spot: NameSpot): boolean {
  const { info } = spot.token
  if ((info.preposition !== 'ب' && info.preposition !== 'ك') || !info.given) return false
  return closesName(spot) || spot.next?.info.verb?.shape === 'finite'
}

// `مارتن ستروبنكي إنه`: after a given name and before a pause even what looks like a verb is a name.
export function closesName({ at, from, next }: NameSpot): boolean {
  return at > from && (isPause(next) || (next?.info.preposition === 'ل' && (next.info.outlet || next.info.group)))
}

export const PAST_SHE_IN_FA = /^ف(?:ت[^اوي]{3}|است.{2,3}|ان[^اوي]{3})ت$/

/** `حذر إيلجه، الذي`: an apposition or a relative clause follows. */
export function isClosedByRole({ tokens, at }: NameSpot): boolean {
  const behind = tokens[at + 2]
  return tokens[at + 1]?.kind === 'comma' && (behind?.info.role === true || /^(?:الذي|التي)$/.test(behind?.plain ?? ''))
}

/** An unknown word in ة is a name where a woman speaks and another word closes it. */
export function isWomanSpeaking({ tokens, from, next }: NameSpot): boolean {
  const verb = tokens[from - 1]
  return isSaid(verb) && verb?.info.verb?.gender === 'f' && isUnknown(next) && isPause(tokens[from + 2])
}

/** `ميرا وونغ`, `إيثان واتكنز،`: و is the name's own letter before another و, or before a plain vowel at its end. */
export function isNameInWaw(spot: NameSpot): boolean {
  const { text } = spot.token
  return text.startsWith('وو') || (/^و(?:ي|ا(?!ل))/.test(text) && closesName(spot))
}

/** `سارية المفعول`: a word in ة is an adjective unless the clause ends, the article has it again, or it is like سلامة. */
export function mayEndInMarbuta({ tokens, at, from, token, next, previous }: NameSpot): boolean {
  // `علق سامر الزرقة بقوله`
  if (token.info.definite && !token.text.endsWith('ية') && previous?.info.given && isPause(next)) return true
  if (previous?.info.given && from === at - 1 && isOfficer(tokens, from) && !token.text.endsWith('ية')) return true
  return /^..ا.ة$/.test(token.text) || token.info.repeated || isBoundary(next)
}

export function isSubject({ tokens, from, first }: NameSpot): boolean {
  return first && tokens[from - 1]?.info.verb?.shape === 'finite'
}
