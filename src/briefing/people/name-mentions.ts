import { isEverydayForm, isInflected } from '../grammar/everyday.ts'
import { withoutArticle } from '../grammar/lexicon.ts'
import { isPause } from '../grammar/name-spot.ts'
import { nameEnd } from '../grammar/names.ts'
import { gluedPhraseAt, isAdjectiveHere, isNameless, isSureName, type Phrase, phraseAt } from '../grammar/phrases.ts'
import { kinOwnerEnd } from '../grammar/role-holders.ts'
import { nameParts, nameWords, rangeText, stripClitics } from '../grammar/spelling.ts'
import { hasStrangeSubject, strangeSubject } from '../grammar/strange-subjects.ts'
import { type Range, type Token, wordAt } from '../grammar/tokens.ts'
import { COMMON_WORDS } from '../grammar/words/common-words.ts'
import {
  ARABIC_MENS_NAMES,
  EVERYDAY_NAMES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  OWNING_WORDS,
  WOMENS_NAMES,
} from '../grammar/words/given-names.ts'
import { ACCORDING, ADVERBS } from '../grammar/words/particles.ts'
import { pairedNamesAt } from './pairs.ts'

/** A place that names a person, and what it shows of them. */
export type Sighting = {
  readonly name: string
  /** The name word by word, as the article writes it; one for each of `words`. */
  readonly parts: readonly string[]
  readonly words: readonly string[]
  readonly role: string | null
  readonly gender: 'm' | 'f' | null
  readonly sure: boolean
}

/** The sightings of a paragraph: at roles, at verbs of speech, at given names. */
export function findSightings(tokens: readonly Token[]): readonly Sighting[] {
  const found: Sighting[] = []
  let office: Range | null = null
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { name, role } of pairedNamesAt(tokens, at)) found.push(pairedSighting(tokens, name, role))
    const phrase = namedPhraseAt(tokens, at)
    if (phrase === null) continue
    // `زوجة الرئيس باراك أوباما`, `مصدر مقرب من الرئيس`: the name is read with its own role next.
    const another = kinOwnerEnd(tokens, phrase.from) > 0 || isNameless(tokens, phrase.from)
    if (phrase.name === null && another) continue
    if (phrase.name !== null) found.push(sightingOf(tokens, { ...phrase, name: phrase.name }, office))
    if (phrase.role !== null && phrase.kind !== 'group' && !phrase.counterpart) office = phrase.role
    at = Math.max(at, phrase.to - 1)
  }
  return found
}

function pairedSighting(tokens: readonly Token[], name: Range, role: string): Sighting {
  const words = nameWords(tokens, name)
  const gender = words.slice(0, 1).some((word) => WOMENS_NAMES.has(word)) ? 'f' : 'm'
  const parts = nameParts(tokens, name)
  return { name: parts.join(' '), parts, words, role, gender, sure: true }
}

const BUILDINGS =
  /^(?:ال)?(?:مسجد|شارع|جامعه|مدرسه|مستشفي|مطار|ميدان|جسر|ملعب|استاد|قاعده|سد|مركز|كليه|جايزه|قصر|مكتبه|متحف|برج|حي|مخيم|كاس|خليج|بحيره|مدينه|قناه|شركه|صحيفه|وكاله|جبل|نهر|سجن|معبر|ميناء|طريق|حزب|كتايب|سرايا|لواء)$/

/** A phrase with a person's name in it, or a bare role, where something marks it as such. */
function namedPhraseAt(tokens: readonly Token[], at: number): Phrase | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const { info } = token
  // `لأبي بكر كيسلر`
  if (info.base !== token.plain && /^(?:عبد|اب[ويا])$/.test(info.base)) return gluedPhraseAt(tokens, at)
  if (info.role || info.title || /نظير/.test(token.plain)) return roleAt(tokens, at)
  if (info.verb !== null && info.verb.shape === 'finite' && info.verb.force !== 'do')
    return subjectNameAt(tokens, at + 1) ?? strangeNameAt(tokens, at)
  if (ACCORDING.has(token.plain)) return knownNameAt(tokens, at + 1)
  const opens = at === 0 || tokens[at - 1]?.kind === 'stop' || tokens[at - 1]?.info.verb?.shape === 'finite'
  const aged = opens ? (agedNameAt(tokens, at) ?? openingNameAt(tokens, at)) : null
  if (aged !== null) return aged
  if (/^[وف]?كانت?$/.test(token.plain)) return longNameWithRole(tokens, at + 1)
  if (token.plain === 'اما') return longNameAt(tokens, at + 1)
  if (info.given && info.conjunction && GIVEN_NAMES.has(info.base)) return joinedNameAt(tokens, at)
  if (info.preposition === 'ل' && info.given) return toldNameAt(tokens, at)
  if (info.given && !info.functional && !BUILDINGS.test(wordAt(tokens, at - 1).info.base))
    return givenNameAt(tokens, at)
  return null
}

function roleAt(tokens: readonly Token[], at: number): Phrase | null {
  const token = wordAt(tokens, at)
  if (isAdjectiveHere(tokens, at) || BUILDINGS.test(wordAt(tokens, at - 1).info.base)) return null
  return token.info.preposition === '' ? phraseAt(tokens, at) : gluedPhraseAt(tokens, at)
}

function subjectNameAt(tokens: readonly Token[], from: number): Phrase | null {
  let at = from
  while (ADVERBS.has(wordAt(tokens, at).plain)) at += 1
  // `قالت «موبايلي»`: in marks alone it may be a firm.
  const phrase = tokens[at]?.kind === 'mark' ? null : phraseAt(tokens, at)
  return phrase?.kind === 'person' && phrase.name !== null && isSureName(tokens, phrase) ? phrase : null
}

/** `قال ماكوتو سينغوكو المحلل`: two words or more that no table knows but as names. */
function strangeNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = hasStrangeSubject(tokens, at) ? strangeSubject(tokens, at) : null
  if (phrase?.name == null || phrase.name.to < phrase.name.from + 2) return null
  const strange = tokens.slice(phrase.name.from, phrase.name.to).every(({ info }) => !info.known || info.given)
  return strange ? phrase : null
}

/** `قتلوا خليل الوزير ومحمد الزواري`: a name of two words behind و. */
function joinedNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = gluedPhraseAt(tokens, at)
  if (phrase?.name == null || phrase.name.to < phrase.name.from + 2) return null
  const { base, verb } = wordAt(tokens, at).info
  const { info, plain } = wordAt(tokens, phrase.name.to - 1)
  const own = info.given || !info.known || FAMILY_NAMES.has(plain)
  return own && verb === null && base.length > 3 && !EVERYDAY_NAMES.has(base) ? phrase : null
}

/** `وفقا لجورج كيسلر، وهو مدير`, `بيان لأولي كيسلر مسؤول الطوارئ`: a name of two words and what he is. */
function toldNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = gluedPhraseAt(tokens, at)
  if (phrase?.kind !== 'person' || phrase.name === null || phrase.name.to < phrase.name.from + 2) return null
  return phrase.role !== null && phrase.name.from === at ? phrase : null
}

// `أما يانا كوبزوفا، فقالت`
function longNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = phraseAt(tokens, at)
  return phrase?.name != null && phrase.name.to >= phrase.name.from + 2 ? phrase : null
}

/** `ماثيا ونتر، البالغة من العمر`, `تعيش آن لوونام (53 عاما)`: a name with an age is a person. */
function agedNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const to = nameEnd(tokens, at)
  if (to < at + 2) return null
  const [pause, word, unit] = [tokens[to], tokens[to + 1], tokens[to + 2]]
  const aged = /^البالغه?$/.test(word?.plain ?? '') || /^(?:عاما?|سنه)$/.test(unit?.plain ?? '')
  return (pause?.kind === 'comma' || pause?.text === '(') && aged ? phraseAt(tokens, at) : null
}

/** `فابيو كيسلر، المهندس المدني، ظل`: a full name and its role open the sentence. */
function openingNameAt(tokens: readonly Token[], at: number): Phrase | null {
  // `عبّرت سارة كيسلر، المتحدثة`
  if (wordAt(tokens, at).plain.endsWith('ت')) return null
  const phrase = longNameWithRole(tokens, at)
  return phrase?.name?.from === at && tokens[phrase.name.to]?.kind === 'comma' ? phrase : null
}

// `بحسب توران كيسلر مدير بنك`, `حسب سامر الحلبي`; not `بحسب رأي الحلبي`
function knownNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const { given, particle } = wordAt(tokens, at).info
  return (given || particle) && wordAt(tokens, at).plain !== 'راي'
    ? longNameAt(tokens, at)
    : longNameWithRole(tokens, at)
}

// `وكان توران كيسلر مدير بنك`
function longNameWithRole(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = longNameAt(tokens, at)
  return phrase?.kind === 'person' && phrase.role !== null ? phrase : null
}

function givenNameAt(tokens: readonly Token[], at: number): Phrase | null {
  const to = nameEnd(tokens, at)
  if (isTitle(tokens, at, to)) return null
  const words = nameWords(tokens, { from: at, to })
  const [given = ''] = words
  const first = withoutArticle(given)
  const last = wordAt(tokens, to - 1)
  const joined = tokens.slice(at + 1, to).some(({ info }) => info.particle)
  if (EVERYDAY_NAMES.has(first) && !joined && !isNameOfItsOwn(last)) return null
  // `في بيتي الصغير`
  if (/^(?:في|من)$/.test(wordAt(tokens, at - 1).plain) && /^(?:بيتي|داري|امي)$/.test(first)) return null
  // `عهد تاتشر`: somebody's, unless the text says who she is.
  const abstract = OWNING_WORDS.has(first) && !ARABIC_MENS_NAMES.has(first)
  if (abstract && words.length === 2 && phraseAt(tokens, at)?.role == null) return null
  if (words.length < 2 || words.every(isEveryday)) return null
  return phraseAt(tokens, at)
}

// `مجلة (باري ماتش)` is the paper's name; `«كيت كات»`, `#مي تو`: what looks like a foreign name of one syllable, alone in
// marks or a tag, is a brand or a slogan.
function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, { plain }] = [wordAt(tokens, from - 1), wordAt(tokens, from)]
  const { institution, outlet } = wordAt(tokens, from - 2).info
  if ((institution || outlet) && (before.kind === 'mark' || before.text === '(')) return true
  if (plain.length > 3 || ARABIC_MENS_NAMES.has(plain)) return false
  return before.text === '#' || (before.kind === 'mark' && wordAt(tokens, to).kind === 'mark')
}

// `عمر ناهز`, `سلام متين`: after an everyday word only a given name or a repeated word makes a name.
function isNameOfItsOwn(token: Token): boolean {
  if (EVERYDAY_NAMES.has(token.plain)) return false
  return token.info.given || (token.info.repeated && !token.info.known)
}

function isEveryday(word: string): boolean {
  return EVERYDAY_NAMES.has(word) || COMMON_WORDS.has(word)
}

function sightingOf(tokens: readonly Token[], phrase: NamedPhrase, office: Range | null): Sighting {
  const { name } = phrase
  const words = nameWords(tokens, name)
  const role =
    phrase.role === null
      ? null
      : phrase.counterpart
        ? counterpartRole(tokens, phrase.role, office)
        : trimRole(tokens, phrase.role)
  const [first = ''] = words
  const gender = genderOf(tokens, phrase, first)
  const parts = nameParts(tokens, name)
  return { name: parts.join(' '), parts, words, role, gender, sure: isSure(tokens, phrase) }
}

type NamedPhrase = Phrase & { readonly name: Range }

/** By a woman's name, a role in the feminine, a verb in the feminine; else by a man's name, the role, the verb. */
function genderOf(tokens: readonly Token[], phrase: Phrase, first: string): 'm' | 'f' | null {
  const verb = tokens[phrase.from - 1]?.info.verb
  const role = phrase.role === null ? '' : wordAt(tokens, phrase.role.from).text
  const feminine = /ة$/.test(role) || (verb?.gender === 'f' && verb.force === 'say')
  if (WOMENS_NAMES.has(first) || feminine) return 'f'
  // `اتهمت ترودو`: behind a verb in the feminine the name may be the object.
  return GIVEN_NAMES.has(first) ? 'm' : (phrase.gender ?? (verb?.gender === 'm' ? 'm' : null))
}

/**
 * A given name before another, a role before a name of two words or of a word the article has again, or a verb of saying
 * with إن or a colon behind the name.
 */
function isSure(tokens: readonly Token[], phrase: NamedPhrase): boolean {
  const first = wordAt(tokens, phrase.name.from)
  const long = phrase.name.to > phrase.name.from + 1
  if (first.info.given && long)
    return !EVERYDAY_NAMES.has(first.plain) || !/^مت...?/.test(wordAt(tokens, phrase.name.from + 1).plain)
  if (!long && !first.info.given && isOrdinary(first)) return false
  const said = wordAt(tokens, phrase.from - 1).info.verb?.force === 'say'
  if (phrase.role !== null)
    return long || isFirstName(first) || (first.info.repeated && !isAdjective(tokens, phrase, said))
  const next = wordAt(tokens, phrase.to)
  return said && (isPause(next) || next.info.preposition !== '')
}

// `الفريق الوحيد`, `المفوض السامي`, `الرئيس الفخري`: nobody's name.
function isFirstName({ info }: Token): boolean {
  const everyday = EVERYDAY_NAMES.has(withoutArticle(info.base)) || OF_AN_OFFICE.test(info.base)
  return info.given && !(info.definite && everyday)
}

const OF_AN_OFFICE = /^ال(?:سامي|فخري)$/

function isOrdinary(token: Token): boolean {
  return isEverydayForm(token) || isInflected(token) || /^(?:ي|لت|است..)|(?:ون|ات|ينا|نا)$/.test(token.plain)
}

/** `الرئيس الفخري`, `المتهم الوحيد`: a lone word with ال behind an office, unless it is the subject of a verb. */
function isAdjective(tokens: readonly Token[], { from, name, role }: NamedPhrase, said: boolean): boolean {
  const { info } = wordAt(tokens, name.from)
  if (OF_AN_OFFICE.test(info.base)) return true
  if (!info.definite || role === null || role.from > name.from || said) return false
  // `الرئيس السيسي`, named often; `البطريرك الماروني`
  const head = wordAt(tokens, role.from)
  if (head.info.title && !/بطريرك|فريق|حاجه/.test(head.plain) && !info.known && info.repeated) return false
  return wordAt(tokens, from - 1).info.verb?.shape !== 'finite'
}

// `نظيره الروسي` after `الرئيس الأميركي`: the office before it, with the new adjective.
function counterpartRole(tokens: readonly Token[], role: Range, office: Range | null): string | null {
  const adjectives = rangeText(tokens, { from: role.from + 1, to: role.to })
  if (office === null)
    return adjectives === '' ? null : stripClitics(rangeText(tokens, role), wordAt(tokens, role.from))
  let to = office.to
  while (to > office.from + 1 && isOfOffice(wordAt(tokens, to - 1))) to -= 1
  const titled = rangeText(tokens, { from: office.from, to })
  const bare = tokens.slice(to, office.to).some((token) => token.info.place)
  // `رئيس وزراء مقدونيا … ونظيره اليوناني`: without its country the last noun takes ال.
  const text = bare ? titled.replace(/(^|\s)(?!ال)(\S+)$/, '$1ال$2') : titled
  return `${text} ${adjectives}`.trim()
}

function isOfOffice(token: Token): boolean {
  return token.info.nationality || token.info.place || /^ال(?:سابق|حالي|جديد|راحل|منتخب|اسبق)$/.test(token.plain)
}

// A bare title is no role; a title at the end of a role belongs to the name.
function trimRole(tokens: readonly Token[], role: Range): string | null {
  let { to } = role
  while (to > role.from + 1 && isDefiniteTitle(wordAt(tokens, to - 1))) to -= 1
  const text = rangeText(tokens, { from: role.from, to })
  const head = wordAt(tokens, role.from)
  const clitic = head.info.conjunction || head.info.preposition !== ''
  const bare = clitic && head.plain !== head.info.base ? stripClitics(text, head) : text
  return to === role.from + 1 && BARE_TITLE.test(head.info.base) ? null : bare
}

function isDefiniteTitle({ info }: Token): boolean {
  return info.title && info.definite
}

// `حكم فلان` is his rule.
const BARE_TITLE = /^(?:حكم|(?:ال)?(?:سيد|سيده|دكتور|دكتوره|انسه|حاج|حاجه|سير|لورد|ليدي|استاذ|استاذه|شيخ|شيخه|د|م|ا))$/
