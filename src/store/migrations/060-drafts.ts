import { type Kysely, sql } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'
import { ENDING, LATE, ONE_MORE } from './040-counts-broadcasts-corrections.ts'

/** The tables of what goes to a channel's editors before it is posted. */
export async function createDraftTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('editors')
    .addColumn('chat_id', 'bigint', (column) => column.primaryKey())
    .addColumn('editors_chat_id', 'bigint', (column) => column.notNull())
    .addColumn('editors_thread_id', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('editors_chat').on('editors').column('editors_chat_id').execute()
  await createDrafts(db)
  await db.schema
    .alterTable('subscriptions')
    .addColumn('drafted', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('deliveries').addColumn('draft_id', 'integer').execute()
  await db.schema
    .createIndex('deliveries_draft')
    .on('deliveries')
    .column('draft_id')
    .where(sql<boolean>`draft_id is not null`)
    .execute()
  await countReadersOnly(db)
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('subscription_id', 'integer', (column) => column.references('subscriptions.id').onDelete('set null'))
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('editors_chat_id', 'bigint', (column) => column.notNull())
    .addColumn('editors_thread_id', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('digest_id', 'text', (column) => column.notNull().references('digests.id'))
    .addColumn('seen_through', 'integer', (column) => column.notNull())
    .addColumn('read_slug', 'text')
    .addColumn('read_chunk', 'integer')
    .addColumn('intro', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'bigint')
    .addColumn('decided_name', 'text')
    .addColumn('decided_openly', 'integer', (column) => column.notNull())
    .addColumn('decided_at', 'bigint')
    .addColumn('message_delivery_id', 'integer')
    .addColumn('post_delivery_id', 'integer')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('shown_version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('drafts')
  const open = sql<boolean>`state in ('waiting', 'held', 'approved')`
  await index('drafts_open').columns(['chat_id', 'due_at']).where(open).execute()
  await index('drafts_unshown').column('id').where(sql<boolean>`version <> shown_version`).execute()
  await index('drafts_editors').column('editors_chat_id').execute()
  await index('drafts_digest').column('digest_id').execute()
  await index('drafts_decided_by').column('decided_by').where(sql<boolean>`decided_by is not null`).execute()
}

/** What editors see is no delivery to readers, and what they approved too late was not sent too late. */
async function countReadersOnly(db: Kysely<unknown>): Promise<void> {
  const { createTrigger, dropTrigger } = engineOf(db).schema
  await dropTrigger(db, 'deliveries_ended', 'deliveries')
  await dropTrigger(db, 'deliveries_late', 'deliveries')
  await createTrigger(db, {
    name: 'deliveries_ended',
    on: 'update of state on deliveries',
    when: `new.draft_id is null and ${ENDING}`,
    does: [`insert into tallies values (new.state, coalesce(substr(new.reason, 1, 120), ''), 1) ${ONE_MORE}`],
  })
  await createTrigger(db, {
    name: 'deliveries_late',
    on: 'update of state on deliveries',
    when: `new.draft_id is null and ${LATE}`,
    does: [
      `insert into tallies select 'late', '', 1 where not exists (
        select 1 from drafts where state in ('waiting', 'held', 'approved') and state = 'approved'
          and chat_id = new.chat_id and due_at = new.due_at and decided_at > due_at) ${ONE_MORE}`,
    ],
  })
}
