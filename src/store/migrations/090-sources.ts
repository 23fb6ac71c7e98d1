import { type Kysely, sql } from 'kysely'
import { identityOf } from '../../article/identity.ts'
import { unpackBriefing } from '../articles/article-rows.ts'
import { engineOf } from '../engines/engine-of.ts'

/*
 * Where articles come from besides files, and what is known of them so that none comes in twice.
 *
 *     sources ──< feed_items     what was seen in a feed, or tried
 *     imports ──< import_keys    the files in DATA_DIR/imported, and all that names them: a feed's item, a post
 *     article_identities         by what an article on hand is known as the same one
 */
export async function createSourceTables(db: Kysely<unknown>): Promise<void> {
  await createSources(db)
  await createImports(db)
  await createIdentities(db)
}

async function createSources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sources')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('site', 'text')
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('modified', 'text')
    .addColumn('next_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .addColumn('is_begun', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('feed_items')
    .addColumn('source_id', 'integer', (column) => column.notNull().references('sources.id').onDelete('cascade'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_items_place', ['source_id', 'item'])
    .execute()
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('body', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  const { createAddressIndex } = engineOf(db).schema
  await createAddressIndex(db, { name: 'imports_url', table: 'imports', column: 'url' })
  await db.schema.createIndex('imports_body').on('imports').column('body').execute()
  await db.schema.createIndex('imports_source').on('imports').columns(['source', 'created_at']).execute()
  await db.schema
    .createTable('import_keys')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('album_parts')
    .addColumn('album', 'text', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('album_parts_place', ['album', 'message_id'])
    .execute()
}

async function createIdentities(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article_identities')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('url', 'text')
    .addColumn('body', 'text')
    .execute()
  const identities = { name: 'article_identities_url', table: 'article_identities', column: 'url' }
  await engineOf(db).schema.createAddressIndex(db, identities)
  await db.schema.createIndex('article_identities_body').on('article_identities').column('body').execute()
  for (let after = 0; ; ) {
    const { rows } = await sql<{ number: number; briefing: Uint8Array }>`select number, briefing from briefings
      where number > ${after} order by number limit 100`.execute(db)
    for (const { number, briefing } of rows) {
      const { url, body } = identityOf(unpackBriefing(briefing).briefing.article)
      await sql`insert into article_identities (number, url, body) values (${number}, ${url}, ${body})`.execute(db)
      after = number
    }
    if (rows.length === 0) return
  }
}
