import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ANNOTATIONS,
  type Annotation,
  annotatedIds,
  CORPUS,
  type DateMark,
  type FigureMark,
  isNamedSo,
  isSameSpan,
  type PersonMark,
  type Place,
  type QuoteMark,
} from './annotations.ts'
import { percent } from './measure.ts'
import { tokens } from './tokens.ts'

// Joins the files of two readers to annotations of offsets and labels: what both found is required, what one found is
// optional; either's name and role are accepted. `node eval/merge-annotations.ts DIR_A DIR_B IDS_FILE`

type ReadQuote = {
  readonly text: string
  readonly nth: number
  readonly speaker: string | null
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly mention: string
  readonly optional: boolean
}
type ReadPerson = {
  readonly name: string
  readonly role: string | null
  readonly aliases: readonly string[]
  readonly optional: boolean
}
type Reading = {
  readonly quotes: readonly ReadQuote[]
  readonly people: readonly ReadPerson[]
  readonly figures: readonly { readonly text: string }[]
  readonly dates: readonly { readonly text: string; readonly iso: string }[]
}
type Tally = { both: number; one: number }

const agreement: Record<string, Tally> = {}

function main([first = '', second = '', list]: readonly string[]): void {
  mkdirSync(ANNOTATIONS, { recursive: true })
  for (const id of annotatedIds(list)) {
    const text = readFileSync(join(CORPUS, `${id}.txt`), 'utf8')
    const read = (folder: string): Reading => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))
    const merged = merge(id, text, [read(first), read(second)])
    writeFileSync(join(ANNOTATIONS, `${id}.json`), `${JSON.stringify(merged)}\n`)
  }
  for (const [name, { both, one }] of Object.entries(agreement)) {
    process.stdout.write(
      `${name.padEnd(20)} both ${both}, one only ${one}: F ${percent((2 * both) / (2 * both + one))}\n`,
    )
  }
}

function merge(id: string, text: string, [left, right]: readonly [Reading, Reading]): Annotation {
  const place = (words: string, nth = 0): Place => {
    let start = -1
    for (let time = 0; time <= nth; time += 1) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`${id}: not in the article: ${words}`)
    return [start, start + words.length]
  }
  const places = (all: readonly (string | null)[]) =>
    [...new Set(all)].flatMap((words) => (words === null ? [] : [place(words)]))
  const quotes = pairs('quotes', left.quotes, right.quotes, (a, b) => isSameSpan(a.text, b.text)).map(
    ([one, other]): QuoteMark => {
      if (other !== undefined) note('speakers', isOneSpeaker(one, other))
      return {
        at: place(one.text, one.nth),
        speakers: places([...namesOf(one), ...(other === undefined ? [] : namesOf(other))]),
        roles: places([one.role, other?.role ?? null]),
        mention: one.mention,
        optional: one.optional || other === undefined || other.optional,
      }
    },
  )
  const people = pairs('people', left.people, right.people, isOnePerson).map(
    ([one, other]): PersonMark => ({
      names: places([one.name, ...(other === undefined ? [] : [other.name, ...other.aliases]), ...one.aliases]),
      roles: places([one.role, other?.role ?? null]),
      optional: one.optional || other === undefined || other.optional,
    }),
  )
  const figures = pairs('figures', left.figures, right.figures, (a, b) => isAlike(a.text, b.text)).map(
    ([one, other]): FigureMark => ({ at: place(one.text), optional: other === undefined }),
  )
  const dates = pairs('dates', left.dates, right.dates, (a, b) => a.iso === b.iso && isAlike(a.text, b.text)).map(
    ([one, other]): DateMark => ({ at: place(one.text), iso: one.iso, optional: other === undefined }),
  )
  return { id, quotes, people, figures, dates }
}

/** Each item of either list, with its like in the other where there is one. */
function pairs<Item>(
  name: string,
  left: readonly Item[],
  right: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): readonly (readonly [Item, Item | undefined])[] {
  const rest = [...right]
  const found = left.map((item): readonly [Item, Item | undefined] => {
    const at = rest.findIndex((other) => same(item, other))
    return [item, at < 0 ? undefined : rest.splice(at, 1)[0]]
  })
  const all = [...found, ...rest.map((item): readonly [Item, undefined] => [item, undefined])]
  for (const [, other] of all) note(name, other !== undefined)
  return all
}

function note(name: string, both: boolean): void {
  agreement[name] ??= { both: 0, one: 0 }
  agreement[name][both ? 'both' : 'one'] += 1
}

function namesOf({ speaker, aliases }: ReadQuote): readonly string[] {
  return speaker === null ? [] : [speaker, ...aliases]
}

function isOneSpeaker(one: ReadQuote, other: ReadQuote): boolean {
  if (one.speaker === null || other.speaker === null) return one.speaker === other.speaker
  return isNamedSo(one.speaker, namesOf(other)) || isNamedSo(other.speaker, namesOf(one))
}

function isOnePerson(one: ReadPerson, other: ReadPerson): boolean {
  return isNamedSo(one.name, [other.name]) || one.aliases.some((alias) => alias === other.name)
}

function isAlike(left: string, right: string): boolean {
  const [a, b] = [tokens(left), tokens(right)]
  const shared = a.filter((word) => b.includes(word)).length
  return shared > 0 && (shared === a.length || shared === b.length)
}

main(process.argv.slice(2))
