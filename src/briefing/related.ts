import type { RelatedLink } from '../article/article.ts'
import type { RelatedStory } from './briefing.ts'

/** Related headlines, one a story. */
export function joinStories(links: readonly RelatedLink[]): readonly RelatedStory[] {
  return links.map((link) => ({ ...link, also: [] }))
}
