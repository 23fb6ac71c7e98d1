import { createHash } from 'node:crypto'
import type { Slug } from '../../article/article.ts'
import { type Identity, siteOf } from '../../article/identity.ts'
import type { Database, Row, Tx } from '../schema.ts'

/** An article that was written to DATA_DIR/imported. `content`: a hash of its file. */
type ImportedArticle = Pick<Row<'imports'>, 'slug' | 'source' | 'content'>

/** What an incoming article is known by. `keys`: names that its source gives it. */
type ImportSearch = { readonly identity: Identity; readonly keys: readonly string[] }

export type Imports = {
  /** The article that this one is, by its keys, its address or its words; words alone tell nothing between two sites. */
  readonly find: (search: ImportSearch) => Promise<ImportedArticle | null>
  /** The same among the articles on hand that were not imported. */
  readonly findOnHand: (identity: Identity) => Promise<Slug | null>
  /** Whether an article has or had this slug. */
  readonly isTaken: (slug: Slug) => Promise<boolean>
  readonly put: (imported: ImportedArticle, search: ImportSearch, now: number) => Promise<void>
  readonly isNamed: (key: string) => Promise<boolean>
  /** Gives an article further keys. */
  readonly name: (slug: Slug, keys: readonly string[]) => Promise<void>
  /** How many articles a source brought since a time. */
  readonly countSince: (source: string, at: number) => Promise<number>
  /** Keeps the text of one message of an album; returns its messages so far, in their order. */
  readonly albumParts: (part: AlbumPart, now: number) => Promise<readonly AlbumPart[]>
}

type AlbumPart = { readonly album: string; readonly messageId: number; readonly text: string }

const MOST_ALBUM_PARTS = 10_000

export function createImports(db: Database): Imports {
  const imports = () => db.selectFrom('imports').select(['slug', 'source', 'content', 'url'])
  return {
    find: async ({ identity, keys }) => {
      for (const key of keys.map(storedKey)) {
        const found = await db
          .selectFrom('import_keys')
          .innerJoin('imports', 'imports.slug', 'import_keys.slug')
          .select(['imports.slug', 'imports.source', 'imports.content'])
          .where('import_keys.key', '=', key)
          .executeTakeFirst()
        if (found !== undefined) return found
      }
      const { url, body } = identity
      const byUrl = url === null ? undefined : await imports().where('url', '=', url).executeTakeFirst()
      if (byUrl !== undefined || body === null) return byUrl ?? null
      const alike = await imports().where('body', '=', body).limit(10).execute()
      return alike.find((other) => mayBeOne(other.url, url)) ?? null
    },
    findOnHand: async ({ url, body }) => {
      const known = () =>
        db
          .selectFrom('article_identities')
          .innerJoin('briefings', 'briefings.number', 'article_identities.number')
          .select(['briefings.slug', 'article_identities.url'])
      const byUrl =
        url === null ? undefined : await known().where('article_identities.url', '=', url).executeTakeFirst()
      if (byUrl !== undefined || body === null) return byUrl?.slug ?? null
      const alike = await known().where('article_identities.body', '=', body).limit(10).execute()
      return alike.find((other) => mayBeOne(other.url, url))?.slug ?? null
    },
    isTaken: async (slug) => {
      for (const table of ['imports', 'articles', 'file_slugs'] as const) {
        const row = db.selectFrom(table).select('slug').where('slug', '=', slug)
        if ((await row.executeTakeFirst()) !== undefined) return true
      }
      return false
    },
    put: ({ slug, source, content }, { identity, keys }, now) =>
      db.transaction().execute(async (tx) => {
        const change = { content, ...identity }
        await tx
          .insertInto('imports')
          .values({ slug, source, ...change, created_at: now })
          .onConflict((known) => known.column('slug').doUpdateSet(change))
          .execute()
        await nameIt(tx, slug, keys)
      }),
    isNamed: async (key) => {
      return (
        (await db.selectFrom('import_keys').select('slug').where('key', '=', storedKey(key)).executeTakeFirst()) !==
        undefined
      )
    },
    name: (slug, keys) => nameIt(db, slug, keys),
    countSince: async (source, at) => {
      const rows = db.selectFrom('imports').select(({ fn }) => fn.countAll<number>().as('count'))
      const { count } = await rows.where('source', '=', source).where('created_at', '>', at).executeTakeFirstOrThrow()
      return count
    },
    albumParts: ({ album, messageId, text }, now) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('album_parts')
          .values({ album, message_id: messageId, text, at: now })
          .onConflict((known) => known.columns(['album', 'message_id']).doUpdateSet({ text }))
          .execute()
        const oldest = tx.selectFrom('album_parts').select('at').orderBy('at', 'desc').offset(MOST_ALBUM_PARTS).limit(1)
        await tx.deleteFrom('album_parts').where('at', '<=', oldest).execute()
        const parts = tx.selectFrom('album_parts').select(['album', 'message_id as messageId', 'text'])
        return await parts.where('album', '=', album).orderBy('message_id').execute()
      }),
  }
}

const LONGEST_KEY = 500

/** A longer one, as some feeds name their items, by its hash: PostgreSQL's index of keys has no room for it. */
function storedKey(key: string): string {
  return key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex')
}

async function nameIt(db: Database | Tx, slug: Slug, keys: readonly string[]): Promise<void> {
  for (const key of keys.map(storedKey)) {
    const added = db.insertInto('import_keys').values({ key, slug })
    await added.onConflict((known) => known.column('key').doUpdateSet({ slug })).execute()
  }
}

/** The same words on two sites are two articles of one story. */
function mayBeOne(one: string | null, other: string | null): boolean {
  return one === null || other === null || siteOf(`http://${one}`) === siteOf(`http://${other}`)
}
