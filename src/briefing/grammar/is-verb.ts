import { answering, type Case, decidingCase } from './case.ts'
import { type Token, wordAt } from './tokens.ts'
import { ACCORDING, THAT } from './words/particles.ts'
import type { VerbForm, VerbShape } from './words/verbs.ts'

/** A form that may be a verb, in its place. */
export type VerbPlace = {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly token: Token
  readonly form: VerbForm
  readonly before: Token
}

/** The place of a form some verb has, `null` where no verb has the word at `at`. */
export function verbPlace(tokens: readonly Token[], at: number): VerbPlace | null {
  const token = wordAt(tokens, at)
  const form = token.info.verb
  return form === null ? null : { tokens, at, token, form, before: wordAt(tokens, at - 1) }
}

/** Whether a form that may also be a noun or an adjective is a verb in this place. */
export function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const place = verbPlace(tokens, at)
  return place !== null && decidingCase(VERB_CASES[place.form.shape], place) === undefined
}

const NOT_BEFORE_A_VERB: ReadonlySet<string> = new Set(
  'في من على علي إلى الي عن مع بعد قبل خلال عبر اثناء بين حول ضد هذا هذه ذلك تلك اي كل بعض عدم غير حتي دون'.split(' '),
)
const OBJECT_NOUNS = /^(?:رد|نفي|ذكر|قول|كشف|وعد|نقل|ورد|زعم|شكر|سجل|عرض|كتب)$/

const no = answering<VerbPlace, false>(false)

/** Words that only look like verbs, by their apparent shape. */
export const VERB_CASES: Readonly<Record<VerbShape, readonly Case<VerbPlace, false>[]>> = {
  finite: [
    no('رجل [يدعى] سامر', ({ token }) => /^[وف]?[يت]\u064F?دعى$/.test(token.text), '[يدعي] الوزير أنه'),
    no(
      'قضية [سائلة] ومسؤولة',
      (place) => {
        const { info, text } = place.token
        return (info.role && !isDemand(place)) || info.institution || info.group || text.endsWith('ة')
      },
      'خرج الناس. [وطالب] سامر الحلبي بالحل',
    ),
    no(
      '[عقب] الاجتماع',
      ({ token: { info, text }, form }) =>
        info.base === 'هنا' ? !text.endsWith('أ') : info.functional && form.force !== 'do' && !info.conjunction,
      '[وعقب] الوزير',
    ),
    no(
      'لافتات [كتب] عليها',
      ({ tokens, at, token, before }) => {
        const written = before.kind === 'comma' && tokens[at + 2]?.kind === 'colon'
        return (
          !written && /^كتبت?$/.test(token.info.base) && /^(?:علي|في)(?:ه|ها|هم)$/.test(wordAt(tokens, at + 1).plain)
        )
      },
      'رسالة، [كتبت] فيها:',
    ),
    no(
      'بعد [كشف] النتائج',
      ({ tokens, at, before }) => NOT_BEFORE_A_VERB.has(before.plain) && !closesAdverbial(tokens, at - 1),
      'بعد ذلك [كشف] الوزير',
    ),
    no(
      '[أُعلن] فتح الطريق',
      ({ token, form }) => form.force !== 'ask' && /^[وف]?[^\u064Fيتن]\u064F/.test(token.text),
      '[سُئل] الوزير',
    ),
    no('بحسب [رد] الوزارة', ({ before }) => ACCORDING.has(before.plain)),
    no(
      'إن [رد] الفعل عنيف',
      ({ tokens, at, token, before }) =>
        THAT.has(before.plain) &&
        !/^[يت]/.test(token.info.base) &&
        !/^و?(?:بعد|منذ|الي)$/.test(wordAt(tokens, at - 2).plain) &&
        !tokens.slice(Math.max(0, at - MAX_SINCE), at).some(({ plain }) => /^[وف]?سبق$/.test(plain)),
      'سبق للوزير أن [نفى] ذلك',
    ),
    no(
      'قدم الوزير، [شكره] للجميع',
      ({ token, tokens, at }) => /^شكر(?:ه|ها|هم)$/.test(token.plain) && /^[ول]/.test(wordAt(tokens, at + 1).plain),
    ),
    no(
      'قال [أبرز] الحاضرين إن',
      ({ token: { info }, before }) => before.info.verb?.uses.has('noObject') === true && !info.conjunction,
      'قال ذلك. [أبرز] الوزير الخطة',
    ),
    no(
      'تأخر استكمال [صرح] كبير',
      ({ token: { text }, before: { info } }) => text === 'صرح' && info.common && !info.definite,
      'في الاجتماع [صرح] الوزير',
    ),
    no(
      'جمع كمال [يحيى] والوزير',
      ({ token: { info }, before }) => info.given && before.info.given && !info.conjunction,
      'جمع الناس [يحيى] الذكرى',
    ),
    no(
      'قدم [شكر] الوزارة',
      ({ token: { info }, before }) => OBJECT_NOUNS.test(info.base) && !info.conjunction && before.info.verb !== null,
    ),
  ],
  masdar: [
    no('أزعجه [تأكيده] ذلك', ({ token: { plain } }) => !/^(?:ب|وب|فب|و?قول|و?تصريح)/.test(plain), 'ختم [بتأكيده] ذلك'),
  ],
  participle: [
    no('شكرا [لمتابعين] كثر', ({ token }) => token.info.preposition !== ''),
    no('حركة [لافتة] للنظر', ({ token }) => /^و?لافته$/.test(token.plain)),
    no('خطوة [مؤكدة] للجميع', ({ form, before }) => form.gender === 'f' && before.info.common && !before.info.definite),
    no(
      'كانت [مؤكدة] لنا',
      ({ token: { info, text }, form, before }) =>
        form.gender === 'f' &&
        (!/[ةه]\u064B?$/.test(text) || info.role || info.placeNoun || info.institution || before.info.functional),
    ),
  ],
}

// Tokens between `سبق` and its verb.
const MAX_SINCE = 8

/** `وطالب فلان بحل`, `كما طالب`: the letters of `student` where a clause begins. */
function isDemand({ tokens, at, token, before }: VerbPlace): boolean {
  const lead = before.kind === 'comma' ? wordAt(tokens, at - 2) : before
  if (/^(?:كما|بدوره|جهته|جانبه|قد)$/.test(lead.plain)) return token.plain === 'طالب'
  return token.plain === 'وطالب' && before.kind !== 'word'
}

/** `على ذلك ذكر`, `بعد ذلك قال`: what the preposition takes already stands before the verb. */
function closesAdverbial(tokens: readonly Token[], at: number): boolean {
  return /^(?:ذلك|تلك)$/.test(wordAt(tokens, at).plain) && wordAt(tokens, at - 1).info.functional
}
