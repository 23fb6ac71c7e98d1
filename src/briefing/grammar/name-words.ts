import { answering, type Case, decidingCase } from './case.ts'
import { isEverydayForm, isFirstPerson, isFrequent } from './everyday.ts'
import {
  closesName,
  closesSubject,
  GIVEN_OF_GOD,
  isAli,
  isBareSubject,
  isBoundary,
  isClosedByRole,
  isClosedOfficer,
  isFamilyOfOfficer,
  isFamilyPlace,
  isIntroduced,
  isIntroducedSurname,
  isLoneGiven,
  isLula,
  isNameInWaw,
  isNamePattern,
  isParticle,
  isPause,
  isPlainNoun,
  isSaid,
  isSmallWord,
  isSpeech,
  isSubject,
  isSurnameWithClitic,
  isTitledSpeaker,
  isUnknown,
  isWomanSpeaking,
  joinsNext,
  LAST_OF_PLACE,
  mayEndInMarbuta,
  mayFollow,
  NAMED_AS_PLACES,
  type NameSpot,
  nameSpot,
  nextMayBeName,
  PAST_SHE_IN_FA,
  SEASON,
  surnameLike,
} from './name-spot.ts'
import { type Token, wordAt } from './tokens.ts'
import { EVERYDAY_NAMES, FAMILY_NAMES } from './words/given-names.ts'

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

type NameCase = Case<NameSpot, boolean>
const yes = answering<NameSpot, boolean>(true)
const no = answering<NameSpot, boolean>(false)

// `ترمب صباح الأربعاء`
const PART_OF_DAY = /^(?:صباح|مساء|فجر|ظهر|عصر|ليل|ليله)$/
const DAY = /^(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|امس|اليوم|غد)$/

// Of the months' names those that are family names, too.
const MONTH = /^(?:شباط|نيسان|تموز)$/

/** Words in some table. In the examples the brackets begin with the name and end with the word in question. */
export const NAME_CASES: readonly NameCase[] = [
  no(
    'قال [كيسلر صباح] الأربعاء إن',
    ({ first, token, next }) => !first && PART_OF_DAY.test(token.plain) && DAY.test(next?.plain ?? ''),
    'قال [سامر صباح] إن',
  ),
  yes('قال [الباجي قائد] السبسي إن', ({ token, previous }) => token.plain === 'قايد' && previous?.plain === 'الباجي'),
  no(
    'سار [على] الطريق',
    (spot) =>
      isAli(spot.token) &&
      (spot.token.text !== 'علي' ||
        (spot.first && spot.next?.plain !== 'اكبر' && !nextMayBeName(spot.next) && !isTitledSpeaker(spot))),
    'قال [علي] حسن',
  ),
  yes('قال [محمد علي] إن', ({ token }) => isAli(token)),
  yes('قال [علي أكبر] الحلبي', ({ token, previous }) => token.plain === 'اكبر' && previous?.text === 'علي'),
  yes(
    'قال [علي أكبر ولايتي] إن',
    ({ tokens, at, previous, token: { info } }) =>
      previous?.plain === 'اكبر' && wordAt(tokens, at - 2).plain === 'علي' && !info.functional && !info.role,
    'قال [علي أكبر المستشار] إن',
  ),
  yes('قال [عبد السلام بولي]، باحث بارز، إن', isIntroducedSurname, 'قال [سامر بصرامة]، وهو يخرج، إن'),
  yes(
    'قال رئيس الوفد [سامر طعمه]، إن',
    (spot) =>
      spot.at === spot.from + 1 &&
      spot.previous?.info.given === true &&
      /ه$/.test(spot.token.text) &&
      isClosedOfficer(spot),
    'لاحظ [سامر تحيزه] أمس',
  ),
  yes(
    'قال [عبد الدايم] إن',
    ({ previous, first, token }) =>
      /^(?:ال)?عبد$/.test(previous?.plain ?? '') && !first && (token.info.definite || token.plain === 'ربه'),
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
  yes(
    'إن [سامر الأسد] يدرك',
    ({ token: { plain }, previous, first }) =>
      !first && FAMILY_NAMES.has(plain) && previous?.info.given === true && !/^(?:حصه|دان)$/.test(previous.plain),
    'إن [الأسد] يدرك',
  ),
  yes('قال الرئيس البرازيلي [لولا] دا سيلفا إن', isLula, 'قال إنه [لولا] المطر ما نبت الزرع'),
  yes(
    'قالت رئيسة الوزراء الإيطالية [جورجيا] ميلوني',
    ({ first, token, previous, next }) =>
      first && NAMED_AS_PLACES.test(token.plain) && previous?.info.nationality === true && isUnknown(next),
    'انتقد الرئيس الروسي [جورجيا] أمس',
  ),
  yes(
    'قال [سامر شباط] إن',
    ({ tokens, at, from, token, previous, next }) =>
      at === from + 1 &&
      MONTH.test(token.text) &&
      (previous?.info.given === true || isSpeech(wordAt(tokens, from - 1))) &&
      (isBoundary(next) || next?.info.role === true),
    'عاد [سامر شباط] الماضي',
  ),
  yes(
    'قال [عبد الواحد أولاد] ملوح إن',
    ({ first, token, next }) => !first && token.text === 'أولاد' && isUnknown(next) && !next?.info.definite,
    'أعاد [سامر أولاد] المدينة',
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
    'قال [سامر سلطان] ورئيس البلدة',
    ({ token: { info }, first, next }) =>
      info.given && !first && info.role && next?.info.conjunction === true && next.info.role,
    'قال [سامر سلطان]، رئيس البلدة',
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
  yes(
    'قال الدكتور [صدقة] فاضل إن',
    ({ token, first, previous, next }) =>
      first &&
      previous?.info.title === true &&
      token.text.endsWith('ة') &&
      !token.info.role &&
      next?.info.given === true,
    'قال الدكتور [صدقة] الحلبي إن',
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

/** Words in no table: plurals, words with a pronoun on them and verbs are no names. */
export const UNKNOWN_WORD_CASES: readonly NameCase[] = [
  no('أصدر الوزير [مرسوما] يقضي بذلك', ({ token: { plain } }) => /^م[^اوي]{2}و[^اوي]ا$/.test(plain)),
  no('قال رئيس النقابة [لأساتذى] التعليم', ({ token: { text } }) => /^[وف]?ل[أإ]/.test(text)),
  no('ثم [استثمروا] أموالهم', ({ first, token: { plain } }) => first && /^است.{2,}(?:وا|ا|ت)$/.test(plain)),
  no('بذل الوزير جهدا [لاستياء] السكان', ({ token: { plain } }) => /^لا.+اء$/.test(plain)),
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
  no('قال [نشجب] ما جرى', ({ first, token }) => first && isFirstPerson(token), 'قال [نشوان] الحلبي'),
  no(
    'وصل [سامر كيسلر المختص] بالبحر',
    ({ at, from, token: { plain, info } }) =>
      at > from + 1 && /^الم.{2,4}[^ي]$/.test(plain) && !info.repeated && isFrequent(plain),
    'وصل [سامر المختص] بالبحر',
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
  no(
    'لكن [سامر تفنن] بالقول إن',
    ({ first, token: { plain, info }, next }) =>
      !first && /^ت[^اوي]{3}$/.test(plain) && !info.repeated && /^ب..../.test(next?.plain ?? ''),
    'قال [سامر تفنن] إن',
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
  no('هو المرجع [لكز] الخلاف', ({ first, token: { plain } }) => first && /^ل[^اوي]{2}$/.test(plain)),
  no('هم [سيخبزون] غدا', ({ token }) => /^سي.*(?:ان|ون)$/.test(token.plain)),
  no(
    'قال [سامر بصرامة]',
    ({ first, token, previous, next }) =>
      !first &&
      /^[بلك]/.test(token.plain) &&
      token.text.endsWith('ة') &&
      !(previous?.info.given && next?.kind === 'comma'),
    'قال [سامر بصرامة]،',
  ),
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
