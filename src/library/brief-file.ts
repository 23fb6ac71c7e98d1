import { readFile } from '../article/read-file.ts'
import { briefArticle } from '../briefing/brief-article.ts'
import type { Briefing } from '../briefing/briefing.ts'

/** A file's name in its folder, which says its format, and its text. */
export type SourceFile = { readonly name: string; readonly text: string }

/** `why`: one line for the operator. */
export type BriefedFile =
  | { readonly kind: 'briefed'; readonly briefing: Briefing }
  | { readonly kind: 'unreadable'; readonly why: string }

/** The briefing of a file's article, other articles in it embedded. Never throws: a fault is this file's alone. */
export function briefFile({ name, text }: SourceFile): BriefedFile {
  try {
    const parsed = readFile(name, text)
    return parsed.kind === 'article' ? { kind: 'briefed', briefing: briefArticle(parsed.article) } : parsed
  } catch (error) {
    const [what] = String(error).split('\n')
    return { kind: 'unreadable', why: `can't be briefed, a fault of this program: ${what}` }
  }
}
