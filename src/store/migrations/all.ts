import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createShrunkTexts } from '../shrunk-texts.ts'
import { createPassageTables } from './005-passages.ts'
import { createGroupTables, createHindrances } from './010-groups.ts'
import { createBroadcastTables, createCorrectionTables, createTallies } from './040-counts-broadcasts-corrections.ts'
import { createWeekTables } from './050-weeks.ts'
import { createDraftTables } from './060-drafts.ts'
import { createArchiveTables } from './070-archive.ts'
import { addDeskColumns } from './080-desk.ts'
import { createUsageTables } from './081-usage.ts'
import { createKeptWords } from './085-kept-words.ts'
import { createSourceTables } from './090-sources.ts'
import { createHeldTables } from './095-held-articles.ts'
import { createTranslations } from './110-translations.ts'
import { addUnnamed } from './111-unnamed.ts'
import { indexLostChats } from './115-lost-chats.ts'
import { createUpdates } from './120-updates.ts'
import { createLeaseTable } from './140-lease.ts'
import { createChangesTable } from './145-changes.ts'
import { createTakersTable } from './146-takers.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** Every change of the schema in order; a name that has been published is never changed. Runs at open. */
export const MIGRATIONS: Migrations = {
  '001-chats-articles-subscriptions-reading': { up: createReaders },
  '002-ledger': { up: createLedger },
  '003-bookmarks': { up: createBookmarks },
  '004-digits': { up: addDigits },
  '005-passages': { up: createPassageTables },
  '006-searches': { up: createSearches },
  '010-groups': { up: createGroupTables },
  '030-exceptions-and-wishes': { up: addExceptionsAndWishes },
  '040-tallies': { up: createTallies },
  '041-broadcasts': { up: createBroadcastTables },
  '042-hindrances': { up: createHindrances },
  '045-corrections': { up: createCorrectionTables },
  '050-weeks': { up: createWeekTables },
  '060-drafts': { up: createDraftTables },
  '066-shrunk-texts': { up: createShrunkTexts },
  '070-archive': { up: createArchiveTables },
  '080-desk': { up: addDeskColumns },
  '081-usage': { up: createUsageTables },
  '085-kept-words': { up: createKeptWords },
  '090-sources': { up: createSourceTables },
  '095-held-articles': { up: createHeldTables },
  '110-translations': { up: createTranslations },
  '111-unnamed': { up: addUnnamed },
  '115-lost-chats': { up: indexLostChats },
  '120-updates': { up: createUpdates },
  '140-lease': { up: createLeaseTable },
  '145-changes': { up: createChangesTable },
  '146-takers': { up: createTakersTable },
}

async function createReaders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chats')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('language', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('articles')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('chat_id', 'bigint', (column) => column.notNull().references('chats.id'))
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('next_due', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('subscriptions_place', ['chat_id', 'thread_id'])
    .execute()
  await db.schema
    .createIndex('subscriptions_due')
    .on('subscriptions')
    .columns(['next_due', 'id'])
    .where(sql<boolean>`next_due is not null`)
    .execute()
  await db.schema
    .createTable('reading')
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('furthest', 'integer', (column) => column.notNull())
    .addColumn('last_shown', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reading_place', ['reader', 'slug'])
    .execute()
  await createFollowing(db)
  await createMeta(db)
}

async function createFollowing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('following')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('seen_through', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('following_place', ['chat_id', 'thread_id'])
    .execute()
}

async function createMeta(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('digests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'bigint', (column) => column.notNull())
    .addColumn('subscription_id', 'integer', (column) => column.references('subscriptions.id').onDelete('set null'))
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('digest_id', 'text', (column) => column.notNull().references('digests.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('deliveries_once', ['subscription_id', 'due_at'])
    .execute()
  await db.schema
    .createIndex('deliveries_unsettled')
    .on('deliveries')
    .columns(['not_before', 'id'])
    .where(sql<boolean>`state in ('pending', 'later', 'sending')`)
    .execute()
  await db.schema.createIndex('deliveries_chat').on('deliveries').column('chat_id').execute()
  await db.schema.createIndex('deliveries_digest').on('deliveries').column('digest_id').execute()
}

async function createBookmarks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bookmarks')
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('bookmarks_place', ['user_id', 'place'])
    .execute()
}

async function addDigits(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('chats').addColumn('digits', 'text').execute()
}

async function createSearches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('searches')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('searches_user').on('searches').column('user_id').execute()
  await db.schema.createIndex('searches_used').on('searches').column('used_at').execute()
}

async function addExceptionsAndWishes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('subscriptions').addColumn('exceptions', 'text').execute()
  await db.schema.alterTable('subscriptions').addColumn('wishes', 'text').execute()
}
