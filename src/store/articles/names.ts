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
import type { Database } from '../schema.ts'
import { mirrored } from './article-rows.ts'

export type KnownName = { readonly key: Key; readonly name: string; readonly uses: number }

/** Names to look for: each of the words, as `partsOf` gives them, is like one of a name's. */
export type WantedNames = { readonly kind: NameKind; readonly words: readonly string[]; readonly limit: number }

/** Who is quoted in the articles on hand, and their sources. */
export type Names = {
  /** Most used first, then by name. */
  readonly like: (wanted: WantedNames, likeness: NameLikeness) => Promise<readonly KnownName[]>
  /** Those with a word that may be a slip of each word, in no order. */
  readonly near: (wanted: WantedNames) => Promise<readonly string[]>
}

export function createNames(db: Database): Names {
  return {
    like: (wanted, likeness) => namesWith(db, wanted, CONDITIONS[likeness]),
    near: async (wanted) => (await namesWith(db, wanted, mayBeSlip)).map(({ name }) => name),
  }
}

/** The names in which every word meets a condition. */
async function namesWith(
  db: Database,
  { kind, words, limit }: WantedNames,
  condition: (word: string) => RawBuilder<unknown>,
): Promise<readonly KnownName[]> {
  if (words.length === 0) return []
  const keys = words.map((word) => sql`select key from name_words where kind = ${kind} and (${condition(word)})`)
  const { rows } = await sql<KnownName>`select key, name, uses from names
    where kind = ${kind} and key in (${sql.join(keys, sql` intersect `)}) order by uses desc, name limit ${limit}`.execute(
    db,
  )
  return rows
}

const NEVER = sql`false`

const CONDITIONS: Readonly<Record<NameLikeness, (word: string) => RawBuilder<unknown>>> = {
  same: (word) => sql`word = ${word}`,
  begins: (word) => (word.length < FEWEST_TO_BEGIN ? NEVER : begins('word', word)),
  sounds: (word) => (soundOf(word) === '' ? NEVER : sql`skeleton = ${soundOf(word)}`),
}

/** A slip leaves the beginning or the end alone. */
function mayBeSlip(word: string): RawBuilder<unknown> {
  const letters = [...word]
  const kept = letters.length > 5 ? 2 : 1
  const head = letters.slice(0, kept).join('')
  const tail = mirrored(letters.slice(-kept).join(''))
  const [least, most] = [letters.length - slipsAllowed(word), letters.length + slipsAllowed(word)]
  return sql`(${begins('word', head)} or ${begins('tail', tail)}) and length(word) between ${least} and ${most}`
}

function begins(column: string, with_: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} between ${with_} and ${`${with_}\u{10FFFF}`}`
}

/** The forms in which a folded word of a name may be kept: `partsOf` takes the article off where three letters follow. */
export function keptForms(word: string): readonly string[] {
  return [...new Set([word, bareName(word), `ال${word}`, word.replace(/^ال/u, '')])]
}
