import { languageNamed } from '../language/language.ts'
import { statedDate } from './published.ts'
import { slugFrom } from './slug.ts'

/**
 * The fields of Hugo, Jekyll and their kin under the names of ours; ours are left as they are. A field that means something
 * else there (`url: /a/path`, `published: false`) is not taken for ours.
 */
export function plainFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given: Readonly<Record<string, unknown>> = { ...value }
  const own = Object.fromEntries(Object.entries(given).filter(([key, each]) => !isOfTheSite(key, each)))
  return {
    ...own,
    slug: slugOf(own.slug),
    published: own.published ?? dateOf(given.date ?? given.pubDate ?? null),
    language: own.language ?? languageOf(given.lang ?? given.locale),
    url: own.url ?? given.canonical_url ?? given.canonicalURL ?? given.original_url ?? null,
    keywords: own.keywords ?? tagsOf(given.tags ?? given.categories ?? null),
    draft: given.published === false ? true : own.draft,
  }
}

/** A site's own path, and Jekyll's switch. */
function isOfTheSite(key: string, value: unknown): boolean {
  return (
    (key === 'url' && typeof value === 'string' && value.startsWith('/')) ||
    (key === 'published' && typeof value === 'boolean')
  )
}

/** Hugo takes any letters. */
function slugOf(slug: unknown): unknown {
  return typeof slug === 'string' && /^[\p{L}\p{M}\p{N}-]+$/u.test(slug) ? slugFrom(slug) : slug
}

/** TOML has dates of its own; a line that is no date stays, to be refused by its name. */
function dateOf(date: unknown): unknown {
  const text = date instanceof Date ? date.toISOString() : date
  return typeof text === 'string' ? (statedDate(text)?.at ?? text) : text
}

function languageOf(code: unknown): unknown {
  return typeof code === 'string' ? languageNamed(code.slice(0, 2).toLowerCase()) : null
}

function tagsOf(tags: unknown): unknown {
  const list = typeof tags === 'string' ? tags.split(/[,،]/u) : tags
  if (!Array.isArray(list)) return null
  return list.map((tag) => String(tag).trim()).filter((tag) => tag !== '')
}
