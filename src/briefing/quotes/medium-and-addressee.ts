import type { Quote } from '../briefing.ts'
import { gluedPhraseAt } from '../grammar/phrases.ts'
import { rangeText } from '../grammar/spelling.ts'
import { type Range, type Token, wordAt } from '../grammar/tokens.ts'
import { OUTLET_NOUNS } from '../grammar/words/institutions.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { firstMention, mentionsIn } from '../people/cast.ts'
import type { Attribution } from './attribution.ts'
import type { QuotePassage } from './passages.ts'

type Setting = Pick<Quote, 'medium' | 'addressee'>

/** The medium and the addressee of a quote (`على «تيليغرام»`, `لقناة «فوكس نيوز»`, `لبوتين`), from its sentence. */
export function findSetting(passage: QuotePassage, attribution: Attribution, scene: Scene): Setting {
  const { paragraph, open } = passage
  const event = attribution.act?.event
  if (event === undefined || attribution.lead === 'after' || attribution.lead === 'before')
    return { medium: null, addressee: null }
  const from = sentenceStart(paragraph, event.at)
  return {
    medium: mediumIn(paragraph, event.to, open) ?? mediumIn(paragraph, from, event.at),
    addressee: addresseeIn(paragraph, { from: event.at + 1, to: Math.min(open, event.to + 1) }, scene),
  }
}

function sentenceStart(paragraph: Paragraph, at: number): number {
  let from = at
  while (from > Math.max(0, at - MAX_LOOK_BACK) && paragraph.sentence[from - 1] === paragraph.sentence[at]) from -= 1
  return from
}

const MAX_LOOK_BACK = 40
const REACH: ReadonlySet<string> = new Set(['علي', 'عبر', 'في', 'مع', 'ل', 'الي'])

/** The last outlet or service before the mark that carries or receives the statement. */
function mediumIn(paragraph: Paragraph, from: number, to: number): string | null {
  const { tokens } = paragraph
  for (let at = to - 1; at >= from; at -= 1) {
    if (paragraph.hidden[at] === true || !wordAt(tokens, at).info.outlet) continue
    let head = at
    while (head > from && tokens[head - 1]?.info.outlet) head -= 1
    if (isReached(tokens, head)) return outletName(tokens, { from: head, to: at + 1 }, to)
    at = head
  }
  return markedAfterDative(paragraph, from, to)
}

function isReached(tokens: readonly Token[], head: number): boolean {
  const before = wordAt(tokens, head - 1)
  if (wordAt(tokens, head).info.preposition === 'ل' || REACH.has(before.plain)) return true
  return before.kind === 'mark' && REACH.has(wordAt(tokens, head - 2).plain)
}

/** The name of an outlet: what stands in marks behind it, else its own words; of `موقع تويتر` the name alone. */
function outletName(tokens: readonly Token[], run: Range, limit: number): string {
  if (tokens[run.to]?.kind === 'mark' && run.to < limit) {
    const close = markAfter(tokens, run.to, limit)
    if (close > run.to + 1) return rangeText(tokens, { from: run.to + 1, to: close })
  }
  const from = /موقع$/.test(wordAt(tokens, run.from).plain) && run.to > run.from + 1 ? run.from + 1 : run.from
  const to = Math.min(limit, nameOfOutletEnd(tokens, { from, to: run.to }))
  const text = rangeText(tokens, { from, to })
  const { info, plain } = wordAt(tokens, from)
  if (info.base === plain) return text
  return info.preposition === 'ل' && info.definite ? `ال${text.slice(2)}` : text.slice(info.conjunction ? 2 : 1)
}

// `صحيفة واشنطن بوست`, `وكالة الأنباء التشيكية`: up to three words more behind the noun.
function nameOfOutletEnd(tokens: readonly Token[], run: Range): number {
  if (!OUTLET_NOUNS.has(wordAt(tokens, run.to - 1).info.base)) return run.to
  let to = run.to
  while (to < run.to + 3) {
    const { kind, info } = wordAt(tokens, to)
    if (kind !== 'word' || info.functional || info.preposition !== '' || info.verb !== null) break
    to += 1
  }
  return to
}

// `قال لـ«الشرق الأوسط»:` — marks behind a lone ل name the addressee.
function markedAfterDative(paragraph: Paragraph, from: number, to: number): string | null {
  const { tokens } = paragraph
  for (let at = from; at < to - 2; at += 1) {
    if (tokens[at]?.plain !== 'ل' || tokens[at + 1]?.kind !== 'mark') continue
    const close = markAfter(tokens, at + 1, to)
    if (close > at + 2) return rangeText(tokens, { from: at + 2, to: close })
  }
  return null
}

/** Index of the next mark within six tokens, -1 for none. */
function markAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + 7); at += 1) if (tokens[at]?.kind === 'mark') return at
  return -1
}

/** `قال ترامب لبوتين:`, `قال للصحفيين:` — a person or a group with ل right in the clause of the verb. */
function addresseeIn(paragraph: Paragraph, range: { from: number; to: number }, scene: Scene): string | null {
  const { tokens, index } = paragraph
  const mentions = mentionsIn(scene.cast, index)
  for (const { from, person } of mentions.slice(firstMention(mentions, range.from), firstMention(mentions, range.to))) {
    const member = scene.cast.members[person]
    const { plain } = wordAt(tokens, from)
    // A name that itself begins with ل (`لافروف`) is not addressed.
    if (member !== undefined && plain.startsWith('ل') && !member.words.includes(plain)) return member.name
  }
  for (let at = range.from; at < range.to; at += 1) {
    const { info } = wordAt(tokens, at)
    const phrase = info.preposition === 'ل' && info.group ? gluedPhraseAt(tokens, at) : null
    if (phrase === null) continue
    const text = rangeText(tokens, { from: at, to: Math.min(phrase.to, range.to) })
    return info.definite ? `ال${text.slice(2)}` : text.slice(1)
  }
  return null
}
