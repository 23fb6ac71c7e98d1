import { trimInvisible } from './page-lines.ts'
import { withoutEntities } from './page-text.ts'

/** What a page's JSON-LD says of its article (schema.org/NewsArticle). */
export type StructuredData = {
  readonly headline: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly keywords: readonly string[]
  /** schema.org/isAccessibleForFree is false. */
  readonly isPart: boolean
  readonly isLive: boolean
}

type Fields = Readonly<Record<string, unknown>>

const LONGEST = 512 * 1024
const DEEPEST = 6
const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/

/** The first article that the scripts tell of. A script that is no JSON says nothing. */
export function readStructuredData(scripts: readonly string[]): StructuredData {
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script), 0))
  const article = nodes.find((node) => typesOf(node).some((type) => ARTICLE.test(type))) ?? {}
  const organisation = nodes.find((node) => typesOf(node).some((type) => /Organization$/.test(type)))
  return {
    headline: textIn(article.headline) ?? textIn(article.name),
    published: textIn(article.datePublished) ?? textIn(article.dateCreated),
    publisher: nameIn(article.publisher) ?? nameIn(article.sourceOrganization) ?? nameIn(organisation),
    url: textIn(article.url) ?? idIn(article.mainEntityOfPage),
    keywords: listIn(article.keywords),
    isLive: typesOf(article).includes('LiveBlogPosting'),
    isPart: /^false$/i.test(String(article.isAccessibleForFree ?? '')),
  }
}

function parsed(script: string): unknown {
  if (script.length > LONGEST) return null
  // some sites leave line ends in their texts
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, '')
    .replace(/\p{Cc}+/gu, ' ')
  try {
    return JSON.parse(text)
  } catch {
    // a script with a fault in it is as good as none
    return null
  }
}

function nodesIn(value: unknown, depth: number): readonly Fields[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((each) => nodesIn(each, depth + 1))
  if (!isFields(value)) return []
  return [value, ...nodesIn(value['@graph'], depth + 1), ...nodesIn(value.mainEntity, depth + 1)]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Fields): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
}

function textIn(value: unknown): string | null {
  const text = typeof value === 'string' ? trimInvisible(withoutEntities(value).replace(/\s+/gu, ' ')) : ''
  return text === '' ? null : text
}

function nameIn(value: unknown): string | null {
  const [first = null] = Array.isArray(value) ? value : [value]
  return isFields(first) ? textIn(first.name) : textIn(first)
}

function idIn(value: unknown): string | null {
  return isFields(value) ? textIn(value['@id']) : textIn(value)
}

function listIn(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value.map(textIn) : (textIn(value) ?? '').split(/[,،]/u)
  return items.flatMap((item) => item?.trim() || []).slice(0, 100)
}
