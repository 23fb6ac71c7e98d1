import type { Database, Tx } from '../schema.ts'
import type { RenderedDigest } from '../subscriptions/planning.ts'

/** A rendering, the JSON of a Message; `null`: it is kept no more. */
export async function messageOf(db: Database | Tx, digestId: string): Promise<string | null> {
  const question = db.selectFrom('digests').select('message').where('id', '=', digestId)
  return (await question.executeTakeFirst())?.message ?? null
}

/** Keeps renderings, each once, and which articles they show. */
export async function keepDigests(tx: Tx, digests: readonly RenderedDigest[], now: number): Promise<void> {
  const distinct = new Map(digests.map((digest) => [digest.id, digest]))
  if (distinct.size === 0) return
  const rows = [...distinct.values()].map(({ id, message }) => ({ id, message, created_at: now }))
  await tx
    .insertInto('digests')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const shows = [...distinct.values()].flatMap(({ id, shows }) =>
    (shows?.slugs ?? []).map((slug) => ({ digest_id: id, slug, language: shows?.language ?? 'ar' })),
  )
  if (shows.length === 0) return
  await tx
    .insertInto('digest_shows')
    .values(shows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
