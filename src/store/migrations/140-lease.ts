import type { Kysely } from 'kysely'

/** One row, whose epoch is raised by each process that takes it over. */
export async function createLeaseTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('beat', 'integer', (column) => column.notNull())
    .addColumn('holder', 'text')
    .execute()
  // a migration's Kysely knows no tables
  await (db as Kysely<{ leases: { name: string; epoch: number; beat: number; holder: null } }>)
    .insertInto('leases')
    .values({ name: 'duty', epoch: 0, beat: 0, holder: null })
    .execute()
}
