import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { TextUnit } from '../briefing/corrections.ts'
import type { Database, Tx } from './schema.ts'
import { unitsOfColumn } from './unit-columns.ts'

/** The correction of a digest for a text that shrank: the ids of the original message and of those that replaced it. */
export type ShrunkDigest = {
  readonly origin: string
  readonly corrected: string
  readonly marked: string
  readonly notice: string | null
}

/** An article's units before its text shrank, so that the correction can be taken back. */
export type ShrunkText = {
  readonly changeId: string
  readonly units: readonly TextUnit[]
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

const DIGESTS = z.array(
  z.object({ origin: z.string(), corrected: z.string(), marked: z.string(), notice: z.string().nullable() }),
)

export async function shrunkText(db: Database, slug: string): Promise<ShrunkText | null> {
  const row = await db.selectFrom('shrunk_texts').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) return null
  return { changeId: row.change_id, units: unitsOfColumn(row.units), digests: DIGESTS.parse(JSON.parse(row.digests)) }
}

/** `null`: nothing can be taken back any more. */
export async function keepShrunk(tx: Tx, slug: string, text: ShrunkText | null): Promise<void> {
  await tx.deleteFrom('shrunk_texts').where('slug', '=', slug).execute()
  if (text === null) return
  const { changeId, units, digests } = text
  const row = { slug, change_id: changeId, units: JSON.stringify(units), digests: JSON.stringify(digests) }
  await tx.insertInto('shrunk_texts').values(row).execute()
}
