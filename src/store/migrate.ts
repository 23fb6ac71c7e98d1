import { Migrator } from 'kysely/migration'
import type { Migrations } from './migrations/all.ts'
import type { Tx } from './schema.ts'
import { undoLeftovers } from './sqlite-leftovers.ts'

/** Brings the schema up to date inside a transaction; throws what a migration threw, for the transaction to be undone. */
export async function migrate(tx: Tx, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => ({ ...migrations }) } })
  const known = await migrator.getMigrations()
  const applied = known.filter(({ executedAt }) => executedAt !== undefined).map(({ migration }) => migration)
  const next = known.find(({ executedAt }) => executedAt === undefined)?.migration
  if (next !== undefined) await undoLeftovers(tx, { applied, next })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
