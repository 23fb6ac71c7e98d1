import type { Token } from '../grammar/tokens.ts'
import { THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Attribution } from './attribution.ts'
import type { Passage } from './passages.ts'

// Measured on Arabic news: of spans in the middle of a sentence, those of five words and more are speech, shorter ones
// are names, terms and words held at arm's length.
const PARTIAL_WORDS = 5
const CLAUSE_WORDS = 3
const BARE_WORDS = 2
const ALONE_WORDS = 8
const MAX_TITLE_WORDS = 14

/** Whether a passage is somebody's own words, not a name, a title or a term in marks. */
export function isQuote(passage: Passage, attribution: Attribution): boolean {
  const { words } = passage
  if (words === 0 || isFormula(passage) || isTitle(passage) || (!passage.closed && !isLedIn(passage, attribution)))
    return false
  switch (attribution.lead) {
    case 'colon':
      return attribution.utterance !== null
    case 'before':
      return true
    case 'bare':
      return words >= BARE_WORDS && (words >= PARTIAL_WORDS || !isName(passage))
    case 'that':
      return words >= PARTIAL_WORDS || (words >= CLAUSE_WORDS && endsSentence(passage))
    case 'after':
      return words >= (attribution.utterance?.event.kind === 'finite' ? BARE_WORDS : PARTIAL_WORDS)
    case 'inside':
      return words >= PARTIAL_WORDS && attribution.utterance !== null && !isBodyName(passage)
    case 'alone':
      return words >= ALONE_WORDS
    case 'none':
      return false
    default:
      return attribution.lead satisfies never
  }
}

/** What no mark closes: led in, or the rest of its sentence and of its paragraph. */
function isLedIn(passage: Passage, { utterance, lead }: Attribution): boolean {
  if (utterance === null) return false
  if (lead === 'inside') return restsInSentence(passage) && isReport(passage, utterance.event.to)
  return lead === 'colon' || lead === 'bare' || lead === 'that'
}

// Somewhere between the verb and the mark a clause of the report begins.
function isReport({ paragraph, open }: Passage, from: number): boolean {
  return paragraph.tokens.slice(from, open).some(({ plain }) => THAT.has(plain) || THAT_PRONOUN.has(plain))
}

function restsInSentence({ paragraph, open, close }: Passage): boolean {
  const { sentence, tokens } = paragraph
  return close === tokens.length && sentence[open] === sentence[close - 1]
}

/** A noun that takes a title or a name stands right before the mark: `كتاب «…»`, `بعنوان «…»`, `حزب «…»`. */
function isTitle(passage: Passage): boolean {
  const { tokens } = passage.paragraph
  const previous = tokens[passage.open - 1]
  if (previous?.kind !== 'word' || passage.words > MAX_TITLE_WORDS) return false
  const { info } = previous
  if (NAMING.test(previous.plain)) return true
  if (isLooseTitle(tokens, passage.open)) return true
  if (passage.words < PARTIAL_WORDS && endsOutlet(tokens, passage.open) && isStrange(passage)) return true
  if (passage.words < PARTIAL_WORDS) return info.work || info.outlet || info.institution
  if (info.work && !info.definite) return !/^ب?(?:اسم|كلمه|عباره)/.test(info.base)
  return (info.work || (info.institution && !info.definite)) && isBareName(passage)
}

/** `لوكالة الأنباء الكندية «سي بي»`: an outlet, and behind it what it is called. */
function endsOutlet(tokens: readonly Token[], open: number): boolean {
  for (let at = open - 1; at >= Math.max(0, open - 4); at -= 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.info.functional || token.info.verb !== null) return false
    if (token.info.outlet) return true
  }
  return false
}

function isStrange({ paragraph, open, close }: Passage): boolean {
  return paragraph.tokens.slice(open + 1, close).every(({ info }) => !info.known || info.outlet)
}

const NAMING = /^(?:[يت]سم[يى]|سميت?|[يت]دع[يى]|المسم(?:ي|اه)|[يت]لقب|الملقبه?)$/

/** Nouns only, and the sentence goes on behind them: `المبادرة «معا نحو غد أفضل» ستنطلق`. */
function isBareName(passage: Passage): boolean {
  const { tokens } = passage.paragraph
  const next = tokens[passage.close]
  if (next?.kind !== 'word' || next.info.conjunction) return false
  return tokens
    .slice(passage.open + 1, passage.close)
    .every((token) => token.info.verb === null && !NOT_IN_NAMES.test(token.plain))
}

const NOT_IN_NAMES = /^(?:ان|انه|انها|لا|لم|لن|ليس|ليست|قد|كان|كانت|هو|هي|نحن|هذا|هذه|الذي|التي|سوف)$/

/** `كتابه الجديد «…»`, `دراسة متخصصة عن «…»`: the noun a word or two before the mark. */
function isLooseTitle(tokens: readonly Token[], open: number): boolean {
  const last = tokens[open - 1]
  if (
    last?.kind !== 'word' ||
    !(last.info.definite || /^(?:عن|حول|بعنوان|اسم|باسم|تسمي|يسمي|المسمي|المسماه)$/.test(last.plain))
  )
    return false
  for (let at = open - 2; at >= Math.max(0, open - 4); at -= 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.info.verb?.shape === 'finite' || THAT.has(token.plain)) return false
    if (token.info.work && !token.info.definite) return true
  }
  return false
}

/** `اعتبر «الائتلاف الجمعوي للقضاء على الاستغلال» القانون …`: a body's name in the place of a noun. */
function isBodyName(passage: Passage): boolean {
  const { tokens } = passage.paragraph
  const first = tokens[passage.open + 1]
  const next = tokens[passage.close]
  if (first?.kind !== 'word' || !first.info.institution || next?.kind !== 'word' || next.info.functional) return false
  return tokens.slice(passage.open + 1, passage.close).every((token) => token.info.verb === null)
}

function isName(passage: Passage): boolean {
  const previous = passage.paragraph.tokens[passage.open - 1]
  const next = passage.paragraph.tokens[passage.close]
  if (previous?.kind === 'word' && /^[بلك]$/.test(previous.plain)) return true
  return next?.kind === 'colon' || (next?.kind === 'word' && !next.info.conjunction)
}

function endsSentence(passage: Passage): boolean {
  const next = passage.lastParagraph.tokens[passage.close]
  return next === undefined || next.kind === 'stop'
}

// Formulas of respect after a name are nobody's statement.
const FORMULA = /^(?:صلى الله عليه|رضي الله عن|عليه السلام|عليها السلام|عز وجل|سبحانه وتعالى|حفظه الله|رحمه الله)/

function isFormula(passage: Passage): boolean {
  const at = passage.places[0]
  return at !== undefined && FORMULA.test(passage.paragraph.text.slice(at.start, at.start + 30))
}
