import { answering, type Case, decidingCase } from './case.ts'
import { isEverydayForm, isFrequent } from './everyday.ts'
import { type Token, wordAt } from './tokens.ts'
import { EVERYDAY_NAMES, GIVEN_NAMES } from './words/given-names.ts'
import { THAT, THAT_PRONOUN } from './words/particles.ts'

// Kings and popes: `عبد الله الثاني`.
const ORDINALS: ReadonlySet<string> = new Set('الاول الثاني الثالث الرابع الخامس السادس الاولي الثانيه'.split(' '))

/** Whether the word at `at` belongs to the name that starts at `from`, where all words before it do. */
export function isNamePart(tokens: readonly Token[], at: number, from: number): boolean {
  const spot = nameSpot(tokens, at, from)
  if (spot?.token.kind !== 'word' || !/^[\p{Script=Arabic}-]{2,}$/u.test(spot.token.plain)) return false
  // `مرجحًا` tells how, and names nobody.
  if (/[\u064B-\u064D]|[\u064E-\u0650]$/.test(spot.token.text) && !spot.token.info.given) return false
  return (decidingCase(NAME_CASES, spot) ?? decidingCase(UNKNOWN_WORD_CASES, spot))?.answer ?? true
}

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

type NameCase = Case<NameSpot, boolean>
const yes = answering<NameSpot, boolean>(true)
const no = answering<NameSpot, boolean>(false)

/** Words in some table. In the examples the brackets begin with the name and end with the word in question. */
export const NAME_CASES: readonly NameCase[] = [
  no(
    'سار [على] الطريق',
    ({ token, first, next }) => isAli(token) && (token.text !== 'علي' || (first && !nextMayBeName(next))),
    'قال [علي] حسن',
  ),
  yes('قال [محمد علي] إن', ({ token }) => isAli(token)),
  yes(
    'قال [عبد الدايم] إن',
    ({ previous, first, token }) =>
      previous?.plain === 'عبد' && !first && (token.info.definite || token.plain === 'ربه'),
  ),
  yes(
    'قال [عبد رب النبي] إن',
    ({ tokens, at, previous, token }) =>
      previous?.plain === 'رب' && wordAt(tokens, at - 2).plain === 'عبد' && token.info.definite,
  ),
  yes(
    'قال [سامر نصر الله] إن',
    ({ previous, first, token }) => token.plain === 'الله' && !first && GIVEN_OF_GOD.has(previous?.plain ?? ''),
    'قال [سامر الله] أكبر',
  ),
  yes(
    'قال [سامر فضل] الله إن',
    ({ token, first, next }) => next?.plain === 'الله' && !first && GIVEN_OF_GOD.has(token.plain),
    'قال [سامر سبيل] الله',
  ),
  yes('قال [زين العابدين] الحلبي', ({ token, first }) => token.plain === 'العابدين' && !first),
  yes(
    'قال [سامر آل ثاني] إن',
    ({ previous, first, token }) => !first && joinsNext(previous) && !isSmallWord(token),
    'قال [سامر آل] في',
  ),
  yes(
    'قال [عبد] الدايم',
    ({ token, next }) => token.plain === 'عبد' && (next?.info.definite === true || next?.plain === 'ربه'),
  ),
  yes(
    'قال [سامر بن] خالد',
    ({ token, first, next }) =>
      isParticle(token) &&
      (first ? token.plain !== 'ولد' && (nextMayBeName(next) || next?.text === 'مايو') : mayFollow(token, next)),
  ),
  no('زار [أبو] المدينة', ({ token }) => isParticle(token)),
  yes('قال [بان] كي مون', ({ token, next }) => token.text === 'بان' && next?.plain === 'كي'),
  yes('قال [بان كي] مون', ({ token, first }) => token.plain === 'كي' && !first),
  yes(
    'أما [سارة لي] فقالت',
    ({ tokens, at, from, token, previous }) =>
      token.plain === 'لي' && at === from + 1 && previous?.info.given === true && !isSaid(tokens[from - 1]),
    'قال [سارة لي] إن',
  ),
  yes(
    '[سامر الطيار]، الخبير في الطقس، قال',
    ({ tokens, at, from, previous, token: { info } }) =>
      at === from + 1 &&
      previous?.info.given === true &&
      info.role &&
      info.definite &&
      tokens[at + 1]?.kind === 'comma' &&
      wordAt(tokens, at + 2).info.role,
    '[سامر الطيار]، وهو خبير في الطقس، قال',
  ),
  yes(
    'قال [سامر لمجرد] إن',
    (spot) => spot.at === spot.from + 1 && spot.previous?.info.given === true && closesSubject(spot),
    'قال [سامر لرويترز] إن',
  ),
  yes(
    'قال [تشن ليانغ] إن',
    ({ tokens, at, from, token: { info }, next, previous }) =>
      at === from + 1 &&
      isBareSubject(tokens, from) &&
      previous?.info.given === false &&
      info.preposition === 'ل' &&
      info.given &&
      isBoundary(next),
    'قال [سامر ليانغ] إن',
  ),
  no(
    'قالت [سارة في] المؤتمر',
    ({ token: { info }, first, previous, next }) =>
      info.functional &&
      (first || !info.given) &&
      !(info.given && (previous?.info.title === true || isSaid(previous)) && nextMayBeName(next)),
    'قال الشيخ [صباح] الناصري',
  ),
  no(
    'قال [سامر بوزارة] الصحة',
    ({ token, ...spot }) => token.info.preposition !== '' && !isSurnameWithClitic({ token, ...spot }),
    'قال [ستيف بلوك]،',
  ),
  no('قال [سامر وخالد]', ({ token }) => token.info.conjunction),
  yes(
    'الملك [عبد الله الثاني]',
    ({ token, tokens, at, from }) => ORDINALS.has(token.plain) && isLoneGiven(tokens, at, from),
  ),
  no(
    'في شهر [رمضان] الكريم',
    ({ token, first, previous, next }) =>
      first && token.plain === 'رمضان' && (previous?.plain === 'شهر' || SEASON.test(next?.plain ?? '')),
    'قال [رمضان] الحلبي',
  ),
  no('قال [الهلال] الأحمر إن', ({ token, next }) => token.plain === 'الهلال' && next?.plain === 'الاحمر'),
  no(
    'يقع في [رود] آيلاند',
    ({ token, next }) => LAST_OF_PLACE.has(next?.plain ?? '') || LAST_OF_PLACE.has(token.plain),
    'قال [رود] واتكنز',
  ),
  yes(
    'قال الوزير [سامر جولة] أمس',
    (spot) => spot.at === spot.from + 1 && spot.previous?.info.given === true && isFamilyOfOfficer(spot),
    'قال الأمير [سامر جولة] أمس',
  ),
  no('في [اليوم الثاني]', ({ token }) => ORDINALS.has(token.plain)),
  no(
    'قال [سلطان] المدينة',
    ({ token: { info }, first, next }) =>
      info.given && first && (info.role || info.verb !== null) && !nextMayBeName(next),
    'قال [سلطان] حسن',
  ),
  no(
    'قال [سامر سلطان] البلدة',
    ({ token: { info }, first, next }) =>
      info.given && !first && info.role && next?.info.definite === true && !next.info.given,
    'قال [سامر سلطان] المبارك',
  ),
  yes(
    'قال [تشن] ليانغ إن',
    ({ tokens, at, first, token: { info, text }, next }) =>
      first &&
      isBareSubject(tokens, at) &&
      info.verb?.force === 'do' &&
      !/^ي/.test(text) &&
      (isUnknown(next) || next?.info.given === true) &&
      isBoundary(tokens[at + 2]),
    'قالت [تشن] إسرائيل',
  ),
  yes(
    'قال [فائق] حيدر إن',
    ({ tokens, at, first, token, next }) =>
      first &&
      isBareSubject(tokens, at) &&
      isNamePattern(token) &&
      next?.info.given === true &&
      isBoundary(tokens[at + 2]),
    'قال [شكر] حيدر إن',
  ),
  yes(
    'قال العضو، [عيد] كيسلر، إن',
    ({ tokens, at, token, first, previous, next }) =>
      first &&
      EVERYDAY_NAMES.has(token.plain) &&
      previous?.kind === 'comma' &&
      isUnknown(next) &&
      tokens[at + 2]?.kind === 'comma',
    'قال العضو، [عيد] كيسلر',
  ),
  yes(
    'قالت النائبة [عايدة] كيسلر إن',
    ({ tokens, at, token, first, previous, next }) =>
      first && previous?.info.title === true && isSpeech(tokens[at - 2]) && isPlainNoun(token) && isUnknown(next),
    'شرم الشيخ [حدث] كيسلر',
  ),
  yes('قال [سامر] إن', ({ token }) => token.info.given),
  yes(
    'قالت [نيفلوفا عيد]، مديرة',
    ({ token, ...spot }) => token.info.known && !spot.first && isIntroduced({ token, ...spot }),
  ),
  yes(
    'قال [محمد عيد]،',
    ({ token, first, tokens, at, from, next }) =>
      token.info.known && !first && isFamilyPlace(tokens, at, from) && isPause(next) && surnameLike(tokens, at),
  ),
  no('قال [محمد قوات] كثيرة', ({ token }) => token.info.known),
]

/** Right behind a verb that takes no noun for its object. */
function isBareSubject(tokens: readonly Token[], at: number): boolean {
  const { verb } = wordAt(tokens, at - 1).info
  return verb?.uses.has('noObject') === true && verb.shape === 'finite'
}

// فاعل، فعيل، أفعل: words that are names, too.
function isNamePattern({ plain, info }: Token): boolean {
  const { role, group, institution, functional, definite, work, title } = info
  if (role || group || institution || functional || definite || work || title || info.preposition !== '') return false
  return /^[^اوي]ا[^او][^اوي]$|^[^اوي]{2}ي[^اوي]$|^ا[^اوي]{3}$/.test(plain)
}

const SEASON = /^ال(?:مبارك|كريم|فايت|ماضي|مقبل|جاري|حالي|قادم|فضيل)$/
const LAST_OF_PLACE: ReadonlySet<string> = new Set('ايلاند ابابا ابيب فيغاس انجلوس ايرس لامبور كونغ'.split(' '))
const KNOWN_BY_FIRST_NAME = /^(?:ال)?(?:ملكه?|اميره?|شيخه?|سلطان|بابا|امام|قديسه?|والده?|زوجه?|ام|اب)$/

/** Behind an office and a first name stands the family name, whatever it means; kings are called by the first name alone. */
function isFamilyOfOfficer({ tokens, from, token, next }: NameSpot): boolean {
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
    if (!info.definite && !info.common && !info.institution && !info.place) return false
  }
  return false
}

const GIVEN_OF_GOD: ReadonlySet<string> = new Set(
  'نصر الحمد فضل عطا جار خير رزق ضيف عون حمد سعد فتح شكر حشمت ذبيح سيف اسد نعمه لطف نور روح خلف جاد كرم فرج ولي حسب هبه جاب عنايه وعد'.split(
    ' ',
  ),
)
function isPlainNoun({ text, info }: Token): boolean {
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
function closesSubject({ tokens, from, token, next }: NameSpot): boolean {
  const { info, text, plain } = token
  const before = wordAt(tokens, from - 1)
  const led = isSaid(before) || before.info.role || before.info.title || before.info.nationality
  const says =
    /^إن/.test(next?.text ?? '') ||
    (next?.info.role && next.info.definite) ||
    (next?.kind === 'colon' && info.preposition === '' && !/[ةا]$/.test(text))
  if (!led || !says || (info.functional && info.base === plain) || info.conjunction) return false
  const { role, group, oneOf, institution, outlet, title, work, place } = info
  if (role || group || oneOf || institution || outlet || title || work || place || info.verb !== null) return false
  if (/[اً]$|[^اوي]ه$|ها$|هم$|^لل/.test(text)) return false
  return info.preposition === '' || (info.preposition === 'ل' && !isEverydayForm(token))
}

// What stands behind these is part of the name, whatever its meaning.
const JOINING = /^(?:بن|ال|ولد|فون|فان|دير|دي|دو|دا|ديل|ديلا)$/

function joinsNext(token: Token | undefined): boolean {
  return token?.info.particle === true && JOINING.test(token.plain)
}

// `دي مايو` is no month.
function isSmallWord({ plain, info }: Token): boolean {
  return info.functional && info.base === plain && plain !== 'مايو'
}

/** `سامر الدين`, `سامر ولد الشيخ`, `سارة دي لاين`. */
function mayFollow(token: Token, next: Token | undefined): boolean {
  if (token.plain === 'الدين' || nextMayBeName(next)) return true
  return joinsNext(token) && next?.kind === 'word' && !isSmallWord(next)
}

function isAli(token: Token): boolean {
  return token.plain === 'علي'
}

function isParticle(token: Token): boolean {
  return token.info.particle && token.plain !== 'ام'
}

/** An everyday word between an unknown first name that speaks and its role. */
function isIntroduced({ tokens, at, from, token: { info }, next }: NameSpot): boolean {
  if (at !== from + 1 || tokens[from]?.info.known !== false || !tokens[at + 2]?.info.role) return false
  if (next?.kind !== 'comma' || !isSaid(tokens[from - 1])) return false
  return info.common && !info.definite && !info.role && !info.institution && info.verb === null
}

function isSpeech(verb: Token | undefined): boolean {
  return verb?.info.verb?.shape === 'finite' && verb.info.verb.force !== 'do'
}

function isSaid(verb: Token | undefined): boolean {
  return verb?.info.verb?.shape === 'finite' && verb.info.verb.force === 'say'
}

/** Whether a clause breaks off here or goes on with a preposition, a pronoun or an adverb. */
export function isPause(token: Token | undefined): boolean {
  if (isBoundary(token) || (token?.info.functional === true && token.plain !== 'هذا')) return true
  // `علق سامر الزرقة بقوله`
  const verb = token?.info.verb
  return verb != null && verb.shape !== 'finite' && verb.force !== 'do'
}

function isUnknown(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.info.known
}

function nextMayBeName(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { info } = token
  return info.given || !info.known || info.particle || token.text === 'علي'
}

// Right behind a given name, or with the ال…ي of a family later on (`نادية فتاح العلوي`).
function isFamilyPlace(tokens: readonly Token[], at: number, from: number): boolean {
  if (isLoneGiven(tokens, at, from)) return true
  return /^ال.+ي$/.test(wordAt(tokens, at).plain) && GIVEN_NAMES.has(wordAt(tokens, from).plain)
}

// `محمد خميس،`: an everyday word closes a name when a given name stands alone before it and a pause follows.
function isLoneGiven(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from + 2) return /^(?:عبد|ابو)$/.test(wordAt(tokens, from).plain)
  return at === from + 1 && GIVEN_NAMES.has(wordAt(tokens, from).plain)
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

/** Behind a given name and before a pause ب and ك are letters of the name. */
function isSurnameWithClitic(spot: NameSpot): boolean {
  const { info } = spot.token
  if ((info.preposition !== 'ب' && info.preposition !== 'ك') || !info.given) return false
  return closesName(spot) || spot.next?.info.verb?.shape === 'finite'
}

// `مارتن ستروبنكي إنه`: after a given name and before a pause even what looks like a verb is a name.
function closesName({ at, from, next }: NameSpot): boolean {
  return at > from && (isPause(next) || (next?.info.preposition === 'ل' && (next.info.outlet || next.info.group)))
}

const PAST_SHE_IN_FA = /^ف(?:ت[^اوي]{3}|است.{2,3}|ان[^اوي]{3})ت$/

/** `حذر إيلجه، الذي`: an apposition or a relative clause follows. */
function isClosedByRole({ tokens, at }: NameSpot): boolean {
  const behind = tokens[at + 2]
  return tokens[at + 1]?.kind === 'comma' && (behind?.info.role === true || /^(?:الذي|التي)$/.test(behind?.plain ?? ''))
}

/** An unknown word in ة is a name where a woman speaks and another word closes it. */
function isWomanSpeaking({ tokens, from, next }: NameSpot): boolean {
  const verb = tokens[from - 1]
  return isSaid(verb) && verb?.info.verb?.gender === 'f' && isUnknown(next) && isPause(tokens[from + 2])
}

/** `ميرا وونغ`, `إيثان واتكنز،`: و is the name's own letter before another و, or before a plain vowel at its end. */
function isNameInWaw(spot: NameSpot): boolean {
  const { text } = spot.token
  return text.startsWith('وو') || (/^و(?:ي|ا(?!ل))/.test(text) && closesName(spot))
}

/** `سارية المفعول`: a word in ة is an adjective unless the clause ends, the article has it again, or it is like سلامة. */
function mayEndInMarbuta({ tokens, at, from, token, next, previous }: NameSpot): boolean {
  // `علق سامر الزرقة بقوله`
  if (token.info.definite && !token.text.endsWith('ية') && previous?.info.given && isPause(next)) return true
  if (previous?.info.given && from === at - 1 && isOfficer(tokens, from) && !token.text.endsWith('ية')) return true
  return /^..ا.ة$/.test(token.text) || token.info.repeated || isBoundary(next)
}

function isSubject({ tokens, from, first }: NameSpot): boolean {
  return first && tokens[from - 1]?.info.verb?.shape === 'finite'
}

/** Words in no table: plurals, words with a pronoun on them and verbs are no names. */
export const UNKNOWN_WORD_CASES: readonly NameCase[] = [
  no(
    'وبدا [سامر كيسلر عازما] على الفوز',
    ({ tokens, from, first, token: { plain, info }, next }) =>
      !first &&
      /^[^اوي]ا[^اوي][^اوي]ا$/.test(plain) &&
      !info.repeated &&
      next?.info.functional === true &&
      !isBoundary(next) &&
      !isSaid(tokens[from - 1]),
    'وقالت [سارة كيسلر باندا] في البلدة',
  ),
  no(
    'فاز [سامر كيسلر الصاعد] من التصفيات',
    ({ at, from, token: { plain, info }, next }) =>
      at > from + 1 &&
      /^ال[^اوي]ا[^اوي][^اوي]$/.test(plain) &&
      !info.repeated &&
      /^(?:من|في|الي|علي)$/.test(next?.plain ?? ''),
    'قال [سامر كيسلر الصاعد] إن',
  ),
  no(
    'كشف [سامر كيسلر بقلم] صادق',
    (spot) => !spot.first && /^ب[^اوي]{3}$/.test(spot.token.plain) && !closesName(spot),
    'قال [سامر كيسلر بقلم]،',
  ),
  no(
    'وأضاف [أهتم] بالزراعة',
    ({ first, token: { text }, next }) => first && /^أ[^اوي]{3}$/.test(text) && next?.info.preposition === 'ب',
    'وأضاف [أهتم] أمس',
  ),
  no('قال [سامر بالذخيل]', ({ token }) => /^(?:[بك]ال.{3}|لل)/.test(token.plain)),
  no(
    'قال [سامر خرجاتها]',
    ({ token: { plain } }) => /..(?:هما|تها|تهم|اته|اتها|ها|هم|(?<=...)هن)$/.test(plain) && plain.length > 4,
  ),
  no(
    'تضم [كرنبات] كثيرة',
    (spot) => /ات$/.test(spot.token.plain) && spot.token.plain.length > 4 && !closesName(spot),
    'قالت [سارة بركات]،',
  ),
  no(
    'زار [السمرقنديون] البلدة',
    ({ token: { plain } }) => /^ال.*(?:يون|يين|ين|ون|يات)$/.test(plain) && plain.length > 6,
  ),
  no(
    'هو [يتهجى] الحروف',
    (spot) =>
      /^(?:ي(?!.*ا$)|تت|ست..)/.test(spot.token.plain) &&
      spot.token.plain.length > 3 &&
      !spot.token.info.repeated &&
      !isSubject(spot) &&
      !closesName(spot),
    'قال [يتهجى] إن',
  ),
  no('أما عائلة [أحمد فاستقرت] هناك', ({ first, token }) => !first && PAST_SHE_IN_FA.test(token.plain)),
  // French names end in يه.
  no(
    'لاحظ [تحيزه] للفريق',
    (spot) =>
      /[^اوي]ه$|^م.*يه$/.test(spot.token.text) &&
      !(isSubject(spot) && spot.token.plain.length > 3 && isClosedByRole(spot)),
    'حذر [إيلجه]، الذي',
  ),
  no('هم [سيخبزون] غدا', ({ token }) => /^سي.*(?:ان|ون)$/.test(token.plain)),
  no('قال [سامر بصرامة]', ({ first, token }) => !first && /^[بلك]/.test(token.plain) && token.text.endsWith('ة')),
  no('قال [شز] الوزير', ({ first, token, next }) => first && token.plain.length === 2 && !nextMayBeName(next)),
  yes('قالت [سندسية] عباسي،', (spot) => spot.first && spot.token.text.endsWith('ة') && isWomanSpeaking(spot)),
  no('كانت [سندسية] اللون', ({ first, token }) => first && token.text.endsWith('ة')),
  no('قال [سامر أعيدوا]', ({ first, token }) => !first && isEverydayForm(token)),
  no('أصبحت [سارة سارية] المفعول', (spot) => !spot.first && spot.token.text.endsWith('ة') && !mayEndInMarbuta(spot)),
  no(
    'شرب [وسقطر] الماء',
    ({ tokens, from, first, token }) => first && token.plain.startsWith('و') && !tokens[from - 1]?.info.title,
  ),
  no(
    'قال [سامر كروشو ستكبر] غدا',
    ({ first, token: { plain }, previous, next }) =>
      !first && /^(?:ست|سي)/.test(plain) && plain.length > 3 && !isBoundary(next) && !previous?.info.given,
  ),
  no(
    'قال [سامر كروشو وسقطر] غدا',
    (spot) =>
      !spot.first &&
      spot.token.plain.startsWith('و') &&
      (spot.token.plain.length < 4 ||
        /^و(?:ال|[أإآ])/.test(spot.token.text) ||
        !(isLoneGiven(spot.tokens, spot.at, spot.from) || isNameInWaw(spot))),
  ),
]
