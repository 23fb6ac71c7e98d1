import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { commonOrder, tokens } from './tokens.ts'

/** Offsets of words in an article's file, UTF-16. */
export type Place = readonly [start: number, end: number]

/** A quote: `speakers`: the accepted names, the fullest first, none where nobody can be made out; `optional`: it need not be found. */
export type QuoteMark = {
  readonly at: Place
  readonly speakers: readonly Place[]
  readonly roles: readonly Place[]
  readonly mention: string
  readonly optional: boolean
}
export type PersonMark = {
  readonly names: readonly Place[]
  readonly roles: readonly Place[]
  readonly optional: boolean
}
export type FigureMark = { readonly at: Place; readonly optional: boolean }
export type DateMark = FigureMark & { readonly iso: string }

/** What two readers found in one article; no words of it. */
export type Annotation = {
  readonly id: string
  readonly quotes: readonly QuoteMark[]
  readonly people: readonly PersonMark[]
  readonly figures: readonly FigureMark[]
  readonly dates: readonly DateMark[]
}

export const ANNOTATIONS = join(import.meta.dirname, 'annotations')
export const CORPUS = resolve(import.meta.dirname, '../../shared/corpus')

/** The ids in a file, one a line; without one, of every article annotated. */
export function annotatedIds(list: string | undefined): readonly string[] {
  if (list !== undefined) return readFileSync(list, 'utf8').split(/\s+/).filter(Boolean)
  if (!existsSync(ANNOTATIONS)) return []
  return readdirSync(ANNOTATIONS)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => file.replace(/\.json$/, ''))
}

/** The annotation of an article, its file as text, and the day it came out (ISO 8601), by which the readers resolved its dates. */
export function readAnnotation(id: string): {
  readonly marks: Annotation
  readonly text: string
  readonly published: string | null
} {
  const marks: Annotation = JSON.parse(readFileSync(join(ANNOTATIONS, `${id}.json`), 'utf8'))
  const day = publicationDays().get(id) ?? ''
  return {
    marks,
    text: readFileSync(join(CORPUS, `${id}.txt`), 'utf8'),
    published: Number.isNaN(Date.parse(day)) ? null : new Date(day).toISOString(),
  }
}

function publicationDays(): ReadonlyMap<string, string> {
  const index: readonly { readonly id: string; readonly date: string }[] = JSON.parse(
    readFileSync(join(CORPUS, 'index.json'), 'utf8'),
  )
  return new Map(index.map(({ id, date }) => [id, date]))
}

// Titles say nothing of whether two names are one.
const TITLES = new Set(
  tokens(
    'الرئيس السيد السيدة الدكتور الدكتورة الشيخ الوزير الوزيرة المحامي القاص السيناتور الفريق العميد الجنرال الأمير الملك وزير وزيرة رئيس رئيسة المهندس النائب السفير العقيد د',
  ),
)

/** The words of a name without its titles; all of them where it has no others. */
export function nameTokens(name: string): readonly string[] {
  const words = tokens(name.replace(/(^|\s)عبد\s+/g, '$1عبد'))
  const bare = words.filter((word) => !TITLES.has(word))
  return bare.length > 0 ? bare : words
}

/** Whether a name is one of those accepted: all words of the shorter stand in the longer. */
export function isNamedSo(name: string, accepted: readonly string[]): boolean {
  const said = new Set(nameTokens(name))
  return accepted.some((one) => {
    const wanted = new Set(nameTokens(one))
    const both = [...said].filter((word) => wanted.has(word)).length
    return both > 0 && (both === wanted.size || both === said.size) && said.size <= wanted.size + 6
  })
}

/** Whether two spans are one quote. */
export function isSameSpan(left: string, right: string): boolean {
  return commonOrder(tokens(left), tokens(right)) >= 0.8
}
