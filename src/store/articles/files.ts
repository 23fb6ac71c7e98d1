import { sql } from 'kysely'
import type { Slug } from '../../article/article.ts'
import type { Briefing } from '../../briefing/briefing.ts'
import type { StatedRelease } from '../../shelf/release.ts'
import { engineOf } from '../engines/engine-of.ts'
import { textColumns } from '../ledger/corrections.ts'
import type { Database, NewRow, Row, Tx } from '../schema.ts'
import type { StoredArchive } from './archive.ts'
import { type ArticleRows, unpackBriefing } from './article-rows.ts'
import { removeArticle } from './put-article.ts'
import { type Arriving, isHeldOf, type RulingClock, release } from './release.ts'

/** A file as last read; `isOutdated`: by an older engine. */
export type KnownFile = UncomparedFile & { readonly isOutdated: boolean }

/**
 * `same`: its text was read before. `broken`: its articles stay as stored. `answers`: the asking that made it be read again;
 * `null`: nobody asked.
 */
export type ReadFile = { readonly name: string; readonly signature: string; readonly answers: number | null } & (
  | {
      readonly kind: 'articles'
      readonly hash: string
      readonly articles: readonly ArticleRows[]
      readonly page: StatedRelease
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'broken'; readonly problem: string }
  | { readonly kind: 'gone' }
)

/** A file as last read; its articles may not yet be compared with their former texts. */
type UncomparedFile = Pick<Row<'files'>, 'name' | 'signature' | 'hash'>

type AskedFile = Pick<Row<'files'>, 'name' | 'signature' | 'asked'>

/** The files of the folder, and which articles they hold. */
export type Files = {
  /** The named files that were read before. */
  readonly known: (names: readonly string[]) => Promise<readonly KnownFile[]>
  /** The files that were read before, without those named. */
  readonly others: (names: readonly string[]) => Promise<readonly string[]>
  /**
   * Stores some files, all or none: puts their articles on hand or holds them, and removes those no longer in any file. `false`:
   * a file that holds one of the removed articles too must be read again.
   */
  readonly take: (files: readonly ReadFile[], clock: RulingClock) => Promise<boolean>
  /** The files to be read again though they are unchanged, and how often that was asked. */
  readonly asked: () => Promise<readonly AskedFile[]>
  readonly uncompared: () => Promise<readonly UncomparedFile[]>
  readonly briefingsIn: (file: string) => Promise<readonly Briefing[]>
  readonly setCompared: (names: readonly string[]) => Promise<void>
  /** One line on each file or article with a problem, for the operator. */
  readonly problems: () => Promise<readonly string[]>
  /** The publication time of each file's newest article, epoch milliseconds. */
  readonly published: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

export function createFiles(db: Database, archive: StoredArchive, engine: number): Files {
  return {
    known: async (names) => {
      const { rows } = await sql<Row<'files'>>`select name, signature, hash, engine
        from ${engineOf(db).list(names)} join files on name = value`.execute(db)
      return rows.map(({ engine: made, ...file }) => ({ ...file, isOutdated: made !== engine }))
    },
    others: async (names) => {
      const { rows } = await sql<Row<'files'>>`select name from files
        where name not in (select value from ${engineOf(db).list(names)}) order by name`.execute(db)
      return rows.map(({ name }) => name)
    },
    take: async (files, clock) => {
      const change: Change = { numbers: [], heirs: [] }
      await db.transaction().execute(async (tx) => {
        for (const file of files) await takeFile(tx, { file, engine, change, clock })
      })
      if (change.numbers.length > 0) archive.changed(change.numbers)
      return change.heirs.length === 0
    },
    asked: async () => {
      const rows = db.selectFrom('files').select(['name', 'signature', 'asked'])
      return await rows.where(sql<boolean>`asked <> answered`).orderBy('name').execute()
    },
    uncompared: async () => {
      const rows = db.selectFrom('files').select(['name', 'signature', 'hash']).where('compared', '=', 0)
      return await rows.orderBy('name').execute()
    },
    briefingsIn: async (file) => {
      const rows = await db.selectFrom('briefings').select('briefing').where('file', '=', file).execute()
      return rows.map(({ briefing }) => unpackBriefing(briefing).briefing)
    },
    setCompared: async (names) => {
      if (names.length === 0) return
      await sql`update files set compared = 1 where name in (select value from ${engineOf(db).list(names)})`.execute(db)
    },
    problems: () => problemsIn(db),
    published: async (names) => {
      const { rows } = await sql<{ file: string; published: number }>`select file, max(published) as published
        from ${engineOf(db).list(names)} join briefings on file = value group by file`.execute(db)
      return new Map(rows.map(({ file, published }) => [file, published]))
    },
  }
}

/** `numbers`: of the changed articles; `heirs`: files that must be read again for articles which another file lost. */
type Change = { readonly numbers: number[]; readonly heirs: string[] }
type Taking = {
  readonly file: ReadFile
  readonly engine: number
  readonly change: Change
  readonly clock: RulingClock
}

async function takeFile(tx: Tx, { file, engine, change, clock }: Taking): Promise<void> {
  const { name, signature, answers } = file
  switch (file.kind) {
    case 'articles': {
      const row = { signature, hash: file.hash, engine, problem: null, compared: 0 }
      await putFile(tx, { ...row, name }, row)
      const articles = file.articles.map((rows) => ({ rows, page: file.page }))
      await fileArticles(tx, { name, articles }, { change, clock })
      if (await keepFirstTexts(tx, file))
        await tx.updateTable('files').set({ compared: 1 }).where('name', '=', name).execute()
      break
    }
    case 'same':
      await tx.updateTable('files').set({ signature, problem: null }).where('name', '=', name).execute()
      break
    case 'broken': {
      const row = { signature, engine, problem: file.problem }
      await putFile(tx, { ...row, name, hash: '', compared: 1 }, row)
      break
    }
    case 'gone':
      await tx.deleteFrom('files').where('name', '=', name).execute()
      await fileArticles(tx, { name, articles: [] }, { change, clock })
      break
    default:
      file satisfies never
  }
  if (answers !== null) await tx.updateTable('files').set({ answered: answers }).where('name', '=', name).execute()
}

/** Stores what each article on hand says that never said anything else: there is nothing to compare. `false`: for some there is. */
async function keepFirstTexts(tx: Tx, { name, hash, articles }: ReadFile & { kind: 'articles' }): Promise<boolean> {
  const onHand = await tx.selectFrom('briefings').select('slug').where('file', '=', name).execute()
  let isAll = true
  for (const { slug, units } of articles.filter((each) => onHand.some(({ slug }) => slug === each.slug))) {
    const added = tx
      .insertInto('article_texts')
      .values({ slug, ...textColumns(hash, units) })
      .onConflict((known) => known.doNothing())
    isAll = (await added.returning('slug').execute()).length > 0 && isAll
  }
  return isAll
}

async function putFile(tx: Tx, row: NewRow<'files'>, change: Partial<NewRow<'files'>>): Promise<void> {
  const added = tx.insertInto('files').values(row)
  await added.onConflict((known) => known.column('name').doUpdateSet(change)).execute()
}

type FiledArticles = { readonly name: string; readonly articles: readonly Filed[] }
type Filed = Pick<Arriving, 'rows' | 'page'>

/** Where several files hold an article, the text of the first file by name is used. */
async function fileArticles(
  tx: Tx,
  { name: file, articles }: FiledArticles,
  { change, clock }: Pick<Taking, 'change' | 'clock'>,
): Promise<void> {
  const former = await tx.deleteFrom('file_slugs').where('file', '=', file).returning('slug').execute()
  for (const { rows, page } of articles) {
    await tx.insertInto('file_slugs').values({ slug: rows.slug, file }).execute()
    if ((await holderOf(tx, rows.slug)) === file)
      change.numbers.push(...(await release(tx, { file, rows, page }, clock)))
  }
  const named = new Set(articles.map(({ rows }) => rows.slug))
  for (const { slug } of former) if (!named.has(slug)) await giveUp(tx, slug, { file, change })
}

async function holderOf(tx: Tx, slug: Slug): Promise<string | null> {
  const files = tx.selectFrom('file_slugs').select('file').where('slug', '=', slug)
  return (await files.orderBy('file').limit(1).executeTakeFirst())?.file ?? null
}

type GivingUp = { readonly file: string; readonly change: Change }

/** An article that another file holds too stays until that file is read again. */
async function giveUp(tx: Tx, slug: Slug, { file, change }: GivingUp): Promise<void> {
  const row = await tx.selectFrom('briefings').select(['number', 'file']).where('slug', '=', slug).executeTakeFirst()
  const isHeld = await isHeldOf(tx, slug, file)
  if (row?.file !== file && !isHeld) return
  const heir = await holderOf(tx, slug)
  if (heir !== null) {
    await tx.updateTable('files').set({ signature: '', hash: '' }).where('name', '=', heir).execute()
    change.heirs.push(heir)
  } else if (isHeld) {
    await tx.deleteFrom('held_articles').where('slug', '=', slug).execute()
  } else if (row !== undefined) {
    await removeArticle(tx, row.number, 'gone')
    change.numbers.push(row.number)
  }
}

async function problemsIn(db: Database): Promise<readonly string[]> {
  const { rows: broken } = await sql<{ problem: string; has: number }>`
    select problem, exists (select 1 from briefings where file = name) as has from files
    where problem is not null order by name`.execute(db)
  const { rows: twins } = await sql<{ file: string; slug: string; owner: string }>`
    select f.file, f.slug, o.owner from (select slug, min(file) as owner from file_slugs group by slug having count(*) > 1) as o
    join file_slugs as f on f.slug = o.slug and f.file <> o.owner order by f.file`.execute(db)
  const { rows: missing } = await sql<{ slug: string; related: string }>`
    select b.slug, r.slug as related from related_slugs as r ${engineOf(db).joinInOrder} briefings as b on b.number = r.number
    where not exists (select 1 from briefings as named where named.slug = r.slug) order by b.slug`.execute(db)
  return [
    ...broken.map(({ problem, has }) => (has ? `${problem}; the article stays as it was` : problem)),
    ...twins.map(({ file, slug, owner }) => {
      return `${file}: the slug ${slug} is already that of ${owner}: give one of them another`
    }),
    ...missing.map(({ slug, related }) => `${slug}: its related ${related} is no article on hand`),
  ]
}
