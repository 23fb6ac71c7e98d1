import { withoutDateline } from '../language/dateline.ts'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { quotedSpans } from '../language/quoted-spans.ts'
import { splitSentences } from '../language/sentences.ts'
import { isStopWord } from '../language/stop-words.ts'

/** With the mark of a cut. */
const LONGEST = 90
const SHORTEST = 28
/** A clause ends before these words; a cut there leaves a whole phrase. */
const PHRASE_STARTS =
  /^(?:في|فى|من|على|إلى|الى|عن|مع|بعد|قبل|خلال|منذ|حتى|الذي|التي|الذين|اللذين|اللتين|حيث|فيما|بينما|عندما|حين|بسبب|إثر|عقب|ضمن|وسط|أثناء|وفق|وفقا|وفقاً|بحسب|حسب|وذلك|وهو|وهي|وقد|مما|كما|لكن|ولكن|إذ|بهدف|نحو|in|on|at|after|before|during|since|while|as|when|with|for|who|which|that|amid|over|following|because|from)$/iu
/** Words, besides stop words, that can't end a title: another has to follow. */
const DANGLING =
  /^(?:باسم|بان|بأن|بأنه|بأنها|بأنهم|لأن|وأن|فإن|وإن|أكبر|أول|أولى|أهم|أحد|إحدى|عدة|عدد|نحو|حوالي|قرابة|ذات|ذو|ذوي|شبه|كافة|سائر|his|her|its|their|our|new|first|former)$/iu
/** The main clause goes on after what stands between commas: `…، التي عُقدت الجمعة، عن أي اتفاق`. */
const INTERRUPTION = /،\s*(?:الذي|التي|الذين|وهو|وهي)\s[^،.]{3,200}،\s*(?:عن|في|فى|على|إلى|من|أن|إن|[بليت]\p{L}{2,})\s/u
/** A main clause is whole before these. */
const CLOSED =
  /،\s(?:الذي|التي|الذين|مشير|مؤكد|مضيف|موضح|معتبر|حيث|فيما|بينما|بعدما|رغم|على الرغم|إذ|لكن|وذلك|بسبب)|[.؟!]$/u

const CLOSED_HERE = new RegExp(`^(?:${CLOSED.source})`, 'u')

/**
 * A title made of the article's own words: the beginning of its lead, at most 90 characters, cut where a clause ends, or
 * marked `…` where it breaks off inside one. Where the lead's clause is not whole within that, the first whole one of the paragraphs after it.
 */
export function deriveTitle(paragraphs: readonly string[], language: Language): string {
  const lead = paragraphs.find((text) => text.length >= SHORTEST) ?? paragraphs[0] ?? ''
  const sentence = splitSentences(lead.slice(0, 2000), language)[0]?.text ?? lead.slice(0, LONGEST)
  const clause = withoutDateline(sentence)
  if (clause.length <= LONGEST) return withoutFinalStop(clause)
  const cut = bestCut(clause)
  const open = interruptionAt(clause, cut)
  if (open === null)
    return CLOSED_HERE.test(clause.slice(cut)) ? withoutFinalStop(clause.slice(0, cut)) : cutShort(clause, cut)
  return firstWholeClause(paragraphs.slice(1, 8), language) ?? cutShort(clause, open)
}

/** Offset of the interruption that a cut would fall into; null for none. */
function interruptionAt(clause: string, cut: number): number | null {
  const interruption = INTERRUPTION.exec(clause)
  if (interruption === null || interruption.index < SHORTEST) return null
  // The comma it begins with belongs to the words before it.
  return interruption.index <= cut && cut < interruption.index + interruption[0].length ? interruption.index : null
}

function firstWholeClause(paragraphs: readonly string[], language: Language): string | null {
  for (const paragraph of paragraphs) {
    const sentence = splitSentences(paragraph.slice(0, 2000), language)[0]?.text ?? ''
    // `و` before a negation is surely the conjunction; before other words it may be their first letter.
    const clause = sentence.replace(/^و(?=(?:لم|لن)\s)/u, '')
    const first = /^[\p{L}\p{M}]+/u.exec(clause)?.[0] ?? 'و'
    const whole = withoutFinalStop(clause.slice(0, Math.max(0, clause.search(CLOSED))))
    const begins = /^(?:لم|لن)$/u.test(first) || !(first.startsWith('و') || isStopWord(fold(first), language))
    if (begins && whole.length >= SHORTEST && whole.length <= LONGEST && !/[،,:"«“]/u.test(whole)) return whole
  }
  return null
}

/** Offset of the cut: the best clause end within the limit, else the last word that does not dangle. */
function bestCut(clause: string): number {
  const quoted = quotedSpans(clause, clause.length)
  const words = [...clause.slice(0, LONGEST + 40).matchAll(/\S+/gu)]
  let best = { at: 0, worth: 0 }
  for (const [index, match] of words.entries()) {
    const at = match.index + match[0].length
    if (at >= LONGEST || at < SHORTEST / 2) continue
    const worth = worthOfCut(match[0], words[index + 1]?.[0] ?? '', at)
    if (worth > best.worth && !quoted.some((span) => span.start < at && at < span.end)) best = { at, worth }
  }
  return best.at > 0 ? best.at : clause.slice(0, LONGEST - 1).search(/\s\S*$/u) + 1 || LONGEST - 1
}

/** Commas first, then a phrase's end, then any word; the longer the better, but a dangling word never. */
function worthOfCut(last: string, next: string, at: number): number {
  const [word, following] = [last.replace(/[^\p{L}]/gu, ''), next.replace(/[^\p{L}]/gu, '')]
  if (word === '' || DANGLING.test(word) || isStopWord(fold(word), 'ar')) return 0
  // `تحالف | الدول`: the second owns the first, and cannot be left behind.
  if (following.startsWith('ال') && !word.startsWith('ال') && !/[،,]$/u.test(last)) return at * 0.4
  if (/[،,؛;]$|^[–—-]$/u.test(last) || /^[–—(-]$/u.test(next)) return at >= SHORTEST ? at * 1.6 : at
  return PHRASE_STARTS.test(following) ? at * 1.25 : at
}

function cutShort(clause: string, at: number): string {
  return `${withoutFinalStop(clause.slice(0, at))}…`
}

function withoutFinalStop(text: string): string {
  return text.replace(/(?<![\s.،,؛;:–—…-])[\s.،,؛;:–—…-]+$/u, '').trim()
}
