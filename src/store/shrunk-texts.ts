import type { Kysely } from 'kysely'
import type { Database, Tx } from './schema.ts'

/** What became of a digest for a text that shrank: `origin` as it was before, the others what took its place. */
export type ShrunkDigest = {
  readonly origin: string
  readonly corrected: string
  readonly marked: string
  /** What chats were told of it. */
  readonly notice: string | null
}

/** What an article said before its text shrank, so that the correction can be taken back. `units`: JSON. */
export type ShrunkText = {
  readonly changeId: string
  readonly units: string
  readonly digests: readonly ShrunkDigest[]
}

export async function createShrunkTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shrunk_texts')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('change_id', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('digests', 'text', (column) => column.notNull())
    .execute()
}

export async function shrunkText(db: Database, slug: string): Promise<ShrunkText | null> {
  const row = await db.selectFrom('shrunk_texts').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) return null
  // written by `keepShrunk`
  const digests: readonly ShrunkDigest[] = JSON.parse(row.digests)
  return { changeId: row.change_id, units: row.units, digests }
}

/** `null`: nothing can be taken back any more. */
export async function keepShrunk(tx: Tx, slug: string, text: ShrunkText | null): Promise<void> {
  await tx.deleteFrom('shrunk_texts').where('slug', '=', slug).execute()
  if (text === null) return
  const { changeId, units, digests } = text
  const row = { slug, change_id: changeId, units, digests: JSON.stringify(digests) }
  await tx.insertInto('shrunk_texts').values(row).execute()
}
