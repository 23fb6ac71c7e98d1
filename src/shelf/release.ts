import { DOUBTS, type Doubt, type Release, type Slug } from '../article/article.ts'
import type { Key } from '../article/key.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { momentOfIso } from '../digest/local-day.ts'

/** What an owner or editor decided on an article; it stands until the next decision, whatever its file becomes. */
export type Decision = 'publish' | 'hold' | 'withdraw'

/** Why an article is held: what is doubtful in it; or its file (`draft`), its source (`unset`), or an owner wants it so. */
export const HOLD_REASONS = [...DOUBTS, 'draft', 'unset', 'owner'] as const
type HoldReason = (typeof HOLD_REASONS)[number]

/** The states of an article, in the words of drafts; only a published one is on hand. */
export type ArticleState = 'published' | 'held' | 'embargoed' | 'withdrawn'

/** `due`: when its embargo ends, epoch milliseconds. `reasons`: why it is held, or would be at that time. */
export type Ruling = {
  readonly state: ArticleState
  readonly reasons: readonly HoldReason[]
  readonly due: number | null
}

/** An article as the desk sees it, on hand or not. */
export type DeskArticle = Ruling & {
  readonly slug: Slug
  readonly key: Key
  readonly briefing: Briefing
  /** A hash of what is shown, so that only what was seen is published. */
  readonly code: string
}

/** What a page says that decides whether its article is on hand; `published`: in ISO 8601. */
export type StatedRelease = {
  readonly release: Release
  readonly doubts: readonly Doubt[]
  readonly published: string | null
}

/** All that decides whether an article is on hand. */
export type ReleaseFacts = StatedRelease & {
  readonly decision: Decision | null
  /** It came in from a source: what holds it in its file is how that source is set. */
  readonly isImport: boolean
  /** It was published before. */
  readonly wasPublished: boolean
}

/**
 * An article's state now. Doubts and its date hold only what arrives: of what was published once, `publish_at`,
 * `draft` and `withdrawn` take it back.
 */
export function ruleOn(facts: ReleaseFacts, now: number, zone: string): Ruling {
  const { release, doubts, published, decision, isImport, wasPublished } = facts
  if (release.isWithdrawn || decision === 'withdraw') return { state: 'withdrawn', reasons: [], due: null }
  if (decision === 'hold') return { state: 'held', reasons: ['owner'], due: null }
  const stated = release.publishAt ?? (wasPublished ? null : published)
  const due = stated === null ? Number.NEGATIVE_INFINITY : momentOfIso(stated, zone)
  const draft: readonly HoldReason[] = release.isDraft ? [isImport ? 'unset' : 'draft'] : []
  const reasons = decision === 'publish' ? [] : [...draft, ...(wasPublished ? [] : doubts)]
  if (due > now) return { state: 'embargoed', reasons, due }
  return { state: reasons.length === 0 ? 'published' : 'held', reasons, due: null }
}
