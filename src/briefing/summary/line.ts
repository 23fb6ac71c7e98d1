import { fold } from '../../language/fold.ts'
import { isStopWord } from '../../language/stop-words.ts'
import { splitWords } from '../../language/words.ts'
import type { ArticleText, Sentence } from '../text.ts'

/** What Telegram shows of a line in a list without a second thought, in UTF-16 units. */
export const LONGEST_LINE = 160
const FEWEST_WORDS = 6

/**
 * One line of the article's own words, at most 160 characters: the first of the sentences (best first) that is short
 * enough, or that is after leaving off its last clauses; where none is, the title if the page has one of its own, else as
 * many words of the best sentence as fit. `''` only for an article without text.
 */
export function lineOf(best: readonly Sentence[], text: ArticleText, ownTitle: string | null): string {
  for (const sentence of best) {
    const whole = sentence.text.length <= LONGEST_LINE ? sentence.text : cutAtClause(sentence.text, text)
    if (whole !== null) return whole
  }
  if (ownTitle !== null && ownTitle.length <= LONGEST_LINE) return ownTitle
  return cutAtWord(best[0]?.text ?? text.paragraphs.find((paragraph) => paragraph.trim() !== '') ?? text.title, text)
}

/** What begins a clause that the sentence can do without. After any other word the main clause may still be going on. */
const NEW_CLAUSE =
  /^(?:[وف](?:قد|لقد|لم|لن|لا|ليس|ليست|ذلك|هو|هي|هم|كان|كانت|قال|قالت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|سط|فق|فقا|سيتم|تم|يتم|كذلك)|لكن|لكنه|لكنها|لكنهم|حيث|اذ|بينما|فيما|مما|علي الرغم|رغم|بالرغم|بسبب|بعد|بعدما|قبل|عقب|بحسب|حسب|حسبما|وفق|كما|في (?:اشاره|وقت|حين|ظل|خطوه|محاوله|اطار)|\p{L}{3,}[اه] (?:ان|انه|انها|انهم|الي|بان)|الامر|who|which|while|but|as|after|before|because|although|though|with|saying|adding|according|when|where)(?!\p{L})/iu

function cutAtClause(text: string, { language }: ArticleText): string | null {
  const stops = Array.from(
    text.slice(0, LONGEST_LINE + 1).matchAll(/[،,؛;]|\s[–—-]\s/gu),
    (match) => match.index,
  ).reverse()
  for (const stop of stops) {
    const kept = text.slice(0, stop).trimEnd()
    const next = fold(text.slice(stop + 1, stop + 40)).replace(/^[\s–—-]+/u, '')
    const words = splitWords(kept)
    if (words.length < FEWEST_WORDS || !isBalanced(kept) || !NEW_CLAUSE.test(next)) continue
    if (isStopWord(fold(words.at(-1)?.text ?? ''), language)) continue
    return kept
  }
  return null
}

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return (
    count(/["″]/gu) % 2 === 0 &&
    count(/[“”]/gu) % 2 === 0 &&
    count(/«/gu) === count(/»/gu) &&
    count(/[([]/gu) === count(/[)\]]/gu)
  )
}

/** As many whole words as fit, without those at the end that announce another. */
function cutAtWord(text: string, { language }: ArticleText): string {
  if (text.length <= LONGEST_LINE) return text.trim()
  const fitting = splitWords(text.slice(0, LONGEST_LINE + 1)).filter((word) => word.end <= LONGEST_LINE)
  if (/[\p{L}\p{N}]/u.test(text.charAt(LONGEST_LINE)) && fitting.at(-1)?.end === LONGEST_LINE) fitting.pop()
  while (fitting.length > 1 && isStopWord(fold(fitting.at(-1)?.text ?? ''), language)) fitting.pop()
  const end = fitting.at(-1)?.end
  return (end === undefined ? text.slice(0, LONGEST_LINE).replace(/[\uD800-\uDBFF]$/u, '') : text.slice(0, end)).trim()
}
