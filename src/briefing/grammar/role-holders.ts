import { RANK } from './modifier-cases.ts'
import { closingMark } from './modifier-spot.ts'
import { modifiersEnd } from './modifiers.ts'
import { isBoundary } from './name-spot.ts'
import { nameEnd } from './names.ts'
import { isTagSign, type Range, type Token, wordAt } from './tokens.ts'
import { WOMENS_NAMES } from './words/given-names.ts'

/** The name behind a role: right after it, after a comma, or in brackets. */
export function nameAfterRole(tokens: readonly Token[], from: number, at: number): Range | null {
  const [next, lone] = [wordAt(tokens, at), wordAt(tokens, at + 1)]
  if (next.kind === 'comma' && lone.info.title) return nameFrom(tokens, behindAdjectives(tokens, at + 2))
  const behind = endOfRelative(tokens, at)
  if (behind !== null) return nameBehindRelative(tokens, behind)
  if (next.kind === 'mark') return nameInMarks(tokens, at)
  if (CALLED.test(next.plain)) return nameFrom(tokens, at + 1)
  if (next.kind === 'word' || isTagSign(next)) return nameFrom(tokens, at)
  const opens = next.text === '('
  if (next.kind !== 'comma' && !opens) return null
  const start = at + 1
  const to = nameEnd(tokens, start)
  const closes = opens ? wordAt(tokens, to).text === ')' : endsApposition(tokens, start, to)
  const long = to - start >= 2 || (to > start && (isTagSign(lone) || lone.info.given))
  return closes && long && at - from >= 1 ? { from: start, to } : null
}

// `أحد المحتجين ويدعى سامر الحلبي`
const CALLED = /^و?(?:يدعي|تدعي|اسمه|اسمها)$/

// `العقيد المتقاعد سامر الحلبي`
function behindAdjectives(tokens: readonly Token[], from: number): number {
  const { info, plain } = wordAt(tokens, from)
  return info.nationality || /^ال(?:متقاعد|سابق|اسبق|دكتور|مهندس)$/.test(plain) ? from + 1 : from
}

function nameFrom(tokens: readonly Token[], from: number): Range | null {
  const to = nameEnd(tokens, from)
  return to > from ? { from, to } : null
}

const MAX_RELATIVE = 10
const RELATIVE = /^و?(?:الذي|التي)$/

/** Behind the comma that closes `التي تضم قرى كثيرة،`, with or without one before it. */
function endOfRelative(tokens: readonly Token[], at: number): number | null {
  const start = tokens[at]?.kind === 'comma' ? at + 1 : at
  if (!RELATIVE.test(wordAt(tokens, start).plain)) return null
  for (let next = start + 1; next < start + MAX_RELATIVE; next += 1) {
    if (tokens[next]?.kind === 'comma') return next + 1
    // `رئيس اللجنة التي تحقق مع المدير، فلان،`: the name is the other's.
    if (tokens[next]?.kind !== 'word' || wordAt(tokens, next).info.role) break
  }
  return null
}

/** `مدير المتحف، الذي فتح أبوابه أمس، فلان الفلاني،`: a full name between pauses. */
function nameBehindRelative(tokens: readonly Token[], from: number): Range | null {
  const to = nameEnd(tokens, from)
  return to >= from + 2 && isBoundary(tokens[to]) ? { from, to } : null
}

// A pause, or with a name of two words any word without ال.
function endsApposition(tokens: readonly Token[], from: number, to: number): boolean {
  const next = wordAt(tokens, to)
  return isBoundary(next) || (to >= from + 2 && !next.info.definite)
}

// `الجنرال "روني نوما"`, whatever its last word means elsewhere.
function nameInMarks(tokens: readonly Token[], at: number): Range | null {
  const close = closingMark(tokens, at)
  const words = tokens.slice(at + 1, close)
  // A name stands within its sentence; `ردت المرأة "أشعر بالبرد".` is speech.
  if (tokens[close + 1]?.kind !== 'word' || words.length < 2) return null
  if (!words.some(({ info }) => info.given || !info.known)) return null
  const plain = words.every(
    ({ kind, info }) => kind === 'word' && !info.functional && !info.definite && info.verb === null,
  )
  return plain || nameEnd(tokens, at + 1) === close ? { from: at + 1, to: close } : null
}

/**
 * `محامي ترامب`, `لاعب يوفنتوس كريستيانو رونالدو`: right behind a role without ال stands its owner; the holder's own
 * name begins with the next given name, or is the rest of a long run. A role with ال or a pronoun has its holder there.
 */
export function ownerEnd(tokens: readonly Token[], from: number, start: number): number {
  const kin = kinOwnerEnd(tokens, from)
  if (kin > start) return kin
  const [head, last] = [wordAt(tokens, from), wordAt(tokens, start - 1)]
  if (/(?:ه|ها|هم|نا)$/.test(head.text)) return start
  if (last.info.definite || last.info.title || last.info.place || last.info.nationality) return start
  if (RANK.test(last.plain)) return start
  if (!last.info.role && !last.info.institution && !last.info.common) return start
  const end = nameEnd(tokens, start)
  if (end === start || wordAt(tokens, start).info.given) return start === from + 1 ? end : start
  for (let at = start + 1; at < end; at += 1) if (tokens[at]?.info.given) return at
  return end >= start + 3 ? start + 1 : end
}

const KINSWOMAN = /^(?:زوجه|ارمله|والده|شقيقه|ابنه|نجله|اخت|خطيبه|طليقه)$/

/**
 * `زوجة الرئيس الأميركي باراك أوباما`: behind a woman of somebody's family and his role the name is his. Token index
 * behind it, -1 for anything else, as where the name is a woman's.
 */
export function kinOwnerEnd(tokens: readonly Token[], from: number): number {
  const owner = tokens[from + 1]
  if (!KINSWOMAN.test(wordAt(tokens, from).info.base) || owner?.kind !== 'word' || !owner.info.role) return -1
  const start = modifiersEnd(tokens, from + 1)
  const end = nameEnd(tokens, start)
  return end > start && !WOMENS_NAMES.has(wordAt(tokens, start).plain) ? end : -1
}

/** The role behind a name: `هاني عمارة، محلل اقتصادي أول لدى «…»`, `اليسا لينش مسؤولة المتحف`, `سامر الحلبي، وهو مهندس`. */
export function roleAfterName(tokens: readonly Token[], name: number): Range | null {
  const comma = tokens[name]?.kind === 'comma' ? 1 : 0
  const is = /^وه[وي]$/.test(wordAt(tokens, name + comma).plain)
  const at = is ? name + comma + 1 : name
  const skip = is ? 0 : comma
  const start = tokens[at + skip]
  if (start?.kind !== 'word' || !start.info.role || start.info.conjunction || start.info.preposition !== '') return null
  const end = Math.max(kinOwnerEnd(tokens, at + skip), bodyEnd(tokens, at + skip, modifiersEnd(tokens, at + skip)))
  const follower = tokens[end]
  if (skip === 1 && nameEnd(tokens, end) > end) return null
  if (skip === 1 && follower?.kind === 'word' && !isBoundary(follower) && !follower.info.functional) return null
  return { from: at + skip, to: end }
}

/** `مديرة غرين بلانت فاونديشن،` behind a name: whose holder is known takes the unknown words before a comma for a body. */
function bodyEnd(tokens: readonly Token[], head: number, end: number): number {
  const first = tokens[head + 1]
  if (end > head + 2 || first?.kind !== 'word' || first.info.known || tokens[head]?.info.definite) return end
  const to = nameEnd(tokens, head + 1)
  return to > end && tokens[to]?.kind === 'comma' ? to : end
}
