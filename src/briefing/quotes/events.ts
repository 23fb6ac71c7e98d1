import { isVerbHere } from '../grammar/is-verb.ts'
import { phraseAt } from '../grammar/phrases.ts'
import { hasStrangeSubject, strangeSubject } from '../grammar/strange-subjects.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { ACCORDING, SUBORDINATORS } from '../grammar/words/particles.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'
import { type Paragraph, tokenAt } from '../parsed-text.ts'
import { accordingAt, relayAt, textAt } from './sources.ts'
import type { SpeechEvent } from './speech-event.ts'
import { givenSubject } from './subjects.ts'
import { subjectBeforeAside } from './subjects-before.ts'

/** The acts of speech of a paragraph, in order, words inside long quotes left out. */
export function findEvents(paragraph: Paragraph): readonly SpeechEvent[] {
  const events: SpeechEvent[] = []
  const marked = coverOf(paragraph.marked)
  paragraph.tokens.forEach((token, at) => {
    if (token.kind !== 'word' || paragraph.hidden[at] === true || marked(token.start)) return
    const event =
      accordingAt(paragraph, at) ??
      nounAt(paragraph.tokens, at) ??
      verbAt(paragraph, at) ??
      loneVerbAt(paragraph, at) ??
      headingAt(paragraph, at)
    if (event !== null) events.push(event)
  })
  return events
}

/** Whether an offset is between marks, where verbs are not the reporter's; call with rising offsets. */
function coverOf({ spans }: Paragraph['marked']): (offset: number) => boolean {
  let next = 0
  let covered = 0
  return (offset) => {
    for (let span = spans[next]; span !== undefined && span.open < offset; span = spans[next]) {
      if (span.closed) covered = Math.max(covered, span.close)
      next += 1
    }
    return offset < covered
  }
}

function verbAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  const { tokens } = paragraph
  const token = wordAt(tokens, at)
  const form = token.info.verb
  if (form === null || !isVerbHere(tokens, at)) return null
  const embedded = isEmbedded(paragraph, at)
  const negated = form.shape === 'finite' && isNegated(tokens, at)
  const base = {
    at,
    kind: form.shape,
    form: negated ? { ...form, force: 'do' as const } : form,
    verb: verbText(token),
    embedded,
    aside: isAboutNoun(tokens, at),
  }
  if (form.shape === 'participle') return { ...base, to: at + 1, subject: null, pronoun: false }
  if (form.shape === 'masdar') return { ...base, to: at + 1, subject: null, pronoun: true }
  if (form.uses.has('relays')) return relayAt(paragraph, base)
  if (form.uses.has('appears')) return textAt(paragraph, base)
  const given = givenSubject(paragraph, at)
  const strange = given === null && hasStrangeSubject(tokens, at)
  const aside = given === null && !strange ? asideAt(paragraph, at) : -1
  const behind = aside < 0 ? given : subjectBeforeAside(tokens, aside, at)
  const topic = given === null && opensWithRole(paragraph, at)
  const subject = strange ? strangeSubject(tokens, at) : behind
  return {
    ...base,
    to: Math.max(at + 1, subject?.to ?? 0),
    subject,
    pronoun: false,
    unread: (strange || aside >= 0 || topic) && subject === null,
  }
}

const MAX_ASIDE = 16

/** `منظمة كذا، وهي تعمل في البحر، قالت`: the comma behind the subject, read or not; -1 for no aside before the verb. */
function asideAt({ tokens, sentence }: Paragraph, at: number): number {
  if (tokens[at - 1]?.kind !== 'comma' || wordAt(tokens, at).info.conjunction) return -1
  let opens = at - 2
  while (opens > at - MAX_ASIDE && wordAt(tokens, opens).kind === 'word') opens -= 1
  const near = tokens[opens]?.kind === 'comma' && sentence[opens] === sentence[at]
  return near && /^(?:وهو|وهي|الذي|التي)$/.test(wordAt(tokens, opens + 1).plain) ? opens : -1
}

const MAX_TOPIC = 14

/** `مدير مكتب قرية العليا فلان قال`: an office opens the sentence, and nothing but its long complement stands before the verb. */
function opensWithRole({ tokens, sentence }: Paragraph, at: number): boolean {
  let from = at
  while (from > 0 && at - from <= MAX_TOPIC && sentence[from - 1] === sentence[at]) from -= 1
  const head = wordAt(tokens, from)
  if (from >= at - 1 || at - from > MAX_TOPIC || wordAt(tokens, at).info.conjunction) return false
  const plain = head.info.role && head.info.preposition === '' && !head.info.conjunction
  return plain && tokens.slice(from, at).every(({ kind, info }) => kind === 'word' && (info.verb === null || info.role))
}

// `بحسب ما وصفه`: behind a preposition ما is no `not`.
function isNegated(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1).info.base
  if (/^(?:لم|لن|لا)$/.test(before)) return true
  // `وما وصفه بأنه`: nor where the verb takes ما up.
  return before === 'ما' && tokens[at - 2]?.info.functional !== true && !/(?:ه|ها)$/.test(wordAt(tokens, at).plain)
}

// `كما` at the head of a sentence only means `also`.
function isEmbedded(paragraph: Paragraph, at: number): boolean {
  const before = wordAt(paragraph.tokens, at - 1)
  if (isAboutNoun(paragraph.tokens, at)) return true
  if (!SUBORDINATORS.has(before.plain)) return false
  // So does the clause of time a sentence opens with: its subject speaks on.
  return !(
    /^(?:كما|عندما|بعدما|حينما|لا|لم|لن)$/.test(before.plain) &&
    (at === 1 || paragraph.sentence[at - 2] !== paragraph.sentence[at])
  )
}

/** `منشور كتبه فلان`, `كلمة ألقاها`: a verb with a pronoun right behind a noun without ال modifies the noun. */
function isAboutNoun(tokens: readonly Token[], at: number): boolean {
  const [noun, verb] = [wordAt(tokens, at - 1), wordAt(tokens, at)]
  if (verb.info.conjunction || !/(?:ه|ها|هم)$/.test(verb.plain)) return false
  const { definite, common, work, role, given, functional, verb: doing } = noun.info
  return (common || work) && !definite && !role && !given && !functional && doing === null
}

const SAYS: VerbForm = { force: 'say', shape: 'finite', gender: 'm', plural: false, bare: true, uses: new Set() }
const LONE = { kind: 'finite', verb: '', pronoun: false, embedded: false } as const

/** `وأكملت: «…»`: any word alone with و between a stop and a colon before a mark is a verb of speech, known or not. */
function loneVerbAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  const { tokens, sentence } = paragraph
  const token = wordAt(tokens, at)
  if (!/^[وف].{3,}/.test(token.plain) || token.info.definite || token.info.role) return null
  if (at > 0 && sentence[at - 1] === sentence[at]) return null
  if (tokens[at + 1]?.kind !== 'colon' || tokens[at + 2]?.kind !== 'mark' || token.info.functional) return null
  const form: VerbForm = { ...SAYS, gender: token.plain.endsWith('ت') ? 'f' : 'm' }
  return { ...LONE, at, to: at + 1, form, verb: token.text.slice(1), subject: null }
}

/** A noun or a preposition in place of a verb of speech. */
function nounAt(tokens: readonly Token[], at: number): SpeechEvent | null {
  if (!NOUNS.test(wordAt(tokens, at).plain)) return null
  return answerAt(tokens, at) ?? sayingAt(tokens, at) ?? showedAt(tokens, at)
}

// One test a word; few pass it.
const NOUNS = /^(?:[وفب]?قول|[وف]?(?:بين|عبرت?)|(?:اجابت|جواب|رد|اقوال|تصريحات|كلمات)(?:ه|ها|هم))$/

/** `وكانت إجابته: «…»`, `وجاء رده أن`, `أشهر أقواله: «…»`: a noun in place of a verb of speech. */
function answerAt(tokens: readonly Token[], at: number): SpeechEvent | null {
  const token = wordAt(tokens, at)
  const [, answer, owner] = /^(?:(اجابت|جواب|رد)|اقوال|تصريحات|كلمات)(ه|ها|هم)$/.exec(token.plain) ?? []
  const came = answer !== undefined && /^[وف]?(?:كان|جاء)ت?$/.test(wordAt(tokens, at - 1).plain)
  if (owner === undefined || !(came || tokens[at + 1]?.kind === 'colon')) return null
  const form: VerbForm = { ...SAYS, gender: owner === 'ها' ? 'f' : 'm', plural: owner === 'هم' }
  return { ...LONE, at, to: at + 1, form, verb: token.text, subject: null, pronoun: true }
}

/** `قول السفير: «…»`: the noun of saying and whose saying it is. */
function sayingAt(tokens: readonly Token[], at: number): SpeechEvent | null {
  const before = wordAt(tokens, at - 1).plain
  if (!/^[وفب]?قول$/.test(wordAt(tokens, at).plain) || ACCORDING.has(before) || before === 'حد') return null
  const subject = phraseAt(tokens, at + 1)
  return subject === null ? null : { ...LONE, at, to: subject.to, form: SAYS, verb: 'قول', subject, embedded: true }
}

/** `وبين فلان أن`, `وعبر فلان عن`: the letters of `between` and `across`, verbs where a speaker and أن or عن follow. */
function showedAt(tokens: readonly Token[], at: number): SpeechEvent | null {
  const token = wordAt(tokens, at)
  const opens = /^[وف]?بين$/.test(token.plain) ? 'ان' : /^[وف]?عبرت?$/.test(token.plain) ? 'عن' : null
  if (opens === null) return null
  const subject = phraseAt(tokens, at + 1)
  const to = subject !== null && tokens[subject.to]?.kind === 'comma' ? subject.to + 1 : subject?.to
  if (subject === null || wordAt(tokens, to ?? -1).plain !== opens) return null
  const verb = token.text.replace(/^[وف]/, '')
  const gender = token.plain.endsWith('ت') ? 'f' : 'm'
  return { ...LONE, at, to: subject.to, form: { ...SAYS, gender, force: 'act', bare: false }, verb, subject }
}

/** `فلان: «…»`, `فلان «…»`: a paragraph of only a speaker and a quote. */
function headingAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  if (at > 0) return null
  const { tokens, marked } = paragraph
  const subject = phraseAt(tokens, at)
  const next = tokens[subject?.to ?? -1]
  if (subject === null || subject.kind === 'quoted' || subject.kind === 'group') return null
  const mark = wordAt(tokens, subject.to + (next?.kind === 'colon' ? 1 : 0))
  const span = marked.spans[0]
  if (mark.kind !== 'mark' || span?.open !== mark.start || !span.closed) return null
  if (!tokens.slice(tokenAt(tokens, span.close)).every(({ kind }) => kind === 'stop')) return null
  const speaks = subject.kind === 'person' && opensSpeech(wordAt(tokens, subject.to + 1))
  if (next?.kind === 'mark' && !speaks) return null
  return { ...LONE, at, to: subject.to, form: SAYS, subject }
}

// `الممثلة "تعرضت لتهديد"` is a headline about her: with no colon, only words that can't open a sentence about her.
function opensSpeech({ info, plain }: Token): boolean {
  return info.definite || /^(?:ما|نحن|انا|هذا|هذه|ان|لقد|هناك)$/.test(plain)
}

/** The verb as shown: without و ف, and without the ب of `بالتأكيد`. */
function verbText(token: Token): string {
  const cut = token.info.conjunction && token.plain !== token.info.base ? 1 : 0
  return token.text.slice(cut).replace(/^ب(?=ال)/, '')
}
