/** A word as it stands in a text: `text.slice(start, end)`, UTF-16 offsets. */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200C\u200D]*(?:[.,٫٬'’_-](?=[\p{N}\p{L}])[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*)*/gu

/** The words of a text in order, clitics kept on them; decimals (`18.5`) and hyphenated names (`جونغ-أون`) are one word. */
export function splitWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** How many words a text has; the unit of every word budget. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
