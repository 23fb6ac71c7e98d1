import { endsWithAbbreviation } from './abbreviations.ts'
import type { Language } from './language.ts'
import { quotedSpans } from './quoted-spans.ts'

/** A stretch of a text: `text.slice(start, end)`, UTF-16 offsets, outer spaces left out. */
export type TextSpan = { readonly start: number; readonly end: number; readonly text: string }

/** Up to this long, a quotation or a bracket stays in one sentence; a longer one is cut at its own full stops. */
const LONGEST_WHOLE_QUOTATION = 360
/** Some papers write `..` for a full stop: past this many characters a pause ends the sentence. */
const LONGEST_BEFORE_PAUSE = 280

// The quantifiers are bounded, so that a megabyte of dots is many short matches and not one slow one.
const STOP = /[.!?؟…。۔]{1,64}|[\n\r\u2029]+/gu
const CLOSERS = /^[ \u00A0]?["»”“'’›)\]}″]+(?=[\s.,،؛;:!?؟…)\]]|$)|^["»”’›)\]}″]+/u
const NEWLINE = /^[\n\r\u2029]/u
const PAUSE = /^(?:\.{2,}|\.*…[….]*)$/u
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u
/** Continues the sentence after a stop inside it: a comma, a dash, or a phrase that hangs on the words before. */
const GOES_ON = /^[\s\u200E\u200F]*(?:[،,؛;:–—-]|(?:في إشارة|على حد|بحسب|وفقا?|حسبما|على ما)(?!\p{L}))/u
const SPEAKER_AFTER =
  /^\s+(?:(?:قالت?|يقول|تقول|سألت?|تساءلت?|أضافت?|أجابت?|ردت?|كتبت?|تابعت?|هتفت?|صرخت?|علقت?|أوضحت?|أكدت?)(?!\p{L})|(?:\p{Lu}[\p{L}.-]* ){1,3}(?:said|says|asked|told|wrote|added|replied)(?!\p{L}))/u
const LATIN_GOES_ON = /^[\s"'“‘(]*\p{Ll}/u

/**
 * The sentences of one paragraph in order; together they hold every character but the spaces between them. A short
 * quotation is never cut, a closing mark stays with its sentence, abbreviations, decimals and a pause (`…`) end nothing.
 * Linear in the length of the text.
 */
export function splitSentences(text: string, language: Language): readonly TextSpan[] {
  const ends = sentenceEnds(text, language)
  const spans: TextSpan[] = []
  let from = 0
  for (const end of [...ends, text.length]) {
    const span = trimmedSpan(text, from, end)
    from = end
    if (span === null) continue
    const last = spans.at(-1)
    // A piece without a word (a stray mark) is no sentence: it joins its neighbour.
    if (last && (isWordless(span.text) || isWordless(last.text))) {
      spans[spans.length - 1] = { start: last.start, end: span.end, text: text.slice(last.start, span.end) }
    } else spans.push(span)
  }
  return spans
}

function sentenceEnds(text: string, language: Language): readonly number[] {
  const whole = quotedSpans(text, LONGEST_WHOLE_QUOTATION)
  const ends: number[] = []
  let quotation = 0
  let from = 0
  for (const match of text.matchAll(STOP)) {
    const stop = { start: match.index, end: match.index + match[0].length, from }
    while ((whole[quotation]?.end ?? Number.POSITIVE_INFINITY) <= stop.start) quotation += 1
    const around = whole[quotation]
    const inside = around !== undefined && around.start < stop.start
    const closed = inside && text.slice(stop.end, around.end - 1).trim() === ''
    if (inside && !closed && !NEWLINE.test(match[0])) continue
    const end = closed ? around.end : stop.end
    const boundary = boundaryAfter(text, { ...stop, end, mark: match[0] }, language)
    if (boundary === null) continue
    ends.push(boundary)
    from = boundary
  }
  return ends
}

type Stop = { readonly start: number; readonly end: number; readonly from: number; readonly mark: string }

/** Offset after the sentence and its closing marks; null where the stop ends none. */
function boundaryAfter(text: string, stop: Stop, language: Language): number | null {
  if (NEWLINE.test(stop.mark)) return stop.end
  const before = text.slice(Math.max(stop.from, stop.start - 40), stop.start)
  const end = stop.end + (CLOSERS.exec(text.slice(stop.end, stop.end + 12))?.[0].length ?? 0)
  const after = text.slice(end, end + 40)
  if (after === '') return end
  if (GOES_ON.test(after)) return null
  if (goesOnInLatin(text.slice(Math.max(0, end - 6), end), after)) return null
  if (isBeforeItsSpeaker(text, { ...stop, end }, after)) return null
  if (PAUSE.test(stop.mark)) return endsAtPause(after, stop, language) ? end : null
  if (!/^[\s\u200E\u200F]/u.test(after)) return splitsUnspaced(before, stop.mark, after) ? end : null
  if (!stop.mark.endsWith('.')) return end
  if (isListNumber(text, stop)) return null
  return endsWithAbbreviation(before, after) ? null : end
}

/** A small letter begins no English sentence; after an Arabic one it may begin a name. */
function goesOnInLatin(before: string, after: string): boolean {
  return LATIN_GOES_ON.test(after) && /[A-Za-z\d]["'”’)]*[.!?…]+["'”’)]*$/u.test(before)
}

/** `"متى نصل؟" سأل السائق.`, `"Stop!" Hale said.`: a sentence that opens with a quotation holds its speaker as well. */
function isBeforeItsSpeaker(text: string, stop: Stop, after: string): boolean {
  const opens = /^\s*["«“”„]/u.test(text.slice(stop.from, stop.from + 8))
  return opens && /["»”“]$/u.test(text.slice(stop.end - 1, stop.end)) && SPEAKER_AFTER.test(after)
}

function endsAtPause(after: string, stop: Stop, language: Language): boolean {
  if (stop.start - stop.from > LONGEST_BEFORE_PAUSE) return true
  return language === 'en' && /^\s+["“‘(]?\p{Lu}/u.test(after)
}

/** `انتهى.وقال` is two sentences; `18.5`, `U.S.`, `bbc.com`, `سي.إن.إن` and `؟x=1` in a link are none. */
function splitsUnspaced(before: string, mark: string, after: string): boolean {
  const next = /^["«“(]?(\p{Script=Arabic}[\p{L}\p{M}]+)/u.exec(after)?.[1]
  if (next !== undefined) {
    const previous = /[\p{L}\p{M}\p{N}]*(?=["»”)]*$)/u.exec(before)?.[0] ?? ''
    return !mark.endsWith('.') || (previous.length > 2 && !/^(?:كوم|نت|أورغ|اورج|إف|إن|بي|سي)$/u.test(next))
  }
  return /\p{Ll}{2}$/u.test(before) && /^["“(]?\p{Lu}\p{L}* /u.test(after)
}

/** `1.` at the head of a list line. */
function isListNumber(text: string, stop: Stop): boolean {
  return stop.start - stop.from < 8 && /^\s*[\d٠-٩]{1,3}$/u.test(text.slice(stop.from, stop.start))
}

function trimmedSpan(text: string, from: number, to: number): TextSpan | null {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  if (trimmed === '') return null
  const start = from + (raw.length - raw.trimStart().length)
  return { start, end: start + trimmed.length, text: trimmed }
}

function isWordless(text: string): boolean {
  return !LETTER_OR_NUMBER.test(text)
}
