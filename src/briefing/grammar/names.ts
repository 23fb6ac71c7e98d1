import { isPause } from './name-spot.ts'
import { isNamePart } from './name-words.ts'
import { isTagSign, type Token, wordAt } from './tokens.ts'
import { GIVEN_NAMES } from './words/given-names.ts'

const MAX_NAME_WORDS = 6
const MAX_NAME_TOKENS = 10
/**
 * Where the name that starts at `from` ends: token index after it, `from` when no name starts there. A name is a run of
 * given names and of words no table knows (`روزي كاكوشي`), held together by `بن`, `أبو`, `دي`.
 */
export function nameEnd(tokens: readonly Token[], from: number): number {
  let end = from
  let words = 0
  for (let at = from; at < from + MAX_NAME_TOKENS && words < MAX_NAME_WORDS; at += 1) {
    if (isTagSign(tokens[at])) continue
    if (!isNamePart(tokens, at, from) || startsAnother(tokens, at, from) || goesOnDoing(tokens, at, from)) break
    words += 1
    end = at + 1
  }
  while (end > from && isLooseEnd(wordAt(tokens, end - 1))) end -= 1
  return hasObject(tokens, from, end) ? end - 1 : end
}

/** `زار سامر الحلبي ليلى الحداد`: behind a family name a given name with a family name of its own is somebody else. */
function startsAnother(tokens: readonly Token[], at: number, from: number): boolean {
  const [previous, token, next] = [wordAt(tokens, at - 1), wordAt(tokens, at), wordAt(tokens, at + 1)]
  if (at < from + 2 || !GIVEN_NAMES.has(token.plain)) return false
  if (GIVEN_NAMES.has(previous.plain) || previous.info.particle) return false
  return next.kind === 'word' && !next.info.known
}

/** `كانت ميرا تظن`: behind كان and its subject the present of another verb. */
function goesOnDoing(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from || !/^[يت][^اوي]/.test(wordAt(tokens, at).plain)) return false
  return /^(?:كانت?|ظلت?|باتت?|بدات?|اخذت?)$/.test(wordAt(tokens, from - 1).info.base)
}

/** `انتقدت باشليه إرسال فرق`: a last word the article has once, with a noun behind it, is no part of the name. */
function hasObject(tokens: readonly Token[], from: number, end: number): boolean {
  const [first, last, next] = [wordAt(tokens, from), wordAt(tokens, end - 1), wordAt(tokens, end)]
  if (end - from < 2 || last.info.given || last.info.repeated || wordAt(tokens, end - 2).info.particle) return false
  // `كيم جونغ أون`
  if (end - from === 3 && tokens.slice(from, end).every(({ plain, info }) => plain.length < 5 && !info.common))
    return false
  // `محمد الجاسر الملحق في السفارة`
  if (last.info.definite && /^الم/.test(next.plain)) return false
  if (isPause(next) || next.info.preposition !== '' || next.info.role || next.info.conjunction) return false
  // `حسن محمد شاهين المطلوب`
  if (!/^س?[يت]/.test(last.plain) && tokens.slice(from, end - 1).every(({ plain }) => GIVEN_NAMES.has(plain)))
    return false
  return end - from > 2 || (!first.info.given && first.info.repeated)
}

function isLooseEnd(token: Token): boolean {
  const { plain, info } = token
  return isTagSign(token) || (info.particle && !info.given && !/^(?:الدين|ماك)$/.test(plain))
}
