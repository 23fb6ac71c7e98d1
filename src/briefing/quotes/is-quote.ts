import { answering, type Case, decidingCase } from '../grammar/case.ts'
import { isFrequent } from '../grammar/everyday.ts'
import { isVerbHere } from '../grammar/is-verb.ts'
import { nameEnd } from '../grammar/names.ts'
import { phraseAt } from '../grammar/phrases.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Attribution } from './attribution.ts'
import type { QuotePassage } from './passages.ts'
import type { SpeechEvent } from './speech-event.ts'

// Measured on Arabic news: of spans in the middle of a sentence, those of five words and more are speech, shorter ones
// are names, terms and words held at arm's length.
const PARTIAL_WORDS = 5
const CLAUSE_WORDS = 3
const BARE_WORDS = 2
const ALONE_WORDS = 8
const MAX_TITLE_WORDS = 14
const TERM_WORDS = 3

/** A passage, its attribution, and the word before its opening mark. */
export type QuoteQuery = { readonly passage: QuotePassage; readonly attribution: Attribution; readonly noun: Token }

const no = answering<QuoteQuery, false>(false)

/** Passages that only look like quotes: names, titles, formulas. */
export const NO_QUOTES: readonly Case<QuoteQuery, false>[] = [
  // Without a speaker of its own.
  no(
    'قال خطيب المسجد: «قال النبي «[صلى الله عليه وسلم]» ذلك».',
    ({ passage }) => FORMULA.test(passage.paragraph.text.slice(passage.places[0]?.start)),
    'قال خطيب المسجد: «[قال النبي] ذلك».',
  ),
  no(
    'دعت كندا إلى العمل بعد " [يوم] السبت الماضي الذي شهد غرق السفن كلها.',
    ({ passage, attribution }) => !passage.closed && !isLedIn(passage, attribution),
    'ويقول سامر الحلبي إن هناك "[سفنا] كثيرة تنتظر دورها عند المدخل منذ أيام.',
  ),
  no(
    'أعلنت جماعة صغيرة تسمى "[بحارة بقمصان قصيرة الأكمام جدا]" أنها هناك.',
    titled(({ noun, passage }) => NAMING.test(namingWord(noun, passage).plain)),
    'أعلنت جماعة صغيرة أن "[بحارة بقمصان قصيرة الأكمام جدا]" كانوا هناك.',
  ),
  no(
    'وقع سامر الحلبي كتابه الجديد "[رحلة طويلة إلى آخر موانئ الشمال]" أمس.',
    titled(
      ({ passage, attribution: { lead } }) =>
        isLooseTitle(passage.paragraph.tokens, passage.open) &&
        !(opensWithVerb(passage) || (lead === 'bare' && passage.words >= ALONE_WORDS)),
    ),
    'قال سامر الحلبي في كتابه إن "[رحلة طويلة إلى آخر موانئ الشمال]" تنتظره.',
  ),
  no(
    'وتابع "[سامر الحلبي]" بأن السفن لن تصل.',
    ({ passage: { paragraph, open, close } }) =>
      isFirstOfName(wordAt(paragraph.tokens, open + 1)) && nameEnd(paragraph.tokens, open + 1) === close - 1,
    'وتابع "[سامر سيعود]" ثم خرج.',
  ),
  no(
    'قالت زوجته مارتينا لوكالة الأنباء الكندية "[سي تي كيه]".',
    titled(
      ({ passage }) =>
        passage.words < PARTIAL_WORDS && endsOutlet(passage.paragraph.tokens, passage.open) && isStrange(passage),
    ),
    'قالت زوجته مارتينا لوكالة الأنباء الكندية "[لا تعليق]".',
  ),
  no(
    'قال حاكم "[بنك الشمال الجديد]" إن السفن وصلت.',
    titled(({ passage, noun: { info } }) => info.role && isBody(passage)),
    'قال المدير "[بنك الشمال يقول ذلك]" ثم خرج.',
  ),
  no(
    'قالت ليلى الحداد لصحيفة "[الخليج الجديد]".',
    titled(({ passage, noun: { info }, attribution: { lead } }) => {
      const named = info.work || info.outlet || info.institution
      return (
        passage.words < PARTIAL_WORDS &&
        named &&
        !((lead === 'bare' || !info.work || info.definite) && opensWithVerb(passage))
      )
    }),
    'قالت ليلى الحداد: "[لا تعليق]".',
  ),
  no(
    'خرج آخر سجناء قضية "[الجسر والميناء]"، وفق ما أعلنه المدير.',
    titled(
      ({ passage, noun: { info }, attribution: { lead } }) =>
        lead === 'after' && passage.words < CLAUSE_WORDS && info.common && !info.definite,
    ),
    'قال المدير: "نعم". وكانت "[السفن جاهزة]"، وفق ما أعلنه المدير.',
  ),
  no(
    'تظاهر العمال تحت شعار "[لا عمل بلا أجر عادل للجميع]" في الميناء.',
    titled(({ passage, noun: { info } }) => {
      return (
        passage.words >= PARTIAL_WORDS &&
        info.work &&
        !info.definite &&
        !/^ب?(?:اسم|كلم[هت]|عبار[هت]|بيان)/.test(info.base)
      )
    }),
    'قالت ليلى الحداد كلمة "[لا عمل بلا أجر عادل للجميع]" في الميناء.',
  ),
  no(
    'قالت ليلى الحداد إن المبادرة "[معا نحو غد أفضل للجميع]" ستنطلق غدا.',
    titled(({ passage, noun: { info } }) => {
      const named = info.work ? info.definite : info.institution && !info.definite
      return passage.words >= PARTIAL_WORDS && named && isBareName(passage)
    }),
    'قالت ليلى الحداد في المبادرة "[نحن معا نحو غد أفضل للجميع]" ثم خرجت.',
  ),
]

const speech = answering<QuotePassage, true>(true)

/** Parts of a sentence that are speech though no verb of speech leads them in. */
export const UNLED_PARTS: readonly Case<QuotePassage, true>[] = [
  speech(
    'والهدف هو «[إفساح المجال أمام وصول القوافل إلى كل القرى]».',
    ({ paragraph: { tokens }, open, words }) => {
      const { institution, place } = wordAt(tokens, open + 1).info
      return words >= ALONE_WORDS && !institution && !place
    },
    'بدأ «[مهرجان شباب الشمال للبحوث العلمية في الميناء الجديد]».',
  ),
  speech(
    'وستقوم الشرطة «[بعدد كبير من عمليات التفتيش]» قبل المظاهرة.',
    (passage) => passage.words >= PARTIAL_WORDS && (opensWithParticle(passage) || opensWithVerb(passage)),
    'وستقوم الشرطة مع «[الحركة من أجل السلام والعدل]» بالتفتيش.',
  ),
]

/** `ليلى الحداد "تعرضت لتهديد"`: a heading, and of whom; `Did she say "…"`: a sentence of another language. */
function isCaption({ paragraph: { tokens }, open }: QuotePassage): boolean {
  return phraseAt(tokens, 0)?.to === open || /\p{Script=Latin}/u.test(wordAt(tokens, open - 1).plain)
}

// No name begins so.
function opensWithParticle({ paragraph: { tokens }, open }: QuotePassage): boolean {
  const { functional, preposition, known } = wordAt(tokens, open + 1).info
  // `أو إف كيه`: letters.
  const next = wordAt(tokens, open + 2)
  return (functional || (preposition !== '' && known)) && next.info.known && !next.info.outlet
}

function isFirstOfName({ info }: Token): boolean {
  return (info.given || info.particle) && !info.functional
}

/** A noun that takes a title or a name stands right before the mark: `كتاب «…»`, `بعنوان «…»`, `حزب «…»`. */
function titled(when: (query: QuoteQuery) => boolean): (query: QuoteQuery) => boolean {
  return (query) => {
    const { noun, passage } = query
    return noun.kind === 'word' && (passage.words <= MAX_TITLE_WORDS || noun.plain === 'بعنوان') && when(query)
  }
}

/** Whether a passage is somebody's own words, not a name, a title or a term in marks. */
export function isQuote(passage: QuotePassage, attribution: Attribution): boolean {
  const { words } = passage
  if (!passage.marks) return attribution.lead === 'colon' && isOwnSpeech(passage, attribution)
  const noun = wordAt(passage.paragraph.tokens, passage.open - 1)
  if (words === 0 || decidingCase(NO_QUOTES, { passage, attribution, noun }) !== undefined) return false
  switch (attribution.lead) {
    case 'colon':
      return attribution.act !== null && !isForeignWord(passage)
    case 'before':
      return true
    case 'bare':
      return words >= BARE_WORDS && (words >= PARTIAL_WORDS || !isName(passage))
    case 'that':
      return words >= PARTIAL_WORDS || (words >= leastClause(attribution) && closesClause(passage))
    case 'after':
      return words >= (attribution.act?.event.kind === 'finite' ? BARE_WORDS : PARTIAL_WORDS)
    case 'inside':
      if (isBodyName(passage)) return false
      if (attribution.act === null) return !isCaption(passage) && decidingCase(UNLED_PARTS, passage) !== undefined
      return words >= PARTIAL_WORDS || isShortPart(passage, attribution.act.event)
    case 'alone':
      return words >= ALONE_WORDS
    case 'none':
      return false
    default:
      return attribution.lead satisfies never
  }
}

/** `وأضاف الحلبي: …`: somebody says it, right before the colon or in the first words of the paragraph. */
function isOwnSpeech({ paragraph, open }: QuotePassage, { act }: Attribution): boolean {
  const event = act?.event
  if (event === undefined || !event.form.bare || event.kind !== 'finite' || act?.speaker == null) return false
  // `قال إن للأمر سببا واحدا: كذا`
  const lead = paragraph.tokens.slice(0, open)
  return event.at <= 1 && !lead.some(({ kind, plain }) => kind === 'stop' || THAT.has(plain) || THAT_PRONOUN.has(plain))
}

// `قال إن «المدينة صامدة».`: such a verb takes nothing but speech.
function leastClause({ act }: Attribution): number {
  return act?.event.form.uses.has('noObject') === true ? BARE_WORDS : CLAUSE_WORDS
}

/** `إن المحادثات «تسير بشكل جيد»`, `ستؤدي إلى «مزيد من التعقيد والتصعيد»`: a predicate, or what no name or term looks like. */
function isShortPart(passage: QuotePassage, { to, form }: SpeechEvent): boolean {
  const { paragraph, open, close, words } = passage
  if (words <= TERM_WORDS || form.force === 'do') return false
  if (opensWithVerb(passage) || opensWithParticle(passage)) return true
  const inside = paragraph.tokens.slice(open + 1, close)
  const strange = inside.filter(
    ({ kind, info, plain }) =>
      kind === 'word' && (!info.known || info.outlet) && !(plain.length > 3 && isFrequent(plain)),
  )
  const { info } = wordAt(paragraph.tokens, open + 1)
  const report = isReport(passage, to)
  // In a report one word may be as rare: `إنها «غير ملزمة لعموم المواطنين»`.
  const plain = strange.length <= (report && !strange.some((word) => word.info.outlet) ? 1 : 0)
  return plain && (open - to <= 2 || report) && !(info.definite || info.institution || info.role || info.outlet)
}

/** Whether the first word is a verb, known or by its shape. */
function opensWithVerb({ paragraph: { tokens }, open }: QuotePassage): boolean {
  const { plain, info } = wordAt(tokens, open + 1)
  if (/^(?:ليست?|كانت?|سوف|لن|لم|لا|قد|يجب)$/.test(plain)) return true
  // `خلية «تعتنق فكرهم»`: what the noun is like.
  const { plain: before, info: noun } = wordAt(tokens, open - 1)
  if (BEFORE_NOUNS.test(before) || (noun.common && !noun.definite && !noun.functional)) return false
  const shape = !info.known && /^(?:س[ينت]|[يت]).{2,4}$/.test(plain) && wordAt(tokens, open + 2).info.known
  return shape || isVerbHere(tokens, open + 1)
}

const BEFORE_NOUNS = /^(?:في|من|الي|علي|عن|مع|ب|ل|عبر)$/

/** For an unclosed passage: attributed, or the rest of its sentence and of its paragraph. */
function isLedIn(passage: QuotePassage, { act, lead }: Attribution): boolean {
  if (act === null) return false
  const { tokens } = passage.paragraph
  // `بحسب الكاتب "`, `رأى سامر "أن`
  if (
    (act.event.kind === 'according' && act.event.to === passage.open) ||
    THAT.has(wordAt(tokens, passage.open + 1).plain)
  )
    return true
  if (lead === 'inside')
    return (
      restsInSentence(passage) &&
      (isReport(passage, act.event.to) || wordAt(tokens, passage.open + 1).info.preposition !== '')
    )
  return lead === 'colon' || lead === 'bare' || lead === 'that'
}

// Somewhere between the verb and the mark a clause of the report begins.
function isReport({ paragraph, open }: QuotePassage, from: number): boolean {
  return paragraph.tokens.slice(from, open).some(({ plain }) => THAT.has(plain) || THAT_PRONOUN.has(plain))
}

// Or up to where the reporter goes on (`، مضيفا`).
function restsInSentence({ paragraph, open, close }: QuotePassage): boolean {
  const { sentence, tokens } = paragraph
  const ends = close === tokens.length || tokens[close]?.kind === 'comma'
  return ends && sentence[open] === sentence[close - 1]
}

/** `لوكالة الأنباء الكندية «سي بي»`: an outlet, and behind it what it is called. */
function endsOutlet(tokens: readonly Token[], open: number): boolean {
  for (let at = open - 1; at >= open - 4; at -= 1) {
    const { kind, info } = wordAt(tokens, at)
    if (kind !== 'word' || info.functional || info.verb !== null) return false
    if (info.outlet) return true
  }
  return false
}

function isStrange({ paragraph, open, close }: QuotePassage): boolean {
  return paragraph.tokens.slice(open + 1, close).every(({ info }) => !info.known || info.outlet)
}

// `تسمى رسميا «…»`, `المعنونة بـ«…»`
function namingWord(noun: Token, { paragraph, open }: QuotePassage): Token {
  return /[اً]$|^ب$/.test(noun.plain) ? wordAt(paragraph.tokens, open - 2) : noun
}

const NAMING = /^(?:[يت]سم[يى]|سميت?|[يت]دع[يى]|المسم(?:ي|اه)|[يت]لقب|الملقبه?|(?:ال)?معنونه?)$/

/** Nouns only, and the sentence goes on behind them: `المبادرة «معا نحو غد أفضل» ستنطلق`. */
function isBareName({ paragraph: { tokens }, open, close }: QuotePassage): boolean {
  const next = wordAt(tokens, close)
  if (next.kind !== 'word' || next.info.conjunction) return false
  return tokens.slice(open + 1, close).every(({ info, plain }) => info.verb === null && !NOT_IN_NAMES.test(plain))
}

const NOT_IN_NAMES = /^(?:ان|انه|انها|لا|لم|لن|ليس|ليست|قد|كان|كانت|هو|هي|نحن|هذا|هذه|الذي|التي|سوف)$/

/** `كتابه الجديد «…»`, `دراسة متخصصة عن «…»`: the noun a word or two before the mark. */
function isLooseTitle(tokens: readonly Token[], open: number): boolean {
  const last = wordAt(tokens, open - 1)
  if (!last.info.definite && !/^(?:عن|حول|بعنوان|اسم|باسم)$/.test(last.plain)) return false
  for (let at = open - 2; at >= open - 4; at -= 1) {
    const { kind, info, plain } = wordAt(tokens, at)
    if (kind !== 'word' || info.verb?.shape === 'finite' || THAT.has(plain)) return false
    if (info.work && !info.definite) return true
  }
  return false
}

/** `اعتبر «الائتلاف الجمعوي للقضاء على الاستغلال» القانون …`: a body's name in the place of a noun. */
function isBodyName({ paragraph: { tokens }, open, close }: QuotePassage): boolean {
  const next = wordAt(tokens, close)
  if (!wordAt(tokens, open + 1).info.institution || next.kind !== 'word' || next.info.functional) return false
  return tokens.slice(open + 1, close).every((token) => token.info.verb === null)
}

// `أبرز شركاته: "Veero"`
function isForeignWord({ paragraph: { tokens }, open, close, words }: QuotePassage): boolean {
  return words < CLAUSE_WORDS && tokens.slice(open + 1, close).every(({ plain }) => !/\p{Script=Arabic}/u.test(plain))
}

function isBody({ paragraph: { tokens }, open, close }: QuotePassage): boolean {
  const { institution, definite } = wordAt(tokens, open + 1).info
  return institution && !definite && tokens.slice(open + 1, close).every(({ info }) => info.verb === null)
}

function isName({ paragraph: { tokens }, open, close }: QuotePassage): boolean {
  const next = wordAt(tokens, close)
  if (/^[بلك]$/.test(wordAt(tokens, open - 1).plain)) return true
  return next.kind === 'colon' || (next.kind === 'word' && !next.info.conjunction)
}

function closesClause(passage: QuotePassage): boolean {
  const { lastParagraph, close } = passage
  return (
    close >= lastParagraph.tokens.length ||
    wordAt(lastParagraph.tokens, close).kind === 'stop' ||
    opensWithVerb(passage)
  )
}

// Formulas of respect after a name.
const FORMULA = /^(?:صلى الله عليه|رضي الله عن|عليه السلام|عليها السلام|عز وجل|سبحانه وتعالى|حفظه الله|رحمه الله)/
