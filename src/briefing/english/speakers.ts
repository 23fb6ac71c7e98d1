import type { Quote } from '../briefing.ts'
import type { EnglishAct } from './acts.ts'
import { type EnglishCast, type EnglishMember, familyName } from './cast.ts'
import type { EnglishParagraph } from './passages.ts'
import { type EnglishPhrase, englishAt } from './phrases.ts'

export type EnglishSpeaker = { readonly name: string; readonly role: string | null; readonly gender: 'm' | 'f' | null }

/** `unfinished`: the beginning of a quote that its paragraph does not close, and the next one opens again. */
export type DiscourseState = {
  last: EnglishSpeaker | null
  lastQuote: { paragraph: number; close: number } | null
  unfinished: { readonly quote: Quote; readonly attributed: boolean } | null
}

/** What is known of the whole text while a paragraph is read. */
export type EnglishContext = {
  readonly cast: EnglishCast
  readonly state: DiscourseState
  /** The next paragraph begins with an opening mark. */
  readonly reopened: boolean
}

/** A member of the cast, the holder of a role, or its own words. */
export function resolveEnglishSpeaker(phrase: EnglishPhrase, { cast, state }: EnglishContext): EnglishSpeaker | null {
  switch (phrase.kind) {
    case 'person':
      return whoIs(cast.get(familyName(phrase.text)) ?? { ...phrase, name: phrase.text })
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

function whoIs({ name, role, gender }: EnglishSpeaker): EnglishSpeaker {
  return { name, role, gender }
}

/** `the president`: the one person of the article whose role has these words, none when two have. */
function holder(phrase: EnglishPhrase, cast: EnglishCast): EnglishSpeaker | null {
  const words = phrase.text.toLowerCase().split(/\s+/)
  const fits = [...cast.values()].filter((member) => {
    const role = member.role?.toLowerCase().split(/\s+/)
    return role !== undefined && words.every((word) => role.includes(word))
  })
  const [only] = fits
  return fits.length === 1 && only !== undefined ? whoIs(only) : null
}

/**
 * Tracks the person that `he` and `she` refer to: reads up to a sentence; each one before it sets the person to its
 * speaker, else the name that opens it, else its last name.
 */
export function createFocus(
  paragraph: EnglishParagraph,
  acts: readonly EnglishAct[],
  context: EnglishContext,
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
        const { text } = englishAt(tokens, at)
        const member = hidden[at] || !/^\p{Lu}/u.test(text) ? undefined : context.cast.get(familyName(text))
        if (member === undefined) continue
        named.push(member)
        if (at < start + MAX_OPENING) opener ??= member
      }
      let spoken: EnglishSpeaker | null = null
      for (; act < acts.length && (acts[act]?.from ?? 0) < at; act += 1)
        spoken = speakerOf(acts[act], context) ?? spoken
      const about = opener ?? named.at(-1)
      context.state.last = spoken ?? (about === undefined ? context.state.last : whoIs(about))
    }
  }
}

// How far into a sentence a name still opens it (`Ukrainian President Volodymyr Zelensky`).
const MAX_OPENING = 5

function speakerOf(act: EnglishAct | undefined, context: EnglishContext): EnglishSpeaker | null {
  if (act === undefined || act.subject === null || act.side === 'according' || act.subject.kind === 'pronoun')
    return null
  return resolveEnglishSpeaker(act.subject, context)
}
