import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { storiesOf } from '../messages/stories.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'

/** The article with this slug, else the newest whose title holds every word, however spelt; no words: the reader's newest. */
export async function findArticle(archive: Archive, words: string, language: Language): Promise<ShelfItem | null> {
  const wanted = fold(words.trim())
  if (wanted === '') return newestFor(archive, language)
  return (await archive.bySlug(wanted)) ?? archive.titled(wanted)
}

export async function newestArticle(archive: Archive): Promise<ShelfItem | null> {
  const [newest] = await archive.newest({ offset: 0, limit: 1 })
  return newest ?? null
}

/** Articles looked at for one of the newest's story. */
const LOOKED_AT = 10

type NewestByLanguage = { readonly version: number; readonly items: Map<Language, ShelfItem | null> }
/** What is asked for without a name, until the archive changes. */
const newestOf = new WeakMap<Archive, NewestByLanguage>()

/** The newest article; where its story is also told in the reader's language, the newest that tells it so. */
export async function newestFor(archive: Archive, language: Language): Promise<ShelfItem | null> {
  const version = archive.version()
  const known = newestOf.get(archive)
  const items = known?.version === version ? known.items : new Map<Language, ShelfItem | null>()
  newestOf.set(archive, { version, items })
  const item = items.get(language)
  if (item !== undefined) return item
  const newest = await archive.newest({ offset: 0, limit: LOOKED_AT })
  const main = storiesOf(newest, language)[0]?.main ?? null
  items.set(language, main)
  return main
}
