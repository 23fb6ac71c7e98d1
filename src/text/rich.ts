import { FormattedString } from '@grammyjs/parse-mode'
import { type Direction, isolate, withDirection } from '../language/direction.ts'
import { LANGUAGE, type Language } from '../language/language.ts'

/** Text with entities: needs no escaping. */
export type Rich = FormattedString

const EMBEDDINGS = /[\u202A-\u202E]/g
const CONTROLS = /[^\n\P{Cc}]/gu

/**
 * A text as Telegram will store it, each line in the given direction. Characters that Telegram deletes, replaces or refuses
 * (direction embeddings, control characters, lone surrogates, doubled marks) are replaced before offsets are counted.
 */
export function rich(text: string, direction: Direction): Rich {
  const mended = text
    .toWellFormed()
    .replace(EMBEDDINGS, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
  const oneMark = mended.replace(CONTROLS, ' ').replace(/\u200F{2,}/g, '\u200F')
  return new FormattedString(
    oneMark
      .split('\n')
      .map((line) => withDirection(direction === 'rtl' ? isolate(line) : line, direction))
      .join('\n'),
  )
}

/** The article's own words, in the direction of its language. */
export function verbatim(text: string, language: Language): Rich {
  return rich(text, LANGUAGE[language].direction)
}

/** An item of a list, with its number before it; in a quotation that it begins with, since clients give that its own lines. */
export function numbered(number: string, item: Rich): Rich {
  const head = `${number}. `
  const { rawText, rawEntities } = FormattedString.join([new FormattedString(head), item])
  const entities = rawEntities.map((entity) =>
    entity.offset === head.length && entity.type.endsWith('blockquote')
      ? { ...entity, offset: 0, length: entity.length + head.length }
      : entity,
  )
  return new FormattedString(rawText, entities)
}

/** Pieces joined by line ends, empty ones left out. */
export function lines(...pieces: readonly (Rich | null)[]): Rich {
  return join(pieces, '\n')
}

/** Pieces joined by blank lines, empty ones left out. */
export function blocks(...pieces: readonly (Rich | null)[]): Rich {
  return join(pieces, '\n\n')
}

/** At most `limit` UTF-16 units, cut at a space where there is one, with an ellipsis when something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1)
  const space = head.lastIndexOf(' ')
  return `${(space > limit / 2 ? head.slice(0, space) : head).trimEnd()}…`.toWellFormed()
}

function join(pieces: readonly (Rich | null)[], separator: string): Rich {
  return FormattedString.join(
    pieces.flatMap((piece) => (piece === null || piece.rawText === '' ? [] : [piece])),
    separator,
  )
}
