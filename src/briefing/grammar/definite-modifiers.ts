import { answering, type Case } from './case.ts'
import { isNamedAt, type ModifierSpot } from './modifier-spot.ts'
import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'

const no = answering<ModifierSpot, 0>(0)
const yes = answering<ModifierSpot, 1>(1)

/** How many tokens a word with ال takes behind a head; none where no case decides. Brackets as in `MODIFIER_CASES`. */
export const DEFINITE_CASES: readonly Case<ModifierSpot, 0 | 1>[] = [
  // A new noun begins.
  no(
    'اتهمت [منظمة العفو الدولية السلطات] بذلك',
    ({ token, previous }) => previous.info.definite && (token.info.group || /(?:ين|ون|ات)$/.test(token.plain)),
    'اتهمت [منظمة العفو الدولية] السلطات',
  ),
  no(
    'طالب [بعض السكان البلدية] بالعمل',
    ({ tokens, head, token, previous }) =>
      wordAt(tokens, head).info.oneOf && previous.info.group && previous.info.definite && token.info.institution,
    'طالب [بعض السكان القدامى] بالعمل',
  ),
  no(
    'رفض [مسؤولون سابقون الاجتماع] أمس',
    ({ tokens, head, at, previous }) =>
      at > head + 1 && !previous.info.definite && /(?:ون|ين)$/.test(previous.plain) && wordAt(tokens, head).info.group,
    'رفض [مسؤولو الاجتماع] ذلك',
  ),
  no(
    'طالب [النائب المعارض الحكومة] بالرد',
    ({ head, at, token: { info, text }, previous }) =>
      at > head + 1 && previous.info.definite && info.institution && !info.title && !/^الم|ية$/.test(text),
    'قال [النائب المعارض السابق] إن',
  ),
  no(
    'دعت [منظمة العفو الدولية الرئيس] إلى الحوار',
    ({ tokens, head, token, previous }) =>
      previous.info.definite && wordAt(tokens, head).info.institution && token.info.title,
    'قال [مكتب الرئيس] إن',
  ),
  no(
    'دعا [الأمين الدول] العربية',
    ({ token, previous }) =>
      (previous.info.definite || /^(?:فتح|حماس|داعش|طالبان)$/.test(previous.plain)) && ADDRESSED.test(token.plain),
    'دعا [أمين الدول] العربية',
  ),
  yes(
    'قال [وزير الخارجية] إن',
    ({ tokens, head, at }) => at === head + 1 && !wordAt(tokens, head).info.definite,
    'قال [الوزير السابق] إن',
  ),
  no(
    'دعت [الوزارة البرلمان] إلى الحوار',
    ({ tokens, head, at, token }) => at === head + 1 && !agreesWithHead(wordAt(tokens, head), token),
    'قالت [الوزارة الجديدة] إن',
  ),
  yes(
    'قال [الوزير السابق] إن',
    ({ token: { info } }) => info.common || info.institution || info.role || info.group,
    'قال [الوزير الصنديد] إن',
  ),
  no('قال [الوزير الحسن] بن علي', ({ token: { info } }) => info.given, 'قال [الوزير الصنديد] إن'),
  // Behind a noun without ال the one with it belongs to it.
  yes(
    'قال [قائد كتيبة الصنديد] إن',
    ({ previous: { info } }) => info.known && !info.definite && !info.nationality && !info.place,
    'قال [قائد الكتيبة الصنديد] إن',
  ),
  yes(
    'قال [الضابط الصنديد] في فرنسا، سامر الحلبي، إن',
    ({ tokens, at }) => {
      const located = wordAt(tokens, at + 1).plain === 'في' && wordAt(tokens, at + 2).info.place
      const pause = located ? at + 3 : at + 1
      return wordAt(tokens, pause).kind === 'comma' && isNamedAt(tokens, pause)
    },
    'قال [الضابط الصنديد] في فرنسا إن',
  ),
  // A participle, or an adjective before a name; alone it is a name (`الرئيس السيسي`).
  yes('قال [الوزير المغتبط] إن', ({ token: { plain } }) => /^الم.*[^ي]$/.test(plain), 'قال [الوزير السيسي] إن'),
  yes(
    'قال [الوزير الصنديدي] سامر الحلبي إن',
    ({ tokens, at }) => nameEnd(tokens, at + 1) > at + 1,
    'قال [الوزير الصنديدي] إن',
  ),
]

const ADDRESSED = /^ال(?:دول|شعوب|بلدان)$/

/** `دعت الوزارة البرلمان`: behind a head in ة an adjective ends in ة too, or in ا or ى (`العليا`, `الكبرى`). */
function agreesWithHead(head: Token, token: Token): boolean {
  return !head.info.institution || !head.text.endsWith('ة') || /[ةهىاي]$/.test(token.text)
}
