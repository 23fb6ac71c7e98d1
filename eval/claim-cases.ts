import type { Quote } from '../src/briefing/briefing.ts'
import { consonantsOf } from '../src/language/consonants.ts'
import { fold } from '../src/language/fold.ts'
import { isStopWord } from '../src/language/stop-words.ts'
import { countWords, splitWords, type Word } from '../src/language/words.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { DISGUISES, excerptOf } from './disguises.ts'

/** What somebody may ask of the articles on hand, and how it was made. */
export type ClaimCase = { readonly kind: string; readonly text: string; readonly origin: string }
export type ClaimCases = {
  readonly verbatim: readonly ClaimCase[]
  readonly altered: readonly ClaimCase[]
  readonly neverSaid: readonly ClaimCase[]
}

/** `quotes`: on hand; `others`: sentences of articles that are not. */
type Material = { readonly quotes: readonly Quote[]; readonly others: readonly string[] }

/** Claims made of quotes, the same for a seed in every run. */
export function claimCases(
  material: Material,
  seed: number,
  counts = { said: 500, altered: 500, never: 200 },
): ClaimCases {
  const chance = chanceFrom(seed)
  const quotes = material.quotes.filter(
    ({ text }) => countWords(text) >= 5 && countWords(text) <= 90 && !text.includes('\n'),
  )
  const pool = poolOf(quotes)
  const draw = (count: number, make: (index: number) => ClaimCase | null) => {
    const cases: ClaimCase[] = []
    for (let index = 0; cases.length < count; index += 1) cases.push(...[make(index) ?? []].flat())
    return cases
  }
  const disguises = Object.entries(DISGUISES)
  const kinds = Object.entries(ALTERATIONS)
  return {
    verbatim: draw(counts.said, (index) => disguised(chance.one(quotes), disguises[index % disguises.length], chance)),
    altered: draw(counts.altered, (index) =>
      alteredCase(chance.one(quotes), kinds[index % kinds.length], { chance, pool, quotes }),
    ),
    neverSaid: draw(counts.never, (index) => neverSaid(index, { chance, quotes, others: material.others, pool })),
  }
}

function disguised(
  quote: Quote,
  disguise: (typeof DISGUISES)[string] extends infer D ? [string, D] | undefined : never,
  chance: Chance,
): ClaimCase | null {
  const [kind, change] = disguise ?? []
  if (kind === undefined || change === undefined) return null
  const words = chance.next() < 0.3 ? excerptOf(quote.text, chance) : quote.text
  const second = chance.one(Object.entries(DISGUISES))
  const changed = second[1](change(words, chance), chance)
  return { kind, text: asked(changed, quote.speaker, chance), origin: quote.text }
}

/** The words with whom they are said to be by, as people write it. */
function asked(words: string, speaker: string | null, chance: Chance): string {
  const [open, close] = chance.one([
    ['«', '»'],
    ['"', '"'],
    ['“', '”'],
  ] as const)
  const marked = /["«»“”]/u.test(words) ? words : `${open}${words}${close}`
  if (speaker === null || marked === words) return marked
  const isLatin = /[a-z]/i.test(speaker)
  return chance.one(
    isLatin
      ? [marked, `${speaker}: ${marked}`, `Did ${speaker} say ${marked}?`, `${speaker} said: ${marked}`]
      : [marked, `${speaker}: ${marked}`, `هل قال ${speaker} ${marked}؟`, `قال ${speaker}: ${marked}`],
  )
}

type Pool = { readonly words: readonly string[]; readonly speakers: readonly string[] }
type Altering = { readonly chance: Chance; readonly pool: Pool; readonly quotes: readonly Quote[] }
/** `null`: this cannot be done to the text. */
type Alteration = (text: string, altering: Altering) => string | null

const NEGATION = /^[وف]?(?:لا|لن|لم|ليس|ليست|not|never)$/iu
const NUMBER = /^\d[\d.,٬٫]*$/u

const ALTERATIONS: Readonly<Record<string, Alteration>> = {
  word: (text, { chance, pool }) => replaceWord(text, chance, isContent, (word) => otherThan(word, chance, pool.words)),
  'word added': (text, { chance, pool }) => insertWord(text, chance, chance.one(pool.words)),
  'word left out': (text, { chance }) => {
    const words = splitWords(text)
    const inner = words.slice(1, -1).filter(isContent)
    return inner.length === 0 ? null : without(text, chance.one(inner))
  },
  'negation added': (text, { chance }) =>
    insertWord(text, chance, /[a-z]/i.test(text) ? 'not' : chance.one(['لا', 'لن', 'لم', 'ليس'])),
  'negation removed': (text, { chance }) => {
    const found = splitWords(text)
      .slice(0, -1)
      .filter((word) => NEGATION.test(word.text))
    return found.length === 0 ? null : without(text, chance.one(found))
  },
  number: (text, { chance }) =>
    replaceWord(
      text,
      chance,
      (word) => NUMBER.test(fold(word.text)),
      (word) => String((Number.parseInt(fold(word), 10) || 0) + 1 + Math.floor(chance.next() * 40)),
    ),
  'number word': (text, { chance }) =>
    replaceWord(
      text,
      chance,
      (word) => NUMBERS.includes(fold(word.text)),
      (word) => otherThan(word, chance, NUMBERS),
    ),
  name: (text, { chance, quotes }) => {
    const names = quotes.flatMap(({ speaker }) => speaker?.split(' ').at(-1) ?? []).filter((name) => name.length > 3)
    const known = new Set(names.map(fold))
    return replaceWord(
      text,
      chance,
      (word) => known.has(fold(word.text)) || PLACES.includes(fold(word.text)),
      (word) => otherThan(word, chance, [...names, ...PLACES]),
    )
  },
  speaker: () => null,
}

const NUMBERS =
  'ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره مليون مليار الف مييه two three four five six seven eight million billion'.split(
    ' ',
  )
const PLACES =
  'روسيا اوكرانيا امريكا الصين قطر مصر السعوديه فرنسا المانيا بريطانيا تركيا ايران اسراييل موسكو كييف واشنطن باريس لندن'.split(
    ' ',
  )

function alteredCase(quote: Quote, alteration: [string, Alteration] | undefined, altering: Altering): ClaimCase | null {
  const { chance, pool } = altering
  const [kind, alter] = alteration ?? []
  if (kind === undefined || alter === undefined) return null
  if (kind === 'speaker') {
    if (quote.speaker === null) return null
    const own = new Set(soundsOf(quote.speaker))
    const others = pool.speakers.filter(
      (name) => !OFFICE.test(fold(name)) && !soundsOf(name).some((sound) => own.has(sound)),
    )
    return { kind, text: `${chance.one(others)}: «${quote.text.replace(/[«»"“”]/gu, '')}»`, origin: quote.text }
  }
  const changed = alter(quote.text, altering)
  return changed === null ? null : { kind, text: asked(changed, quote.speaker, chance), origin: quote.text }
}

/** «الوزير الروسي» may be the speaker himself. */
const OFFICE = /(?:^|\s)ال/u

function soundsOf(name: string): readonly string[] {
  return consonantsOf(name).split(' ')
}

function neverSaid(index: number, { chance, quotes, others, pool }: Altering & Material): ClaimCase {
  const kinds = ['another article', 'shuffled', 'words of several'] as const
  const kind = kinds[others.length === 0 ? 1 + (index % 2) : index % 3] ?? 'shuffled'
  const { speaker } = chance.one(quotes)
  if (kind === 'another article') return { kind, text: asked(chance.one(others), speaker, chance), origin: '' }
  const count = 6 + Math.floor(chance.next() * 12)
  const words =
    kind === 'shuffled'
      ? shuffled(
          splitWords(chance.one(quotes).text).map(({ text }) => text),
          chance,
        )
      : Array.from({ length: count }, () => chance.one(pool.words))
  return { kind, text: asked(words.join(' '), speaker, chance), origin: '' }
}

function poolOf(quotes: readonly Quote[]): Pool {
  const words = quotes.flatMap(({ text }) =>
    splitWords(text)
      .filter(isContent)
      .map((word) => word.text),
  )
  return { words: [...new Set(words)], speakers: [...new Set(quotes.flatMap(({ speaker }) => speaker ?? []))] }
}

function isContent({ text }: Word): boolean {
  return text.length > 3 && !/\p{N}/u.test(text) && !isStopWord(fold(text), 'ar')
}

function replaceWord(
  text: string,
  chance: Chance,
  isMeant: (word: Word) => boolean,
  other: (word: string) => string,
): string | null {
  const found = splitWords(text).filter(isMeant)
  if (found.length === 0) return null
  const word = chance.one(found)
  return text.slice(0, word.start) + other(word.text) + text.slice(word.end)
}

function insertWord(text: string, chance: Chance, word: string): string | null {
  const words = splitWords(text)
  const before = words[1 + Math.floor(chance.next() * (words.length - 1))]
  return before === undefined ? null : `${text.slice(0, before.start)}${word} ${text.slice(before.start)}`
}

function without(text: string, { start, end }: Word): string {
  return (text.slice(0, start) + text.slice(end)).replace(/ {2,}/g, ' ').trim()
}

/** Another word, never the same with clitics or in another spelling. */
function otherThan(word: string, chance: Chance, words: readonly string[]): string {
  const own = fold(word).slice(-4)
  const others = words.filter((each) => !fold(each).endsWith(own) && !fold(word).endsWith(fold(each).slice(-4)))
  return chance.one(others)
}

function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, at: chance.next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item)
}
