import type { Listed } from '../messages/listing.ts'
import type { ArchivePage, PageOf } from '../shelf/archive.ts'

/** Pages that a button can name. */
const MOST_PAGES = 10_000

/** A page of a list, of `size` items; the last page when the list has become shorter. */
export async function listedPage<T>(
  ask: (page: PageOf) => Promise<ArchivePage<T>>,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<Listed<T>> {
  const answered = await ask({ offset: page * size, limit: size })
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(answered.total / size)))
  if (page < pages) return { ...answered, page, pages }
  const last = pages - 1
  return { ...(await ask({ offset: last * size, limit: size })), page: last, pages }
}
