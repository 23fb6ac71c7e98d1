import { withoutDateline } from '../../language/dateline.ts'
import { fold } from '../../language/fold.ts'
import type { Language } from '../../language/language.ts'
import { isStopWord } from '../../language/stop-words.ts'
import { splitWords, type Word } from '../../language/words.ts'
import type { Sentence, SplitArticle } from '../text.ts'

/** The longest line, in UTF-16 units, the mark of a cut included. */
export const LONGEST_LINE = 220
const CUT = '…'
const FEWEST_WORDS = 6

/** A cut that may leave the main clause without its point keeps at least this much. */
const SHORTEST = { beforePhrase: 110, atComma: 60, beforeQuote: 40 }

/**
 * One line of the article's own words: the sentence given, without the city or agency before it. One that is too long is
 * cut where a clause ends, else where a phrase ends, at a comma or at a word, and then ends in `…`. `''` only for an
 * article without text.
 */
export function lineOf(best: Sentence | null, text: SplitArticle): string {
  const sentence = withoutDateline((best?.text ?? firstText(text)).trim())
  if (sentence.length <= LONGEST_LINE && (isBalanced(sentence) || !opensQuote(sentence))) return sentence
  const { language } = text
  const kept =
    cutAtClause(sentence, language) ??
    cutAtPhrase(sentence, language) ??
    cutAtComma(sentence, language) ??
    cutAtWord(sentence, language)
  return `${kept.replace(/(?<![\s،,؛;:.…–—-])[\s،,؛;:.…–—-]+$/u, '')}${CUT}`
}

function firstText({ paragraphs, title }: SplitArticle): string {
  return paragraphs.find((paragraph) => paragraph.trim() !== '') ?? title
}

/** What begins a clause that the sentence can do without. After any other word the main clause may still be going on. */
const NEW_CLAUSE =
  /^(?:[وف](?:قد|لقد|لم|لن|لا|ليس|ليست|ذلك|هو|هي|هم|كان|كانت|قال|قالت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|سط|فق|فقا|سيتم|تم|يتم|كذلك)|لكن|لكنه|لكنها|لكنهم|حيث|اذ|بينما|فيما|مما|علي الرغم|رغم|بالرغم|بسبب|بعد|بعدما|قبل|عقب|بحسب|حسب|حسبما|وفق|كما|في (?:اشاره|وقت|حين|ظل|خطوه|محاوله|اطار)|\p{L}{3,}[اه] (?:ان|انه|انها|انهم|الي|بان)|الامر|who|which|while|but|as|after|before|because|although|though|with|saying|adding|according|when|where)(?!\p{L})/iu

function cutAtClause(text: string, language: Language): string | null {
  return heads(text, language).find(({ kept, next }) => NEW_CLAUSE.test(next) && saysSomething(kept))?.kept ?? null
}

/** `قال الوزير، الذي عاد أمس، …`: a verb of speech alone tells nothing yet. */
const SPEECH = /(?:^|\s)[وف]?(?:قال|اكد|اوضح|اضاف|افاد|صرح)ت?\s/u
const SAID = /\s(?:ان|انه|انها|انهم|بان|بانه|بانها)\s(?:\S+\s){3,}|[:«"“]/u

function saysSomething(kept: string): boolean {
  const folded = `${fold(kept)} `
  const verb = SPEECH.exec(folded)
  return verb === null || SAID.test(folded.slice(verb.index + verb[0].length - 1))
}

function cutAtComma(text: string, language: Language): string | null {
  return heads(text, language).find(({ kept }) => kept.length >= SHORTEST.atComma && saysSomething(kept))?.kept ?? null
}

type Head = { readonly kept: string; readonly next: string }

/** What stands before each stop that fits a line, the longest first; `next`: the folded words after it. */
function heads(text: string, language: Language): readonly Head[] {
  const stops = Array.from(text.slice(0, LONGEST_LINE).matchAll(/[،,؛;]|\s[–—-]\s/gu), (match) => match.index)
  return stops.reverse().flatMap((stop) => {
    const kept = text.slice(0, stop).trimEnd()
    const words = splitWords(kept)
    if (words.length < FEWEST_WORDS || !isBalanced(kept) || endsOpen(words, language)) return []
    return [{ kept, next: fold(text.slice(stop + 1, stop + 40)).replace(/^[\s–—-]+/u, '') }]
  })
}

/** Whether the last word needs another after it. */
function endsOpen(words: readonly Word[], language: Language): boolean {
  return words.slice(-1).some(({ text }) => isStopWord(fold(text), language))
}

/** Words that begin a phrase; what stands before them is whole without it. */
const PHRASE_STARTS =
  /^(?:و[يت]\p{L}{2,}|او|في|علي|بعد|قبل|خلال|منذ|حيث|فيما|بينما|عندما|حين|بسبب|اثر|عقب|وسط|اثناء|وفق|وفقا|بحسب|حسب|وذلك|وهو|وهي|وقد|مما|لكن|بهدف|ضمن|in|on|at|after|before|during|since|while|as|when|with|for|who|which|amid|over|following|because|or)$/iu

/** Up to the last phrase that fits. */
function cutAtPhrase(text: string, language: Language): string | null {
  const words = splitWords(text.slice(0, LONGEST_LINE + 40))
  for (let index = words.length - 1; index > 0; index -= 1) {
    const [last, next] = [words[index - 1], words[index]]
    if (!last || !next || last.end >= LONGEST_LINE) continue
    if (last.end < SHORTEST.beforePhrase) return null
    if (!PHRASE_STARTS.test(fold(next.text)) || isStopWord(fold(last.text), language)) continue
    const kept = text.slice(0, last.end)
    if (text.slice(last.end, next.start).trim() === '' && isBalanced(kept) && saysSomething(kept)) return kept
  }
  return null
}

const OPENING = /["″“«(]/gu

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return (
    count(/["″]/gu) % 2 === 0 &&
    count(/[“”]/gu) % 2 === 0 &&
    count(/«/gu) === count(/»/gu) &&
    count(/[([]/gu) === count(/[)\]]/gu)
  )
}

/** Whether a mark far enough into the sentence opens words that never close: the line ends before it. */
function opensQuote(text: string): boolean {
  return [...text.matchAll(OPENING)].some(({ index }) => index >= SHORTEST.beforeQuote)
}

/** As many whole words as fit, up to a quotation that stays open, without final words that need another after them. */
function cutAtWord(text: string, language: Language): string {
  const limit = LONGEST_LINE - CUT.length
  const open = [...text.slice(0, limit).matchAll(OPENING)].filter(({ index }) => index >= SHORTEST.beforeQuote)
  const end = isBalanced(text.slice(0, limit)) ? limit : (open.at(-1)?.index ?? limit)
  const fitting = splitWords(text.slice(0, end + 1)).filter((word) => word.end <= end)
  if (/[\p{L}\p{N}]/u.test(text.charAt(end)) && fitting.at(-1)?.end === end) fitting.pop()
  while (fitting.length > 1 && endsOpen(fitting, language)) fitting.pop()
  const last = fitting.at(-1)?.end
  return (last === undefined ? text.slice(0, limit).replace(/[\uD800-\uDBFF]$/u, '') : text.slice(0, last)).trim()
}
