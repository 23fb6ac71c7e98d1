import { type RawBuilder, sql } from 'kysely'
import type { Key } from '../../article/key.ts'
import {
  bareName,
  FEWEST_TO_BEGIN,
  type NameKind,
  type NameLikeness,
  slipsAllowed,
  soundOf,
} from '../../search/names.ts'
import { engineOf } from '../engines/engine-of.ts'
import type { Database } from '../schema.ts'
import { mirrored } from './article-rows.ts'

export type KnownName = { readonly key: Key; readonly name: string; readonly uses: number }

/** `words`: as `partsOf` gives them; each must be like a word of the name. */
type NameQuery = { readonly kind: NameKind; readonly words: readonly string[]; readonly limit: number }

/** The speakers and sources of the articles on hand. */
export type Names = {
  /** Most used first, then by name. */
  readonly like: (wanted: NameQuery, likeness: NameLikeness) => Promise<readonly KnownName[]>
  /** Names with a possible misspelling of each word, in no order. */
  readonly near: (wanted: NameQuery) => Promise<readonly string[]>
}

export function createNames(db: Database): Names {
  return {
    like: ({ kind, words, limit }, likeness) =>
      nameRowsOf(db, { kind, limit, keys: words.map((word) => keysWith(kind, CONDITIONS[likeness](word))) }),
    near: async ({ kind, words, limit }) => {
      const names = await nameRowsOf(db, { kind, limit, keys: words.map((word) => keysNear(kind, word)) })
      return names.map(({ name }) => name)
    },
  }
}

/** `keys`: selects of keys; a name's key must be in all of them. */
export type NamesOf = {
  readonly kind: NameKind
  readonly keys: readonly RawBuilder<unknown>[]
  readonly limit: number
}

/** Most used first, then by name. */
export async function nameRowsOf(db: Database, { kind, keys, limit }: NamesOf): Promise<readonly KnownName[]> {
  if (keys.length === 0) return []
  const { rows } =
    await sql<KnownName>`select n.key, n.name, n.uses from (${sql.join(keys, sql` intersect `)}) as wanted
    ${engineOf(db).joinInOrder} names as n on n.kind = ${kind} and n.key = wanted.key
    order by n.uses desc, n.name limit ${limit}`.execute(db)
  return rows
}

/** The empty text keeps SQLite's planner from scanning all keys in order instead of looking the words up. */
export function keysWith(kind: NameKind, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select distinct key || '' as key from name_words where kind = ${kind} and ${condition}`
}

const CONDITIONS: Readonly<Record<NameLikeness, (word: string) => RawBuilder<unknown>>> = {
  same: (word) => sql`word = ${word}`,
  begins: (word) => (word.length < FEWEST_TO_BEGIN ? sql`false` : begins('word', word)),
  sounds: (word) => (soundOf(word) === '' ? sql`false` : sql`skeleton = ${soundOf(word)}`),
}

/** A misspelling leaves the word's beginning or end intact. */
function keysNear(kind: NameKind, word: string): RawBuilder<unknown> {
  const letters = [...word]
  const intact = letters.length > 5 ? 2 : 1
  const head = letters.slice(0, intact).join('')
  const tail = mirrored(letters.slice(-intact).join(''))
  const [least, most] = [letters.length - slipsAllowed(word), letters.length + slipsAllowed(word)]
  const isAsLong = sql`length(word) between ${least} and ${most}`
  return sql`select key from (${keysWith(kind, sql`${begins('word', head)} and ${isAsLong}`)}
    union ${keysWith(kind, sql`${begins('tail', tail)} and ${isAsLong}`)}) as near`
}

function begins(column: string, beginning: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} between ${beginning} and ${`${beginning}\u{10FFFF}`}`
}

/** The forms in which a folded word of a name may be stored: `partsOf` drops the article where three letters follow. */
export function storedForms(word: string): readonly string[] {
  return [...new Set([word, bareName(word), `ال${word}`, word.replace(/^ال/u, '')])]
}
