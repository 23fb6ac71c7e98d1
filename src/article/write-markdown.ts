import { stringify } from 'yaml'
import type { Article, Block, Doubt, RelatedLink } from './article.ts'

/**
 * An article as one Markdown file, which `parseMarkdown` reads back to the same article and doubts. Articles embedded in it
 * follow, each under front matter of its own. A text must be one line, as all readers leave it.
 */
export function markdownOf(article: Article, { doubts }: { readonly doubts: readonly Doubt[] }): string {
  return [fileOf(article, doubts), ...article.embedded.map((other) => fileOf(other, []))].join('\n')
}

function fileOf(article: Article, doubts: readonly Doubt[]): string {
  const { slug, title, language, source, url, published, keywords, related, embedded } = article
  const fields = {
    slug,
    // one that was derived is derived again from the same words
    ...(title.derived ? {} : { title: title.text }),
    language,
    ...(source === null ? {} : { source }),
    ...(url === null ? {} : { url }),
    ...(published === null ? {} : { published }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(related.length === 0 ? {} : { related: related.map(fieldsOf) }),
    ...(embedded.length === 0 ? {} : { embedded: embedded.map((other) => other.slug) }),
    doubts,
  }
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${article.blocks.map(lineOf).join('\n\n')}\n`
}

function fieldsOf({ title, url, slug }: RelatedLink) {
  return { title, ...(url === null ? {} : { url }), ...(slug === null ? {} : { slug }) }
}

function lineOf({ kind, text }: Block): string {
  // marks that mean something anywhere, then those that do at a line's head
  const escaped = text
    .replace(/[\\`*_[\]<>&~|#{}]/g, '\\$&')
    .replace(/^([-+=:])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
  return kind === 'heading' ? `## ${escaped}` : escaped
}
