import { chanceFrom } from '../../eval/chance.ts'

/** The same sequence for the same seed. */
export type Random = {
  /** From 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly text: () => string
  /** A text with some of its parts left out, repeated, moved or overwritten. */
  readonly changed: (text: string) => string
}

const PIECES: readonly string[] = [
  ...[
    '/start ',
    '/start 1_B_',
    '/subscribe ',
    '/quotes',
    '/verify ',
    '/import ',
    'موجز',
    'اقتباسات ',
    'هل قال',
    'قال فلان: ',
  ],
  ...['07:30', '٢٥:٩٩', 'sun-thu', 'Asia/Riyadh', 'by:', 'من:', '1_B_', '1_V_', '_0', '«', '»', '"', '\n', '؟'],
  ...['\u200F', '\u2067', '\u202E', '\u0000', '\uD800', '\uFEFF', '𝒳', '👨‍👩‍👧‍👦', 'َُِّ', 'ـ'],
  ...[
    '---\n',
    '# ',
    '> ',
    '- ',
    '| a | b |\n|---|\n',
    '```',
    '[^1]: ',
    '&a [*a]',
    '](javascript:',
    'https://127.0.0.1/',
    'data:',
  ],
  ...[
    '<b>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<article>',
    '<h1>',
    '<table><tr><td>',
    '<time datetime="',
    '<!--',
    '-->',
    '<![CDATA[',
  ],
  ...[
    '<script>',
    '</script>',
    '<script type="application/ld+json">',
    '{"@type":"NewsArticle","articleBody":"',
    '<meta charset="',
  ],
  ...[
    '<?xml version="1.0" encoding="',
    '<rss><channel><item>',
    '<feed>',
    '<entry>',
    '<link href="',
    '<guid>',
    '&#x',
    '&#1114112;',
    '&nbsp;',
  ],
  ...['%00', '../', '\\', "'; drop table chats; --"],
]

export function createRandom(seed: number): Random {
  const { next, below, one: pick } = chanceFrom(seed)
  const piece = () => (next() < 0.7 ? pick(PIECES) : String.fromCodePoint(below(0x3000)))
  const change = (text: string): string => {
    const [from, length, to] = [below(text.length), below(next() < 0.2 ? text.length : 40), below(text.length)]
    const part = text.slice(from, from + length)
    switch (below(4)) {
      case 0:
        return text.slice(0, from) + text.slice(from + length)
      case 1:
        return text.slice(0, to) + part.repeat(1 + below(next() < 0.1 ? 200 : 3)) + text.slice(to)
      case 2:
        return text.slice(0, to) + piece() + text.slice(to)
      default:
        return text.slice(0, from) + piece().repeat(1 + below(3)) + text.slice(from + length)
    }
  }
  return {
    below,
    pick,
    changed: (text) =>
      Array.from({ length: 1 + below(12) }).reduce<string>((made) => change(made).slice(0, 200_000), text),
    chance: (probability) => next() < probability,
    text: () => {
      const pieces = Array.from({ length: 1 + below(8) }, piece).join('')
      return next() < 0.03 ? pieces.repeat(1 + below(2000)).slice(0, 50_000) : pieces
    },
  }
}
