import type { Migration } from 'kysely/migration'
import { Migrator } from 'kysely/migration'
import type { Migrations } from './migrations/all.ts'
import type { Tx } from './schema.ts'

type Around = { readonly applied: readonly Migration[]; readonly next: Migration }

/**
 * Brings the schema up to date inside a transaction; throws what a migration threw, for the transaction to be undone. `prepare`
 * is called where there is something to do.
 */
export async function migrate(
  tx: Tx,
  migrations: Migrations,
  prepare: (tx: Tx, around: Around) => Promise<void> = async () => {},
): Promise<void> {
  const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => ({ ...migrations }) } })
  const known = await migrator.getMigrations()
  const applied = known.filter(({ executedAt }) => executedAt !== undefined).map(({ migration }) => migration)
  const next = known.find(({ executedAt }) => executedAt === undefined)?.migration
  if (next !== undefined) await prepare(tx, { applied, next })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
