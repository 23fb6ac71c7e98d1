import { createHash } from 'node:crypto'
import type { Slug } from '../../article/article.ts'
import type { Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import type { Database, Tx } from '../schema.ts'

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

/** A digest as it will be sent: `id` is the hash of `message`, the JSON of a Message. */
export type RenderedDigest = { readonly id: string; readonly message: string; readonly shows?: Shows }

/** The articles that a digest shows, and the language of the words around them. */
export type Shows = { readonly slugs: readonly Slug[]; readonly language: Language }

/** A message as the ledger keeps it, named by its content. */
export function renderedDigest(message: Message): RenderedDigest {
  const json = JSON.stringify(message)
  return { id: createHash('sha256').update(json).digest('hex'), message: json }
}
