import type { Token } from './tokens.ts'
import { ACCORDING, THAT } from './words/particles.ts'

const NOT_BEFORE_A_VERB: ReadonlySet<string> = new Set(
  'في من على علي إلى الي عن مع بعد قبل خلال عبر اثناء بين حول ضد هذا هذه ذلك تلك اي كل بعض عدم غير حتي دون'.split(' '),
)

const OBJECT_NOUNS = /^(?:رد|نفي|ذكر|قول|كشف|وعد|نقل|ورد|زعم|شكر|سجل|عرض|كتب)$/

/** Whether a form that may also be a noun or an adjective is a verb in this place. */
export function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const form = token?.info.verb
  if (token === undefined || form === null || form === undefined) return false
  const { info, text } = token
  // `هنا`: here, unless هنأ is written.
  if (info.base === 'هنا' && !/هن[ّ]?أ/.test(text)) return false
  // `يدعى`: is called.
  if (/^[وف]?[يت]\u064F?دعى$/.test(text)) return false
  if (form.shape === 'participle') return isAdverbialParticiple(tokens, at)
  if (form.shape === 'masdar') return /^(?:ب|وب|فب)/.test(token.plain) || /^و?(?:قول|تصريح)/.test(token.plain)
  if (info.base === 'راي' || info.base === 'نفي')
    return /ى$/.test(text) && !NOT_BEFORE_A_VERB.has(tokens[at - 1]?.plain ?? '-')
  if (info.role || info.institution || info.group || text.endsWith('ة')) return false
  // `عقب الاجتماع` is a preposition, `وعقب فلان` is not.
  if (info.functional && form.force !== 'do' && !info.conjunction) return false
  // `لافتات كتب عليها`: nobody in particular wrote, but in `رسالة، كتبت فيها:` she did.
  const written = tokens[at - 1]?.kind === 'comma' && tokens[at + 2]?.kind === 'colon'
  if (!written && /^كتبت?$/.test(info.base) && /^(?:علي|في)(?:ه|ها|هم)$/.test(tokens[at + 1]?.plain ?? '')) return false
  if (NOT_BEFORE_A_VERB.has(tokens[at - 1]?.plain ?? '-') && !closesAdverbial(tokens, at - 1)) return false
  // `أُعلن`: a passive has nobody who does it.
  if (form.force !== 'ask' && /^[وف]?[^\u064Fيتن]\u064F/.test(text)) return false
  // `بحسب رده`: a noun.
  if (ACCORDING.has(tokens[at - 1]?.plain ?? '-')) return false
  // `إن رد الفعل`: no past verb stands right behind إن, but one does in `بعد أن نشرت`.
  const after = /^و?(?:بعد|منذ|الي)$/.test(tokens[at - 2]?.plain ?? '')
  if (THAT.has(tokens[at - 1]?.plain ?? '-') && !/^[يت]/.test(info.base) && !after) return false
  // `فصل أسر المهاجرين`: families behind another noun.
  if (info.base === 'اسر' && !info.conjunction && tokens[at - 1]?.kind === 'word') return false
  return !(
    OBJECT_NOUNS.test(info.base) &&
    info.conjunction === false &&
    tokens[at - 1]?.info.verb !== null &&
    tokens[at - 1]?.kind === 'word'
  )
}

/** `على ذلك ذكر`, `بعد ذلك قال`: what the preposition takes already stands before the verb. */
function closesAdverbial(tokens: readonly Token[], at: number): boolean {
  return /^(?:ذلك|تلك)$/.test(tokens[at]?.plain ?? '') && tokens[at - 1]?.info.functional === true
}

function isAdverbialParticiple(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.info.preposition !== '') return false
  const form = token.info.verb
  if (form?.plural) return !/^(?:متحدثين|متهمين)$/.test(token.plain) && !tokens[at - 1]?.info.definite
  const before = tokens[at - 1]?.info
  if (/^و?لافته$/.test(token.plain)) return false
  if (form?.gender === 'f' && before?.common && !before.definite) return false
  // `وحرمان الناس من النقد ومناقشة القضايا`: the noun of such a verb.
  if (/^م.ا..ه$/.test(token.info.base) && token.info.conjunction) return false
  if (form?.gender === 'f')
    return (
      /[ةه]$/.test(token.text) &&
      !token.info.role &&
      !token.info.placeNoun &&
      !token.info.institution &&
      tokens[at - 1]?.info.functional !== true
    )
  return /ا\u064B?$|\u064Bا$/.test(token.text)
}
