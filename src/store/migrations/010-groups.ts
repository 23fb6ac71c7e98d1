import type { Kysely } from 'kysely'

/** The tables of what groups and channels choose and of what the bot does there. */
export async function createGroupTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('choices')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('choices_name', ['chat_id', 'name'])
    .execute()
  await db.schema
    .createTable('managers')
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('managers_chat', ['user_id', 'chat_id'])
    .execute()
  await db.schema.createIndex('managers_of_chat').on('managers').column('chat_id').execute()
  await db.schema
    .createTable('pins')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pins_place', ['chat_id', 'thread_id'])
    .execute()
  await db.schema
    .createTable('notices')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('told_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('notices_place', ['chat_id', 'thread_id', 'what'])
    .execute()
  await db.schema
    .createTable('tidying')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addColumn('delete_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tidying_message', ['chat_id', 'message_id'])
    .execute()
  await db.schema.createIndex('tidying_due').on('tidying').column('delete_at').execute()
}

/** The table of what keeps places from getting digests. */
export async function createHindrances(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hindrances')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('hindrances_place', ['chat_id', 'thread_id', 'why'])
    .execute()
}
