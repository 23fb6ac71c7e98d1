import type { Quote } from '../briefing.ts'
import type { EnglishAct } from './acts.ts'
import type { EnglishParagraph, EnglishPassage } from './passages.ts'
import { englishAt } from './phrases.ts'
import { type EnglishContext, type EnglishSpeaker, resolveEnglishSpeaker } from './speakers.ts'

/** Who speaks a passage, and the act of speech that says so. */
export type EnglishAttribution = {
  readonly act: EnglishAct | null
  readonly who: EnglishSpeaker | null
  readonly mode: Quote['mode']
}

/** A passage to attribute; `next`: index of the first act of its paragraph behind its opening mark. */
type PassagePlace = {
  readonly paragraph: EnglishParagraph
  readonly passage: EnglishPassage
  readonly acts: readonly EnglishAct[]
  readonly next: number
  readonly context: EnglishContext
}

const MIN_PARTIAL_WORDS = 4

const MIN_ALONE_WORDS = 6

const NEAR_ACTS = 8

/** Whether a passage is a quote, and whose; `null` for titles, terms and single words. */
export function attributeEnglish(place: PassagePlace): EnglishAttribution | null {
  if (place.passage.words === 0 || isTitle(place.paragraph, place.passage)) return null
  return after(place) ?? before(place) ?? continued(place)
}

/** `"…," said Smith`, `"…," Smith told Reuters`, `"…," according to Smith`. */
function after({ paragraph, passage, acts, next, context }: PassagePlace): EnglishAttribution | null {
  const { tokens } = paragraph
  const at = passage.close + (tokens[passage.close]?.text === ',' ? 1 : 0)
  const act = acts.slice(next, next + NEAR_ACTS).find((one) => one.from === at && one.subject !== null)
  if (act === undefined || act.subject === null) return null
  const inner = englishAt(tokens, passage.close - 2).text
  const direct = /^[,.!?…]$/.test(inner) || tokens[passage.close]?.text === ','
  if (!direct && passage.words < MIN_PARTIAL_WORDS) return null
  return { act, who: resolveEnglishSpeaker(act.subject, context), mode: direct ? 'direct' : 'partial' }
}

/** `Smith said: "…"`, `Smith told Reuters that "…"`, `Smith called it "…"`. */
function before({ paragraph, passage, acts, next, context }: PassagePlace): EnglishAttribution | null {
  const { tokens, sentence } = paragraph
  const near = acts
    .slice(Math.max(0, next - NEAR_ACTS), next)
    .filter((one) => sentence[one.from] === sentence[passage.open])
  const act = near.findLast((one) => one.subject !== null) ?? near.at(-1)
  if (act === undefined) return null
  const previous = englishAt(tokens, passage.open - 1).text
  const direct = act.strength === 'say' && (/^[:,]$/.test(previous) || act.to === passage.open)
  if (!passage.closed && !direct) return null
  if (!direct && passage.words < MIN_PARTIAL_WORDS) return null
  const who =
    act.subject === null ? impliedSubject(paragraph, act, context) : resolveEnglishSpeaker(act.subject, context)
  return { act, who, mode: direct ? 'direct' : 'partial' }
}

/** `…, adding: "…"`, `He shrugged and said: "…"`: the person last spoken of; other verbs without a subject have none. */
function impliedSubject(paragraph: EnglishParagraph, act: EnglishAct, context: EnglishContext): EnglishSpeaker | null {
  const before = englishAt(paragraph.tokens, act.to - 2).text
  return /ing$/.test(act.verb) || /^(?:and|but|then|also|later)$/.test(before) ? context.state.last : null
}

/** A sentence of quoted words right behind a quote, or a paragraph of them: the same speaker goes on. */
function continued({ paragraph, passage, context }: PassagePlace): EnglishAttribution | null {
  const { tokens, index } = paragraph
  const { last, lastQuote } = context.state
  const whole = passage.open === 0 && passage.close >= tokens.length - 1
  const opens = passage.open === 0 || /^[.!?]$/.test(englishAt(tokens, passage.open - 1).text)
  if (!passage.closed || !opens || lastQuote === null)
    return whole && passage.words >= MIN_ALONE_WORDS ? unattributed() : null
  if (lastQuote.paragraph === index && passage.words > 1) return { act: null, who: last, mode: 'direct' }
  if (!whole || passage.words < MIN_ALONE_WORDS) return null
  return lastQuote.paragraph === index - 1 ? { act: null, who: last, mode: 'direct' } : unattributed()
}

/** A direct quote without a speaker. */
export function unattributed(): EnglishAttribution {
  return { act: null, who: null, mode: 'direct' }
}

const TITLED =
  /^(?:book|novel|film|movie|song|album|show|series|titled|entitled|named|slogan|banner|headline|campaign|operation|so-called|motto|hashtag|program|programme|play|poem|memoir)$/i

function isTitle(paragraph: EnglishParagraph, passage: EnglishPassage): boolean {
  const { text: last } = englishAt(paragraph.tokens, passage.open - 1)
  const { text: noun } = englishAt(paragraph.tokens, passage.open - 2)
  return TITLED.test(last) || (/^(?:called|named|titled)$/.test(last) && TITLED.test(noun))
}
