import { isMap, isScalar, parseDocument, YAMLError } from 'yaml'
import { z } from 'zod'
import { LANGUAGES } from '../language/language.ts'
import type { Slug } from './article.ts'
import { isSlug } from './slug.ts'

const LONGEST = 64 * 1024
const MOST_ITEMS = 500
const MOST_FIELDS = 100

const line = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1))
const slug = z.custom<Slug>((value) => typeof value === 'string' && isSlug(value))

const schema = z.object({
  slug: slug.nullish(),
  title: line.nullish(),
  language: z.enum(LANGUAGES).nullish(),
  source: line.nullish(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  published: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullish(),
  keywords: z.array(line).max(MOST_ITEMS).nullish(),
  related: z
    .array(z.union([line, z.object({ title: line, url: z.url({ protocol: /^https?$/ }).nullish() })]))
    .max(MOST_ITEMS)
    .nullish(),
})

/** The fields at the head of a Markdown file. */
export type FrontMatter = z.infer<typeof schema>

/** `body`: the text after the front matter. `why`: one line for the operator that names the field. */
export type FrontMatterResult =
  | { readonly kind: 'read'; readonly fields: FrontMatter; readonly body: string }
  | { readonly kind: 'absent'; readonly body: string }
  | { readonly kind: 'wrong'; readonly why: string }

const FENCED = /^\uFEFF?---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/u
const EXPECTED: Readonly<Record<string, string>> = {
  slug: 'a-z, 0-9 and dashes, 1–64 characters, like alaska-summit',
  title: 'a line of text',
  language: LANGUAGES.join(' or '),
  source: 'a line of text, like رويترز',
  url: 'a web address, like https://example.com/article',
  published: 'a date, like 2025-08-16, or a time with its offset, like 2025-08-16T21:00:00+03:00',
  keywords: `a list of words, like [قمة, روسيا], ${MOST_ITEMS} at most`,
  related: `a list of slugs, like [alaska-summit, alaska-court], ${MOST_ITEMS} at most`,
}

/** Reads the YAML between the two `---` lines at a file's head. Never throws. */
export function readFrontMatter(file: string): FrontMatterResult {
  const text = file.replace(/\r\n?/g, '\n')
  const match = FENCED.exec(text)
  if (match === null) {
    if (!/^\uFEFF?---[ \t]*\n/u.test(text)) return { kind: 'absent', body: text }
    return { kind: 'wrong', why: 'the front matter has no end: put a line --- after its last field' }
  }
  const yaml = readYaml(match[1] ?? '')
  if (yaml.kind === 'wrong') return yaml
  const parsed = schema.safeParse(yaml.value ?? {})
  if (parsed.success) return { kind: 'read', fields: parsed.data, body: text.slice(match[0].length) }
  return { kind: 'wrong', why: whyOf(parsed.error.issues[0]?.path ?? [], yaml.value) }
}

type Yaml = { readonly kind: 'yaml'; readonly value: unknown } | { readonly kind: 'wrong'; readonly why: string }

/** A list may hold itself by an alias, and hostile ones nest too deep for the parser: only this file becomes unreadable. */
function readYaml(source: string): Yaml {
  if (source.length > LONGEST)
    return { kind: 'wrong', why: 'the front matter is longer than 64 KB: shorten its fields' }
  try {
    // the parser's check for duplicate keys takes quadratic time, and so do pretty errors
    const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false })
    const [fault] = document.errors
    if (fault !== undefined) throw fault
    const twice = isMap(document.contents) ? whyKeys(document.contents.items.map(({ key }) => key)) : null
    if (twice !== null) return { kind: 'wrong', why: twice }
    return { kind: 'yaml', value: document.toJS({ maxAliasCount: 10 }) }
  } catch (error) {
    const where = error instanceof YAMLError ? ` in line ${lineAt(source, error.pos[0]) + 1}` : ''
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return {
      kind: 'wrong',
      why: `the front matter is no YAML${where}: ${what}; write one field a line, like title: "…"`,
    }
  }
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}

function whyKeys(keys: readonly unknown[]): string | null {
  const names = keys.flatMap((key) => (isScalar(key) ? [String(key.value)] : []))
  if (names.length > MOST_FIELDS) return `the front matter has ${names.length} fields: the most is ${MOST_FIELDS}`
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice === undefined ? null : `${twice.slice(0, 80)} is given twice in the front matter: leave one`
}

function whyOf(path: readonly PropertyKey[], value: unknown): string {
  const field = path[0] === undefined ? null : String(path[0])
  if (field === null) return 'the front matter is no list of fields: write one a line, like title: "…"'
  const given: unknown = Object.entries(value ?? {}).find(([name]) => name === field)?.[1]
  return `${field} is ${shownOf(given)}: it should be ${EXPECTED[field] ?? 'something else'}`
}

function shownOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null
    ? 'a group of fields'
    : JSON.stringify(value ?? 'nothing').slice(0, 80)
}
