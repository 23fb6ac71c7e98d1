import { fold } from '../language/fold.ts'
import type { Shelf, ShelfItem } from './shelf.ts'

/** The article people mean: its slug, else the newest whose title holds every word, however it is spelt; no words: the newest. */
export function findArticle(shelf: Shelf, words: string): ShelfItem | null {
  const wanted = fold(words.trim())
  if (wanted === '') return shelf.items[0] ?? null
  const parts = wanted.split(/\s+/)
  const titled = shelf.items.find(({ briefing }) => {
    const title = fold(briefing.article.title.text)
    return parts.every((part) => title.includes(part))
  })
  return shelf.bySlug.get(wanted) ?? titled ?? null
}
