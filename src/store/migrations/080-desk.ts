import type { Kysely } from 'kysely'

/** Who an announcement is for, and what was changed last in a draft. Older announcements are for all chats. */
export async function addDeskColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('broadcasts')
    .addColumn('audience', 'text', (column) => column.notNull().defaultTo('all'))
    .execute()
  await db.schema.alterTable('drafts').addColumn('changed', 'text').execute()
  await db.schema.alterTable('drafts').addColumn('changed_title', 'text').execute()
}
