/** The same sequence for the same seed. */
export type Random = {
  /** From 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly text: () => string
}

const PIECES = [
  ...[
    '/start ',
    '/subscribe ',
    '/quotes',
    'موجز',
    'اقتباسات ',
    'هل قال',
    '07:30',
    '٢٥:٩٩',
    'sun-thu',
    'Asia/Riyadh',
    'by:',
    'من:',
  ],
  ...[
    '1_B_',
    '1_V_',
    '_0',
    '«',
    '»',
    '"',
    '\n',
    '\u200F',
    '\u2067',
    '\u202E',
    '\u0000',
    '\uD800',
    '𝒳',
    '👨‍👩‍👧‍👦',
    'َُِّ',
    'ـ',
    '؟',
  ],
  ...[
    '---\n',
    '# ',
    '> ',
    '- ',
    '```',
    '&a [*a]',
    '<b>',
    '<script>',
    '](javascript:',
    '%00',
    '../',
    "'; drop table chats; --",
  ],
]

export function createRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const piece = () => (next() < 0.7 ? pick(PIECES) : String.fromCodePoint(below(0x3000)))
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    text: () => {
      const pieces = Array.from({ length: 1 + below(8) }, piece).join('')
      return next() < 0.03 ? pieces.repeat(1 + below(2000)).slice(0, 50_000) : pieces
    },
  }
}
