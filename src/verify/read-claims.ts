import { slugFrom } from '../article/slug.ts'
import { findMarkedSpans } from '../briefing/grammar/quote-marks.ts'
import { parseText } from '../briefing/parsed-text.ts'
import { findQuotes } from '../briefing/quotes.ts'
import { readArticle } from '../briefing/text.ts'
import { languageOfWords } from '../language/language.ts'
import { countWords } from '../language/words.ts'
import type { Claim } from './finding.ts'

/** Characters of a text that are read. */
export const LONGEST_TEXT = 4_096

/** The quotes in a text, each with whom the text says it is by; none where no words of length stand between marks. */
export function quotedClaims(text: string): readonly Claim[] {
  const lines = text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const split = readArticle(articleOf(lines))
  const quotes = findQuotes(split, parseText(split))
  return lines.flatMap((line, paragraph) => {
    const own = quotes.filter(({ at }) => at[0]?.paragraph === paragraph)
    const taken = quotes.flatMap(({ at }) => at).filter((place) => place.paragraph === paragraph)
    const spans = findMarkedSpans(line).spans.filter(
      (span) => span.parent < 0 && span.closed && !taken.some(({ start, end }) => span.start < end && start < span.end),
    )
    const others = spans
      .map(({ open, start, end }) => ({
        start,
        words: line.slice(start, end),
        speaker: speakerBefore(line.slice(0, open)),
      }))
      .filter(({ words }) => countWords(words) >= FEWEST_WORDS)
    const said = own.map(({ text: words, speaker, role, at }) => {
      const start = at[0]?.start ?? 0
      return { start, words, speaker: speaker ?? role ?? speakerBefore(line.slice(0, start).replace(/\P{L}+$/u, ':')) }
    })
    return [...said, ...others]
      .sort((left, right) => left.start - right.start)
      .map(({ words, speaker }) => ({ words, speaker }))
  })
}

/** Shorter words between marks are names and words held at arm's length. */
const FEWEST_WORDS = 3

function articleOf(lines: readonly string[]) {
  return {
    slug: slugFrom('claim'),
    title: { text: '', derived: true },
    language: languageOfWords(lines.join(' ')),
    ...{ source: null, url: null, published: null, keywords: [], related: [], embedded: [] },
    blocks: lines.map((text) => ({ kind: 'paragraph' as const, text })),
  }
}

const SAYS =
  '(?:[وف]?(?:قال|قالت|يقول|تقول|صرح|صرحت|صرّح|أعلن|أعلنت|اعلن|أكد|أكدت|اكد|ذكر|ذكرت|كتب|كتبت|غرد|غردت|غرّد|أضاف|أضافت|اضاف|أوضح|أوضحت|زعم|زعمت))'
const NAME = '(?<speaker>[^:،,«»"“”]{2,60}?)'

/** Characters before a mark that may say whose words follow. */
const LONGEST_LEAD = 200

/** `قال فلان:` and `Somebody:` before a mark; the name is as written. */
function speakerBefore(before: string): string | null {
  const patterns = [
    new RegExp(`${SAYS} ${NAME}(?:\\s+(?:إن|أن|ان|بأن|بان))?\\s*[:،,]?\\s*$`, 'u'),
    /(?:^|[.!?؟،]\s*)(?<speaker>[^:،,.«»"“”]{2,60}?)\s*:\s*$/u,
    /(?<speaker>\p{Lu}[^:,.«»"“”]{1,60}?) (?:said|says|wrote|told [^,:]{1,40}),?:?\s*$/u,
    /\bdid (?<speaker>[^:,.«»"“”]{1,60}?) (?:really )?(?:say|write|claim)(?: that)?:?\s*$/iu,
  ]
  for (const pattern of patterns) {
    const speaker = pattern.exec(before.slice(-LONGEST_LEAD))?.groups?.speaker?.trim()
    if (speaker !== undefined && isName(speaker)) return speaker
  }
  return null
}

const MOST_NAME_WORDS = 7
/** What stands before a colon and is nobody. */
const NOT_NAMES =
  /^(?:عاجل|خبر|خبر عاجل|بالفيديو|فيديو|شاهد|بالصور|مباشر|نص|النص|نص التصريح|تصريح|تصريحات|العنوان|المصدر|ملخص|breaking|breaking news|video|watch|quote|live|update|source|news)$/iu

/** «قال بوتين لا اتفاق قبل أن …»: the words have begun. */
const NO_NAME_WORD =
  /(?:^|\s)(?:لا|لن|لم|ليس|ليست|ما|قد|لقد|سوف|قبل|بعد|هناك|هذا|هذه|أنا|نحن|إننا|إنني|إذا|لو|كل|not|no|will|we|i|this|there)(?:\s|$)/iu

function isName(words: string): boolean {
  const count = countWords(words)
  return count > 0 && count <= MOST_NAME_WORDS && !NOT_NAMES.test(words.trim()) && !NO_NAME_WORD.test(words)
}

/** Words without marks: who is said to have said what; `speaker` `null` and `named`: the words may begin with a name. */
export type PlainClaim = Claim & { readonly isNamed: boolean }

const WHOLE: readonly RegExp[] = [
  new RegExp(
    `^(?:هل |أحقا |حقا |فعلا )?(?:حقا |فعلا )?${SAYS} ${NAME}(?:\\s+(?:إن|أن|ان|بأن|بان)\\s+|\\s*:\\s*)(?<words>.+)$`,
    'su',
  ),
  /^(?:did|has) (?<speaker>.{1,60}?) (?:really )?(?:say|said|write|written|claim|claimed)(?: that|:)?\s+(?<words>.+)$/isu,
  /^(?<speaker>\p{Lu}.{1,60}?) (?:said|says)(?: that|:)\s+(?<words>.+)$/su,
  /^(?<speaker>[^:،,.]{2,60}?)\s*:\s+(?<words>.+)$/su,
  /^(?<words>.+?)\s+[—–]\s*(?<speaker>[^—–.،:]{2,60})$/su,
]
const UNMARKED = new RegExp(`^(?:هل |أحقا |حقا |فعلا )(?:حقا |فعلا )?${SAYS} (?<words>.+)$`, 'su')

/** A text without marks as one claim. */
export function plainClaim(text: string): PlainClaim {
  const asked = text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .trim()
    .replace(/(?<![؟?])[؟?]+$/u, '')
    .trimEnd()
  for (const pattern of WHOLE) {
    const { speaker = '', words = '' } = pattern.exec(asked)?.groups ?? {}
    if (words !== '' && isName(speaker)) {
      return { words, speaker: speaker.trim(), isNamed: false }
    }
  }
  const words = UNMARKED.exec(asked)?.groups?.words
  return { words: (words ?? asked).replace(/^(?:إن|أن|بأن)\s+/u, ''), speaker: null, isNamed: words !== undefined }
}
