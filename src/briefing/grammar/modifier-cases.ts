import { answering, type Case, decidingCase } from './case.ts'
import { DEFINITE_CASES } from './definite-modifiers.ts'
import { lookUp } from './lexicon.ts'
import {
  complementLength,
  indefiniteModifier,
  isNameOfOutlet,
  outletLength,
  placedLength,
  prepositionalModifier,
  quotedModifier,
  representsLength,
} from './modifier-lengths.ts'
import type { ModifierSpot } from './modifier-spot.ts'
import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'

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
    ({ token, previous }) => token.plain === 'من' && /^(?:ال)?(?:مقرب|قريب)/.test(previous.plain),
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
      (at === head + 1 ? previous.info.role || previous.info.outlet : previous.info.group) &&
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
    'قالت [لجنة الانضباط والأخلاق] إن',
    ({ tokens, head, at, token: { info, plain } }) =>
      (info.known ? info.conjunction && info.definite && info.common : /^وال.{4}/.test(plain)) &&
      !info.role &&
      !info.group &&
      tokens.slice(head, at).some(({ plain }) => DOUBLED.test(plain)),
    'قالت [لجنة الانضباط والعمال] إن',
  ),
  takesOne(
    'قال [زعماء كندا وفرنسا] إن',
    ({ tokens, head, token: { info }, previous }) =>
      info.conjunction && info.place && previous.info.place && wordAt(tokens, head).info.group,
    'قال [رئيس كندا وفرنسا] ترفض',
  ),
  takesOne(
    'قال [الخبير الاقتصادي والاستراتيجي] سامر الحلبي إن',
    ({ tokens, head, at, token: { plain, info }, previous }) =>
      at > head + 1 &&
      /^وال.{3,}يه?$/.test(plain) &&
      /^ال.{3,}يه?$/.test(previous.plain) &&
      !info.nationality &&
      !info.group &&
      wordAt(tokens, head).info.role,
    'اجتمع [الرئيس الروسي والتركي] أمس',
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
  takesNone(
    'كشف [تقرير برلماني تسجيل] الشركات أرباحا',
    ({ token: { plain, info }, previous }) =>
      /^ت[^اوي]{2}ي[^اوي]$/.test(plain) && !info.definite && !previous.info.definite && /ي$/.test(previous.text),
    'قال [مدير تسجيل] الشركات',
  ),
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
  takes((spot) => decidingCase(DEFINITE_CASES, spot)?.answer ?? 0)(
    'قال [الوزير السابق] إن',
    ({ token }) => token.info.definite,
  ),
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

/** What may stand behind a military rank, before the name. */
export const RANK = /^(?:اول|ركن|طيار|متقاعد|جنرال)$/
const DOUBLED = /^و?(?:ال)?(?:وزير|وزاره|لجنه|هييه|مجلس|وزيره|حزب|جمعيه|مديريه|فريق|كتله|اداره|اكاديميه|مستشار)$/

/** `رئيس الجمعية وصديق فلان، توران كيسلسيكي،`: another role of the same man, whose name follows a comma. */
function joinsRoles(tokens: readonly Token[], at: number): boolean {
  // `الزعيم الكوري والرئيس البرازيلي`: two men.
  const nations = tokens.slice(Math.max(0, at - 2), at).some(({ info }) => info.nationality)
  if (nations && wordAt(tokens, at + 1).info.nationality) return false
  for (let next = at + 1; next < at + 10; next += 1) {
    const { kind, info } = wordAt(tokens, next)
    if (kind === 'comma') return nameEnd(tokens, next + 1) >= next + 3
    const name = info.given || !info.known ? nameEnd(tokens, next) : next
    if (name >= next + 2 && (info.given || wordAt(tokens, name).kind !== 'comma')) return true
    if (kind !== 'word' || info.verb !== null) return false
  }
  return false
}
