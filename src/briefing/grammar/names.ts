import { isEverydayForm, isFrequent } from './everyday.ts'
import type { Token } from './tokens.ts'
import { EVERYDAY_NAMES, GIVEN_NAMES, WOMENS_NAMES } from './words/given-names.ts'
import { THAT, THAT_PRONOUN } from './words/particles.ts'

const MAX_NAME_WORDS = 6
const MAX_NAME_TOKENS = 10
// Kings and popes: `عبد الله الثاني`.
const ORDINALS: ReadonlySet<string> = new Set([
  'الاول',
  'الثاني',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'الاولي',
  'الثانيه',
])

/**
 * Where the name that starts at `from` ends: token index after it, `from` when no name starts there. A name is a run of
 * given names and of words no table knows (`روزي كاكوشي`), held together by `بن`, `أبو`, `دي`.
 */
export function nameEnd(tokens: readonly Token[], from: number): number {
  let end = from
  let words = 0
  for (let at = from; at < from + MAX_NAME_TOKENS && words < MAX_NAME_WORDS; at += 1) {
    if (tokens[at]?.text === '#') continue
    if (!isNamePart(tokens, at, from) || startsAnother(tokens, at, from) || goesOnDoing(tokens, at, from)) break
    words += 1
    end = at + 1
  }
  while (end > from && isLooseEnd(tokens[end - 1])) end -= 1
  return hasObject(tokens, from, end) ? end - 1 : end
}

/** `زار سامر الحلبي ليلى الحداد`: behind a family name a given name with a family name of its own is somebody else. */
function startsAnother(tokens: readonly Token[], at: number, from: number): boolean {
  const [previous, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (at < from + 2 || !GIVEN_NAMES.has(token?.plain ?? '') || previous === undefined) return false
  if (GIVEN_NAMES.has(previous.plain) || previous.info.particle) return false
  return next?.kind === 'word' && !next.info.known
}

/** `كانت ميرا تظن`: behind كان and its subject the present of another verb. */
function goesOnDoing(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from || !/^[يت][^اوي]/.test(tokens[at]?.plain ?? '')) return false
  return /^(?:كانت?|ظلت?|باتت?|بدات?|اخذت?)$/.test(tokens[from - 1]?.info.base ?? '')
}

/** Whether a clause may break off here: punctuation, إن, the end. */
export function isBoundary(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word' || THAT.has(token.plain) || THAT_PRONOUN.has(token.plain)
}

/** `انتقدت باشليه إرسال فرق`: a last word the article has once, with a noun behind it, is no part of the name. */
function hasObject(tokens: readonly Token[], from: number, end: number): boolean {
  const [first, last, next] = [tokens[from], tokens[end - 1], tokens[end]]
  if (end - from < 2 || first === undefined || last === undefined) return false
  if (last.info.given || last.info.repeated || tokens[end - 2]?.info.particle) return false
  if (isPause(next) || next?.info.preposition !== '' || next.info.role || next.info.conjunction) return false
  return end - from > 2 || (!first.info.given && first.info.repeated)
}

function isLooseEnd(token: Token | undefined): boolean {
  return (
    token === undefined || token.text === '#' || (token.info.particle && !token.info.given && token.plain !== 'الدين')
  )
}

function isNamePart(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || !/^[\p{Script=Arabic}-]{2,}$/u.test(token.text)) return false
  const { info } = token
  const first = at === from
  const previous = tokens[at - 1]
  if (token.plain === 'علي') return token.text === 'علي' && (!first || nextMayBeName(tokens[at + 1]))
  // `عبد الدايم`, whatever the second word means elsewhere.
  if (previous?.plain === 'عبد' && !first && info.definite) return true
  if (token.plain === 'عبد' && tokens[at + 1]?.info.definite) return true
  if (info.particle && token.plain !== 'ام') return nextMayBeName(tokens[at + 1]) || (!first && token.plain === 'الدين')
  // `روبرت إي كيلي`, `البروفيسور لي يونغ سون`
  if (token.text === 'إي' && !first) return true
  if (previous?.text === 'إي' && at > from + 1) return !info.functional && !info.definite
  if (token.text === 'بان' && tokens[at + 1]?.plain === 'كي') return true
  if (token.plain === 'كي' && !first) return true
  // `أما دارين لي فقالت`; `قال دارين لي` is `said to me`.
  if (token.plain === 'لي' && at === from + 1) return previous?.info.given === true && !isSaid(tokens[from - 1])
  if (token.plain === 'لي' && first && previous?.kind === 'comma')
    return isUnknown(tokens[at + 1]) && isUnknown(tokens[at + 2])
  if (token.plain === 'لي' && first) return previous?.info.title === true && nextMayBeName(tokens[at + 1])
  const clitic = info.preposition !== '' && !isSurnameWithClitic(tokens, at, from)
  // `الشيخ صباح الناصري`: a morning too.
  const morning = info.given && previous?.info.title === true && nextMayBeName(tokens[at + 1])
  if ((info.functional && !morning && (first || !info.given)) || clitic || /[\u064B-\u064D]/.test(token.text))
    return false
  if (info.conjunction) return false
  if (ORDINALS.has(token.plain)) return isLoneGiven(tokens, at, from)
  if (info.given)
    return first
      ? (!info.role || nextMayBeName(tokens[at + 1])) && (info.verb === null || nextMayBeName(tokens[at + 1]))
      : !isTitleAhead(info.role, tokens[at + 1])
  if (info.known && !first && isIntroduced(tokens, at, from)) return true
  if (info.known) return !first && isFamilyPlace(tokens, at, from) && isPause(tokens[at + 1]) && surnameLike(tokens, at)
  return unknownMayBeName(token, { tokens, at, from })
}

/** `قالت إيلينا برق، مديرة`: an everyday word between an unknown first name that speaks and its role. */
function isIntroduced(tokens: readonly Token[], at: number, from: number): boolean {
  const [first, word] = [tokens[from], tokens[at]]
  if (at !== from + 1 || first?.info.known !== false || word === undefined || !tokens[at + 2]?.info.role) return false
  if (tokens[at + 1]?.kind !== 'comma' || !isSaid(tokens[from - 1])) return false
  return word.info.common && !word.info.definite && !word.info.role && !word.info.institution && word.info.verb === null
}

function isSaid(verb: Token | undefined): boolean {
  return verb?.info.verb?.shape === 'finite' && verb.info.verb.force === 'say'
}

/** Whether a clause breaks off here or goes on with a preposition, a pronoun or an adverb. */
export function isPause(token: Token | undefined): boolean {
  return isBoundary(token) || (token?.info.functional === true && token.plain !== 'هذا')
}

function isUnknown(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.info.known
}

function nextMayBeName(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { info } = token
  return info.given || !info.known || info.particle || token.text === 'علي'
}

function isTitleAhead(role: boolean, next: Token | undefined): boolean {
  return role && next?.info.definite === true
}

// Right behind a given name, or with the ال…ي of a family later on (`نادية فتاح العلوي`).
function isFamilyPlace(tokens: readonly Token[], at: number, from: number): boolean {
  if (isLoneGiven(tokens, at, from)) return true
  return /^ال.+ي$/.test(tokens[at]?.plain ?? '') && GIVEN_NAMES.has(tokens[from]?.plain ?? '')
}

// `محمد خميس،`: an everyday word closes a name when a given name stands alone before it and a pause follows.
function isLoneGiven(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from + 2) return /^(?:عبد|ابو)$/.test(tokens[from]?.plain ?? '')
  return at === from + 1 && GIVEN_NAMES.has(tokens[from]?.plain ?? '')
}

function surnameLike(tokens: readonly Token[], at: number): boolean {
  const [previous, token] = [tokens[at - 1], tokens[at]]
  if (token === undefined) return false
  const { info } = token
  // `هاجمت جميلة التركيز على`, `تحدثني سارة أكثر عن`: with ال or of every day only a full pause shows it is no object.
  const introduced = tokens[at - 2]?.info.role === true
  if ((info.definite || (isFrequent(token.plain) && !introduced)) && !isBoundary(tokens[at + 1])) return false
  if (info.role || info.group || (info.institution && info.definite) || info.verb !== null || info.placeNoun)
    return false
  if (previous?.kind !== 'word' || previous.info.definite) return false
  // `جمال عيد` is a man between commas, else a feast's beauty.
  const apart = tokens[at - 2]?.kind === 'comma' && tokens[at + 1]?.kind === 'comma'
  if (EVERYDAY_NAMES.has(previous.plain) && !apart) return false
  return info.nationality
    ? info.definite && !/ه$/.test(token.plain)
    : (info.common || info.institution) && !/[اه]$/.test(token.plain)
}

// `ستيف بلوك،`: behind a given name and before a pause ب and ك are letters of the name.
function isSurnameWithClitic(tokens: readonly Token[], at: number, from: number): boolean {
  const info = tokens[at]?.info
  if (info === undefined || (info.preposition !== 'ب' && info.preposition !== 'ك') || !info.given) return false
  return closesName({ tokens, at, from }) || tokens[at + 1]?.info.verb?.shape === 'finite'
}

// `مارتن ستروبنكي إنه`: after a given name and before a pause even what looks like a verb is a name.
function closesName({ tokens, at, from }: Spot): boolean {
  const next = tokens[at + 1]
  return at > from && (isPause(next) || (next?.info.preposition === 'ل' && (next.info.outlet || next.info.group)))
}

const PAST_SHE = /^(?:ت[^اوي]{3}|است.{2,3}|ان[^اوي]{3})ت$/

/** `حذر إيلجه، الذي`: an apposition or a relative clause follows. */
function isClosedByRole({ tokens, at }: Spot): boolean {
  const behind = tokens[at + 2]
  return tokens[at + 1]?.kind === 'comma' && (behind?.info.role === true || /^(?:الذي|التي)$/.test(behind?.plain ?? ''))
}

/** `قالت سندسية عباسي،`: an unknown word in ة is a name where a woman speaks and another word closes it. */
function isWomanSpeaking({ tokens, from }: Spot): boolean {
  const verb = tokens[from - 1]
  const next = tokens[from + 1]
  return isSaid(verb) && verb?.info.verb?.gender === 'f' && next?.info.known === false && isPause(tokens[from + 2])
}

/** `ميرا وونغ`, `إيثان واتكنز،`: و is the name's own letter before another و, or before a plain vowel at its end. */
function isNameInWaw(text: string, spot: Spot): boolean {
  return text.startsWith('وو') || (/^و(?:ي|ا(?!ل))/.test(text) && closesName(spot))
}

/** `سارية المفعول`: a word in ة is an adjective unless the clause ends, the article has it again, or it is like سلامة. */
function mayEndInMarbuta(token: Token, { tokens, at }: Spot): boolean {
  return /^..ا.ة$/.test(token.text) || token.info.repeated || isBoundary(tokens[at + 1])
}

type Spot = { readonly tokens: readonly Token[]; readonly at: number; readonly from: number }

// Plurals, words with a pronoun on them and verbs in the present are no names.
function unknownMayBeName(token: Token, spot: Spot): boolean {
  const { plain } = token
  if (plain.length < 2 || /^\d/.test(plain) || /^(?:[بك]ال.{3}|لل)/.test(plain)) return false
  if (/(?:هما|تها|تهم|اته|اتها)$/.test(plain) && plain.length > 4) return false
  if (/ات$/.test(plain) && plain.length > 4 && !closesName(spot)) return false
  if (/^ال.*(?:يون|يين|ين|ون|يات)$/.test(plain) && plain.length > 6) return false
  const first = spot.at === spot.from
  const saidBy = first && spot.tokens[spot.from - 1]?.info.verb?.shape === 'finite'
  if (/^(?:ي(?!.*ا$)|تت|ست..)/.test(plain) && plain.length > 3 && !token.info.repeated && !saidBy && !closesName(spot))
    return false
  // `حتى فيروز تجد`
  if (!first && WOMENS_NAMES.has(spot.tokens[spot.from]?.plain ?? '') && /^ت[^اويرسش]./.test(plain)) return false
  // `كانت مروى تغيرت`
  if (!first && PAST_SHE.test(plain) && !closesName(spot)) return false
  // `أما عائلة أحمد فاستقرت`
  if (!first && /^ف/.test(plain) && PAST_SHE.test(plain.slice(1))) return false
  // A pronoun at the end (`تحيزه`); French names end in يه. Between a verb of saying and a comma it is a letter.
  if (/[^اوي]ه$|^م.*يه$/.test(token.text) && !(saidBy && plain.length > 3 && isClosedByRole(spot))) return false
  if (/^سي.*(?:ان|ون)$/.test(plain)) return false
  if (/..(?:ها|هم|(?<=...)هن)$/.test(plain) && plain.length > 4) return false
  if (!first && /^[بلك]/.test(plain) && token.text.endsWith('ة')) return false
  if (first && plain.length === 2 && !nextMayBeName(spot.tokens[spot.at + 1])) return false
  if (first && token.text.endsWith('ة')) return isWomanSpeaking(spot)
  if (!first && (isEverydayForm(token) || (token.text.endsWith('ة') && !mayEndInMarbuta(token, spot)))) return false
  if (first) return !plain.startsWith('و') || spot.tokens[spot.from - 1]?.info.title === true
  if (/^(?:ست|سي)/.test(plain) && plain.length > 3)
    return isBoundary(spot.tokens[spot.at + 1]) || spot.tokens[spot.at - 1]?.info.given === true
  if (plain.startsWith('و'))
    return plain.length > 3 && (isLoneGiven(spot.tokens, spot.at, spot.from) || isNameInWaw(token.text, spot))
  return true
}
