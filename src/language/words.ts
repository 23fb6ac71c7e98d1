/** A word as it stands in a text: `text.slice(start, end)`, UTF-16 offsets. */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

// What joins two halves of one word: `-` and `'` between letters, `.` `,` `:` `/` between digits, `.` between Latin
// letters (U.S, bbc.com), `_` anywhere. Marks (tashkeel) and joiners stay on their letter.
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200C\u200D]*(?:(?:_+|(?<=[\p{L}\p{M}])[-‐‑'’](?=\p{L})|(?<=\p{N})[.,٫٬:/](?=\p{N})|(?<=[A-Za-z])\.(?=[A-Za-z]))[\p{L}\p{N}\p{M}\u0640\u200C\u200D]+)*/gu
const COUNTED = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200C-\u200F]*/gu

/** The words of a text in order, clitics kept on them; decimals (`18.5`) and hyphenated names (`جونغ-أون`) are one word. */
export function splitWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** How many runs of letters and digits a text has, tashkeel not counted apart; the unit of every word budget. */
export function countWords(text: string): number {
  return text.match(COUNTED)?.length ?? 0
}
