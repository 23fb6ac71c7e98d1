import { readFile } from '../article/read-file.ts'
import { briefArticle } from '../briefing/brief-article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { type Fix, withFixes } from '../briefing/with-fixes.ts'
import type { StatedRelease } from '../shelf/release.ts'

/** A file's name in its folder, which says its format, its text, and what editors fixed in its articles. */
export type SourceFile = { readonly name: string; readonly text: string; readonly fixes?: FixesBySlug }

export type FixesBySlug = ReadonlyMap<string, readonly Fix[]>

/** `why`: one line for the operator. */
export type BriefedFile =
  | { readonly kind: 'briefed'; readonly briefing: Briefing; readonly page: StatedRelease }
  | { readonly kind: 'unreadable'; readonly why: string }

/** The briefing of a file's article, other articles in it embedded. Never throws: a fault is this file's alone. */
export function briefFile({ name, text, fixes = new Map() }: SourceFile): BriefedFile {
  try {
    const parsed = readFile(name, text)
    if (parsed.kind === 'unreadable') return parsed
    const { article, release, doubts } = parsed
    const page = { release, doubts, published: article.published }
    return { kind: 'briefed', briefing: fixed(briefArticle(article), fixes), page }
  } catch (error) {
    const [what] = String(error).split('\n')
    return { kind: 'unreadable', why: `can't be briefed, a fault of this program: ${what}` }
  }
}

function fixed(briefing: Briefing, fixes: FixesBySlug): Briefing {
  const embedded = briefing.embedded.map((each) => fixed(each, fixes))
  return withFixes({ ...briefing, embedded }, fixes.get(briefing.article.slug) ?? [])
}
