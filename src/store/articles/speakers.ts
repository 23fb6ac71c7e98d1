import { sql } from 'kysely'
import { fold } from '../../language/fold.ts'
import type { Archive, ArchiveSpeaker, PageOf } from '../../shelf/archive.ts'
import type { ShelfQuote } from '../../shelf/shelf.ts'
import type { Database } from '../schema.ts'
import { countOf } from './counts.ts'
import { type KnownName, keysWith, nameRowsOf, storedForms } from './names.ts'

/** `position`: an index into the quotes of the article with that number. */
type QuotePlace = { readonly number: number; readonly position: number }

/** The archive's queries for speakers and quotes; `load` returns the quotes at places, in their order. */
export function createSpeakers(
  db: Database,
  load: (places: readonly QuotePlace[]) => Promise<readonly ShelfQuote[]>,
): Pick<Archive, 'quotes' | 'speakers' | 'speaker' | 'quotesOf' | 'speakersNamed'> {
  const places = ({ offset, limit }: PageOf) =>
    db
      .selectFrom('quotes')
      .select(['number', 'position'])
      .orderBy('published', 'desc')
      .orderBy('number')
      .orderBy('position')
      .limit(limit)
      .offset(offset)
  const known = db.selectFrom('names').select(['key', 'name', 'uses as quotes']).where('kind', '=', 'by')
  const mostQuoted = known.orderBy('uses', 'desc').orderBy('name')
  return {
    quotes: async (page, language) => {
      const translated = db.selectFrom('translations').select('number').where('language', '=', language)
      const hidden = db.selectFrom('briefings').select(({ fn }) => fn.sum<number | null>('quotes').as('quotes'))
      const without = await hidden.where('number', 'in', translated).executeTakeFirst()
      return {
        total: (await countOf(db, 'quotes')) - (without?.quotes ?? 0),
        items: await load(await places(page).where('number', 'not in', translated).execute()),
      }
    },
    speakers: async ({ offset, limit }) => ({
      total: await countOf(db, 'speakers'),
      items: await mostQuoted.limit(limit).offset(offset).execute(),
    }),
    speaker: async (key) => (await known.where(sql<boolean>`key = ${key}`).executeTakeFirst()) ?? null,
    quotesOf: async (speaker, page) =>
      await load(await places(page).where(sql<boolean>`speaker = ${speaker}`).execute()),
    speakersNamed: (words, limit) => speakersNamed(db, words, limit),
  }
}

/** The most candidate names compared. */
const MOST_NAMESAKES = 5_000

async function speakersNamed(db: Database, words: string, limit: number): Promise<readonly ArchiveSpeaker[]> {
  const wanted = foldedWords(words)
  if (wanted.length === 0) return []
  const keys = wanted.map((word) => keysWith('by', sql`word in (${sql.join(storedForms(word))})`))
  const named = await nameRowsOf(db, { kind: 'by', keys, limit: MOST_NAMESAKES })
  const isNamed = ({ name }: KnownName) => {
    const has = foldedWords(name)
    return wanted.every((word) => has.some((part) => part === word || part === `ال${word}` || `ال${part}` === word))
  }
  return named
    .filter(isNamed)
    .slice(0, limit)
    .map(({ uses, ...speaker }) => ({ ...speaker, quotes: uses }))
}

function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
