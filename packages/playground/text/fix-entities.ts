import type { MessageEntity } from '@grammyjs/types'
import { withoutOverlaps } from './detect-entities.ts'
import { endOf, sortEntities } from './formatted-text.ts'

// Telegram keeps three sorts apart and returns them as one list:
//   quotes       blockquotes, never overlapping each other
//   solid        links, mentions, code …: never overlapping; inside a quote or outside, never across its edge
//   splittable   bold, italic …: cut where anything else begins or ends, joined where the same sort touches
//
//   <b>one <a>two</a> three</b>   →   bold|one |  bold+link|two|  bold| three|

const SPLITTABLE = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const
const QUOTES = new Set(['blockquote', 'expandable_blockquote'])
const VERBATIM = new Set(['code', 'pre'])

type Splittable = (typeof SPLITTABLE)[number]
type Span = { readonly type: Splittable; readonly offset: number; readonly length: number }

/** Entities as Telegram returns them: sorted, properly nested, with what it `detected` where nothing solid stands. */
export function fixEntities(
  entities: readonly MessageEntity[],
  detected: readonly MessageEntity[] = [],
): readonly MessageEntity[] {
  if (entities.length === 0) return detected
  const sorted = sortEntities(entities.filter((entity) => entity.length > 0))
  const quotes = withoutOverlaps(sorted.filter((entity) => QUOTES.has(entity.type)))
  const given = withoutOverlaps(sorted.filter((entity) => !QUOTES.has(entity.type) && !isSplittable(entity)))
  const added = detected.filter((entity) => given.every((other) => areApart(entity, other)))
  const solid = [...given, ...added].filter((entity) => quotes.every((quote) => fitsQuote(entity, quote)))
  const frame = [...quotes, ...solid]
  return sortEntities([...frame, ...splitSpans(sorted.filter(isSplittable), frame)])
}

function isSplittable(entity: MessageEntity): entity is MessageEntity & Span {
  return SPLITTABLE.some((type) => type === entity.type)
}

function areApart(one: MessageEntity, other: MessageEntity): boolean {
  return endOf(one) <= other.offset || endOf(other) <= one.offset
}

function fitsQuote(entity: MessageEntity, quote: MessageEntity): boolean {
  return areApart(entity, quote) || (quote.offset <= entity.offset && endOf(entity) <= endOf(quote))
}

function splitSpans(spans: readonly Span[], frame: readonly MessageEntity[]): readonly Span[] {
  const joined = SPLITTABLE.flatMap((type) => join(spans.filter((span) => span.type === type)))
  const cuts = new Set([
    ...frame.flatMap((entity) => [entity.offset, endOf(entity)]),
    ...joined.map((span) => span.offset),
  ])
  const ordered = [...cuts].sort((one, other) => one - other)
  const verbatim = frame.filter((entity) => VERBATIM.has(entity.type))
  return joined
    .flatMap((span) => cut(span, ordered))
    .filter((piece) => !verbatim.some((code) => code.offset <= piece.offset && piece.offset < endOf(code)))
}

function join(sameType: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of sameType) {
    const previous = joined.at(-1)
    if (previous && span.offset <= previous.offset + previous.length) {
      const end = Math.max(previous.offset + previous.length, span.offset + span.length)
      joined[joined.length - 1] = { ...previous, length: end - previous.offset }
    } else {
      joined.push({ type: span.type, offset: span.offset, length: span.length })
    }
  }
  return joined
}

function cut(span: Span, ordered: readonly number[]): readonly Span[] {
  const end = span.offset + span.length
  const edges = [span.offset, ...ordered.filter((edge) => span.offset < edge && edge < end), end]
  return edges.slice(1).map((edge, index) => {
    const offset = edges[index] ?? span.offset
    return { type: span.type, offset, length: edge - offset }
  })
}
