import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Slug } from '../../article/article.ts'
import type { Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import type { Database, NewRow, Tx } from '../schema.ts'

/** A message to be stored, and the articles that it shows; `unnamed`: how many new ones it does not name, else 0. */
export type DigestMessage = { readonly message: Message; readonly shows?: Shows; readonly unnamed?: number }

/** The articles that a digest shows, and the language of the words around them. */
type Shows = { readonly slugs: readonly Slug[]; readonly language: Language }

/** A message as it is stored: its JSON under the SHA-256 of it. */
type SerialisedMessage = { readonly id: string; readonly message: string }

/** Stores a message and answers its id; an equal one is stored once. */
export async function keepMessage(tx: Tx, digest: DigestMessage, now: number): Promise<string> {
  const serialised = serialiseMessage(digest.message)
  await keepMessages(tx, [digest], { now, serialise: () => serialised })
  return serialised.id
}

type Keeping = { readonly now: number; readonly serialise: typeof serialiseMessage }

/** Stores messages with the articles they show, and answers the id of each. */
export async function keepMessages(
  tx: Tx,
  digests: readonly DigestMessage[],
  { now, serialise }: Keeping,
): Promise<ReadonlyMap<Message, string>> {
  const distinct = [...new Map(digests.map((digest) => [digest.message, digest])).values()]
  if (distinct.length === 0) return new Map()
  const messages = distinct.map(({ message }) => ({ ...serialise(message), created_at: now }))
  const added = tx.insertInto('digests').values(messages)
  await added.onConflict((conflict) => conflict.column('id').doNothing()).execute()
  const ids = new Map(distinct.map(({ message }) => [message, serialise(message).id]))
  const shows = distinct.flatMap(({ message, shows }) =>
    (shows?.slugs ?? []).map((slug) => ({
      digest_id: ids.get(message) ?? '',
      slug,
      language: shows?.language ?? 'ar',
    })),
  )
  await addShows(tx, shows)
  return ids
}

/** Stores a message that replaces a digest, with the articles that the digest shows. Answers its id. */
export async function keepSuccessor(tx: Tx, { digestId, message, now }: Successor): Promise<string> {
  const digest_id = await keepMessage(tx, { message }, now)
  const shows = await tx.selectFrom('digest_shows').selectAll().where('digest_id', '=', digestId).execute()
  const inherited = shows.map((show) => ({ ...show, digest_id }))
  await addShows(tx, inherited)
  return digest_id
}

type Successor = { readonly digestId: string; readonly message: Message; readonly now: number }

async function addShows(tx: Tx, shows: readonly NewRow<'digest_shows'>[]): Promise<void> {
  if (shows.length === 0) return
  const added = tx.insertInto('digest_shows').values(shows)
  await added.onConflict((conflict) => conflict.doNothing()).execute()
}

/** A stored message; `null` when it is stored no more. */
export async function messageOf(db: Database | Tx, digestId: string): Promise<Message | null> {
  const question = db.selectFrom('digests').select('message').where('id', '=', digestId)
  const row = await question.executeTakeFirst()
  return row === undefined ? null : parseMessage(row.message)
}

/** The condition of a message that no delivery, draft or correction refers to. */
export const UNUSED = sql<boolean>`
  not exists (select 1 from deliveries where digest_id = digests.id)
  and not exists (select 1 from drafts where digest_id = digests.id)
  and not exists (select 1 from correction_jobs where digests.id in (corrected_id, marked_id, notice_id))`

/** Deletes those of some messages that nothing refers to. */
export async function deleteUnusedMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('digests').where('id', 'in', ids).where(UNUSED).execute()
}

/** A serialiser that remembers each message object: planning gives one of them to thousands of chats. */
export function rememberingSerialiser(): typeof serialiseMessage {
  const known = new WeakMap<Message, SerialisedMessage>()
  return (message) => {
    const serialised = known.get(message) ?? serialiseMessage(message)
    known.set(message, serialised)
    return serialised
  }
}

/** A message as the ledger stores it; equal ones have the same id. */
export function serialiseMessage(message: Message): SerialisedMessage {
  const json = JSON.stringify(message)
  return { id: createHash('sha256').update(json).digest('hex'), message: json }
}

/** The id under which a message is stored. */
export function messageId(message: Message): string {
  return serialiseMessage(message).id
}

/** A stored message read back; `null`: it is none of ours. */
export function parseMessage(json: string): Message | null {
  const value: unknown = JSON.parse(json)
  // the buttons' and entities' own fields are Telegram's, and were typed when they were written
  return MESSAGE.safeParse(value).success ? (value as Message) : null
}

const MESSAGE = z.object({
  text: z.string(),
  entities: z.array(z.object({ type: z.string(), offset: z.int(), length: z.int() })),
  keyboard: z.array(z.array(z.object({ text: z.string() }))),
})
