import { z } from 'zod'
import { LANGUAGES } from '../language/language.ts'
import { DOUBTS, type Slug } from './article.ts'
import { plainFields } from './front-matter-keys.ts'
import { readToml, readYaml } from './front-matter-syntax.ts'
import { isSlug } from './slug.ts'

const MOST_ITEMS = 500

const line = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1))
const slug = z.custom<Slug>((value) => typeof value === 'string' && isSlug(value))
const address = z.url({ protocol: /^https?$/ })

const schema = z.object({
  slug: slug.nullish(),
  title: line.nullish(),
  language: z.enum(LANGUAGES).nullish(),
  source: line.nullish(),
  url: address.nullish(),
  published: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullish(),
  keywords: z.array(line).max(MOST_ITEMS).nullish(),
  related: z
    .array(z.union([line, z.object({ title: line, url: address.nullish(), slug: slug.nullish() })]))
    .max(MOST_ITEMS)
    .nullish(),
})

/** `doubts` and `embedded` are this program's own: authors need not know them. */
const fileSchema = schema.extend({
  draft: z.boolean().nullish(),
  withdrawn: z.boolean().nullish(),
  publish_at: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]).nullish(),
  doubts: z.array(z.enum(DOUBTS)).nullish(),
  embedded: z.array(slug).max(MOST_ITEMS).nullish(),
})

/** The fields at the head of a Markdown file. `doubts`: written by this program, so its body is the article's, unchanged. */
export type FrontMatter = z.infer<typeof fileSchema>

/** `body`: the text after the front matter. `why`: one line for the operator that names the field. */
export type FrontMatterResult =
  | { readonly kind: 'read'; readonly fields: FrontMatter; readonly body: string }
  | { readonly kind: 'absent'; readonly body: string }
  | { readonly kind: 'wrong'; readonly why: string }

const EXPECTED: Readonly<Record<string, string>> = {
  slug: 'a-z, 0-9 and dashes, 1–64 characters, like alaska-summit',
  title: 'a line of text',
  language: LANGUAGES.join(' or '),
  source: 'a line of text, like رويترز',
  url: 'a web address, like https://example.com/article',
  published: 'a date, like 2025-08-16, or a time with its offset, like 2025-08-16T21:00:00+03:00',
  keywords: `a list of words, like [قمة, روسيا], ${MOST_ITEMS} at most`,
  related: `a list of slugs, like [alaska-summit, alaska-court], ${MOST_ITEMS} at most`,
  draft: 'true or false',
  withdrawn: 'true or false',
  publish_at: 'a time, like 2025-08-16T21:00 (of DEFAULT_TIMEZONE) or 2025-08-16T21:00:00+03:00',
  doubts: `a list of ${DOUBTS.join(', ')}`,
  embedded: `a list of slugs whose articles follow in this file, ${MOST_ITEMS} at most`,
}

/** The fences of each syntax: YAML's of Jekyll and Hugo, TOML's of Hugo. */
const SYNTAXES = [
  { fence: '---', read: readYaml },
  { fence: '+++', read: readToml },
] as const

/** Reads the YAML between the two `---` lines at a file's head, or the TOML between two `+++`. Never throws. */
export function readFrontMatter(file: string): FrontMatterResult {
  const text = file.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
  const syntax = SYNTAXES.find(({ fence }) => fenceAt(text, fence)(0))
  if (syntax === undefined) return { kind: 'absent', body: text }
  const { fence, read } = syntax
  const start = text.indexOf('\n') + 1
  const end = endOf(text, start, fence)
  if (end === null)
    return { kind: 'wrong', why: `the front matter has no end: put a line ${fence} after its last field` }
  const found = read(text.slice(start, end))
  if (found.kind === 'wrong') return found
  const value = plainFields(found.value ?? {})
  const parsed = fileSchema.safeParse(value)
  const after = text.indexOf('\n', end)
  if (parsed.success) return { kind: 'read', fields: parsed.data, body: after < 0 ? '' : text.slice(after + 1) }
  return { kind: 'wrong', why: whyOf(parsed.error.issues[0]?.path ?? [], value) }
}

/** Whether a line that is only the fence begins at an offset. */
function fenceAt(text: string, fence: string): (at: number) => boolean {
  return (at) =>
    text.startsWith(fence, at) && /^[ \t]*(?:\n|$)/u.test(text.slice(at + fence.length, at + fence.length + 200))
}

/** Offset of the closing fence; null for none. */
function endOf(text: string, start: number, fence: string): number | null {
  const isFence = fenceAt(text, fence)
  for (let at = start; at < text.length; at = text.indexOf('\n', at) + 1) {
    if (isFence(at)) return at
    if (text.indexOf('\n', at) < 0) return null
  }
  return null
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
