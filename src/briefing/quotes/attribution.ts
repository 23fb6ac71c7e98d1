import { firstFrom } from '../first-from.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { ACROSS_PARAGRAPHS, IN_ASIDE } from './certainty.ts'
import type { SpeechAct } from './memory.ts'
import type { QuotePassage } from './passages.ts'
import type { QuotedSpeaker } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'
import { isText } from './texts.ts'

/**
 * How a passage is led in. `colon`: `قال: «`. `that`: `قال إن «`. `bare`: `قال فلان «`. `inside`: its words are part of
 * the article's own sentence. `after`: the speaker follows it. `before`: a paragraph ending in a colon leads it in.
 * `alone`: it fills its paragraph.
 */
type Lead = 'colon' | 'that' | 'bare' | 'inside' | 'after' | 'before' | 'alone' | 'none'

/** The speaker of a passage and the words that name them. */
export type Attribution = {
  readonly lead: Lead
  readonly act: SpeechAct | null
  readonly speaker: QuotedSpeaker | null
  readonly verb: string | null
  /** How sure the speaker is, 0 to 1; 0 for none. */
  readonly certainty: number
}

const NOBODY: Attribution = { lead: 'none', act: null, speaker: null, verb: null, certainty: 0 }

/** The attribution of a passage; tries the surest constructions first. */
export function attribute(
  passage: QuotePassage,
  scene: Scene,
  discourse: readonly (readonly SpeechAct[])[],
): Attribution {
  const own = actsIn(discourse, passage.paragraph)
  const lead = leadOf(passage, own)
  if (!passage.marks || lead.lead === 'colon' || lead.lead === 'bare' || (lead.lead === 'that' && lead.act !== null))
    return lead
  const after = speakerRightAfter(passage, discourse)
  // `كرر فلان أن «…»، وفق ما ذكرت الوكالة`: who carries the words is not who says them.
  if (after !== null && lead.speaker !== null && lead.speaker.person >= 0 && isRelay(after, passage)) return lead
  return (
    after ??
    (lead.act === null ? null : lead) ??
    speakerAtParagraphBefore(passage, scene, discourse) ??
    speakerLaterInSentence(passage, discourse) ??
    alone(passage, discourse) ??
    lead
  )
}

// How many acts of speech of one sentence are weighed: bounds the work on a sentence without an end.
const NEAR_ACTS = 12

function isSpeech(event: SpeechEvent): boolean {
  return event.form.force === 'say' || event.form.force === 'act'
}

/** An outlet or a text: `وفقا لبيان حصلت عليه القناة`. */
function isRelay({ act }: Attribution, { lastParagraph: { tokens } }: QuotePassage): boolean {
  const subject = act?.event.subject
  if (subject?.kind !== 'institution') return false
  const head = wordAt(tokens, subject.from)
  return head.info.outlet || (isText(head) && OBTAINED.test(wordAt(tokens, subject.to).plain))
}

const OBTAINED = /^(?:حصل|تلق|اطلع|وصل|نشر|نقل)/

function actsIn(discourse: readonly (readonly SpeechAct[])[], { index }: Paragraph): readonly SpeechAct[] {
  return discourse[index] ?? []
}

/** Index of the first act of speech at or after a token. */
function firstAct(acts: readonly SpeechAct[], token: number): number {
  return firstFrom(acts, token, ({ event }) => event.at)
}

function attributionBy(lead: Lead, act: SpeechAct): Attribution {
  const { event, main } = act
  const aside = !main && !act.reported && event.subject === null && event.kind === 'finite' && event.embedded
  return { lead, act, speaker: act.speaker, verb: event.verb, certainty: act.certainty * (aside ? IN_ASIDE : 1) }
}

/** The act of speech that leads a passage in from the left, within its sentence. */
function leadOf(passage: QuotePassage, acts: readonly SpeechAct[]): Attribution {
  const { paragraph, open } = passage
  const { tokens, sentence } = paragraph
  const next = firstAct(acts, open)
  // A stop before the colon is a slip of the pen (`قال في رسالته.: «`).
  const slip = tokens[open - 1]?.kind === 'colon' && tokens[open - 2]?.kind === 'stop'
  const number = sentence[slip ? open - 2 : open]
  const before = acts
    .slice(Math.max(0, next - NEAR_ACTS), next)
    .filter(({ event }) => sentence[event.at] === number && isSpeech(event))
  const previous = wordAt(tokens, passage.marks ? open - 1 : open)
  const nearest = skipSource(before) ?? shown(acts[next - 1], passage)
  if (previous.kind === 'colon') {
    return nearest === undefined ? { ...NOBODY, lead: 'colon' } : attributionBy('colon', overRelative(before, nearest))
  }
  // `علمت الصحيفة من مصادرها أن «…»`: speech, and nobody's.
  if (nearest === undefined && (THAT.has(previous.plain) || THAT_PRONOUN.has(previous.plain)))
    return { ...NOBODY, lead: 'that' }
  if (nearest === undefined) return { ...NOBODY, lead: open === 0 || previous.kind === 'stop' ? 'none' : 'inside' }
  const governing = governingAct(before, nearest, passage)
  if (THAT.has(previous.plain)) return attributionBy('that', overRelative(before, governing))
  if (!isReportedClause(nearest, paragraph) && isBare(paragraph, nearest, open)) return attributionBy('bare', nearest)
  // `أكدت فلانة، التي تحدثت باسم غيرها، أنه «…»`
  const over = THAT_PRONOUN.has(previous.plain) ? overRelative(before, governing) : governing
  return attributionBy('inside', over)
}

// `قال فلان إن الحكومة ترفض «…»`: the words are the reporter's, not the government's.
function governingAct(before: readonly SpeechAct[], nearest: SpeechAct, { paragraph, open }: QuotePassage): SpeechAct {
  if (isClosedRelative(nearest, paragraph, open)) return before.findLast((act) => act.main) ?? nearest
  // `كلام الوزير الذي رحب بتقدم «…»`
  const { subject, at } = nearest.event
  if (!nearest.reported || (nearest.event.embedded && subject !== null && subject.to === at - 1)) return nearest
  return before.findLast((act) => act.main) ?? nearest
}

/** `كشفت مصادر أن الحزب الذي وافق على ذلك، ما زال يبقي على «…»`: a relative clause that a comma ends before the mark. */
function isClosedRelative({ event: { at, to, kind }, main }: SpeechAct, { tokens }: Paragraph, open: number): boolean {
  if (main || kind !== 'finite' || !/^(?:الذي|التي)$/.test(wordAt(tokens, at - 1).plain)) return false
  const comma = tokens.slice(to, open).findLastIndex((token) => token.kind === 'comma')
  return comma >= 0 && open - to - comma > 2 && !tokens.slice(to, open).some(({ plain }) => THAT.has(plain))
}

/** `قالت فلانة، التي اتهمت زميلها أمس: «`: over a relative clause the colon is the main verb's. */
function overRelative(before: readonly SpeechAct[], nearest: SpeechAct): SpeechAct {
  if (nearest.main || nearest.event.kind !== 'finite' || (nearest.event.form.bare && !nearest.event.aside))
    return nearest
  const main = before.findLast((act) => act.main)
  const says = main?.event.form.bare === true || main?.event.form.uses.has('reports') === true
  if (main === undefined || !says || main.event.kind !== 'finite') return nearest
  return main.event.subject !== null || nearest.event.aside ? main : nearest
}

// `أبلغه أن الاتحاد سيرد «…»`, `وعد بأن يواصل «…»`: a clause of the report, whose verb follows أن or a noun of its own.
function isReportedClause({ reported, event }: SpeechAct, { tokens }: Paragraph): boolean {
  const { plain: before, info } = wordAt(tokens, event.at - 1)
  // `ذكر التقرير أنها قالت «…»`: her own words, whoever reports them.
  if (event.form.uses.has('noObject') && !wordAt(tokens, event.at).plain.startsWith('س')) return false
  const noun = info.definite && event.subject === null && !wordAt(tokens, event.at).info.conjunction
  const ruled = noun || ((THAT.has(before) || THAT_PRONOUN.has(before)) && !/^لكن/.test(before))
  return reported && (ruled || (event.subject !== null && event.subject.from < event.at))
}

// `وقال فلان في الفيلم، بحسب وكالة كذا: «…»`: the source relays the words of the verb's subject.
function skipSource(before: readonly SpeechAct[]): SpeechAct | undefined {
  const last = before.at(-1)
  const verb = before.at(-2)
  if (last?.event.kind !== 'according' || last.event.pronoun || verb?.event.kind !== 'finite') return last
  return last.event.at - verb.event.to < 6 && verb.event.form.bare ? verb : last
}

/** `ألقى فلان الضوء على أن «…»`: any verb of a named person that أن joins to the mark. */
function shown(act: SpeechAct | undefined, { paragraph, open }: QuotePassage): SpeechAct | undefined {
  const named = act?.speaker != null && act.event.subject !== null && act.event.kind === 'finite'
  const joined = THAT.has(wordAt(paragraph.tokens, open - 1).plain)
  return named && joined && paragraph.sentence[act.event.at] === paragraph.sentence[open] ? act : undefined
}

const MAX_BARE_GAP = 18

/** `وقالت فلانة «…»`, `وقال فلان، الذي زار المكان، «…»`: nothing said yet between the verb and the mark. */
function isBare(paragraph: Paragraph, act: SpeechAct, open: number): boolean {
  const { event } = act
  // `بالقول «…»`
  if (event.kind === 'masdar') return event.form.bare && open === event.to
  if (!event.form.bare || open - event.to > MAX_BARE_GAP) return false
  for (let at = event.to; at < open; at += 1) {
    const { kind, plain } = wordAt(paragraph.tokens, at)
    if (paragraph.hidden[at] === true || kind === 'colon' || THAT.has(plain) || THAT_PRONOUN.has(plain)) return false
  }
  return true
}

/** `«…»، بحسب الوزير`, `«…»، قال فلان`, `«…» على حد قوله`. */
function speakerRightAfter(passage: QuotePassage, discourse: readonly (readonly SpeechAct[])[]): Attribution | null {
  const { lastParagraph, close } = passage
  const { tokens } = lastParagraph
  let at = close
  const comma = tokens[at]?.kind === 'comma'
  if (comma) at += 1
  else if (tokens[at]?.kind === 'stop' && THUS.test(wordAt(tokens, at + 1).plain)) at += 1
  const words = linkingWords(tokens, at)
  const linked = words > 0
  if (linked) at += words
  else if (/^(?:حسب|بحسب|وفق)$/.test(wordAt(tokens, at).plain) && tokens[at + 1]?.plain === 'ما') at += 2
  const acts = actsIn(discourse, lastParagraph)
  const act = acts[firstAct(acts, at)]
  if (act?.event.at !== at) return null
  const { event } = act
  // `«…».. هكذا بدأ فلان حديثه`
  const thus = linked && THUS.test(wordAt(tokens, at - words).plain) && event.subject !== null
  if (!isSpeech(event) && !thus) return null
  if (tokens[at]?.info.verb === null) return event.kind === 'according' ? attributionBy('after', act) : null
  // Without a comma a verb behind the mark goes on with the sentence, unless the quote opened it.
  if (!comma && !linked && !opensSentence(passage)) return null
  const joined = tokens[event.at]?.info.conjunction === true || THAT.has(wordAt(tokens, event.to).plain)
  // `… «الكلمة»، قال فلان: «…»`: the verb leads in what follows it.
  if (joined || tokens[event.to]?.kind === 'colon') return null
  const named = event.subject !== null && event.subject.from > event.at
  return event.kind === 'finite' && (named || linked) ? attributionBy('after', act) : null
}

const THUS = /^(?:هكذا|بهذه)$/

/** How many words tie a verb to the quote before it: `كما قال`, `هذا ما قاله`, `بهذه الكلمات بدأ`. */
function linkingWords(tokens: readonly Token[], at: number): number {
  const { plain } = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1).plain
  if ((plain === 'هذا' && next === 'ما') || (plain === 'بهذه' && /^ال(?:كلمات|عبارات|عباره|جمله)$/.test(next))) return 2
  return /^(?:كما|هكذا|حسبما|وفقما)$/.test(plain) ? 1 : 0
}

function opensSentence({ paragraph, open }: QuotePassage): boolean {
  return open === 0 || paragraph.sentence[open - 1] !== paragraph.sentence[open]
}

/** A paragraph that ends in a colon hands over to the next one, which opens with the quote. */
function speakerAtParagraphBefore(
  passage: QuotePassage,
  scene: Scene,
  discourse: readonly (readonly SpeechAct[])[],
): Attribution | null {
  const { paragraph, open } = passage
  const before = scene.paragraphs[paragraph.index - 1]
  if (open > 0 || before === undefined || before.tokens.at(-1)?.kind !== 'colon') return null
  const act = discourse[before.index]?.findLast(({ event }) => isSpeech(event))
  return act === undefined || before.sentence[act.event.at] !== before.sentence.at(-1)
    ? null
    : attributionBy('before', act)
}

/** A passage that is its paragraph, or its sentence: the person the one before is about speaks. */
function alone(passage: QuotePassage, discourse: readonly (readonly SpeechAct[])[]): Attribution | null {
  const { lastParagraph, close, open, paragraph } = passage
  const rest = lastParagraph.tokens.length - close
  const whole = rest === 0 || (rest === 1 && lastParagraph.tokens[close]?.kind !== 'word')
  if (open > 0) return resumed(passage, actsIn(discourse, paragraph))
  if (!passage.closed || !whole) return null
  const speaking = discourse[paragraph.index - 1]?.findLast(
    ({ event, main, speaker }) => main && speaker !== null && event.kind !== 'participle',
  )
  const speaker = speaking?.speaker ?? null
  if (speaker === null || speaker.person < 0) return { ...NOBODY, lead: 'alone' }
  return { ...NOBODY, lead: 'alone', speaker, certainty: (speaking?.certainty ?? 0) * ACROSS_PARAGRAPHS }
}

/** `«…»، بحسب فلان. «…».`, `يقول فلان إن الأمر انتهى. «…».` */
function resumed(
  { paragraph, open, close, lastParagraph }: QuotePassage,
  acts: readonly SpeechAct[],
): Attribution | null {
  const { tokens, sentence } = paragraph
  const whole = tokens[open - 1]?.kind === 'stop' && (tokens[close]?.kind ?? 'stop') === 'stop'
  if (!whole || lastParagraph !== paragraph) return null
  const before = acts.slice(0, firstAct(acts, open)).slice(-NEAR_ACTS)
  const speaking = before.findLast(
    ({ event, main }) =>
      (main || event.kind === 'according') && isSpeech(event) && sentence[event.at] === (sentence[open] ?? 0) - 1,
  )
  return speaking === undefined || !isVoice(speaking, paragraph)
    ? null
    : { ...NOBODY, lead: 'alone', speaker: speaking.speaker, certainty: speaking.certainty * ACROSS_PARAGRAPHS }
}

/** Somebody or a body, not `القرار`: behind what a text says the article itself goes on. */
function isVoice({ speaker, event: { subject } }: SpeechAct, { tokens }: Paragraph): boolean {
  if (speaker === null || speaker.person >= 0) return speaker !== null
  if (subject === null) return speaker.kind !== 'role'
  const head = wordAt(tokens, subject.from)
  const { role, group, oneOf, institution, place } = head.info
  return subject.name !== null || role || group || oneOf || place || (institution && !isText(head))
}

/** `نفذتهما فتاتان «…» …، بحسب الحاكم`: the source named at the end of the sentence. */
function speakerLaterInSentence(
  passage: QuotePassage,
  discourse: readonly (readonly SpeechAct[])[],
): Attribution | null {
  const { lastParagraph, close } = passage
  const { sentence } = lastParagraph
  const number = sentence[close - 1]
  const acts = actsIn(discourse, lastParagraph)
  const next = firstAct(acts, close)
  const act = acts
    .slice(next, next + NEAR_ACTS)
    .find(({ event }) => sentence[event.at] === number && event.kind === 'according')
  return act === undefined ? null : attributionBy('after', act)
}
