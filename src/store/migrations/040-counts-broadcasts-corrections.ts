import { type Kysely, sql } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'

/** Sent so long after it was due, a digest counts as late, in milliseconds. */
const LATE_MS = 5 * 60_000
/** The conditions of a delivery that ends, and of one that ends late. */
export const ENDING = `new.state in ('sent', 'gone', 'refused') and old.state not in ('sent', 'gone', 'refused')`
export const LATE = `new.state = 'sent' and new.rank = 0 and new.updated_at - new.due_at > ${LATE_MS}`
/** Ends an insert into the tallies of 1. */
export const ONE_MORE = 'on conflict (what, reason) do update set count = tallies.count + 1'

/**
 * What waits is claimed by rank, digests first, so the index leads with it. What has ended is counted by a trigger at the
 * moment it ends: counting a million rows would take as long as planning many digests.
 */
export async function createTallies(db: Kysely<unknown>): Promise<void> {
  const ledger = db.schema.alterTable('deliveries')
  await ledger.addColumn('rank', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await ledger.addColumn('broadcast_id', 'integer').execute()
  await db.schema.dropIndex('deliveries_unsettled').execute()
  await db.schema
    .createIndex('deliveries_unsettled')
    .on('deliveries')
    .columns(['rank', 'not_before', 'id'])
    .where(sql<boolean>`state in ('pending', 'later', 'sending')`)
    .execute()
  await db.schema
    .createTable('tallies')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_of', ['what', 'reason'])
    .execute()
  await sql`
    insert into tallies select state, coalesce(substr(reason, 1, 120), ''), count(*) from deliveries
    where state in ('sent', 'gone', 'refused') group by 1, 2`.execute(db)
  const { createTrigger } = engineOf(db).schema
  await createTrigger(db, {
    name: 'deliveries_ended',
    on: 'update of state on deliveries',
    when: ENDING,
    does: [`insert into tallies values (new.state, coalesce(substr(new.reason, 1, 120), ''), 1) ${ONE_MORE}`],
  })
  await createTrigger(db, {
    name: 'deliveries_late',
    on: 'update of state on deliveries',
    when: LATE,
    does: [`insert into tallies values ('late', '', 1) ${ONE_MORE}`],
  })
  await keepCount(db, { table: 'chats', columns: 'kind, state', reason: (row) => `${row}.kind || ' ' || ${row}.state` })
  const reason = (row: string) => `case when ${row}.next_due is null then 'paused' else 'active' end`
  await keepCount(db, { table: 'subscriptions', columns: 'next_due', reason })
}

type Counted = { readonly table: string; readonly columns: string; readonly reason: (row: 'new' | 'old') => string }

/** Counts a table's rows by triggers: counting a million of them takes 100 ms, in which nobody is answered. */
async function keepCount(db: Kysely<unknown>, { table, columns, reason }: Counted): Promise<void> {
  const more = `insert into tallies values ('${table}', ${reason('new')}, 1) ${ONE_MORE}`
  const less = `update tallies set count = count - 1 where what = '${table}' and reason = ${reason('old')}`
  const groups = `insert into tallies select '${table}', ${reason('new').replaceAll('new.', '')}, count(*) from ${table}`
  await sql.raw(`${groups} group by 2`).execute(db)
  const changes = `${reason('new')} <> ${reason('old')}`
  for (const trigger of [
    { name: `${table}_in`, on: `insert on ${table}`, when: null, does: [more] },
    { name: `${table}_out`, on: `delete on ${table}`, when: null, does: [less] },
    { name: `${table}_changed`, on: `update of ${columns} on ${table}`, when: changes, does: [less, more] },
  ]) {
    await engineOf(db).schema.createTrigger(db, trigger)
  }
}

/** Announcements to all chats. Their counts follow the ledger by a trigger. */
export async function createBroadcastTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('broadcasts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('owner_id', 'bigint', (column) => column.notNull())
    .addColumn('panel_id', 'bigint')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('planned_through', 'bigint')
    .addColumn('planned', 'integer', (column) => column.notNull())
    .addColumn('sent', 'integer', (column) => column.notNull())
    .addColumn('gone', 'integer', (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addColumn('confirmed_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('broadcasts_state').on('broadcasts').column('state').execute()
  await db.schema
    .createIndex('deliveries_broadcast')
    .on('deliveries')
    .columns(['broadcast_id', 'chat_id'])
    .where(sql<boolean>`broadcast_id is not null`)
    .execute()
  const counts = ['sent', 'gone', 'refused'].map(
    (state) => `${state} = ${state} + case when new.state = '${state}' then 1 else 0 end`,
  )
  await engineOf(db).schema.createTrigger(db, {
    name: 'broadcasts_count',
    on: 'update of state on deliveries',
    when: `new.broadcast_id is not null and ${ENDING}`,
    does: [`update broadcasts set ${counts.join(', ')} where id = new.broadcast_id`],
  })
}

/** What articles said when they were last read, which digest shows what of it, and what had to be put right. */
export async function createCorrectionTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article_texts')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('units_hash', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('digest_shows')
    .addColumn('digest_id', 'text', (column) => column.notNull().references('digests.id').onDelete('cascade'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_shows_article', ['digest_id', 'slug'])
    .execute()
  await db.schema.createIndex('digest_shows_slug').on('digest_shows').column('slug').execute()
  await db.schema
    .createTable('corrections')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('change_id', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('correction_jobs')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('change_id', 'text', (column) => column.notNull())
    .addColumn('digest_id', 'text', (column) => column.notNull())
    .addColumn('corrected_id', 'text', (column) => column.notNull())
    .addColumn('marked_id', 'text', (column) => column.notNull())
    .addColumn('notice_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  const ledger = () => db.schema.alterTable('deliveries')
  await ledger().addColumn('edits', 'bigint').execute()
  await ledger().addColumn('change_id', 'text').execute()
  await db.schema
    .createIndex('deliveries_change')
    .on('deliveries')
    .columns(['change_id', 'chat_id'])
    .where(sql<boolean>`change_id is not null`)
    .execute()
}
