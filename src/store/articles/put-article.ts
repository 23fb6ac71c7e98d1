import { sql } from 'kysely'
import { STORY_MS } from '../../messages/stories.ts'
import { engineOf } from '../engines/engine-of.ts'
import type { Tx } from '../schema.ts'
import type { ArticleRows } from './article-rows.ts'
import { putPassages, removePassages } from './passages.ts'

/** An article with its number and its file's name. */
export type NumberedArticle = { readonly number: number; readonly file: string; readonly rows: ArticleRows }

/** Inserts or replaces an article. */
export async function putArticle(tx: Tx, { number, file, rows }: NumberedArticle): Promise<void> {
  const gone = await removeRows(tx, number)
  const { slug, key, published, title, folded, pages, quotes, terms, briefing, language } = rows
  const given = JSON.stringify(rows.names)
  const own = {
    number,
    slug,
    key,
    file,
    published,
    title,
    folded,
    pages,
    quotes,
    terms,
    names: given,
    briefing,
    language,
  }
  await tx.insertInto('briefings').values(own).execute()
  await engineOf(tx).search.putTitle(tx, number, folded)
  await sql`insert into quotes (published, number, position, speaker, name)
    select cast(${published} as bigint), cast(${number} as bigint), cast(value ->> 0 as bigint), value ->> 1, value ->> 2
    from ${engineOf(tx).rows(rows.quoteRows)}`.execute(tx)
  for (const related of rows.related) {
    await tx.insertInto('related_slugs').values({ number, slug: related }).execute()
  }
  await pairTranslations(tx, { number, slug, language, published })
  await tx
    .insertInto('article_identities')
    .values({ number, ...rows.identity })
    .execute()
  await useNames(tx, given, rows.nameRows)
  await settleNames(tx, { gone, given })
  await putPassages(tx, number, rows.passages)
}

/** Deletes an article; its number is not reused. The title of one that is `gone` or `withdrawn` is kept, for those who ask for it. */
export async function removeArticle(tx: Tx, number: number, why: 'gone' | 'withdrawn' | 'held'): Promise<void> {
  if (why === 'held') {
    await sql`delete from removed_articles where key = (select key from briefings where number = ${number})`.execute(tx)
  } else {
    await sql`insert into removed_articles (key, title, withdrawn)
      select key, title, cast(${Number(why === 'withdrawn')} as bigint) from briefings where number = ${number}
      on conflict (key) do update set title = excluded.title, withdrawn = excluded.withdrawn`.execute(tx)
  }
  await settleNames(tx, { gone: await removeRows(tx, number), given: '[]' })
  await removePassages(tx, number)
}

/** Deletes an article's rows and subtracts its uses of names; returns those names as JSON. */
async function removeRows(tx: Tx, number: number): Promise<string> {
  const known = tx.selectFrom('briefings').select(['published', 'names']).where('number', '=', number)
  const row = await known.executeTakeFirst()
  if (row === undefined) return '[]'
  await tx.deleteFrom('briefings').where('number', '=', number).execute()
  await engineOf(tx).search.removeTitle(tx, number)
  await tx.deleteFrom('quotes').where('published', '=', row.published).where('number', '=', number).execute()
  await tx.deleteFrom('related_slugs').where('number', '=', number).execute()
  await tx.deleteFrom('translations').where('number', '=', number).execute()
  await tx.deleteFrom('translations').where('other', '=', number).execute()
  await tx.deleteFrom('article_identities').where('number', '=', number).execute()
  await sql`update names set uses = uses - cast(value ->> 'uses' as bigint) from ${engineOf(tx).rows(row.names)}
    where kind = value ->> 'kind' and names.key = value ->> 'key'`.execute(tx)
  return row.names
}

type Paired = Pick<ArticleRows, 'slug' | 'language' | 'published'> & { readonly number: number }

/** Two articles of two languages and the same days that name each other tell the same. */
async function pairTranslations(tx: Tx, { number, slug, language, published }: Paired): Promise<void> {
  const here = sql`cast(${number} as bigint)`
  await sql`insert into translations (language, number, other)
    with others as (
      select b.number, b.language from related_slugs as named join briefings as b on b.slug = named.slug
      join related_slugs as back on back.number = b.number and back.slug = ${slug}
      where named.number = ${number} and b.language not in ('', ${language})
      and b.published <> 0 and ${published} <> cast(0 as bigint) and abs(b.published - ${published}) <= ${STORY_MS})
    select language, ${here}, number from others
    union all select cast(${language} as text), number, ${here} from others`.execute(tx)
}

async function useNames(tx: Tx, names: string, words: string): Promise<void> {
  const { rows } = engineOf(tx)
  await sql`insert into names (kind, key, name, uses)
    select value ->> 'kind', value ->> 'key', value ->> 'name', cast(value ->> 'uses' as bigint)
    from ${rows(names)} where true on conflict (kind, key) do update set uses = names.uses + excluded.uses`.execute(tx)
  await sql`insert into name_words (kind, word, key, tail, skeleton)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from ${rows(words)}
    where true on conflict do nothing`.execute(tx)
}

/** Deletes unused names, and spells each speaker as in the newest quote. */
async function settleNames(tx: Tx, { gone, given }: { readonly gone: string; readonly given: string }): Promise<void> {
  const { rows, joinInOrder, indexedBy } = engineOf(tx)
  if (gone !== '[]') {
    const unused = sql`${rows(gone)} ${joinInOrder} names as n
      on n.kind = value ->> 'kind' and n.key = value ->> 'key' and n.uses = 0`
    // subqueries, because the planner does not use these indices in the deletions themselves
    await sql`delete from name_words where (kind, word, key) in (
      select w.kind, w.word, w.key from ${unused}
      ${joinInOrder} name_words as w ${indexedBy('name_words_key')} on w.kind = n.kind and w.key = n.key)`.execute(tx)
    await sql`delete from names where (kind, key) in (select n.kind, n.key from ${unused})`.execute(tx)
  }
  for (const names of [gone, given]) {
    await sql`update names set name = q.name from (
        select value ->> 'key' as speaker from ${rows(names)} where value ->> 'kind' = 'by') as named
      join quotes as q on (q.published, q.number, q.position) = (
        select published, number, position from quotes where speaker = named.speaker
        order by published desc, number, position limit 1)
      where kind = 'by' and key = named.speaker and names.name <> q.name`.execute(tx)
  }
}
