import type { TimelineEvent } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** What happened when, earliest first. `published` resolves words like `أمس`. */
export function findTimeline(_text: ArticleText, _published: string | null): readonly TimelineEvent[] {
  return []
}
