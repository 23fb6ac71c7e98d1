import { fold } from '../language/fold.ts'
import { languageOfWords } from '../language/language.ts'
import { contentStems } from '../language/stems.ts'
import type { ArticleTerms } from './article-terms.ts'
import type { Reason } from './form.ts'
import type { Wishes } from './wishes.ts'

/** Why a chat with these wishes gets an article: its first keyword or speaker that the article has; `null`: none. */
export type Matcher = (wishes: Wishes, terms: ArticleTerms) => Reason | null

/** A matcher that stems each keyword once. A keyword matches when all its stems are anywhere in the article. */
export function createMatcher(): Matcher {
  const known = new Map<string, readonly Wanted[]>()
  return (wishes, terms) => {
    const key = JSON.stringify([wishes.keywords, wishes.speakers])
    const wanted = known.get(key) ?? wantedOf(wishes)
    known.set(key, wanted)
    return wanted.find((one) => isMet(one, terms))?.reason ?? null
  }
}

/** Whether words have a stem to match articles with: `and` has none. */
export function isKeyword(words: string): boolean {
  return stemsOf(words).length > 0
}

type Wanted = { readonly reason: Reason; readonly parts: readonly string[] }

function wantedOf({ keywords, speakers }: Wishes): readonly Wanted[] {
  return [
    ...speakers.map((words) => ({ reason: { kind: 'speaker' as const, words }, parts: foldedWords(words) })),
    ...keywords.map((words) => ({ reason: { kind: 'keyword' as const, words }, parts: stemsOf(words) })),
  ]
}

function isMet({ reason, parts }: Wanted, terms: ArticleTerms): boolean {
  if (parts.length === 0) return false
  if (reason.kind === 'keyword') return parts.every((part) => terms.stems.has(part))
  return terms.speakers.some((name) => parts.every((part) => name.some((word) => isSameName(word, part))))
}

function isSameName(word: string, part: string): boolean {
  return word === part || word === `ال${part}` || `ال${word}` === part
}

function stemsOf(words: string): readonly string[] {
  return contentStems(words, languageOfWords(words))
}

function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
