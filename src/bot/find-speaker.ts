import { keyOf } from '../article/key.ts'
import { fold } from '../language/fold.ts'
import { LIKENESSES_OF_NAMES, nearestNames, partsOf } from '../search/names.ts'
import type { Archive, ArchiveSpeaker } from '../shelf/archive.ts'
import type { Names } from '../store/articles/names.ts'

/** `near`: nobody has that name, but these names are spelt nearly so, nearest first. */
export type FoundSpeaker =
  | { readonly kind: 'found'; readonly speaker: Pick<ArchiveSpeaker, 'key' | 'name'> }
  | { readonly kind: 'near'; readonly speakers: readonly Pick<ArchiveSpeaker, 'key' | 'name'>[] }

/** The most names compared with an unknown one. */
const MOST_COMPARED = 2_000

type Where = { readonly library: { readonly archive: Archive }; readonly store: { readonly names: Names } }

/** The most quoted speaker of a name: every word of it, else its beginning, else its consonants. */
export async function findSpeaker({ library, store }: Where, name: string): Promise<FoundSpeaker> {
  const [same] = await library.archive.speakersNamed(name, 1)
  if (same !== undefined) return { kind: 'found', speaker: same }
  const words = partsOf(name)
  if (words.length === 0) return { kind: 'near', speakers: [] }
  for (const likeness of LIKENESSES_OF_NAMES) {
    const [like] = await store.names.like({ kind: 'by', words, limit: 1 }, likeness)
    if (like !== undefined) return { kind: 'found', speaker: like }
  }
  const near = nearestNames(await store.names.near({ kind: 'by', words, limit: MOST_COMPARED }), name)
  return { kind: 'near', speakers: near.map((each) => ({ key: keyOf(fold(each)), name: each })) }
}
