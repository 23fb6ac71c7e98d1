import type { Kysely } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'

/** What other processes have in their caches, noted by triggers: a version that knows nothing of it notes it too. */
export async function createChangesTable(db: Kysely<unknown>): Promise<void> {
  const { createTrigger, announceInserts } = engineOf(db).schema
  await db.schema
    .createTable('changes')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'bigint', (column) => column.notNull())
    .addColumn('person', 'bigint')
    .execute()
  for (const [table, kind, id] of [
    ['chats', 'chat', 'id'],
    ['briefings', 'article', 'number'],
  ]) {
    for (const [event, row] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      await createTrigger(db, {
        name: `changes_${kind}_${event}`,
        on: `${event} on ${table}`,
        when: null,
        does: [`insert into changes (kind, about) values ('${kind}', ${row}.${id})`],
      })
    }
  }
  await announceInserts(db, 'changes')
}
