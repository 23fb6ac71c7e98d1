import { type Kysely, sql } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'

/*
 * The articles on hand. `briefings` has what lists and search ask of an article beside its briefing, and comes last in a row so
 * that nothing else is read through it. Quotes and names are what the briefings say, to be found by speaker.
 *
 *     files ──< file_slugs     several files may name one article: the first by name has it
 *     briefings ──< quotes     names: speakers and sources, with how often they are named; name_words: what finds them
 */
export async function createArchiveTables(db: Kysely<unknown>): Promise<void> {
  await createFiles(db)
  await createBriefings(db)
  await createNames(db)
  await keepCounts(db)
  await emptyPassages(db)
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('engine', 'integer', (column) => column.notNull())
    .addColumn('problem', 'text')
    .addColumn('compared', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('files_engine').on('files').column('engine').execute()
  const index = (name: string) => db.schema.createIndex(name).on('files').column('name')
  await index('files_problem').where(sql<boolean>`problem is not null`).execute()
  await index('files_uncompared').where(sql<boolean>`compared = 0`).execute()
  await db.schema
    .createTable('file_slugs')
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_slugs_place', ['slug', 'file'])
    .execute()
  await db.schema.createIndex('file_slugs_file').on('file_slugs').column('file').execute()
}

async function createBriefings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('briefings')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('pages', 'integer', (column) => column.notNull())
    .addColumn('quotes', 'integer', (column) => column.notNull())
    .addColumn('terms', 'text', (column) => column.notNull())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('briefing', 'blob', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('briefings_key').on('briefings').column('key').execute()
  await db.schema.createIndex('briefings_file').on('briefings').column('file').execute()
  const { schema, search } = engineOf(db)
  await sql`create index briefings_newest on briefings (published desc, number ${schema.covering('folded')})`.execute(
    db,
  )
  await search.createTitles(db)
  await db.schema
    .createTable('related_slugs')
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('related_slugs_place', ['number', 'slug'])
    .execute()
}

async function createNames(db: Kysely<unknown>): Promise<void> {
  const { text, integer, covering, createSorted } = engineOf(db).schema
  await createSorted(db, {
    name: 'quotes',
    columns: sql`published bigint not null, number ${integer} not null, position ${integer} not null, speaker ${text}, name ${text}`,
    key: sql`published desc, number, position`,
  })
  await sql`create index quotes_speaker on quotes (speaker, published desc, number, position ${covering('name')})
    where speaker is not null`.execute(db)
  await createSorted(db, {
    name: 'names',
    columns: sql`kind ${text} not null, key ${text} not null, name ${text} not null, uses ${integer} not null`,
    key: sql`kind, key`,
  })
  await sql`create index names_most_used on names (kind, uses desc ${covering('name')})`.execute(db)
  await createSorted(db, {
    name: 'name_words',
    columns: sql`kind ${text} not null, word ${text} not null, key ${text} not null, tail ${text} not null,
      skeleton ${text} not null`,
    key: sql`kind, word, key`,
  })
  for (const column of ['key', 'tail', 'skeleton']) {
    await sql`create index ${sql.id(`name_words_${column}`)} on name_words (kind, ${sql.id(column)}, word)`.execute(db)
  }
}

/** Counting all rows takes milliseconds where they are many. */
async function keepCounts(db: Kysely<unknown>): Promise<void> {
  const { text, integer, createSorted, createTrigger } = engineOf(db).schema
  const columns = sql`name ${text} not null, count ${integer} not null`
  await createSorted(db, { name: 'archive_counts', columns, key: sql`name` })
  await sql`insert into archive_counts values ('articles', 0), ('quotes', 0), ('speakers', 0), ('passages', 0)`.execute(
    db,
  )
  const counting = [
    ['briefings', 'articles', () => '1'],
    ['briefings', 'quotes', (row: string) => `${row}.quotes`],
    ['names', 'speakers', (row: string) => `case when ${row}.kind = 'by' then 1 else 0 end`],
    ['indexed_articles', 'passages', (row: string) => `${row}.passages`],
  ] as const
  await sql`alter table indexed_articles add column day ${text} not null default ''`.execute(db)
  await sql`alter table indexed_articles add column passages ${integer} not null default 0`.execute(db)
  await db.schema.createIndex('indexed_articles_day').on('indexed_articles').columns(['day', 'number']).execute()
  for (const [table, name, share] of counting) {
    for (const [event, change] of [
      ['insert', `+ ${share('new')}`],
      ['delete', `- ${share('old')}`],
    ]) {
      const counted = `update archive_counts set count = count ${change} where name = '${name}'`
      await createTrigger(db, { name: `${name}_${event}`, on: `${event} on ${table}`, when: null, does: [counted] })
    }
  }
}

/** All articles come in anew, with their days. */
async function emptyPassages(db: Kysely<unknown>): Promise<void> {
  for (const table of ['indexed_articles', 'passages', 'vocabulary'])
    await sql`delete from ${sql.id(table)}`.execute(db)
  await engineOf(db).search.clear(db)
}
