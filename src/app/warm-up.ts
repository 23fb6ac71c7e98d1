import { gatherEdition } from '../delivery/gather-edition.ts'
import { chooseContent } from '../digest/plan-digests.ts'
import { USUAL_WISHES } from '../digest/wishes.ts'
import type { Library } from '../library/library.ts'
import { packWhole } from '../messages/listing.ts'
import { renderDigest } from '../messages/render-digest.ts'
import type { View } from '../messages/view.ts'
import { HITS_A_PAGE, renderFindings } from '../messages/views/search.ts'
import { parseQuery } from '../search/query.ts'

type Warmed = Pick<Library, 'archive' | 'search' | 'verify'>

/** After the start's own work and first questions. */
const AFTER_MS = 3000
const CLAIM = 'قال المتحدث: «هذا قول طويل لم يقله أحد»'

/**
 * Verifies a claim, searches and renders a digest once while nobody waits, as all that does so is compiled then: the first claim
 * takes half a second, those after it some 30 ms, and a guest's call is open for seconds only. Returns what ends it.
 */
export function warmUp(library: Warmed, view: View): () => Promise<void> {
  let warming: Promise<unknown> = Promise.resolve()
  const timer = setTimeout(() => {
    // where the database is gone the first question is slower, no more
    warming = warm(library, view).catch(() => null)
  }, AFTER_MS)
  return async () => {
    clearTimeout(timer)
    await warming
  }
}

async function warm({ archive, search, verify }: Warmed, view: View): Promise<void> {
  await verify.check(await verify.read(CLAIM))
  const [newest] = await archive.newest({ offset: 0, limit: 1 })
  if (newest === undefined) return
  const text = newest.briefing.article.title.text
  const found = await search.find(parseQuery(text), { offset: 0, limit: HITS_A_PAGE })
  packWhole(renderFindings({ ...found, key: newest.key, text, page: 0, corrected: [] }, view), view)
  const edition = await gatherEdition(archive)
  // what is new, and the part of a chat that has seen it
  for (const seenThrough of [0, Number.MAX_SAFE_INTEGER]) {
    const chosen = await edition.settle(() => {
      const content = chooseContent({ seenThrough, progress: [], wishes: USUAL_WISHES }, edition)
      return { content, items: edition.itemsOf(content) }
    })
    renderDigest({ ...chosen, form: USUAL_WISHES }, view)
  }
}
