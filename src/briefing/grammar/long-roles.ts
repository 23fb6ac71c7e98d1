import { closingMark } from './modifier-spot.ts'
import { isBoundary } from './name-spot.ts'
import { nameEnd } from './names.ts'
import { type Range, type Token, wordAt } from './tokens.ts'
import { EVERYDAY_NAMES, GIVEN_NAMES } from './words/given-names.ts'
import { THAT } from './words/particles.ts'

const MAX_COMPLEMENT = 14
const MAX_BRACKETED = 9

/**
 * The name behind a role whose complement is longer than the tables know (`عضو الأمانة العامة لقوى 14 آذار فلان الفلاني إن`):
 * a name of two words that closes the subject of a verb. `at`: where the known part of the role ends.
 */
export function nameBehindComplement(tokens: readonly Token[], head: number, at: number): Range | null {
  const verb = wordAt(tokens, head - 1).info.verb
  const said = verb?.shape === 'finite' && verb.force !== 'do'
  const reports = said && verb.uses.has('reports')
  let far = false
  for (let next = at; next < at + MAX_COMPLEMENT; next += 1) {
    const token = wordAt(tokens, next)
    const titled = next > at && (isTitleOfName(tokens, next - 1, reports) || isTitleOfName(tokens, next - 2, reports))
    const to = titled || startsName(tokens, next) ? nameEnd(tokens, next) : next
    if (to >= next + 2 && closes(tokens, next, to, far || !said)) return { from: firstNameBefore(tokens, at, next), to }
    if (token.kind === 'mark') {
      const close = closingMark(tokens, next)
      if (close < 0 || THAT.has(wordAt(tokens, next + 1).plain)) return null
      next = close
    } else if (token.text === '(') {
      const close = tokens.slice(next, next + MAX_BRACKETED).findIndex(({ text }) => text === ')')
      if (close < 0) return null
      next += close
    } else if (token.kind === 'comma') {
      const first = isTitleOfName(tokens, next + 1, false) ? next + 2 : next + 1
      const own = nameEnd(tokens, first) >= first + 2 || wordAt(tokens, next + 1).plain === 'عن'
      if (!own) return null
    } else if (token.info.preposition === 'ل' && token.info.title && nameEnd(tokens, next + 1) > next + 1) {
      // `مستشارة الوزير السابقة للرئيس فلان، فلانة،`
      next = nameEnd(tokens, next + 1) - 1
    } else if (
      token.kind !== 'word' ||
      !(isComplement(tokens, next) || isTitleOfName(tokens, next, reports) || RETIRED.test(token.plain))
    )
      return null
    far ||= token.info.functional && token.plain !== 'العام'
  }
  return null
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const { kind, info, plain } = wordAt(tokens, at)
  if (
    kind !== 'word' ||
    (info.definite && !GIVEN_NAMES.has(plain)) ||
    info.preposition !== '' ||
    info.conjunction ||
    info.functional
  )
    return false
  if (EVERYDAY_NAMES.has(plain)) return wordAt(tokens, at + 1).info.given || !wordAt(tokens, at + 1).info.known
  const next = wordAt(tokens, at + 1)
  return info.given || info.particle || (!info.known && (next.info.particle || (info.repeated && !next.info.known)))
}

// `فضل عبد الغني`: before عبد a word without ال is the first name.
function firstNameBefore(tokens: readonly Token[], start: number, at: number): number {
  if (wordAt(tokens, at).plain !== 'عبد') return at
  let from = at
  while (from > start && from > at - 2 && isBareWord(wordAt(tokens, from - 1))) from -= 1
  return from
}

function isBareWord({ kind, info }: Token): boolean {
  return kind === 'word' && !info.definite && !info.functional && info.preposition === '' && !info.conjunction
}

/** Whether the subject ends behind a name; over a preposition (`far`) only a comma, a colon, إن or a mark shows it. */
function closes(tokens: readonly Token[], from: number, to: number, far: boolean): boolean {
  const [before, next] = [wordAt(tokens, from - 1), wordAt(tokens, to)]
  if (before.kind === 'comma') return isBoundary(next) || next.info.functional
  if (next.info.verb?.shape === 'finite' && !next.info.common && !next.info.given) return true
  return isBoundary(next) || (!far && (next.info.functional || next.info.preposition === 'ل'))
}

/** `عضو الأمانة العامة الدكتور فلان الفلاني`, `مقدم البرنامج المذيع فلان الفلاني`: the title, or the trade, right before the name. */
function isTitleOfName(tokens: readonly Token[], at: number, trade: boolean): boolean {
  const { title: rank, role, definite, preposition, conjunction } = wordAt(tokens, at).info
  const title = rank || (trade && role)
  const name = RETIRED.test(wordAt(tokens, at + 1).plain) ? at + 2 : at + 1
  return title && definite && preposition === '' && !conjunction && nameEnd(tokens, name) >= name + 2
}

// `العميد المتقاعد سامر الحلبي`
const RETIRED = /^(?:ال)?(?:متقاعد|ركن|طيار)$/

const REACHES = /^(?:في|من|عن|لدي|الي)$/

function isComplement(tokens: readonly Token[], at: number): boolean {
  const { plain, info } = wordAt(tokens, at)
  // `المكلف بالمفاوضات مع كييف`
  if (plain === 'مع') return wordAt(tokens, at - 1).info.preposition === 'ب'
  if (/^\p{N}+$/u.test(plain) || REACHES.test(plain) || plain === 'العام') return true
  if (plain === 'علي')
    return tokens.slice(Math.max(0, at - 2), at).some((word) => /^ال(?:مشرف|قايم|قيم)/.test(word.plain))
  // `قوى 14 آذار`
  if (/^\p{N}+$/u.test(wordAt(tokens, at - 1).plain)) return true
  if (info.functional || (info.title && info.definite) || info.oneOf) return false
  // `وزير الداخلية اليمني دول التحالف`: a new noun begins.
  const begins = !plain.startsWith('ال') && info.common && info.preposition === '' && !info.conjunction
  if (begins && wordAt(tokens, at - 1).info.definite && wordAt(tokens, at + 1).plain !== 'عبد') return false
  if (info.role && (info.definite || info.conjunction || info.preposition !== '')) return false
  return info.verb === null || info.common || info.definite
}
