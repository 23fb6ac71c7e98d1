import { parse, TomlError } from 'smol-toml'
import { isMap, isScalar, parseDocument, YAMLError } from 'yaml'

const LONGEST = 64 * 1024
const MOST_FIELDS = 100

/** The value of a front matter's text; `why`: one line for the operator. */
export type FrontMatterValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wrong'; readonly why: string }

const TOO_LONG: FrontMatterValue = {
  kind: 'wrong',
  why: 'the front matter is longer than 64 KB: shorten its fields',
}

/** A list may hold itself by an alias, and hostile ones nest too deep for the parser: only this file becomes unreadable. */
export function readYaml(source: string): FrontMatterValue {
  if (source.length > LONGEST) return TOO_LONG
  try {
    // the parser's check for duplicate keys takes quadratic time, and so do pretty errors
    const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
    const [fault] = document.errors
    if (fault !== undefined) throw fault
    const twice = isMap(document.contents) ? whyKeys(document.contents.items.map(({ key }) => key)) : null
    if (twice !== null) return { kind: 'wrong', why: twice }
    return { kind: 'value', value: document.toJS({ maxAliasCount: 10 }) }
  } catch (error) {
    const where = error instanceof YAMLError ? ` in line ${lineAt(source, error.pos[0]) + 1}` : ''
    return {
      kind: 'wrong',
      why: `the front matter is no YAML${where}: ${whatOf(error)}; write one field a line, like title: "…"`,
    }
  }
}

/** Hugo's other syntax. */
export function readToml(source: string): FrontMatterValue {
  if (source.length > LONGEST) return TOO_LONG
  try {
    return { kind: 'value', value: parse(source) }
  } catch (error) {
    const where = error instanceof TomlError ? ` in line ${error.line}` : ''
    return {
      kind: 'wrong',
      why: `the front matter is no TOML${where}: ${whatOf(error)}; write one field a line, like title = "…"`,
    }
  }
}

function whatOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
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
