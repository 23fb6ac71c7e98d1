import type { Parsed } from '../article/article.ts'
import { parseMarkdown } from '../article/markdown.ts'
import { parsePage } from '../article/page.ts'
import { slugFrom } from '../article/slug.ts'
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
    const parsed = parseFile(name, text)
    return parsed.kind === 'article' ? { kind: 'briefed', briefing: briefArticle(parsed.article) } : parsed
  } catch (error) {
    const [what] = String(error).split('\n')
    return { kind: 'unreadable', why: `can't be briefed, a fault of this program: ${what}` }
  }
}

function parseFile(name: string, text: string): Parsed {
  // an article of the collection names itself: its slug is in links and must outlive the file's name
  return /\.md$/i.test(name) ? parseMarkdown(text) : parsePage(text, slugFrom(name.replace(/\.txt$/i, '')))
}
