import type { Slug } from '../article/article.ts'
import type { DigestContent, NextPart } from './plan-digests.ts'

/** The part of an article that a digest brings: it counts as read. */
export function partIn(content: DigestContent): NextPart | null {
  if (content.kind === 'new') return content.more
  return content.kind === 'chunk' ? { slug: content.slug, chunk: content.chunk } : null
}

/** The articles of which a digest shows something. */
export function slugsIn(content: DigestContent): readonly Slug[] {
  const named = content.kind === 'new' ? content.slugs : []
  const part = partIn(content)
  return [...new Set(part === null ? named : [...named, part.slug])]
}
