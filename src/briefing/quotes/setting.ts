import type { Quote } from '../briefing.ts'
import { firstMention, rangeText } from '../people/cast.ts'
import { gluedPhraseAt } from '../people/phrases.ts'
import type { Attribution } from './attribution.ts'
import type { Passage } from './passages.ts'
import type { Paragraph, Scene } from './scene.ts'
import type { Token } from './tokens.ts'

type Setting = Pick<Quote, 'medium' | 'addressee'>

/** Where and to whom a quote was said (`على «تيليغرام»`, `لقناة «فوكس نيوز»`, `لبوتين`), by the words of its sentence. */
export function findSetting(passage: Passage, attribution: Attribution, scene: Scene): Setting {
  const { paragraph, open } = passage
  const event = attribution.utterance?.event
  if (event === undefined || attribution.lead === 'after' || attribution.lead === 'before')
    return { medium: null, addressee: null }
  const from = sentenceStart(paragraph, event.at)
  return {
    medium: mediumIn(paragraph, from, open),
    addressee: addresseeIn(paragraph, { from: event.at + 1, to: open }, scene),
  }
}

function sentenceStart(paragraph: Paragraph, at: number): number {
  let from = at
  while (from > Math.max(0, at - MAX_LOOK_BACK) && paragraph.sentence[from - 1] === paragraph.sentence[at]) from -= 1
  return from
}

const MAX_LOOK_BACK = 40
const REACH: ReadonlySet<string> = new Set(['علي', 'عبر', 'في', 'مع', 'ل', 'الي'])

/** The last outlet or service before the mark that something is said on, through or to. */
function mediumIn(paragraph: Paragraph, from: number, to: number): string | null {
  const { tokens } = paragraph
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || paragraph.hidden[at] === true || !token.info.outlet) continue
    const before = tokens[at - 1]
    const told =
      token.info.preposition === 'ل' ||
      REACH.has(before?.plain ?? '-') ||
      (before?.kind === 'mark' && REACH.has(tokens[at - 2]?.plain ?? '-'))
    if (told) return outletName(paragraph, at, to)
  }
  return markedAfterDative(paragraph, from, to)
}

/** The name of an outlet: what stands in marks at it, else its own words. */
function outletName(paragraph: Paragraph, at: number, to: number): string {
  const { tokens } = paragraph
  for (let next = at - 1; next < Math.min(to, at + 4); next += 1) {
    if (tokens[next]?.kind !== 'mark' || next === at) continue
    const close = markAfter(tokens, next, to)
    if (close > next + 1) return rangeText(tokens, { from: next + 1, to: close })
  }
  const phrase = gluedPhraseAt(tokens, at)
  const end = phrase === null ? at + 1 : Math.min(phrase.to, to)
  const text = rangeText(tokens, { from: at, to: end })
  const { info, plain } = tokens[at] ?? { info: null, plain: '' }
  if (info === null || info.base === plain) return text
  return info.preposition === 'ل' && info.definite ? `ال${text.slice(2)}` : text.slice(info.conjunction ? 2 : 1)
}

// `قال لـ«الشرق الأوسط»:` — marks behind a lone ل name who was told.
function markedAfterDative(paragraph: Paragraph, from: number, to: number): string | null {
  const { tokens } = paragraph
  for (let at = from; at < to - 2; at += 1) {
    if (tokens[at]?.plain !== 'ل' || tokens[at + 1]?.kind !== 'mark') continue
    const close = markAfter(tokens, at + 1, to)
    if (close > at + 2) return rangeText(tokens, { from: at + 2, to: close })
  }
  return null
}

/** The next mark within six tokens, -1 for none. */
function markAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + 7); at += 1) if (tokens[at]?.kind === 'mark') return at
  return -1
}

/** `قال ترامب لبوتين:`, `قال للصحفيين:` — a person or a group with ل right in the clause of the verb. */
function addresseeIn(paragraph: Paragraph, range: { from: number; to: number }, scene: Scene): string | null {
  const { tokens, index } = paragraph
  const mentions = scene.cast.mentions[index] ?? []
  for (let next = firstMention(mentions, range.from); (mentions[next]?.from ?? range.to) < range.to; next += 1) {
    const mention = mentions[next]
    const member = scene.cast.members[mention?.person ?? -1]
    const plain = tokens[mention?.from ?? -1]?.plain ?? ''
    // A name that itself begins with ل (`لافروف`) is not addressed.
    if (member !== undefined && plain.startsWith('ل') && !member.words.includes(plain)) return member.name
  }
  for (let at = range.from; at < range.to; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.info.preposition !== 'ل' || !token.info.group) continue
    const phrase = gluedPhraseAt(tokens, at)
    if (phrase === null) continue
    const text = rangeText(tokens, { from: at, to: Math.min(phrase.to, range.to) })
    return token.info.definite ? `ال${text.slice(2)}` : text.slice(1)
  }
  return null
}
