import type { Person, Quote } from '../../briefing.ts'
import { type EnglishAct, type EnglishParagraph, findActs } from './acts.ts'
import { type EnglishCast, type EnglishMember, familyName, findEnglishCast } from './cast.ts'
import { type Passage, readEnglishParagraph } from './passages.ts'
import type { EnglishPhrase } from './phrases.ts'
import { MEDIA } from './words.ts'

type Who = { readonly name: string; readonly role: string | null; readonly gender: 'm' | 'f' | null }
type Said = { readonly act: EnglishAct | null; readonly who: Who | null; readonly mode: Quote['mode'] }
type State = { last: Who | null; lastQuote: { paragraph: number; close: number } | null }

/** The quotes of an English article, by the same promises as the Arabic ones. */
export function findEnglishQuotes(texts: readonly string[]): readonly Quote[] {
  const paragraphs = texts.map(readEnglishParagraph)
  const acts = paragraphs.map(findActs)
  const cast = findEnglishCast(paragraphs, acts)
  const state: State = { last: null, lastQuote: null }
  return paragraphs.flatMap((paragraph, index) => quotesOf(paragraph, acts[index] ?? [], { cast, state }))
}

/** The persons of an English article in the order it first names them. */
export function findEnglishPeople(texts: readonly string[]): readonly Person[] {
  const paragraphs = texts.map(readEnglishParagraph)
  const members = [...findEnglishCast(paragraphs, paragraphs.map(findActs)).values()]
  return members
    .filter((member) => member.paragraphs.length > 0 && (member.name.includes(' ') || member.role !== null))
    .sort((a, b) => (a.paragraphs[0] ?? 0) - (b.paragraphs[0] ?? 0))
    .map(({ name, role, paragraphs: own }) => ({ name, role, mentions: own.length, paragraphs: [...new Set(own)] }))
}

type Context = { readonly cast: EnglishCast; readonly state: State }

function quotesOf(paragraph: EnglishParagraph, acts: readonly EnglishAct[], context: Context): readonly Quote[] {
  const quotes: Quote[] = []
  const focus = createFocus(paragraph, acts, context)
  let heard = 0
  for (const passage of paragraph.passages) {
    while ((acts[heard]?.to ?? Number.POSITIVE_INFINITY) <= passage.open) heard += 1
    focus(paragraph.sentence[passage.open] ?? 0)
    const said = attribute(paragraph, passage, { acts, heard, context })
    if (said === null) continue
    quotes.push(quoteOf(paragraph, passage, said))
    if (said.who !== null) context.state.last = said.who
    context.state.lastQuote = { paragraph: paragraph.index, close: passage.close }
  }
  focus(Number.POSITIVE_INFINITY)
  return quotes
}

/**
 * Keeps in mind whom the text is about, for `he` and `she`: reads on to a sentence, and of each sentence before it takes
 * who spoke, else who opens it, else who is named last in it.
 */
function createFocus(
  paragraph: EnglishParagraph,
  acts: readonly EnglishAct[],
  context: Context,
): (sentence: number) => void {
  const { tokens, sentence, hidden } = paragraph
  let at = 0
  let act = 0
  return (until) => {
    while (at < tokens.length && (sentence[at] ?? 0) < until) {
      const number = sentence[at] ?? 0
      const named: EnglishMember[] = []
      const start = at
      let opener: EnglishMember | null = null
      for (; at < tokens.length && sentence[at] === number; at += 1) {
        const member = hidden[at] ? undefined : context.cast.get(familyName(tokens[at]?.text ?? ''))
        if (member === undefined || !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) continue
        named.push(member)
        if (at < start + MAX_OPENING) opener ??= member
      }
      let spoken: Who | null = null
      for (; act < acts.length && (acts[act]?.from ?? 0) < at; act += 1)
        spoken = speakerOf(acts[act], context) ?? spoken
      const about = opener ?? named.at(-1)
      context.state.last = spoken ?? (about === undefined ? context.state.last : whoIs(about))
    }
  }
}

// How far into a sentence a name still opens it (`Ukrainian President Volodymyr Zelensky`).
const MAX_OPENING = 5

function speakerOf(act: EnglishAct | undefined, context: Context): Who | null {
  if (act === undefined || act.subject === null || act.side === 'according' || act.subject.kind === 'pronoun')
    return null
  return resolve(act.subject, context)
}

type Heard = { readonly acts: readonly EnglishAct[]; readonly heard: number; readonly context: Context }

const MIN_PARTIAL_WORDS = 4
const MIN_ALONE_WORDS = 6
const NEAR_ACTS = 8

function attribute(paragraph: EnglishParagraph, passage: Passage, heard: Heard): Said | null {
  if (passage.words === 0 || isTitle(paragraph, passage)) return null
  return after(paragraph, passage, heard) ?? before(paragraph, passage, heard) ?? continued(paragraph, passage, heard)
}

/** `"…," said Smith`, `"…," Smith told Reuters`, `"…," according to Smith`. */
function after(paragraph: EnglishParagraph, passage: Passage, { acts, heard, context }: Heard): Said | null {
  const { tokens } = paragraph
  const at = passage.close + (tokens[passage.close]?.text === ',' ? 1 : 0)
  const act = acts.slice(heard, heard + NEAR_ACTS).find((one) => one.from === at && one.subject !== null)
  if (act === undefined || act.subject === null) return null
  const inner = tokens[passage.close - 2]?.text ?? ''
  const direct = /^[,.!?…]$/.test(inner) || tokens[passage.close]?.text === ','
  if (!direct && passage.words < MIN_PARTIAL_WORDS) return null
  return { act, who: resolve(act.subject, context), mode: direct ? 'direct' : 'partial' }
}

/** `Smith said: "…"`, `Smith told Reuters that "…"`, `Smith called it "…"`. */
function before(paragraph: EnglishParagraph, passage: Passage, { acts, heard, context }: Heard): Said | null {
  const { tokens, sentence } = paragraph
  const near = acts
    .slice(Math.max(0, heard - NEAR_ACTS), heard)
    .filter((one) => sentence[one.from] === sentence[passage.open])
  const act = near.findLast((one) => one.subject !== null) ?? near.at(-1)
  if (act === undefined) return null
  const previous = tokens[passage.open - 1]?.text ?? ''
  const direct = act.strength === 'say' && (/^[:,]$/.test(previous) || act.to === passage.open)
  if (!passage.closed && !direct) return null
  if (!direct && passage.words < MIN_PARTIAL_WORDS) return null
  const who = act.subject === null ? context.state.last : resolve(act.subject, context)
  return { act, who, mode: direct ? 'direct' : 'partial' }
}

/** A sentence of quoted words right behind a quote, or a paragraph of them: the same speaker goes on. */
function continued(paragraph: EnglishParagraph, passage: Passage, { context }: Heard): Said | null {
  const { tokens, index } = paragraph
  const { last, lastQuote } = context.state
  const whole = passage.open === 0 && passage.close >= tokens.length - 1
  const opens = passage.open === 0 || /^[.!?]$/.test(tokens[passage.open - 1]?.text ?? '')
  if (!passage.closed || !opens || lastQuote === null)
    return whole && passage.words >= MIN_ALONE_WORDS ? nobody() : null
  if (lastQuote.paragraph === index && passage.words > 1) return { act: null, who: last, mode: 'direct' }
  if (!whole || passage.words < MIN_ALONE_WORDS) return null
  return lastQuote.paragraph === index - 1 ? { act: null, who: last, mode: 'direct' } : nobody()
}

function nobody(): Said {
  return { act: null, who: null, mode: 'direct' }
}

const TITLED =
  /^(?:book|novel|film|movie|song|album|show|series|titled|entitled|named|slogan|banner|headline|campaign|operation|so-called|motto|hashtag|program|programme|play|poem|memoir)$/i

function isTitle(paragraph: EnglishParagraph, passage: Passage): boolean {
  const [noun, last] = [paragraph.tokens[passage.open - 2], paragraph.tokens[passage.open - 1]]
  return (
    TITLED.test(last?.text ?? '') ||
    (/^(?:called|named|titled)$/.test(last?.text ?? '') && TITLED.test(noun?.text ?? ''))
  )
}

function resolve(phrase: EnglishPhrase, { cast, state }: Context): Who | null {
  switch (phrase.kind) {
    case 'person': {
      const member = cast.get(familyName(phrase.name ?? ''))
      return member === undefined
        ? { name: phrase.name ?? phrase.text, role: phrase.role, gender: phrase.gender }
        : whoIs(member)
    }
    case 'pronoun':
      return phrase.gender !== null && state.last?.gender != null && state.last.gender !== phrase.gender
        ? null
        : state.last
    case 'role':
      return holder(phrase, cast) ?? { name: phrase.text, role: null, gender: null }
    case 'body':
      return { name: phrase.text, role: null, gender: null }
    default:
      return phrase.kind satisfies never
  }
}

function whoIs(member: EnglishMember): Who {
  return { name: member.name, role: member.role, gender: member.gender }
}

/** `the president`: the one person of the article whose role has these words, none when two have. */
function holder(phrase: EnglishPhrase, cast: EnglishCast): Who | null {
  const words = phrase.text.toLowerCase().split(/\s+/)
  const fits = [...cast.values()].filter((member) => {
    const role = member.role?.toLowerCase().split(/\s+/) ?? []
    return words.every((word) => role.includes(word))
  })
  const [only] = fits
  return fits.length === 1 && only !== undefined ? whoIs(only) : null
}

function quoteOf(paragraph: EnglishParagraph, passage: Passage, said: Said): Quote {
  const { place } = passage
  return {
    text: paragraph.text.slice(place.start, place.end),
    speaker: said.who?.name ?? null,
    role: said.who?.role ?? null,
    verb: said.act?.verb ?? null,
    mode: said.mode,
    medium: said.act === null ? null : mediumOf(paragraph, passage),
    addressee: null,
    at: [place],
  }
}

const NEAR_TOKENS = 30

/** The outlet or service that the words around a quote name (`he wrote on Telegram`, `told Reuters`). */
function mediumOf(paragraph: EnglishParagraph, passage: Passage): string | null {
  const { tokens, text, sentence } = paragraph
  let from = passage.open
  while (from > Math.max(0, passage.open - NEAR_TOKENS) && sentence[from - 1] === sentence[passage.open]) from -= 1
  let to = passage.close
  while (to < Math.min(tokens.length, passage.close + NEAR_TOKENS) && sentence[to] === sentence[passage.open]) to += 1
  const before = text.slice(tokens[from]?.start ?? 0, tokens[passage.open]?.start ?? 0)
  const after = text.slice(tokens[passage.close]?.start ?? text.length, tokens[to - 1]?.end ?? text.length)
  return MEDIA.exec(`${before} ${after}`)?.[1] ?? null
}
